"""What the sources of a file date that no event of it shows (for PL807, and for what hangs on the same day)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from planlint.base import add_years
from planlint.model import BEGINNING, BESLUTNINGER, VEDTAK
from planlint.register.utsagn import is_announced, is_of_own_year, published_on, read_utsagn
from planlint.register.utsagn_conflicts import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.model import Kildehenvisning, Plan, Planstrategi, TidspunktValue
    from planlint.register.register import Register

_ANNOUNCED = BEGINNING | VEDTAK
_ANNOUNCED_YEARS = 10
"""No source announces a revision, or the beginning of work, further ahead than this; a hearing is told sooner."""
_SOON_YEARS = 3
_ANY = ""
"""Whatever body, where adoptions are counted."""


class _Shown:
    """The days of an entity's events, planned ones too, by kind: whether one meets a time is looked up."""

    def __init__(self, entity: Plan | Planstrategi) -> None:
        by_kind: dict[str, list[TidspunktValue]] = defaultdict(list)
        for event in entity.hendelser:
            by_kind["vedtak" if event.hva in VEDTAK else event.hva].append(event.dato)
        self._starts: dict[str, list[date]] = {}
        self._latest: dict[str, list[date]] = {}
        for kind, days in by_kind.items():
            days.sort(key=lambda day: day.start)
            self._starts[kind] = [day.start for day in days]
            self._latest[kind] = list(accumulate((day.slutt for day in days), max))

        self._votes = _Votes(entity)
        self._told = {(event.hva, event.kilde) for event in entity.hendelser if event.kilde and not event.planlagt}

    def has_another_day(self, item: Kildehenvisning) -> bool:
        """Tell whether an event of the kind that a source dates has that very source, and so another day."""
        return (item.hva, item.kilde) in self._told

    def has_another_kind(self, item: Kildehenvisning, day: TidspunktValue) -> bool:
        """Tell whether an adoption that a source dates is in the events of another kind alone, by that very source."""
        return item.hva in VEDTAK and day.is_day and self._votes.is_another_kind(item, day.start)

    def may_be(self, hva: str, day: TidspunktValue) -> bool:
        """Tell whether an event may be what a source dates: of its kind, and at a time that can be the same."""
        kind = "vedtak" if hva in VEDTAK else hva
        begun = bisect_right(self._starts.get(kind, ()), day.slutt)
        return begun > 0 and self._latest[kind][begun - 1] >= day.start


class _Votes:
    """The adoptions among an entity's events, told by day: how many there are, and how many of each source and kind."""

    def __init__(self, entity: Plan | Planstrategi) -> None:
        self._vague = False
        self._all: Counter[date] = Counter()
        self._sure: Counter[tuple[date, str, str | None, str]] = Counter()
        for event in entity.hendelser:
            if event.hva not in VEDTAK:
                continue
            self._vague |= not event.dato.is_day
            self._all[event.dato.start] += 1
            if event.kilde and not (event.planlagt or event.usikker):
                for organ in dict.fromkeys((event.organ, _ANY)):
                    self._sure[event.dato.start, event.kilde, organ, event.hva] += 1

    def is_another_kind(self, item: Kildehenvisning, day: date) -> bool:
        """Tell whether there are adoptions on a day, all by the source of an entry, of its body and of other kinds."""
        if self._vague or not self._all[day]:
            return False
        bodies = (item.organ, None) if item.organ else (_ANY,)
        others = (self._sure[day, item.kilde, organ, hva] for hva in VEDTAK - {item.hva} for organ in bodies)
        return sum(others) == self._all[day]


def _variant(register: Register, item: Kildehenvisning, day: TidspunktValue) -> str | None:
    """Give what is wrong with a date that no event shows; None where it may be an announcement, or work alone."""
    published = published_on(register, item.kilde)
    announced = is_announced(item)
    if published and day.start > published.slutt:
        most = _ANNOUNCED_YEARS if item.hva in _ANNOUNCED else _SOON_YEARS
        far = day.start > add_years(published.slutt, most)
        return "fram" if far or (item.hva in BESLUTNINGER - {"revidert"} and not announced) else None
    return None if announced or item.hva not in BESLUTNINGER or is_of_own_year(register, item) else ""


def days_not_shown(register: Register, entity: Plan | Planstrategi) -> Iterator[tuple[int, str, TidspunktValue, str]]:
    """Yield each dated source entry whose day no event shows, or one of another kind by that very source.

    What a source only announces is left out.

    Its number, what it says, the day, and the variant of PL807's text. A source that cannot be looked up says nothing.
    """
    shown = _Shown(entity)
    for index, item in enumerate(entity.kilder):
        if not item.hva or not item.dato:
            continue
        if not shown.may_be(item.hva, item.dato):
            variant = _variant(register, item, item.dato)
            variant = "dag" if variant == "" and shown.has_another_day(item) else variant
        else:
            told = shown.has_another_kind(item, item.dato) and not is_announced(item)
            variant = "slag" if told else None
        if variant is not None and item.kilde in register.plansystem.kilder:
            yield index, item.hva, item.dato, variant


def doubted_events(register: Register, entity: Plan | Planstrategi) -> set[str]:
    """Give the kinds of event that a source gives another day or body for: PL802 and PL807 tell of them."""
    groups = read_utsagn(register, entity)
    found = {
        hva
        for hva, said in groups.items()
        if any(None in {strid.en.kilde, strid.annen.kilde} for strid in conflicts(hva, said))
    }
    found |= {hva for _, hva, _, _ in days_not_shown(register, entity)}
    return found | VEDTAK if found & VEDTAK else found
