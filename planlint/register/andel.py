"""Shares, and what a share is held against."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Andel(NamedTuple):
    """So many of so many."""

    antall: int
    av: int

    @property
    def prosent(self) -> Fraction:
        """The share in percent, exactly; of nothing, all."""
        return Fraction(100 * self.antall, self.av) if self.av else Fraction(100)


class Krav(NamedTuple):
    """What the coverage is held against: a percentage, and the coverage at a revision, which goes by its name."""

    minst: float | None = None
    base: str = ""
    foer: Andel | None = None

    def over_grensen(self, share: Andel) -> bool:
        """Tell whether a share reaches the percentage."""
        return self.minst is None or share.prosent >= self.minst

    def ikke_ned(self, share: Andel) -> bool:
        """Tell whether a share is at least what it was."""
        return self.foer is None or share.prosent >= self.foer.prosent

    def holder(self, share: Andel) -> bool:
        """Tell whether a share meets both."""
        return self.over_grensen(share) and self.ikke_ned(share)
