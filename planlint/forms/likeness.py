"""How well some words name a plan or a goal: its title without the years, words of it, words with a slip of the pen.

Nothing is taken that fits two equally well: then both are shown. What is taken by less than the title or the id is told
in the answer, so that whoever wrote it sees how it was read.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from planlint.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.model import Enhet

_SMALL = frozenset((
    "i", "for", "og", "av", "til", "den", "det", "de", "en", "et", "ei", "på", "om", "er", "som", "med", "å",
    "skal", "har", "vi", "vår", "våre", "kommune", "kommunes", "kommunens", "kommunen", "sin",
))  # fmt: skip
"""Words that tell nothing apart."""
_KINDS = frozenset((
    "plan", "planen", "planer", "plana", "strategi", "strategien", "handlingsplan", "handlingsplanen",
    "temaplan", "temaplanen", "melding", "meldingen", "program", "programmet", "kommunedelplan",
    "kommunedelplanen", "mål", "målet", "hovedmål", "delmål",
))  # fmt: skip
"""Words that name no plan by themselves."""
_ENDINGS = ("", "en", "et", "a", "ene", "er", "s", "n", "t", "ens", "ets")
_CERTAIN, _LONG, _PART = 6, 12, 5
"""So many letters has a word in which a slip is seen, and two; so many a part of a word that is shown."""
_SHOWN = 3
_SHORT_YEAR = 2
_NEAR, _SHARED = 0.55, 0.3


def _words(text: str, empty: Iterable[str] = ()) -> list[str]:
    left_out = _SMALL.union(empty)
    words = fold(text).split()
    return [word for word in words if word not in left_out] or words


def _is_year(word: str) -> bool:
    return re.fullmatch(r"(?:19|20|21)?\d\d", word) is not None


def _ends_otherwise(one: str, other: str) -> bool:
    """Tell whether two words are the same, but for an ending of a noun."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def _has_slip(one: str, other: str) -> bool:
    """Tell whether two long words differ by a slip of the pen: a letter more, less, another, or two that changed."""
    short = min(len(one), len(other))
    if short < _CERTAIN or abs(len(one) - len(other)) > 1 or one.isdecimal() or other.isdecimal():
        return False
    return _slips(one, other) <= (2 if short >= _LONG else 1)


def _slips(one: str, other: str) -> int:
    """Give the number of slips between two words (letters in, out, changed, and neighbours that changed places)."""
    before, last = list[int](), list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        row = [at]
        for place, there in enumerate(other, 1):
            best = min(last[place] + 1, row[place - 1] + 1, last[place - 1] + (sign != there))
            if at > 1 and place > 1 and sign == other[place - 2] and one[at - 2] == there:
                best = min(best, before[place - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


def _fit(said: Sequence[str], words: Sequence[str]) -> int | None:
    """Give how well words that are said fit a title's: 0 is all of it but years, 1 some of it, 2 and 3 with slips."""
    slip = 0
    for word in said:
        if any(_ends_otherwise(word, other) for other in words if not word.isdecimal() or word == other):
            continue
        if len(word) == _SHORT_YEAR and any(_is_year(other) and other.endswith(word) for other in words):
            continue  # «2023-30»
        if not any(_has_slip(word, other) for other in words):
            return None
        slip = 2
    rest = [word for word in words if not _is_year(word)]
    whole = all(any(_ends_otherwise(word, other) or _has_slip(word, other) for other in said) for word in rest)
    return slip + (not whole)


def fitting(text: str, known: Sequence[Enhet], empty: Iterable[str] = ()) -> list[Enhet]:
    """Give those that a text names by words of the title or the id, equally well; none that fits less well."""
    said = _words(text, empty)
    if all(word in _KINDS or len(word) < _PART for word in said):
        return []
    found: dict[int, list[Enhet]] = {}
    for one in known:
        fits = [_fit(said, _words(name, empty)) for name in (one.tittel, one.id)]
        if any(fit is not None for fit in fits):
            found.setdefault(min(fit for fit in fits if fit is not None), []).append(one)
    return found[min(found)] if found else []


def candidates(text: str, known: Sequence[Enhet], empty: Iterable[str] = ()) -> list[Enhet]:
    """Give at most three that somebody may have meant, the likeliest first."""
    words = [word for word in _words(text, empty) if not _is_year(word)]
    said = [word for word in words if word not in _KINDS] or words
    scored = []
    for one in known:
        names = [[word for word in _words(name, empty) if not _is_year(word)] for name in (one.tittel, one.id)]
        shared = sum(any(_touches(word, other) for name in names for other in name) for word in said)
        like = max(SequenceMatcher(None, " ".join(said), " ".join(name)).ratio() for name in names)
        if shared or like >= _NEAR:
            scored.append((-like - _SHARED * shared / max(len(said), 1), one.id, one))
    return [one for *_, one in sorted(scored, key=lambda score: score[:2])[:_SHOWN]]


def _touches(word: str, other: str) -> bool:
    """Tell whether a word is another, or a long part of it."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= _PART and short in long) or _has_slip(word, other)
