"""Which revision the files are from, and what has happened to each: asked of git once, left out where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from planlint.change.git import GitError, changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.text import Language


@dataclass(frozen=True, slots=True)
class FileChange:
    """A change of a file: the day, what was said of it, and the commit."""

    dato: str
    tekst: str
    sha: str


@dataclass(frozen=True, slots=True)
class PlansVersion:
    """The newest commit that touched plans/, its day, and the history of each file; empty where there is no git."""

    sha: str = ""
    dato: str = ""
    endringer: Mapping[str, tuple[FileChange, ...]] = field(default_factory=dict)


def plans_version(root: Path, lang: Language) -> PlansVersion:
    """Ask git about the files in plans/."""
    try:
        found = changes(root, "plans")
    except GitError:
        return PlansVersion()
    if not found:
        return PlansVersion()

    def day(text: str) -> str:
        return lang.dato(date.fromisoformat(text))

    newest = next(iter(found.values()))[0]
    return PlansVersion(
        newest.sha,
        day(newest.day),
        {
            path: tuple(FileChange(day(change.day), change.subject, change.sha) for change in history)
            for path, history in found.items()
        },
    )
