"""The rules' examples: small plan systems laid over a shared one; tests, `explain` and the site use the same.

An example of a rule that judges a change has a folder `base/` too: the plan system as it was before the change.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from planlint.base import folder
from planlint.change import Comparison
from planlint.check import Request, check, report_of
from planlint.output.check_formats import render
from planlint.system import open_system
from planlint.text import language

if TYPE_CHECKING:
    from planlint.check import Report
    from planlint.text import Language

DEFAULT_DATE = "2024-06-15"
SHARED = "felles"
BASE = "base"
BRANCH = "main"


@dataclass(frozen=True, slots=True)
class Example:
    """A small plan system: its files by path, and what planlint says of it (nothing for a good one)."""

    name: str
    files: dict[str, str]
    output: str


def examples(code: str, kind: str) -> list[Path]:
    """Give the folders of a rule's examples of a kind (`ok` or `bad`), by name."""
    return sorted((folder("rules") / code).glob(f"{kind}-*"))


def _lay(shared: Path, changes: Path, target: Path) -> None:
    shutil.copytree(shared, target, dirs_exist_ok=True)
    if changes.is_dir():
        shutil.copytree(changes, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(BASE))
    for removed in sorted(target.rglob("*.slettet")):
        removed.with_suffix("").unlink()
        removed.unlink()


def lay_out(example: Path, target: Path) -> date:
    """Lay an example over the shared plan system in `target`; give the day it is about.

    A file `x.yaml.slettet` in an example takes `x.yaml` of the shared system away.
    """
    _lay(example.parent.parent / SHARED, example, target)
    day = example / "date"
    return date.fromisoformat(day.read_text(encoding="utf-8").strip() if day.exists() else DEFAULT_DATE)


def check_example(example: Path, target: Path, lang: str | None = None) -> Report:
    """Lay an example out in an empty folder, and check it; against its own base where it has one."""
    after, before = target / "naa", target / BASE
    day = lay_out(example, after)
    if not (example / BASE).is_dir():
        return check(after, Request(day, lang=lang)).report
    _lay(example.parent.parent / SHARED, example / BASE, before)
    comparison = Comparison(open_system(before, day), open_system(after, day), BRANCH)
    return report_of(comparison.after, Request(day, base=BRANCH, lang=lang), comparison)


def _output(example: Path, lang: str) -> str:
    expected = example / "expected.txt"
    if not expected.exists():
        return ""
    if lang == "nb":
        return expected.read_text(encoding="utf-8").rpartition("\n\n")[0]
    with TemporaryDirectory() as target:
        return render(check_example(example, Path(target), lang), "text").rpartition("\n\n")[0]


def _read(folder: Path) -> dict[str, str]:
    """Give the texts of the files under a folder's plans/, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in sorted((folder / "plans").rglob("*.y*ml"))
    }


def _captioned(before: dict[str, str], after: dict[str, str], lang: Language) -> dict[str, str]:
    """Give the files of a change by a caption that says which side each is of; what is the same on both, once."""
    files = {}
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if old is not None and old != new:
            files[lang.gettext("{fil} (før endringen)").format(fil=path)] = old
        caption = lang.gettext("{fil} (etter endringen)") if old != new else "{fil}"
        files[caption.format(fil=path)] = f"# {lang.gettext('Filen er slettet.')}\n" if new is None else new
    return files


def read_example(example: Path, lang: str) -> Example:
    """Give an example's files, and what planlint says of it in a language."""
    files = _read(example)
    if (example / BASE).is_dir():
        files = _captioned(_read(example / BASE), files, language(lang))
    return Example(example.name.partition("-")[2], files, _output(example, lang))
