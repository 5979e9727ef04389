"""When a step of a wheel comes round: by the calendar where plansystem.yaml places it, else since the last decision.

What comes out is a time that is expected, never one that somebody has decided.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_months, interval
from planlint.model import parse
from planlint.register.livsloep.valg import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Step
    from planlint.model import Hendelse, Hjul, Hjulsteg, Plan, TidspunktValue
    from planlint.register.register import Register

_FIRST_YEAR, _LAST_YEAR = 1800, 2200  # what a time in a file may be
_MOST = 36500  # days: a hundred years


class HjulSteg(NamedTuple):
    """A step with the wheel that it is in, and where it stands in plansystem.yaml."""

    felt: tuple[Step, ...]
    hjul: Hjul
    steg: Hjulsteg

    @property
    def years(self) -> int:
        """How many years there are from one time to the next; 0 where no interval is set."""
        return (interval(self.steg.rulleres or self.hjul.rulleres) or 0) // 12

    @property
    def first_year(self) -> int | None:
        """A year in which the step comes, by plansystem.yaml alone; None where it does not say."""
        if self.years == 1:
            return FIRST
        by_term = FIRST if self.hjul.rulleres == "hver valgperiode" else None
        start = by_term or (self.hjul.fra.start.year if self.hjul.fra else None)
        return start + self.steg.aar - 1 if start and self.steg.aar else None


def hjulsteg(register: Register) -> list[HjulSteg]:
    """Give every step of every wheel, in the order of plansystem.yaml."""
    return [
        HjulSteg(("hjul", id_, "steg", index), wheel, step)
        for id_, wheel in register.plansystem.hjul.items()
        for index, step in enumerate(wheel.steg)
    ]


def planer_i_steg(register: Register, one: HjulSteg) -> list[Plan]:
    """Give the plans of the type that a step is about; none where it names no type."""
    type_ = one.steg.plantype
    return [plan for plan in register.planer.values() if plan.type == type_] if type_ else []


def _vedtak(register: Register, one: HjulSteg) -> list[Hendelse]:
    return [event for plan in planer_i_steg(register, one) for event in register.vedtak(plan)]


def times_between(register: Register, one: HjulSteg, first: int, last: int) -> list[TidspunktValue]:
    """Give when a step is expected from one year to another: a month, or a year where the step has no month.

    Nothing where no interval is set, nor where neither the wheel nor a decision tells which years it is.
    """
    start, after = one.first_year, 0
    if start is None:
        after = start = max((event.dato.slutt.year for event in _vedtak(register, one)), default=0)
    if not start or not one.years:
        return []
    began = one.hjul.fra.start.year if one.hjul.fra else _FIRST_YEAR
    years = range(max(first, after + 1, began), min(last, _LAST_YEAR) + 1)
    month = f"-{one.steg.maaned:02}" if one.steg.maaned else ""
    times = [parse(f"{year}{month}") for year in years if (year - start) % one.years == 0]
    return [time for time in times if one.hjul.fra is None or time.slutt >= one.hjul.fra.start]


def _near(register: Register, one: HjulSteg, around: TidspunktValue) -> Iterator[TidspunktValue]:
    """Give the times before and after one, of every step that decisions about the same plan type show."""
    year = around.start.year
    for other in hjulsteg(register):
        if other.steg.plantype == one.steg.plantype:
            yield from times_between(register, other, year - other.years, year + other.years)


def _is_done(register: Register, one: HjulSteg, time: TidspunktValue, slack: timedelta) -> bool:
    """Tell whether a decision shows that a step was done: after the time before had its due, and before the next."""
    if one.first_year is None:
        return False  # it is counted from the last decision, and so comes after every one
    near = list(_near(register, one, time))
    turn_before = add_months(time.slutt, -12 * one.years)
    before = max((item.slutt for item in near if item.slutt < time.start), default=turn_before)
    following = min((item.start for item in near if item.start > time.slutt), default=date.max)
    return any(event.dato.slutt > before + slack and event.dato.start < following for event in _vedtak(register, one))


def is_done_ahead(register: Register, one: HjulSteg, time: TidspunktValue) -> bool:
    """Tell whether a decision shows that a step is done already at a time that is to come, or is going on.

    A decision nearer to the time before is taken to be that one, late.
    """
    if time.slutt < register.today or one.first_year is None:
        return False
    near = [item.slutt for item in _near(register, one, time) if item.slutt < time.start]
    before = max(near, default=add_months(time.slutt, -12 * one.years))
    middle = before + (time.slutt - before) / 2
    days = [event.dato for event in _vedtak(register, one)]
    return any(day.slutt > before and (day.start >= time.start or day.start > middle) for day in days)


def is_shown(register: Register, one: HjulSteg, time: TidspunktValue) -> bool | None:
    """Tell whether a decision shows that a step was done at a time that is over; None where that time is to come."""
    return _is_done(register, one, time, timedelta(0)) if time.slutt < register.today else None


def undocumented_steg(register: Register, one: HjulSteg, days: int = 0) -> TidspunktValue | None:
    """Give the last time that a step should have come, more than `days` ago, where no decision shows that it did.

    None where the step names no plan type: then no decision can show it, and nothing is known. Where nobody says from
    when the wheel turns, the first decision that shows the step does, and of the time before nothing is expected.
    """
    today, slack = register.today, timedelta(days=min(days, _MOST))
    first = min((event.dato.start for event in _vedtak(register, one)), default=None)
    since = one.hjul.fra.start if one.hjul.fra else first
    if not one.steg.plantype or since is None:
        return None
    times = [time for time in times_between(register, one, today.year - one.years, today.year) if time.slutt >= since]
    last = next((time for time in reversed(times) if time.slutt + slack < today), None)
    return last if last and not _is_done(register, one, last, slack) else None


def plantyper_i_hjul(register: Register) -> frozenset[str]:
    """Give the plan types that a wheel tells the times of."""
    return frozenset(one.steg.plantype or "" for one in hjulsteg(register) if one.years)


def next_time(register: Register, one: HjulSteg) -> TidspunktValue | None:
    """Give the next time that a step is expected: what is going on today is one."""
    year = register.today.year
    times: Iterable[TidspunktValue] = times_between(register, one, year, year + 2 * one.years)
    coming = (time for time in times if time.slutt >= register.today)
    return next((time for time in coming if not is_done_ahead(register, one, time)), None)
