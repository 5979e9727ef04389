"""Shares, and what a share is held against."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Share(NamedTuple):
    """So many of so many."""

    antall: int
    av: int

    @property
    def percent(self) -> Fraction:
        """The share in percent, exactly; of nothing, all."""
        return Fraction(100 * self.antall, self.av) if self.av else Fraction(100)


class CoverageDemand(NamedTuple):
    """What the coverage is held against: a percentage, and the coverage at a revision, which goes by its name."""

    minst: float | None = None
    base: str = ""
    foer: Share | None = None

    def is_reached(self, share: Share) -> bool:
        """Tell whether a share reaches the percentage."""
        return self.minst is None or share.percent >= self.minst

    def is_kept(self, share: Share) -> bool:
        """Tell whether a share is at least what it was."""
        return self.foer is None or share.percent >= self.foer.percent

    def holds(self, share: Share) -> bool:
        """Tell whether a share meets both."""
        return self.is_reached(share) and self.is_kept(share)
