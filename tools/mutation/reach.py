"""Which test runs which line, measured once: a change is tried only on the tests that can notice it, quick ones first.

A test that fails before anything is changed notices nothing, and one that runs planlint as a process of its own never
sees the change: neither is among them.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import math
import multiprocessing
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
PYTEST = ("-q", "-p", "no:cacheprovider", "--assert=plain")
# What tests of the whole program and its site add takes minutes for each change, and these have said it first.
_ROOMS = ("model", "source", "law", "system", "register", "check", "change", "ahead", "text")
_FILES = ("edit/test_bekreft.py", "edit/test_document.py", "promises/test_one_cause.py", "promises/test_baerum.py",
          "promises/test_fuzz.py")  # fmt: skip
_TOLD = 4000  # so much of what pytest says, where no test could be run
_MOST, _MOST_ELSEWHERE = 150, 400  # so many tests for a change in a rule, and in another file: its own first


@dataclass(frozen=True)
class Reach:
    """How long each test takes (by pytest's names, quickest first), and those that run each line of each file.

    Line 0 has those that run any.
    """

    tests: dict[str, float]
    lines: dict[str, dict[int, set[str]]]

    def of(self, path: Path, line: int) -> list[str]:
        """Give the tests that run the statement a line belongs to; all of the file's for what is run at import."""
        lines = self.lines.get(str(path), {})
        names = set().union(*(lines.get(number, ()) for number in statement(path, line)))
        ran, own = names or lines.get(0, set()), own_tests(path)
        others = [name for name in self.tests if name in ran]
        mine = [name for name in others if own.search(name)]
        return list(dict.fromkeys((*mine, *others)))[: _MOST if _is_rule(path) else _MOST_ELSEWHERE]

    def limit(self, names: list[str]) -> int:
        """Give how many seconds tests may take before they are taken to be in an endless loop: far more than before."""
        return math.ceil(10 + 2 * sum(self.tests[name] for name in names))


def _is_rule(path: Path) -> bool:
    return path.parent.name == "rules" and path.name.startswith("pl")


def own_tests(path: Path) -> re.Pattern[str]:
    """Give what the names of a module's own tests have in them: a rule's examples, and the rule's own file."""
    if _is_rule(path):
        return re.compile(rf"{path.name[:5].upper()}|/test_{path.name[:5]}\.")
    return re.compile(rf"/test_{path.stem}\.")


def statement(path: Path, line: int) -> range:
    """Give the lines of the smallest statement around a line; of a compound one, its head."""
    best = range(line, line + 1)
    size = 10**6
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.stmt) or not node.lineno <= line <= (node.end_lineno or 0):
            continue
        body = getattr(node, "body", None)
        last = body[0].lineno - 1 if body and body[0].lineno > node.lineno else (node.end_lineno or 0)
        if line <= last and last - node.lineno < size:
            best, size = range(node.lineno, last + 1), last - node.lineno
    return best


class _Watch:
    """Tells coverage which test runs, and keeps how long each took and which failed."""

    def __init__(self, cov: coverage.Coverage) -> None:
        self.cov = cov
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.cov.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.failed.add(report.nodeid)


def _names(file: Path, codes: list[str]) -> bool:
    text = file.read_text(encoding="utf-8")
    return any(code in text for code in codes)


def tests_for(paths: list[Path]) -> list[str]:
    """Give pytest's arguments for all tests that could concern some files: for rules, files that name one of them."""
    rules = str(TESTS / "rules")
    if all(_is_rule(path) for path in paths):
        codes = sorted({path.name[:5].upper() for path in paths})
        files = [file for file in sorted(Path(rules).glob("test_*.py")) if file.stem != "test_examples"]
        words = [*codes, *(file.stem for file in files if _names(file, codes))]
        change = [str(TESTS / "check" / "test_comparison.py")] if any(code >= "PL91" for code in codes) else []
        return [rules, *change, "-k", " or ".join([*words, "test_comparison"])]
    return [rules, *(str(TESTS / name) for name in (*_ROOMS, *_FILES))]


def _measured(wanted: list[str], kept: Path) -> None:
    cov = coverage.Coverage(data_file=str(kept), config_file=False, source=[str(ROOT / "planlint")])
    watch = _Watch(cov)
    cov.start()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        pytest.main([*PYTEST, *wanted], plugins=[watch])
    cov.stop()
    if not watch.seconds:
        why = f"no test could be run; pytest says:\n{said.getvalue()[-_TOLD:]}"
        raise RuntimeError(why)
    cov.save()
    passed = sorted(watch.seconds.keys() - watch.failed, key=watch.seconds.__getitem__)
    times = {"tests": {name: watch.seconds[name] for name in passed}, "failed": sorted(watch.failed)}
    kept.with_suffix(".json").write_text(json.dumps(times), encoding="utf-8")


def measure(paths: list[Path], wanted: list[str], kept: Path) -> tuple[Reach, list[str]]:
    """Give who runs what, and the tests that failed: as kept in a file, or by running the tests unchanged.

    They are run in a process of their own.
    """
    if not kept.with_suffix(".json").exists():
        with multiprocessing.get_context("fork").Pool(1) as pool:
            pool.apply(_measured, (wanted, kept))
    times = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
    data = coverage.CoverageData(str(kept))
    data.read()
    lines: dict[str, dict[int, set[str]]] = {}
    for path in paths:
        found = data.contexts_by_lineno(str(path))
        lines[str(path)] = {line: {*names} & times["tests"].keys() for line, names in found.items()}
        lines[str(path)][0] = set().union(*lines[str(path)].values())
    return Reach(times["tests"], lines), times["failed"]
