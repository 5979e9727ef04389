"""What is kept in `.mutation/` between runs: who runs which line, and what has been judged of each change.

A whole run takes hours: it may be stopped at any time, and goes on where it was. Take the folder away to begin anew.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from changes import Change
from reach import ROOT

FOLDER = ROOT / ".mutation"
_READ = ("planlint", "tests", "examples", "plans", "templates", "schema", "pyproject.toml")


def tree(wanted: list[str]) -> str:
    """Give a key of all that decides which tests run which line: the program, its tests, and those that are asked."""
    total = hashlib.sha256("\n".join(wanted).encode())
    for name in _READ:
        for path in sorted((ROOT / name).rglob("*") if (ROOT / name).is_dir() else [ROOT / name]):
            place = path.relative_to(ROOT)
            made = any(part.startswith((".", "__pycache__")) for part in place.parts)  # by the tests themselves
            if path.is_file() and not made:
                total.update(f"{place}\0".encode() + path.read_bytes())
    return total.hexdigest()[:16]


class Journal:
    """A line for each change that was tried, written at once.

    A change that was noticed stays so as long as its module is the same: tests are added to, and seldom taken away. One
    that nothing noticed is tried anew as soon as a file of the program or the tests is another.
    """

    def __init__(self, key: str) -> None:
        """Read what was judged before; `key` is the tree."""
        FOLDER.mkdir(exist_ok=True)
        self.file, self.key = FOLDER / "judged.txt", key
        self.judged: set[str] = set()
        if self.file.exists():
            self.judged = set(self.file.read_text(encoding="ascii").splitlines())

    def is_noticed(self, change: Change) -> bool:
        """Tell whether a test has noticed a change."""
        return f"{_name(change)} noticed" in self.judged

    def has_survived(self, change: Change, attempt: int) -> bool:
        """Tell whether a change survived an attempt (the first or the second) on this very tree."""
        return f"{_name(change)} survived {attempt} {self.key}" in self.judged

    def judge(self, change: Change, attempt: int, *, survived: bool) -> None:
        """Keep how an attempt ended."""
        line = f"{_name(change)} survived {attempt} {self.key}" if survived else f"{_name(change)} noticed"
        self.judged.add(line)
        with self.file.open("a", encoding="ascii") as out:
            out.write(f"{line}\n")


def _name(change: Change) -> str:
    told = f"{change.path.relative_to(ROOT)}\n{change.source}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def reach_file(key: str) -> Path:
    """Give the file where it is kept who runs which line of a tree; beside it, how long each test takes."""
    FOLDER.mkdir(exist_ok=True)
    return FOLDER / f"reach-{key}"
