"""Which revision the files are from, and what has happened to each plan: asked of git once, left out without it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from planlint.change.file_history import plan_changes
from planlint.change.git import GitError, changes
from planlint.change.register_history import register_changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.change.file_history import PlanChange
    from planlint.change.register_history import RegisterChange
    from planlint.text import Language


@dataclass(frozen=True, slots=True)
class PlansVersion:
    """The newest commit that touched plans/, its day, the changes of each plan's file and of the register as a whole.

    Empty without git.
    """

    sha: str = ""
    dato: str = ""
    endringer: Mapping[str, tuple[PlanChange, ...]] = field(default_factory=dict)
    samlet: tuple[RegisterChange, ...] = ()


def plans_version(root: Path, lang: Language, *, with_changes: bool = False) -> PlansVersion:
    """Ask git about the files in plans/; `with_changes` reads what has happened to each of them, too."""
    try:
        found = changes(root, "plans")
        told = plan_changes(root) if found and with_changes else {}
        samlet = register_changes(root) if found and with_changes else ()
    except GitError:
        return PlansVersion()
    if not found:
        return PlansVersion()
    newest = next(iter(found.values()))[0]
    return PlansVersion(newest.sha, lang.dato(date.fromisoformat(newest.day)), told, samlet)
