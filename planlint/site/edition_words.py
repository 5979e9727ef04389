"""The words of an edition: where a page's own text says «today» or «now», it means the day that the edition shows.

The texts are written for today's site. In an edition the word for today becomes «that day», in each language. Only the
program's own texts are read so; what a file says of a plan is never touched.
"""

from __future__ import annotations

import re

from planlint.text import Language

_DAYS = {
    "nb": {"dagen i dag": "dagen", "i dag": "den dagen", "nå": "den dagen"},
    "nn": {"dagen i dag": "dagen", "i dag": "den dagen", "no": "den dagen"},
    "en": {"is today": "is the day", "today": "on that day", "now": "on that day"},
}
_NOT_AFTER = r"(?<!\bå )"
"""Norwegian «å nå» is to reach, which has nothing to do with now."""


class EditionLanguage(Language):
    """A language in which today is the day of an edition."""

    def __init__(self, code: str) -> None:
        """Choose a language of LANGUAGES."""
        super().__init__(code)
        self._said = _DAYS[code]
        self._words = re.compile(rf"{_NOT_AFTER}\b(?:{'|'.join(map(re.escape, self._said))})\b", re.IGNORECASE)

    def _on_day(self, text: str) -> str:
        return self._words.sub(lambda found: self._as_written(found[0]), text)

    def _as_written(self, word: str) -> str:
        meant = self._said[word.lower()]
        return meant[:1].upper() + meant[1:] if word[:1].isupper() else meant

    def gettext(self, text: str) -> str:
        """Translate a text; today becomes that day."""
        return self._on_day(super().gettext(text))

    def choose(self, one: str, many: str, number: int) -> str:
        """Translate a text in the form that a number asks for; today becomes that day."""
        return self._on_day(super().choose(one, many, number))
