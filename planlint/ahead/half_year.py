"""The time that a planstrategi plans for, and the half-years of it that the register suggests for a piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planlint.base.days import add_months
from planlint.model.ord import GIR_ARBEID, VEDTAK
from planlint.model.tidspunkt import parse
from planlint.register.livsloep.valg import foerste_dag

if TYPE_CHECKING:
    from planlint.model import Plan, Plansystem
    from planlint.model.tidspunkt import TidspunktVerdi
    from planlint.register.register import Register


@dataclass(frozen=True, slots=True)
class Strategitid:
    """The time that the planstrategi of a valgperiode plans for.

    It begins with the council's first day and lasts the last year out, some weeks past the term: what ends that
    December must be settled now, because the next planstrategi may come a year later.
    """

    navn: str
    start: date
    slutt: date


class Arbeidstid(NamedTuple):
    """When work on a plan should begin and be done; None where the register has nothing to build a suggestion on."""

    oppstart: TidspunktVerdi | None = None
    ferdig: TidspunktVerdi | None = None


def strategitid(system: Plansystem, navn: str) -> Strategitid:
    """Give the time of a valgperiode such as 2027-2031."""
    return Strategitid(navn, foerste_dag(system, navn), date(int(navn[5:]), 12, 31))


def halvaar(day: date) -> TidspunktVerdi:
    """Give the half-year that a day is in."""
    return parse(f"{day.year}-H{1 + day.month // 7}")


def _forrige_varighet(register: Register, plan: Plan) -> int | None:
    """Give the months that the plan took last time, from «oppstart» to its adoption; None when one is not known."""
    adopted = register.sist(plan, *VEDTAK)
    begun = [event.dato.start for event in register.hendelser(plan) if event.hva == "oppstart"]
    if not adopted or not any(day <= adopted.dato.slutt for day in begun):
        return None
    day, done = max(day for day in begun if day <= adopted.dato.slutt), adopted.dato.slutt
    return (done.year - day.year) * 12 + done.month - day.month


def arbeidstid(register: Register, plan: Plan, valg: str, frist: date | None, tid: Strategitid) -> Arbeidstid:
    """Suggest half-years for work on a plan that is due on a day, none of them in the past.

    Done: as the file says in `arbeid`, else when the plan is due. Begun: as the file says; at once when the plan is
    overdue by then; else as long before as the work took the last time. Work that has begun gets no beginning.
    """
    if valg not in GIR_ARBEID:
        return Arbeidstid()
    first, work = max(tid.start, register.today), plan.arbeid

    def inside(point: TidspunktVerdi | None) -> date | None:
        return point.slutt if point and first <= point.slutt <= tid.slutt else None

    last = inside(work.ferdig if work else None) or (frist if frist and first <= frist <= tid.slutt else None)
    ferdig = halvaar(last) if last else None
    if register.under_arbeid(plan):
        return Arbeidstid(None, ferdig)
    if begins := inside(work.oppstart if work else None):
        return Arbeidstid(halvaar(begins), ferdig)
    if frist and frist < first:
        return Arbeidstid(halvaar(first), ferdig)
    months = _forrige_varighet(register, plan)
    return Arbeidstid(halvaar(max(add_months(last, -months), first)) if last and months is not None else None, ferdig)
