"""Reading what may have come with somebody's files: plain files only, never waiting, never much more than the limit.

A link is followed only where the user has named the file on the command line.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from planlint.base.files import write_text
from planlint.base.phrases import N_, Ord

if TYPE_CHECKING:
    from pathlib import Path

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_OPEN = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):  # no system has them all
    _OPEN |= getattr(os, _flag, 0)
LINK, NO_FILE, TOO_LARGE = "lenke", "ingen_fil", "stor"
_REASONS: dict[str, Ord] = {
    LINK: N_("filen er eller ligger i en lenke, og planlint følger ingen lenker"),
    NO_FILE: N_("det er ingen vanlig fil"),
    TOO_LARGE: N_("filen er for stor"),
}


class NotPlainError(OSError):
    """A file that is not opened, or not read to its end; `variant` says why, `size` how large it is."""

    def __init__(self, variant: str, path: Path, size: int = 0) -> None:
        """Keep why, with the reason where the system's own would have stood."""
        super().__init__(0, _REASONS[variant], str(path))
        self.variant, self.size = variant, size


def read_plain(path: Path, most: int, *, follow: bool = False, cut: bool = False) -> bytes:
    """Give what is in a plain file. Raises NotPlainError for a link, a pipe and such, and more than `most` bytes.

    `follow`: a link is followed, for the user has named the file. `cut`: of a larger file, its beginning is given.
    Raises OSError as reading does.
    """
    try:
        if not follow and not _NO_LINKS and path.is_symlink():  # Windows cannot be told to open none
            raise OSError  # noqa: TRY301 - one way out
        handle = os.open(path, _OPEN | (0 if follow else _NO_LINKS))
    except OSError:
        if not follow and path.is_symlink():
            raise NotPlainError(LINK, path) from None
        raise
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise IsADirectoryError(21, "", str(path)) if stat.S_ISDIR(facts.st_mode) else NotPlainError(NO_FILE, path)
        raw = os.read(handle, min(facts.st_size, most) + 1)
        while len(raw) <= most and (more := os.read(handle, most + 1 - len(raw))):
            raw += more
    finally:
        os.close(handle)
    if cut:
        return raw[:most]
    if len(raw) > most:
        raise NotPlainError(TOO_LARGE, path, max(facts.st_size, len(raw)))
    return raw


def no_links(top: Path, path: Path) -> None:
    """See to it that neither a file nor a folder on the way to it from `top` is a link. Raises NotPlainError."""
    for place in (path, *path.parents):
        if place == top:
            return
        if place.is_symlink():
            raise NotPlainError(LINK, path)


def read_within(top: Path, path: Path, most: int) -> bytes | None:
    """Give what is in a plain file somewhere below a folder; None where there is none. Raises OSError."""
    no_links(top, path)
    try:
        return read_plain(path, most)
    except FileNotFoundError:
        return None


def write_within(top: Path, path: Path, text: str) -> None:
    """Write a text to a file somewhere below a folder, through no link, whole or not at all. Raises OSError."""
    no_links(top, path)
    write_text(path, text)
