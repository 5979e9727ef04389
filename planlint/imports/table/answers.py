"""What the user has answered about a table, and whether each answer was about anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planlint.imports.fold_words import fold

ALL = "*"


class UserAnswers(Mapping[str, str]):
    """UserAnswers by the folded words that they are about, `*` for all others; `unused` are those nobody asked for.

    `given` are those of this run: only they are told of when they were about nothing.
    """

    def __init__(self, given: Mapping[str, str], remembered: Mapping[str, str] | None = None) -> None:
        """Lay this run's answers over those of earlier runs."""
        self.words = {**(remembered or {}), **given}
        self.given = dict(given)
        self._by = {(ALL if word.strip() == ALL else fold(word)): value for word, value in self.words.items()}
        self._asked: set[str] = set()

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

    def answer(self, text: str, *, others: bool = True) -> str:
        """Give the answer for a text: its own, one for its beginning, or (with `others`) the one for all; else ""."""
        word = fold(text)
        if found := self.get(word, ""):
            return found
        begun = [key for key in self._by if key not in {ALL, ""} and word.startswith(f"{key} ") and len(key) > _LONG]
        return self[max(begun, key=len)] if begun else self.get(ALL, "") if others else ""

    def get_own(self, text: str) -> str:
        """Give the answer that is about a text itself, and not the one for all others; "" for none."""
        word = fold(text)
        return self[word] if word in self._by else ""

    @property
    def unused(self) -> list[str]:
        """The answers of this run that were about nothing."""
        return [
            word
            for word in self.given
            if word.strip() != ALL and (ALL if word.strip() == ALL else fold(word)) not in self._asked
        ]


_LONG = 20
