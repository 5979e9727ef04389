"""Put a finished site in place: all of it or nothing, and pages that are gone are gone."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, beside
from planlint.tables import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ON_THE_WAY = re.compile(r"\.planlint-[0-9a-f]{12}")
_EXCHANGE, _HERE = 2, -100
"""Linux' own numbers: change the names of two files, and look from where we stand."""
MARK = ".planlint-site"
"""A file that says that planlint made the folder, and may replace it."""


def publish_folder(
    out: Path,
    files: Mapping[str, bytes] | Iterable[tuple[str, bytes]],
    finish: Callable[[Path], None],
    mark: str = MARK,
) -> list[str]:
    """Write files into a new folder beside `out`, let `finish` add to it, and put it in the place of `out`.

    Each file is written as it comes: of one that comes twice the last stands. Gives the paths of the files, sorted.
    `mark` is the file that says what made the folder. Raises BuildError when `out` holds something that planlint did
    not make, and OSError when it cannot be written; the old folder is then as it was. Two at once both succeed, and
    the folder is whole: the last one's.
    """
    place = out.resolve()  # where `out` is a link, what it leads to
    with _alone(place.parent):  # else it may be gone for a moment, between the two looks that this takes
        _ours(out, mark)
    fresh = beside(place)
    old = fresh.with_name(f"{fresh.name}.old")
    mine = -1
    try:
        with _told_of(out, fresh):
            place.parent.mkdir(parents=True, exist_ok=True)
            with _alone(place.parent):
                _sweep(place.parent)
                fresh.mkdir()
                mine = hold(fresh)
            fresh.chmod(0o755)
            names = set[str]()
            for name, data in files.items() if isinstance(files, Mapping) else files:
                put_file(fresh / name, data)
                names.add(name)
            put_file(fresh / mark, b"")
            finish(fresh)
            with _alone(place.parent):
                _ours(out, mark)  # as long as it took to get here, anybody may have made it
                _swap(place, fresh, old)
            return sorted(names)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        with _alone(place.parent):
            if place.exists():  # else the old one is all there is
                shutil.rmtree(old, ignore_errors=True)
        if mine >= 0:
            os.close(mine)


def hold(folder: Path) -> int:
    """Take hold of a folder for as long as this process lives; -1 where there are no such locks."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return -1
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return -1
    return handle


def _sweep(parent: Path) -> None:
    """Take away what a process that was killed has left: folders with our names on the way, that nobody holds."""
    for folder in sorted(parent.iterdir()):
        if _ON_THE_WAY.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            handle = hold(folder)
            if handle >= 0:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(handle)


def _ours(out: Path, mark: str) -> None:
    if out.exists() and any(out.iterdir()) and not (out / mark).exists():
        raise BuildError(
            N_("Mappen {mappe} finnes fra før og er ikke laget av planlint. Velg en annen med --out, eller tøm den."),
            mappe=out,
        )


def put_file(path: Path, data: bytes) -> None:
    """Write a file, and the folders above it. Raises OSError, which always tells of the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk is told without one
        raise


@contextmanager
def _told_of(out: Path, fresh: Path) -> Iterator[None]:
    """Tell of a file by the place where it was meant to end, not by its name on the way there."""
    try:
        yield
    except OSError as error:
        path = Path(os.fsdecode(error.filename or out))
        error.filename = str(out / path.relative_to(fresh) if path.is_relative_to(fresh) else path)
        error.filename2 = None
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait for others who put something in place in a folder; the lock goes with the process."""
    handle = -1
    with suppress(ImportError, OSError):  # Windows has no such locks, nor have all network disks: hope
        import fcntl  # noqa: PLC0415 - as above

        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def _swap(place: Path, fresh: Path, old: Path) -> None:
    """Put `fresh` in the place of what is there, which becomes `old`; it is put back if that fails.

    Where the system can, the two change names at one stroke: whoever looks, or pulls the plug, finds one or the other.
    """
    if place.exists() and _exchanged(fresh, place):
        return  # what is called `fresh` now is the old one
    try:
        if place.exists():
            place.rename(old)
        fresh.rename(place)
    except BaseException:
        if old.exists() and not place.exists():
            old.rename(place)
        raise


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change names; tell whether they did."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, TypeError, AttributeError):
        return False  # no Linux, or an old one
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
