"""What a reading of words must know: the day, the declared bodies and provisions, and the municipality's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.words.fold import fold
from planlint.words.organ import OrganWords

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.model import Plansystem


@dataclass(frozen=True)
class WordContext:
    """The day on which is read, the bodies, own provisions by name, and own words with what they mean."""

    today: date
    organer: OrganWords = field(default_factory=OrganWords)
    bestemmelser: Mapping[str, str] = field(default_factory=dict)
    ord: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, plansystem: Plansystem, today: date) -> WordContext:
        """Give the context of a municipality on a day."""
        own = {fold(item.navn): id_ for id_, item in plansystem.bestemmelser.items()}
        own |= {fold(id_): id_ for id_ in plansystem.bestemmelser}
        return cls(today, OrganWords(plansystem), own, plansystem.ord)

    @cached_property
    def _own(self) -> re.Pattern[str] | None:
        longest = sorted(self.ord, key=lambda word: (-len(word), word))
        pattern = "|".join(re.escape(" ".join(word.split())).replace(r"\ ", r"\s+") for word in longest if word.strip())
        return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None

    def told(self, text: str) -> str:
        """Give a text with the municipality's own words in known ones."""
        known = {fold(word): meaning for word, meaning in self.ord.items()}
        return self._own.sub(lambda match: known.get(fold(match[0]), match[0]), text) if self._own else text
