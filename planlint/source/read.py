"""From bytes to text: UTF-8 only, a byte order mark and CRLF accepted, large files refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planlint.diagnostic import Span

MAX_BYTES = 256 * 1024
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
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


def lines(text: str) -> list[str]:
    """Split where YAML 1.1's line breaks are, as the parser counts lines."""
    return _BREAK.split(text)


def _bad_byte(raw: bytes, at: int) -> Issue:
    before = raw[:at].decode("utf-8", errors="replace")
    found = lines(before)
    line, column = len(found), len(found[-1]) + 1
    byte = raw[at : at + 1]
    guess = byte.decode("cp1252", errors="replace")
    variant = "windows" if guess.isprintable() and guess != "\ufffd" else ""
    args: dict[str, object] = {"byte": f"0x{byte[0]:02X}", "tegn": guess, "nummer": at + 1}
    return Issue("PL002", variant, Span(line, column, line, column + 1), args)


def decode(raw: bytes) -> str:
    """Give the text of a file.

    Raises UnreadableError: PL010 when it is over MAX_BYTES, PL002 when it is not UTF-8.
    """
    start = Span(1, 1, 1, 1)
    if len(raw) > MAX_BYTES:
        args: dict[str, object] = {"kib": len(raw) // 1024, "grense": MAX_BYTES // 1024}
        raise UnreadableError(Issue("PL010", "stor", start, args))
    if encoding := _BOMS.get(raw[:2]):
        raise UnreadableError(Issue("PL002", "utf16", start, {"tegnsett": encoding}))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(_bad_byte(raw, error.start)) from None
