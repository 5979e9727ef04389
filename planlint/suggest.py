"""«Mente du …?»: the nearest of a few hundred words, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUTOFF = 0.82
_CUTOFF_SHORT = 0.6
_SHORT = 12


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Give the candidate most like `word`, or "" when none is near; equally near ones go by the alphabet."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a faulty plan system pays for it

    cutoff = _CUTOFF_SHORT if len(word) <= _SHORT else _CUTOFF
    folded = {candidate.casefold(): candidate for candidate in sorted(candidates, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""
