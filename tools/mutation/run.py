"""Change one small thing at a time in rules, register and reader, and see that a test notices: `make mutation`.

The changes are cosmic-ray's. Each is tried in a copy of a process, with the changed source instead of the file, on the
tests that run the changed line: no file is ever changed. A change that only touches
annotations, or code that a type checker alone reads, is none. Survivors are printed as differences; those in
`alike.txt`, which a person has found to change nothing that can be seen, are counted apart.

What is judged is kept (`kept.py`): a run that is stopped goes on where it was, and after a mended test only those that
survived are tried again.

Usage: run.py [--every N] [--processes N] [MODULE.py …] [--tests TEST …]
(--every 10 tries each tenth change; --tests tries them on these tests alone, which is quick while one is written)
"""

from __future__ import annotations

import argparse
import importlib
import importlib.abc
import importlib.util
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from changes import Change, changes
from kept import Journal, reach_file, tree
from reach import PYTEST, ROOT, measure, tests_for
from warm import Asked, ended, limit, name_of, silence, tried

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory: taking thousands of test folders away takes longest
ALIKE = Path(__file__).with_name("alike.txt")
FILES = ("base/rings.py", "model/ord.py", "check/engine.py", "check/avvik.py", "check/unntak.py")
FOLDERS = ("rules", "register", "source", "system")
# It takes hours: so many changes are tried between each time that it tells how far it has come.
_TOLD_EACH = 250
# Others' modules, loaded before the copies are made: this saves a second for each change.
AHEAD = ("hypothesis", "pydantic", "click", "jinja2", "ruamel.yaml", "yaml", "rapidfuzz")


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a text instead of its file."""

    def __init__(self, change: Change) -> None:
        self.path, self.source, self.name = change.path, change.source, name_of(change)

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        del path, target
        if name != self.name:
            return None
        parts = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(name, self.path, loader=self, submodule_search_locations=parts)

    def exec_module(self, module: object) -> None:
        exec(compile(self.source, str(self.path), "exec"), vars(module))  # noqa: S102 - running it is the point


class _Only:
    """Keeps the wanted tests, in the wanted order."""

    def __init__(self, names: list[str]) -> None:
        self.place = {name: n for n, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.place), key=lambda item: self.place[item.nodeid]
        )


def _in_child(change: Change, names: list[str], seconds: int) -> None:
    """Run tests on a changed module; leave with 0 when none noticed."""
    sys.meta_path.insert(0, _Changed(change))
    limit(seconds)
    silence()
    files = dict.fromkeys(str(ROOT / name.partition("::")[0]) for name in names)
    code = pytest.main(["-x", *PYTEST, *files], plugins=[_Only(names)])
    os._exit(0 if code == pytest.ExitCode.OK else 1)


def tried_again(asked: Asked, processes: int) -> Iterator[tuple[Change, bool]]:
    """Try changes, so many at once, each in a process that loads the changed module; yield whether it survived."""
    running: dict[int, Change] = {}
    waiting = asked[::-1]
    while waiting or running:
        while waiting and len(running) < processes:
            change, names, seconds = waiting.pop()
            child = os.fork()
            if not child:
                _in_child(change, names, seconds)
            running[child] = change
        child, survived = ended()
        yield running.pop(child), survived


def survivors(asked: Asked, wanted: list[str], processes: int, journal: Journal) -> Iterator[Change]:
    """Yield the changes that no test notices: first those that no test runs."""
    yield from (change for change, names, _ in asked if not names)
    first = [each for each in asked if each[1] and not journal.has_survived(each[0], 1)]
    for count, (change, survived) in enumerate(tried(first, wanted, processes) if first else (), 1):
        journal.judge(change, 1, survived=survived)
        if not count % _TOLD_EACH:
            say(f"{count} tried, {sum(journal.has_survived(each, 1) for each, _, _ in first)} not noticed yet")
    doubtful = [each for each in asked if each[1] and journal.has_survived(each[0], 1)]
    yield from (change for change, _, _ in doubtful if journal.has_survived(change, 2))
    again = [
        (change, names, seconds + 20) for change, names, seconds in doubtful if not journal.has_survived(change, 2)
    ]
    say(f"{len(again)} are tried again, more slowly")
    for change, survived in tried_again(again, processes):
        journal.judge(change, 2, survived=survived)
        if survived:
            yield change


def known() -> set[str]:
    """Give the changes that a person has found to change nothing; lines with # say why."""
    lines = ALIKE.read_text(encoding="utf-8").splitlines() if ALIKE.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def say(text: str) -> None:
    """Tell something at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def tell(every: Counter[str], same: Counter[str], left: Counter[str]) -> None:
    """Print a row for each folder and one for all: how many changes, and the share noticed of those that matter."""
    for group in [*sorted(every), "all"]:
        changes, alike, survived = (
            counted.total() if group == "all" else counted[group] for counted in (every, same, left)
        )
        seen = changes - alike - survived
        share = 100 * seen / max(1, changes - alike)
        say(f"{group}: {changes} changes, {seen} noticed, {alike} alike, {survived} survived: {share:.1f} %")


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--tests", nargs="+")
    return parser.parse_args()


def main() -> None:
    """Try the changes and print the share that was noticed."""
    chosen, package = _chosen(), ROOT / "planlint"
    files = [file.resolve() for file in chosen.files] or sorted(
        [
            *(package / name for name in FILES),
            *(file for folder in FOLDERS for file in (package / folder).rglob("*.py")),
        ]
    )
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    if MEMORY.is_dir():
        os.environ.setdefault("TMPDIR", str(MEMORY))
    for name in AHEAD:
        if importlib.util.find_spec(name):
            importlib.import_module(name)
    every = [change for file in files for change in changes(file)][:: chosen.every]
    start, alike = time.monotonic(), known()
    wanted = chosen.tests or tests_for(files)
    key = tree(wanted)
    journal = Journal(key)
    reach, failed = measure(files, wanted, reach_file(key))
    for name in failed:
        say(f"fails unchanged, and is left out: {name}")
    say(f"{len(every)} changes in {len(files)} files; tests measured in {time.monotonic() - start:.0f} s")
    waiting = [(each, reach.of(each.path, each.line)) for each in every if not journal.is_noticed(each)]
    asked = [(each, names, reach.limit(names)) for each, names in waiting]
    left, same = Counter[str](), Counter[str]()
    for change in survivors(asked, wanted, chosen.processes, journal):
        (same if change.told in alike else left)[change.path.parent.name] += 1
        if change.told not in alike:
            say(f"survived: {change.told}")
    tell(Counter(change.path.parent.name for change in every), same, left)
    say(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
