"""What comes, quarter by quarter: what falls due, and which findings begin if nothing is done until then."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from planlint.ahead.due import find_due
from planlint.change import IDLE, RUN_OUT, firing
from planlint.register import is_utloept, over_fristen, revisjon_forfalt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planlint.ahead.due import Due
    from planlint.base import Diagnostic, Severity
    from planlint.register import Register

    Judge = Callable[[date, tuple[str, ...]], list[Diagnostic]]  # the findings on a day, of these rules (all: none)


@dataclass(frozen=True, slots=True)
class Start:
    """A finding that begins: its first day, and what it says that day.

    `godtatt`: it is there already, and begins to count because an avvik has its last day.
    """

    dag: date
    diagnostic: Diagnostic
    tittel: str = ""
    godtatt: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter, or the part of it that was asked for, with what comes in it, by day."""

    year: int
    number: int
    first: date
    last: date
    due: tuple[Due, ...] = ()
    starts: tuple[Start, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """The forecast from a day until another, both included.

    `today` counts the findings that there are already, `expired` the periods that are over and `overdue` the revisions
    that are late while nothing is settled, `late` all plans past any deadline; `known` and `suppressed` those that an
    avvik or a suppression covers on some day of the forecast.
    """

    day: date
    until: date
    kommune: str
    quarters: tuple[Quarter, ...]
    today: Mapping[Severity, int] = field(default_factory=dict)
    expired: int = 0
    overdue: int = 0
    late: int = 0
    known: int = 0
    suppressed: int = 0


def quarters(day: date, until: date) -> Iterator[Quarter]:
    """Give the quarters from one day to another; the first and the last only as far as they go."""
    while day <= until:
        number = (day.month + 2) // 3
        following = date(day.year + number // 4, number % 4 * 3 + 1, 1)
        yield Quarter(day.year, number, day, min(until, following - timedelta(days=1)))
        day = following


def _first_days(judge: Judge, before: date, after: date, found: Mapping[str, Diagnostic]) -> Iterator[Start]:
    """Find the first day of findings that are not there `before` and are there `after`, by halving the time."""
    if not found:
        return
    if (after - before).days == 1:
        yield from (Start(after, diagnostic) for diagnostic in found.values())
        return
    middle = date.fromordinal((before.toordinal() + after.toordinal()) // 2)
    codes = tuple(sorted({diagnostic.code for diagnostic in found.values()}))
    codes = () if RUN_OUT in codes else codes  # a suppression runs out only where its own rule runs
    early = {mark: item for mark, item in firing(judge(middle, codes), IDLE).items() if mark in found}
    yield from _first_days(judge, before, middle, early)
    yield from _first_days(judge, middle, after, {mark: item for mark, item in found.items() if mark not in early})


def _known(judge: Judge, start: Start) -> bool:
    """Tell whether a finding was there the day before too, as a known one."""
    eve = judge(start.dag - timedelta(days=1), (start.diagnostic.code,))
    return any(item.fingerprint == start.diagnostic.fingerprint and item.status == "known" for item in eve)


def _sort_key(start: Start) -> tuple[date, int, str, str, str]:
    diagnostic = start.diagnostic
    return start.dag, diagnostic.severity.rank, diagnostic.code, diagnostic.entity, diagnostic.fingerprint


def _starts(judge: Judge, before: date, after: date, register: Register) -> tuple[Start, ...]:
    """Give the findings that begin after a day and are still there on another, each with its first day."""
    old, new = firing(judge(before, ()), IDLE), firing(judge(after, ()), IDLE)
    added = {mark: item for mark, item in new.items() if mark not in old}
    found = []
    for start in _first_days(judge, before, after, added):
        kind, _, id_ = start.diagnostic.entity.rpartition("/")
        entity = register.find(kind, id_)
        known = _known(judge, start)
        found.append(replace(start, tittel=entity.tittel if entity else "", godtatt=known))
    return tuple(sorted(found, key=_sort_key))


def _known_now(item: Due, day: date) -> Due:
    """Give what falls due without a time before that has not come yet: whether that leaves a trace, nobody knows."""
    before = item.forrige
    if before is None or before.slutt < day:
        return item
    return replace(item, forrige=None)


def make_forecast(register: Register, until: date, judge: Judge) -> Forecast:
    """Look from the register's day until another; `judge` gives the findings on any day."""
    day = register.today
    judge = cache(judge)
    filled = []
    before = day
    for quarter in quarters(day, until):
        coming = [_known_now(item, day) for item in find_due(register.at(quarter.first), quarter.first, quarter.last)]
        starts = _starts(judge, before, quarter.last, register)
        filled.append(Quarter(quarter.year, quarter.number, quarter.first, quarter.last, tuple(coming), starts))
        before = quarter.last
    seen = [item for last in (day, *(quarter.last for quarter in filled)) for item in judge(last, ())]
    return Forecast(
        day=day,
        until=until,
        kommune=register.plansystem.kommune.navn,
        quarters=tuple(filled),
        today=Counter(item.severity for item in firing(judge(day, ()), IDLE).values()),
        expired=sum(is_utloept(register, plan) for plan in register.planer.values()),
        overdue=sum(revisjon_forfalt(register, plan) is not None for plan in register.planer.values()),
        late=len(over_fristen(register)),
        known=len({item.fingerprint for item in seen if item.status == "known"}),
        suppressed=len({item.fingerprint for item in seen if item.status == "suppressed"}),
    )
