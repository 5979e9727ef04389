"""What has become of files that are said to have been changed: their bytes, or that they are gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, why
from planlint.source import PLANS, broken_off, find_files, read_file
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def changed_files(
    root: Path, known: Mapping[str, bytes | OSError], changed: Collection[str]
) -> dict[str, bytes | OSError | None]:
    """Give the files of a plan system that are others than those known, by path; None is one that is gone.

    `changed` are whole paths: those files are read, and what has come or gone is seen from the folder. Where one of
    them is a folder, which may have come with all that is in it, everything is read.

    Raises UsageError where a change of many files was broken off, or the folder cannot be read.
    """
    if half := broken_off(root):
        raise UsageError(half)
    try:
        listed = {file.path for file in find_files(root)} if (root / PLANS).is_dir() else set()
    except OSError as error:
        raise UsageError(
            N_("Mappen {mappe} kan ikke leses: {grunn}."), mappe=error.filename, grunn=why(error)
        ) from None
    named = {path.removeprefix(f"{root}/") for path in changed}
    everything = any(Path(path).is_dir() for path in changed)
    read = listed if everything else (listed & named) | (listed - known.keys())
    return {**dict.fromkeys(known.keys() - listed), **{path: _read(root, path) for path in sorted(read)}}


def _read(root: Path, path: str) -> bytes | OSError | None:
    try:
        return read_file(root / path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error


def changed_names(paths: Iterable[str], root: Path) -> str:
    """Give which files changed, as the user knows them."""
    names = {path.removeprefix(f"{root}/") for path in paths}
    return ", ".join(sorted(names))
