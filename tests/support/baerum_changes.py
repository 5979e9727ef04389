"""Changes to Bærum's plans in a repository of their own, and the comment that each of them gets."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from support.gittools import commit, git
from support.helpers import check, run, write

from planlint.output.check_formats import Options, render

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests/data/comments/baerum"
DAY = "2026-11-29"
OPTIONS = Options(files="https://vert.example/plan")
"""The comment is shown where files can be looked up: places are links."""
SEEN, WHOLE = 3_100, 25_000
"""As many characters as a reader sees of a comment, and as many as there are when all that folds out is open."""
Edit = Callable[[Path], object]


def plan(text: str, path: str = "planer/temaplaner/plan-for-noe.yaml") -> Edit:
    """Write a plan."""
    return lambda root: write(root, path, text)


def swap(path: str, old: str, new: str) -> Edit:
    """Change words in a file under plans/."""

    def edit(root: Path) -> None:
        file = root / "plans" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def gone(path: str) -> Edit:
    """Delete a file or a folder."""

    def edit(root: Path) -> None:
        there = root / "plans" / path
        shutil.rmtree(there) if there.is_dir() else there.unlink()

    return edit


def added(path: str, text: str) -> Edit:
    """Write more at the end of a file."""

    def edit(root: Path) -> None:
        file = root / "plans" / path
        file.write_text(f"{file.read_text(encoding='utf-8')}{text}", encoding="utf-8")

    return edit


def asked(*args: str) -> Edit:
    """Run a command."""

    def edit(root: Path) -> None:
        done = run(*args, cwd=root)
        assert done.returncode == 0, done.stderr

    return edit


def both(*edits: Edit) -> Edit:
    """Do several things."""

    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit


def nothing(_: Path) -> None:
    """Change nothing."""


class Change(NamedTuple):
    """What a planner does; the rules that the check tells of; what main says first, and the day."""

    edit: Edit
    told: tuple[str, ...] = ()
    first: Edit = nothing
    day: str = DAY


@pytest.fixture(scope="module")
def baerum(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository with Bærum's plans, committed."""
    root = tmp_path_factory.mktemp("baerum")
    shutil.copytree(ROOT / "plans", root / "plans")
    commit(root, "2026-11-01")
    return root


@pytest.fixture
def repo(baerum: Path) -> Iterator[Path]:
    """Give the repository, and put it back as it was."""
    yield baerum
    git(baerum, "checkout", "-q", "-f", "main")
    git(baerum, "clean", "-fdq")


def answered(root: Path, change: Change) -> tuple[str, list[str]]:
    """Give the comment on a change, and severity and rule of each finding."""
    git(root, "checkout", "-q", "-B", "foer", "main")
    change.first(root)
    commit(root, "2026-11-02")
    change.edit(root)
    report = check(root, date.fromisoformat(change.day), base="foer", change=True)
    found = sorted((item.diagnostic.severity.value, item.diagnostic.code) for item in report.findings)
    return render(report, "markdown", OPTIONS), [f"{severity} {code}" for severity, code in found]


def to_read(text: str) -> str:
    """Give what a reader sees of a comment: links by their words."""
    return re.sub(r"\]\([^)]*\)", "]", text)


def seen(text: str) -> str:
    """Give what a reader sees before anything is folded out."""
    return re.sub(r" *<details>.*?</details>", "", to_read(text), flags=re.DOTALL)


def ranks(text: str) -> list[int]:
    """Give how serious each finding of a comment is, in its order; what folds out last is not counted."""
    words = ("**Feil**", "**Advarsel**", "**Opplysning**")
    shown = text.split("<details><summary>", 1)[0] if "var der før endringen også</summary>" in text else text
    return [words.index(word) for word in re.findall("|".join(map(re.escape, words)), shown)]


def kept(name: str, root: Path, change: Change, *, update: bool) -> tuple[str, list[str]]:
    """Give the comment on a change, and what was found: it is the one that was read, the worst first, and short."""
    text, found = answered(root, change)
    body = text.partition("\n---\n")[0] + "\n"
    file = KEPT / f"{name}.md"
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(body, encoding="utf-8")
    assert body == file.read_text(encoding="utf-8")
    assert ranks(text) == sorted(ranks(text))
    assert len(seen(text)) <= SEEN
    assert len(text) <= WHOLE
    return text, found
