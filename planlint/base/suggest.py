"""What somebody most likely meant: the nearest of some words, and the id that a title should have."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUTOFF = 0.82
_CUTOFF_SHORT = 0.6
_SHORT = 12
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


_COMPARED = 300_000
"""How many letters may be held against each other in one run for what is more than one slip of the pen: 0.2 s."""
_INDEXED = 100
"""Longer names are only compared, for each takes as many places in the index as it has letters."""
_MOST_SLIPS = 20


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Give the candidate most like `word`, or "" when none is near; equally near ones go by the alphabet.

    For one question among few words. Who asks many times about the same ones keeps a `Spelling`.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a faulty plan system pays for it

    cutoff = _CUTOFF_SHORT if len(word) <= _SHORT else _CUTOFF
    folded = {candidate.casefold(): candidate for candidate in sorted(candidates, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


class Spelling:
    """Names that many words may be misspellings of, in time that grows with the words and the names, not their product.

    A slip of the pen (a letter too many, too few, another, in another place) is looked up. What is further off is
    compared with every name, as `nearest` does, until as many letters have been compared as a run may
    take; after that a word that is further off has no suggestion.
    """

    def __init__(self, candidates: Iterable[str]) -> None:
        """Keep the names; nothing is done with them before somebody asks."""
        self._names = sorted(set(candidates))
        self._left = _COMPARED

    @cached_property
    def _slips(self) -> dict[str, list[str]]:
        """Give the names by themselves with any one letter left out, and as they are."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            folded = name.casefold()
            for text in _without_one(folded) if len(folded) <= _INDEXED else ():
                found[text].append(name)
        return found

    @cached_property
    def _letters(self) -> int:
        return sum(map(len, self._names))

    def nearest(self, word: str) -> str:
        """Give the name most like a word, or "" when none is near enough, or there is no more time to look."""
        folded = word.casefold()
        texts = _without_one(folded) if len(folded) <= _INDEXED + 1 else ()
        slips = {name for text in texts for name in self._slips.get(text, ())}
        if found := nearest(word, sorted(slips)[:_MOST_SLIPS]):
            return found
        if self._left <= 0:
            return ""
        self._left -= self._letters + len(self._names) + len(word)
        return nearest(word, self._names)


def _without_one(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def slug(title: str) -> str:
    """Give the id that a title or a file name should have."""
    text = unicodedata.normalize("NFC", title).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text)
    # A letter that has no ASCII is left out; what is no letter, like the dash in 2024–2027, parts words.
    text = "".join(char for char in text if char.isascii() or not (char.isalnum() or unicodedata.combining(char)))
    return "-".join(re.findall(r"[a-z0-9]+", text))
