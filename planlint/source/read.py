"""From a file to bytes, and from bytes to text: plain files only, UTF-8 only, large files refused.

A byte order mark and CRLF are accepted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import LINK, NO_FILE, TOO_LARGE, NotPlainError, Span, read_plain

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 256 * 1024
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_START = Span(1, 1, 1, 1)
_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong with a file's form: the rule's code, which of its texts, where, and the facts."""

    code: str
    variant: str
    span: Span
    args: dict[str, object]
    other: Span | None = None


class UnreadableError(Exception):
    """The file's data cannot be had at all; `issue` says why."""

    def __init__(self, issue: Issue) -> None:
        """Keep the issue."""
        super().__init__(issue.code)
        self.issue = issue


class NotReadError(OSError):
    """planlint does not open the file; `issue` says why."""

    def __init__(self, variant: str, **args: object) -> None:
        """Keep the issue: PL010, of a variant."""
        super().__init__(variant)
        self.issue = Issue("PL010", variant, _START, args)

    def __eq__(self, other: object) -> bool:
        """Tell whether two files are not read for the same reason."""
        return isinstance(other, NotReadError) and self.issue == other.issue

    __hash__ = OSError.__hash__


def too_large(size: int, most: int = MAX_BYTES) -> NotReadError:
    """Give the reason why a file of so many bytes is not read, where `most` is the limit."""
    return NotReadError("stor", kib=size // 1024, grense=most // 1024)


def read_file(path: Path, most: int = MAX_BYTES) -> bytes:
    """Give what is in a plain file.

    Never follows a link (what a stranger's change points to is not theirs to show), never waits for a pipe, and never
    reads much more than the limit, whatever the file grows to. Raises NotReadError, and OSError as reading does.
    """
    try:
        return read_plain(path, most)
    except NotPlainError as error:
        if error.variant == TOO_LARGE:
            raise too_large(error.size, most) from None
        raise NotReadError("lenket_mappe" if error.variant == LINK and path.is_dir() else error.variant) from None
    except IsADirectoryError:
        raise NotReadError(NO_FILE) from None


def lines(text: str) -> list[str]:
    """Split where YAML 1.1's line breaks are, as the parser counts lines."""
    return _BREAK.split(text)


def line_starts(text: str) -> list[int]:
    """Give where each of those lines begins."""
    return [0, *(match.end() for match in _BREAK.finditer(text))]


def _bad_byte(raw: bytes, at: int) -> Issue:
    before = raw[:at].decode("utf-8", errors="replace")
    found = lines(before)
    line, column = len(found), len(found[-1]) + 1
    byte = raw[at : at + 1]
    guess = byte.decode("cp1252", errors="replace")
    variant = "windows" if guess.isprintable() and guess != "\ufffd" else ""
    args: dict[str, object] = {"byte": f"0x{byte[0]:02X}", "tegn": guess, "nummer": at + 1}
    return Issue("PL002", variant, Span(line, column, line, column + 1), args)


def decode(raw: bytes, most: int = MAX_BYTES) -> str:
    """Give the text of a file, of at most so many bytes.

    Raises UnreadableError: PL010 when it is larger, PL002 when it is not UTF-8.
    """
    if len(raw) > most:
        raise UnreadableError(too_large(len(raw), most).issue)
    if encoding := _BOMS.get(raw[:2]):
        raise UnreadableError(Issue("PL002", "utf16", _START, {"tegnsett": encoding}))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(_bad_byte(raw, error.start)) from None
