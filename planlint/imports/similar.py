"""Titles that are so like one another that they may mean the same plan, in time that does not grow with the square.

Each title is held against all others as long as a run has time for it: some thousands against some thousands. After
that it is held against those that share one of its rarest words.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING

from planlint.imports.cells import need_kontor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_ALIKE = 86
_MOST = 3
_COMPARED = 4_000_000
"""How many titles may be held against each other in one run: about two seconds."""
_NEAR = 300
"""How many are held against one after that."""


def similar(title: str, among: Iterable[str]) -> list[str]:
    """Give the few titles (folded) that are so like one that they may mean the same plan, the likest first."""
    fuzz, process = need_kontor("rapidfuzz.fuzz"), need_kontor("rapidfuzz.process")
    found = process.extract(title, [*among], scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=_MOST)
    return [name for name, _, _ in found]


class SimilarTitles:
    """Titles (folded) that others may be like."""

    def __init__(self, titles: Iterable[str] = (), most: int = _COMPARED) -> None:
        """Begin with some titles; `most` is how many comparisons there is time for."""
        self._left = most
        self._words: dict[str, list[str]] = defaultdict(list)
        for title in titles:
            self.add(title)

    def add(self, title: str) -> None:
        """Know one more title."""
        for word in dict.fromkeys(title.split()):
            self._words[word].append(title)

    def to(self, title: str, among: Sequence[Collection[str]]) -> list[str]:
        """Give the few that are most like a title, of those in some collections (sets, or groups by title)."""
        number = sum(map(len, among))
        if number <= self._left:
            self._left -= number
            return similar(title, chain(*among))
        words = sorted({*title.split()} & self._words.keys(), key=lambda word: (len(self._words[word]), word))
        near = dict.fromkeys(islice(chain(*map(self._words.__getitem__, words)), _NEAR))
        return similar(title, [name for name in near if any(name in those for those in among)])
