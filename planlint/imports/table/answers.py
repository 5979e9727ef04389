"""What the user has answered about a table, and whether each answer was about anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from planlint.imports.fold_words import fold

ALL = "*"
LONG = 20
"""A beginning that is to mean the whole text is longer than this."""
SHORT = 8
"""The same for a line of a table: one beginning that is of several lines is told of as a fault."""


class UserAnswers(Mapping[str, str]):
    """UserAnswers by the folded words that they are about, `*` for all others; `unused` are those nobody asked for.

    `given` are those of this run: only they are told of when they were about nothing.
    """

    def __init__(
        self, given: Mapping[str, str], remembered: Mapping[str, str] | None = None, least: int = LONG
    ) -> None:
        """Lay this run's answers over those of earlier runs; a beginning is longer than `least`."""
        self.least = least
        self.words = {**(remembered or {}), **given}
        self.given = dict(given)
        self._by = {(ALL if word.strip() == ALL else fold(word)): value for word, value in self.words.items()}
        self._asked: set[str] = set()
        self._exact: set[str] = set()
        self._others: set[str] = set()
        self._begun: dict[str, dict[str, str]] = defaultdict(dict)

    def __getitem__(self, word: str) -> str:
        """Give the answer for a folded text; it counts as used."""
        value = self._by[word]
        self._asked.add(word)
        return value

    def __contains__(self, word: object) -> bool:
        """Tell whether there is an answer, without using it."""
        return word in self._by

    def __iter__(self) -> Iterator[str]:
        """Yield the folded texts."""
        return iter(self._by)

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._by)

    def add(self, texts: Iterable[str]) -> None:
        """Learn texts of the file: an answer that is one of them whole is about that one, and begins no other."""
        self._exact |= {fold(text) for text in texts} & {*self._by}

    def answer(self, text: str, *, others: bool = True) -> str:
        """Give the answer for a text: its own, one for its beginning, or (with `others`) the one for all; else ""."""
        if key := self._own(text):
            if key != fold(text):
                self._begun[key][fold(text)] = " ".join(text.split())
            return self[key]
        return self.get(ALL, "") if others else ""

    def for_others(self, text: str, *, is_asked: bool) -> str:
        """Give the answer for all others where a text is asked about, or was when the file was read the first time."""
        if is_asked:
            self._others.add(fold(text))
        return self.get(ALL, "") if fold(text) in self._others else ""

    def has(self, text: str) -> bool:
        """Tell whether an answer is about a text itself, or its beginning, without using it."""
        return bool(self._own(text))

    def _own(self, text: str) -> str:
        """Give the folded words of the answer for a text; "" where only the one for all others may be."""
        word = fold(text)
        if word in self._by and word != ALL:
            return word
        long = (key for key in self._by if len(key) > self.least and key not in self._exact)
        begun = (key for key in long if word.startswith(f"{key} "))
        return max(begun, key=len, default="")

    @property
    def shared(self) -> dict[str, list[str]]:
        """The answers of this run that are the beginning of several texts, with those texts."""
        found = {word: [*self._begun.get(fold(word), {}).values()] for word in self.given}
        return {word: texts for word, texts in found.items() if len(texts) > 1}

    @property
    def unused(self) -> list[str]:
        """The answers of this run that were about nothing."""
        return [
            word
            for word in self.given
            if word.strip() != ALL and (ALL if word.strip() == ALL else fold(word)) not in self._asked
        ]
