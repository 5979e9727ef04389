"""An edit that was broken off: whether its journal is one that planlint wrote here, or came with somebody's files.

What a journal names is put back, or deleted. So it holds a mark that no file can bring with it: the number and the
moment that this machine's file system gave to the file beside it. A journal out of git, an archive or a copy has
another.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message
from planlint.source.find import JOURNAL, JOURNAL_FOLDER
from planlint.source.read import read_file

if TYPE_CHECKING:
    from pathlib import Path

MARKED = ".gitignore"
_MAX_BYTES = 16 << 20  # a line for each file that changes


def mark(folder: Path) -> list[int]:
    """Give what only the file system knows of the file that lies beside the journal. Raises OSError."""
    facts = (folder / MARKED).lstat()
    return [facts.st_ino, facts.st_ctime_ns]


def read_journal(root: Path) -> Any:
    """Give what the journal says, None where it cannot be read. Raises OSError, NotReadError for what is no file."""
    try:
        return json.loads(read_file(root / JOURNAL, _MAX_BYTES))
    except (ValueError, RecursionError):
        return None


def is_ours(root: Path) -> bool:
    """Tell whether the journal is one that planlint wrote in this folder on this machine."""
    folder = root / JOURNAL_FOLDER
    try:
        said = read_journal(root)
        return not folder.is_symlink() and isinstance(said, dict) and said.get("merke") == mark(folder)
    except OSError:
        return False


def not_ours() -> Message:
    """Say why a journal is not acted on, and what to do."""
    text = N_(
        "mappen {mappe} er ikke laget av planlint på denne maskinen, så ingenting blir satt tilbake etter den. Den kan "
        "ha fulgt med en endring fra andre, eller med en kopi. Se etter hvor den kommer fra, og slett den"
    )
    return Message.of_text(text, mappe=JOURNAL_FOLDER)


def broken_off(root: Path) -> Message | None:
    """Tell why the files cannot be read as they are; None where no change was broken off in the middle."""
    if not os.path.lexists(root / JOURNAL):
        return None
    if is_ours(root):
        text = N_("En endring av filene ble avbrutt midt i. Kjør den på nytt, så blir filene først satt tilbake.")
        return Message.of_text(text)
    return Message.of_text(N_("Filene leses ikke: {feil}."), feil=not_ours())
