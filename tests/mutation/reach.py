"""Which test runs which line, measured once: a change is tried only on the tests that can notice it, quick ones first.

A test that fails before anything is changed notices nothing, and one that runs planlint as a process of its own never
sees the change: neither is among them.
"""

from __future__ import annotations

import ast
import contextlib
import multiprocessing
import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
PYTEST = ("-q", "-p", "no:cacheprovider", "--assert=plain")
# What tests of the whole program and its site add takes minutes for each change, and these have said it first.
_MODULES = (
    "register", "positions", "valg", "avvik", "unntak", "bekreft", "since", "robust", "ahead", "document", "whatif",
    "forecast", "base", "diff", "whole", "baerum", "coverage", "texts", "law", "schema", "helligdager", "livsloep",
    "reader",
)  # fmt: skip
_MOST = 150  # so many tests for a change in a rule: its own first


@dataclass(frozen=True)
class Reach:
    """The tests (by pytest's names, quickest first) that run each line of each file; line 0 for any line."""

    lines: dict[str, dict[int, list[str]]]

    def of(self, path: Path, line: int) -> list[str]:
        """Give the tests that run the statement a line belongs to; all of the file's for what is run at import."""
        lines = self.lines.get(str(path), {})
        names = {name for number in statement(path, line) for name in lines.get(number, ())}
        ordered = [name for name in lines.get(0, ()) if not names or name in names]
        code = path.name[:5].upper()
        if path.parent.name != "rules" or not path.name.startswith("pl"):
            return ordered
        own = [name for name in ordered if code in name or f"test_{code[:3].lower()}" in name]
        return list(dict.fromkeys((*own, *ordered)))[:_MOST]


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


def tests_for(paths: list[Path]) -> list[str]:
    """Give pytest's arguments for all tests that could concern some files: for rules alone, their own."""
    rules = str(TESTS / "rules")
    if all(path.parent.name == "rules" and path.name.startswith("pl") for path in paths):
        codes = sorted({path.name[:5].upper() for path in paths})
        words = [*codes, *sorted({f"test_{code[:3].lower()}" for code in codes})]
        change = [str(TESTS / "test_base.py")] if any(code >= "PL91" for code in codes) else []
        return [rules, *change, "-k", " or ".join([*words, "test_base"])]
    return [rules, *(str(TESTS / f"test_{name}.py") for name in _MODULES)]


def _measured(paths: list[Path]) -> tuple[dict[str, dict[int, list[str]]], list[str]]:
    cov = coverage.Coverage(data_file=None, config_file=False, source=[str(ROOT / "planlint")])
    watch = _Watch(cov)
    cov.start()
    with Path(os.devnull).open("w", encoding="utf-8") as nothing, contextlib.redirect_stdout(nothing):
        pytest.main([*PYTEST, *tests_for(paths)], plugins=[watch])
    cov.stop()
    order = {name: n for n, name in enumerate(sorted(watch.seconds, key=watch.seconds.__getitem__))}
    lines: dict[str, dict[int, list[str]]] = {}
    for path in paths:
        found = cov.get_data().contexts_by_lineno(str(path))
        good = {line: {*names} & {*order} - watch.failed for line, names in found.items()}
        good[0] = set().union(*good.values())
        lines[str(path)] = {line: sorted(names, key=order.__getitem__) for line, names in good.items()}
    return lines, sorted(watch.failed)


def measure(paths: list[Path]) -> tuple[Reach, list[str]]:
    """Run the tests unchanged in a process of their own; give who runs what, and the tests that failed."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        lines, failed = pool.apply(_measured, (paths,))
    return Reach(lines), failed
