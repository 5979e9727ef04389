"""Numbers as people write them: in quotes, with a comma, with blanks between the thousands."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d+)?")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?")
_THOUSANDS = 3


class ReadNumber(NamedTuple):
    """A number, and whether it cannot be another: 1,234 may be a thousand to somebody."""

    value: int | float
    safe: bool


def read(text: Any) -> ReadNumber | None:
    """Read a number; None where it is none, or has a unit."""
    if not isinstance(text, str):
        return None
    whole = text.strip().replace("\u2212", "-")
    if _GROUPED.fullmatch(whole):
        whole = re.sub(r"\s", "", whole)
    before, comma, decimals = whole.partition(",")
    plain = f"{before}.{decimals}" if comma else whole
    if not _PLAIN.fullmatch(plain):
        return None
    return ReadNumber(float(plain) if "." in plain else int(plain), safe=len(decimals) != _THOUSANDS)
