"""The numbers in a file's own quotes, and whether a value stands among them as Norwegian texts write numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = re.compile(r"[\u00a0\u2009\u202f]")
_MINUS = re.compile("[\u2212\u2010\u2011\u2012\u2013](?=\\d)")
_NUMBER = re.compile(r"\d")
_YEAR_OR_DAY = re.compile(r"\b(?:\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|(?:19|20)\d\d|\d+/\d+)\b")
_WORDS = {
    0: ("ingen", "null"), 1: ("én",), 2: ("to",), 3: ("tre",), 4: ("fire",), 5: ("fem",), 6: ("seks",),
    7: ("sju", "syv"), 8: ("åtte",), 9: ("ni",), 10: ("ti",), 11: ("elleve",), 12: ("tolv",), 20: ("tjue",),
    50: ("halvparten", "halvere", "halveres", "femti"), 100: ("alle", "samtlige", "alt", "hundre"),
}  # fmt: skip
_TIMES = (1, 1000, 1_000_000)
"""A quote may tell a value in thousands or millions."""


def plain_quotes(quotes: Iterable[str]) -> str:
    """Give quotes as one text, with plain blanks and minus signs."""
    return _MINUS.sub("-", _BLANKS.sub(" ", " … ".join(quotes)))


def has_numbers(text: str) -> bool:
    """Tell whether quotes have any number that is no day, year or case number."""
    return _NUMBER.search(_YEAR_OR_DAY.sub("", text)) is not None


def _pattern(value: float) -> str:
    whole, _, decimals = f"{abs(value):.6f}".partition(".")
    decimals = decimals.rstrip("0")
    digits = f"{int(whole):,}".replace(",", r"[ .']?")
    tail = rf"[.,]{decimals}0*" if decimals else r"(?:[.,]0+)?"
    before = r"(?<![\d.,])-" if value < 0 else r"(?<!\d)(?<!\d[.,])(?<![ (]-)(?<!^-)"
    return rf"{before}{digits}{tail}(?!\d)(?![.,]\d)"


def _is_in_words(value: float, text: str) -> bool:
    words = _WORDS.get(int(value), ()) if value == int(value) else ()
    return any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in words)


def is_quoted(value: float, text: str) -> bool:
    """Tell whether a value stands in a text: «1 234», «12,5», «−57,1», in words, or in thousands or millions."""
    return _is_in_words(value, text) or any(re.search(_pattern(value / unit), text) for unit in _TIMES)
