"""The rules' examples: small plan systems laid over a shared one; tests, `explain` and the site use the same."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from planlint.api import check
from planlint.output import render
from planlint.resources import folder

DEFAULT_DATE = "2024-06-15"
SHARED = "felles"


@dataclass(frozen=True, slots=True)
class Example:
    """A small plan system: its files by path, and what planlint says of it (nothing for a good one)."""

    name: str
    files: dict[str, str]
    output: str


def examples(code: str, kind: str) -> list[Path]:
    """Give the folders of a rule's examples of a kind (`ok` or `bad`), by name."""
    return sorted((folder("rules") / code).glob(f"{kind}-*"))


def lay_out(example: Path, target: Path) -> date:
    """Lay an example over the shared plan system in `target`; give the day it is about.

    A file `x.yaml.slettet` in an example takes `x.yaml` of the shared system away.
    """
    shutil.copytree(example.parent.parent / SHARED, target, dirs_exist_ok=True)
    shutil.copytree(example, target, dirs_exist_ok=True)
    for removed in sorted(target.rglob("*.slettet")):
        removed.with_suffix("").unlink()
        removed.unlink()
    day = example / "date"
    return date.fromisoformat(day.read_text(encoding="utf-8").strip() if day.exists() else DEFAULT_DATE)


def _output(example: Path, lang: str) -> str:
    expected = example / "expected.txt"
    if not expected.exists():
        return ""
    if lang == "nb":
        return expected.read_text(encoding="utf-8").rpartition("\n\n")[0]
    with TemporaryDirectory() as target:
        day = lay_out(example, Path(target))
        return render(check(Path(target), day, lang=lang), "text").rpartition("\n\n")[0]


def read_example(example: Path, lang: str) -> Example:
    """Give an example's files, and what planlint says of it in a language."""
    files = {
        file.relative_to(example).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in sorted(example.rglob("*.y*ml"))
    }
    return Example(example.name.partition("-")[2], files, _output(example, lang))
