"""What somebody most likely meant: the nearest of a few hundred words, and the id that a title should have."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUTOFF = 0.82
_CUTOFF_SHORT = 0.6
_SHORT = 12
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Give the candidate most like `word`, or "" when none is near; equally near ones go by the alphabet."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a faulty plan system pays for it

    cutoff = _CUTOFF_SHORT if len(word) <= _SHORT else _CUTOFF
    folded = {candidate.casefold(): candidate for candidate in sorted(candidates, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


def slug(title: str) -> str:
    """Give the id that a title or a file name should have."""
    text = unicodedata.normalize("NFC", title).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text)
    # A letter that has no ASCII is left out; what is no letter, like the dash in 2024–2027, parts words.
    text = "".join(char for char in text if char.isascii() or not (char.isalnum() or unicodedata.combining(char)))
    return "-".join(re.findall(r"[a-z0-9]+", text))
