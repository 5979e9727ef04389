"""The repository that a plan system lies in, as far as files alone tell: git itself is asked in `planlint.change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = 4096


def is_sparse(root: Path) -> bool:
    """Tell whether the repository of a folder has ever been told to check out only a part of its files."""
    return any((place / "info/sparse-checkout").exists() for place in _repositories(root))


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
