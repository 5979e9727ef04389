"""A plan system with some of its files replaced: what says the same is not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.source import SourceFile, pick_files
from planlint.system import system_of, unchanged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.system import System


def replaced(system: System, changes: Mapping[str, bytes | OSError | None], today: date) -> System:
    """Give a plan system as it is when files have other bytes, or (None) are gone, linked on a day.

    It is what opening a folder with these files gives. Raises UsageError where they are in a newer format than planlint
    reads.
    """
    contents = {path: raw for path, raw in system.contents.items() if path not in changes}
    contents |= {path: raw for path, raw in changes.items() if raw is not None}
    return system_of(system.root, listed(contents), contents, today, unchanged(system, contents))


def listed(contents: Mapping[str, bytes | OSError]) -> list[SourceFile]:
    """Give the files of a plan system among what was read: those with YAML's names, and folders that are links."""
    files = pick_files(contents)
    picked = {file.path for file in files}
    links = [SourceFile(path, "") for path, raw in contents.items() if isinstance(raw, OSError) and path not in picked]
    return sorted([*files, *links], key=lambda file: file.path)
