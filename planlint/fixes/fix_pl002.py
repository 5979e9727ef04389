"""PL002: save a file in another character set as UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.fixes.fix import proposal
from planlint.source import UnreadableError, parse

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source

_SETS = {"utf16": ("utf-16", True), "windows": ("cp1252", False)}
_NAMES = {"utf-16": "UTF-16", "cp1252": "Windows-1252"}


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """UTF-16 says itself what it is; of Windows' set one can only say that the file then makes sense."""
    known = _SETS.get(item.finding.variant)
    raw = source.system.contents[item.place.file]
    if known is None or not isinstance(raw, bytes):
        return None
    try:
        text = raw.decode(known[0])
        parse(text)
    except (UnicodeDecodeError, UnreadableError):
        return None
    return proposal(
        item, N_("lagret som UTF-8 (var {tegnsett})"), safe=known[1],
        files={item.place.file: text.encode()}, tegnsett=_NAMES[known[0]],
    )  # fmt: skip
