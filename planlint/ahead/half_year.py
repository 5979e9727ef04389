"""The time that a planstrategi plans for, and the half-years of it that the register suggests for a piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_months
from planlint.model import GIVES_ARBEID, VEDTAK, parse
from planlint.register import first_day

if TYPE_CHECKING:
    from planlint.model import Plan, Plansystem, TidspunktValue
    from planlint.register import Register


@dataclass(frozen=True, slots=True)
class StrategyTime:
    """The time that the planstrategi of a valgperiode plans for.

    It begins with the council's first day and lasts the last year out, some weeks past the term: what ends that
    December must be settled now, because the next planstrategi may come a year later.
    """

    navn: str
    start: date
    slutt: date


class WorkTime(NamedTuple):
    """When work on a plan should begin and be done; None where the register has nothing to build a suggestion on."""

    oppstart: TidspunktValue | None = None
    ferdig: TidspunktValue | None = None


def strategy_time(system: Plansystem, navn: str) -> StrategyTime:
    """Give the time of a valgperiode such as 2027-2031."""
    return StrategyTime(navn, first_day(system, navn), date(int(navn[5:]), 12, 31))


def half_year_of(day: date) -> TidspunktValue:
    """Give the half-year that a day is in."""
    return parse(f"{day.year}-H{1 + day.month // 7}")


def _last_duration(register: Register, plan: Plan) -> int | None:
    """Give the months that the plan took last time, from «oppstart» to its adoption; None when one is not known."""
    adopted = register.last_event(plan, *VEDTAK)
    begun = [event.dato.start for event in register.hendelser(plan) if event.hva == "oppstart"]
    if not adopted or not any(day <= adopted.dato.slutt for day in begun):
        return None
    day, done = max(day for day in begun if day <= adopted.dato.slutt), adopted.dato.slutt
    return (done.year - day.year) * 12 + done.month - day.month


def work_time(register: Register, plan: Plan, valg: str, frist: date | None, tid: StrategyTime) -> WorkTime:
    """Suggest half-years for work on a plan that is due on a day, none of them in the past.

    Done: as the file says in `arbeid`, else when the plan is due. Begun: as the file says; at once when the plan is
    overdue by then; else as long before as the work took the last time. Work that has begun gets no beginning.
    """
    if valg not in GIVES_ARBEID:
        return WorkTime()
    first, work = max(tid.start, register.today), plan.arbeid

    def inside(point: TidspunktValue | None) -> date | None:
        return point.slutt if point and first <= point.slutt <= tid.slutt else None

    last = inside(work.ferdig if work else None) or (frist if frist and first <= frist <= tid.slutt else None)
    ferdig = half_year_of(last) if last else None
    if register.is_under_arbeid(plan):
        return WorkTime(None, ferdig)
    if begins := inside(work.oppstart if work else None):
        return WorkTime(half_year_of(begins), ferdig)
    if frist and frist < first:
        return WorkTime(half_year_of(first), ferdig)
    months = _last_duration(register, plan)
    return WorkTime(
        half_year_of(max(add_months(last, -months), first)) if last and months is not None else None, ferdig
    )
