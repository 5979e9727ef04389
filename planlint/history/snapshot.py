"""A plan system as it was at a git revision, laid out in a temporary folder; nothing is checked out."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from planlint.history.git import GitError, commit, contents, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = "plans"


def _files(root: Path, rev: str) -> dict[str, bytes]:
    """Give what every file in plans/ held at a revision, by path. Raises GitError."""
    found = tree(root, commit(root, rev), _FOLDER)
    if not found:
        message = f"Det er ingen mappe {_FOLDER}/ i versjonen {rev}."
        raise GitError(message)
    blobs = contents(root, found.values())
    if any(blob not in blobs for blob in found.values()):
        message = f"Ikke alle filene i versjonen {rev} er hentet hit. Hent hele historien (i CI: fetch-depth: 0)."
        raise GitError(message)
    return {path: blobs[blob] for path, blob in found.items() if ".." not in PurePosixPath(path).parts}


@contextmanager
def snapshot(root: Path, rev: str) -> Iterator[Path]:
    """Lay out the plan system of a folder as it was at a revision; give the folder that holds it, until we leave.

    Raises GitError when there is no git, no such revision, or no plan system in it.
    """
    files = _files(root, rev)
    with tempfile.TemporaryDirectory(prefix="planlint-") as folder:
        for path, data in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield Path(folder)
