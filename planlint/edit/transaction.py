"""Change several files: all of them or none, also when the machine stops in the middle.

New and old contents are first written to a hidden folder, then a journal that names the files. From then on the change
is in progress: files are put in place one by one, and the change is made when the journal is gone. Whoever finds a
journal takes every file back to what it was.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Message, why
from planlint.edit import journal
from planlint.edit.error import EditError
from planlint.edit.journal import is_left, is_pending
from planlint.source import JOURNAL, JOURNAL_FOLDER as FOLDER, PLANS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BUSY = N_("en annen planlint holder på å endre filene. Prøv igjen om litt")


def apply(root: Path, changes: Mapping[str, bytes | None], was: Mapping[str, bytes | None] | None = None) -> None:
    """Write files by their paths from the root; None deletes. All are written or, by EditError, none.

    `was` is what the caller read of them: a file that has become another since is not written over.
    """
    if not changes:
        return
    root = root.resolve()
    try:
        with _alone(root):
            journal.recover(root)
            entries = [journal.look(root, path) for path in sorted(changes)]
            journal.stage(root, entries, changes, was or {})
            _carry_out(root, entries, changes)
    except OSError as error:
        name = _named(root, error)
        text = N_("kan ikke skrive {fil}: {grunn}. Ingen filer er endret")
        raise EditError(text, fil=name or N_("filene"), grunn=why(error)) from None


def recover(root: Path) -> bool:
    """Take back a change that was broken off, and sweep; tell whether files were changed. Raises EditError."""
    root = root.resolve()
    if not is_left(root):
        return False
    begun = is_pending(root)
    try:
        with _alone(root):
            journal.recover(root)
    except OSError as error:
        raise _stuck(error) from None
    return begun


def left_behind(root: Path) -> Message | None:
    """Tell of what a change that never began has left; None where there is nothing, or it is still being made.

    One that did begin stops whoever reads the files, before this can be asked.
    """
    root = root.resolve()
    if not is_left(root):
        return None
    try:
        with _alone(root):
            pass
    except (EditError, OSError):
        return None
    text = N_("En endring ble avbrutt, og {mappe}/ ligger igjen. Neste endring med planlint rydder opp.")
    return Message.of_text(text, mappe=FOLDER)


def _stuck(error: OSError) -> EditError:
    text = N_("en endring ble avbrutt, og filene kan ikke settes tilbake ennå: {grunn}. Prøv igjen")
    return EditError(text, grunn=why(error))


def _named(root: Path, error: OSError) -> str:
    if error.filename is None:
        return ""
    path = Path(os.fsdecode(error.filename2 or error.filename))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keep other editing commands out; the lock goes with the process. Where there are no locks, hope."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:  # pragma: no cover - as above
        yield
        return
    (root / PLANS).mkdir(exist_ok=True)
    handle = os.open(root / PLANS, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise EditError(_BUSY) from None
    try:
        yield
    finally:
        os.close(handle)


def _carry_out(root: Path, entries: list[journal.JournalEntry], changes: Mapping[str, bytes | None]) -> None:
    """Put every file in place; where one cannot be, take all of them back."""
    try:
        for number, entry in enumerate(entries):
            target = root / entry.path
            if changes[entry.path] is None:
                target.unlink(missing_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                (root / FOLDER / f"ny-{number}").replace(target)
        journal.sync_all(root, entries)
        (root / JOURNAL).unlink()
    except BaseException:
        try:
            journal.take_back(root, entries)
        except OSError as error:
            raise _stuck(error) from None
        raise
    with suppress(OSError):  # the change is made; what is left is swept by the next one
        journal.sync(root / FOLDER)
        journal.clear(root)
