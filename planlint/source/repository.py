"""The repository that a plan system lies in, as far as files alone tell: git itself is asked in `planlint.change`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = 4096


def is_sparse(root: Path) -> bool:
    """Tell whether the repository of a folder has ever been told to check out only a part of its files."""
    return any((place / "info/sparse-checkout").exists() for place in _repositories(root))


def embedded(root: Path) -> Path | None:
    """Give a folder on the way up to the repository that git would take for one itself, for its files look so.

    Anybody can put such files into a tree: what git read there, its settings too, would be theirs.
    """
    for folder in (root.resolve(), *root.resolve().parents):
        if os.path.lexists(folder / ".git"):
            return None
        if os.path.lexists(folder / "HEAD") and any(map(os.path.lexists, (folder / "objects", folder / "commondir"))):
            return folder
    return None


def _repositories(root: Path) -> Iterator[Path]:
    """Yield where the repository of a folder keeps its own things, looked for upwards."""
    for folder in (root, *root.resolve().parents):
        found = folder / ".git"
        if found.is_dir():
            yield found
        elif found.is_file():  # a worktree of another repository says where
            with found.open("rb") as file:
                said = file.read(_HEAD).decode(errors="surrogateescape")
            yield folder / said.partition(":")[2].strip()
