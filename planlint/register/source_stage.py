"""How far the sources of a plan say that it has come, and which of them is behind another (for PL802)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model import TidspunktValue


class Said(NamedTuple):
    """How far a source says that a plan has come, and when the source came out; None where nobody knows."""

    at: int
    kilde: str
    stage: int
    utgitt: TidspunktValue | None

    @property
    def first_day(self) -> date:
        """The day that it came out at the earliest, to be held against what says more; the last there is if unknown."""
        return self.utgitt.start if self.utgitt else date.max

    @property
    def last_day(self) -> date:
        """The day that it came out at the latest, to be held against what says less; the first there is if unknown."""
        return self.utgitt.slutt if self.utgitt else date.min


def is_behind(one: Said, other: Said) -> bool:
    """Tell whether a source says less far than another, and is not simply the older of the two."""
    return one.kilde != other.kilde and one.stage < other.stage and one.first_day >= other.last_day


def first_behind(said: list[Said]) -> tuple[Said, Said] | None:
    """Give the first two, in the order of the file, of which one is behind the other (`is_behind`)."""
    first: Said | None = None
    latest: dict[int, list[Said]] = defaultdict(list)
    earliest: dict[int, list[Said]] = defaultdict(list)
    for one in reversed(said):
        above = (other for stage in earliest if stage > one.stage for other in earliest[stage])
        below = (other for stage in latest if stage < one.stage for other in latest[stage])
        if any(is_behind(one, other) for other in above) or any(is_behind(other, one) for other in below):
            first = one
        latest[one.stage] = _two(latest[one.stage], one, lambda each: -each.first_day.toordinal())
        earliest[one.stage] = _two(earliest[one.stage], one, lambda each: each.last_day.toordinal())
    if first is None:
        return None
    after = said[said.index(first) + 1 :]
    return first, next(other for other in after if is_behind(first, other) or is_behind(other, first))


def _two(best: list[Said], one: Said, key: Callable[[Said], int]) -> list[Said]:
    """Give the best of some and one more, and the best of another source than that."""
    first, *others = sorted([*best, one], key=key)
    return [first, *[other for other in others if other.kilde != first.kilde][:1]]
