"""A plan system as it was at a git revision, read into memory; nothing is checked out or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.history.git import GitError, commit, contents, merge_base, tree
from planlint.source.find import PLANS, pick_files
from planlint.system.system import System, system_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def system_at(root: Path, rev: str, today: date) -> System:
    """Give the plan system of a folder as it was at a revision, on a day.

    Raises GitError when there is no git, no such revision, or no plan system in it.
    """
    blobs = tree(root, commit(root, rev), PLANS)
    files = pick_files(blobs)
    if not files:
        message = f"Det er ingen filer i {PLANS}/ i versjonen {rev}."
        raise GitError(message)
    blobs = {file.path: blobs[file.path] for file in files}
    texts = contents(root, blobs.values())
    if any(blob not in texts for blob in blobs.values()):
        message = f"Ikke alle filene i versjonen {rev} er hentet hit. Hent hele historien (i CI: fetch-depth: 0)."
        raise GitError(message)
    return system_of(root, files, {path: texts[blob] for path, blob in blobs.items()}, today)


def parted(root: Path, base: str, head: str = "HEAD") -> str:
    """Give the commit that a change began from: where `head` left `base`, so that what came later is not its doing.

    Where that is not here (a shallow clone), `base` itself. Raises GitError.
    """
    one, other = commit(root, base), commit(root, head)
    return merge_base(root, one, other) or one
