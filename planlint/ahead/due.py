"""What falls due between two days: periods, revisions, announced events, work, measures, and the law's dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Literal

from planlint.ahead.expected import find_expected
from planlint.law import applies_on, bestemmelser
from planlint.model import AVSLUTTEDE, REVISES_OR_ENDS, TILTAK_FERDIG, moved
from planlint.register import (
    LOV as TEMAHANDLINGSDEL,
    LOVPLIKTER,
    handlingsdeler,
    has_hjemmel,
    is_avgjort,
    is_binding,
    is_certain,
    is_gjennomfoert,
    kommunevalg,
    konstituering,
    kontrollplan_frist,
    last_vedtatt,
    period_end,
    planstrategi_frist,
    revisjonsfrist,
    thematic_plans,
    valgaar,
    valgperiode_of,
    votes_of_term,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Enhet, Plan, TidspunktValue
    from planlint.register import Register

DueKind = Literal["lov", "periode", "revisjon", "varslet", "arbeid", "beslutning", "tiltak", "hjul"]
_YEARLY = ("pbl-11-1", "koml-14-3")
_BEREDSKAP = ("sivilbeskyttelsesloven-15", "beredskapsplikt-6")
_ORDER = ("lov", "periode", "revisjon", "beslutning", "varslet", "arbeid", "hjul", "tiltak")


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due: the last day for it, what, and whose.

    `hva` is an event, «oppstart», «ferdig» or the name of a date in the law; `tid` is the time as the file gives it,
    where that is no day; `avgjort` tells whether it is settled what shall happen (None where nobody asks). `senest`:
    the day follows from a constituting that nobody has declared, so it may come earlier. Of what is expected by a wheel
    or by how often a plan is revised: `organ` are the bodies by name, `sektor` whose it is, `forrige` the time before
    where the register does not show that it was done, `vist` whether it shows that one that is over was. `usikker`:
    the source of the time is itself in doubt; `regnet`: no file has the time, it is reckoned from the last decision.
    """

    dag: date
    slag: DueKind
    hva: str = ""
    entity: str = ""
    tittel: str = ""
    tid: TidspunktValue | None = None
    avgjort: bool | None = None
    gjelder: str = ""
    lov: tuple[str, ...] = ()
    senest: bool = False
    organ: tuple[str, ...] = ()
    sektor: str = ""
    forrige: TidspunktValue | None = None
    vist: bool | None = None
    usikker: bool = False
    regnet: bool = False

    @property
    def sort_key(self) -> tuple[date, int, str, str, str, str, tuple[str, ...]]:
        """By day; on a day the law first, then plans, then measures."""
        return self.dag, _ORDER.index(self.slag), self.entity, self.hva, self.gjelder, self.tittel, self.organ


def _span(tid: TidspunktValue) -> TidspunktValue | None:
    """Give a time as the register has it, where that is no day."""
    return None if tid.is_day else tid


def _due(slag: DueKind, hva: str, entity: Enhet, tid: TidspunktValue | None, *, usikker: bool = False) -> Iterator[Due]:
    """Give something that is due at a time in a file; nothing where there is no time."""
    if tid:
        yield Due(tid.slutt, slag, hva, entity.entity, entity.tittel, _span(tid), usikker=usikker)


def _plan(register: Register, plan: Plan) -> Iterator[Due]:
    """Give the end of an adopted plan's period, and its next revision unless that comes no sooner."""
    if not register.is_vedtatt(plan):
        return
    end, revision = period_end(register, plan), revisjonsfrist(register, plan)
    if end:
        doubt = bool(plan.periode and plan.periode.usikker and end is plan.periode.til)
        settled = is_avgjort(register, plan)
        yield Due(end.slutt, "periode", "", plan.entity, plan.tittel, _span(end), avgjort=settled, usikker=doubt)
    if revision and not (end and end.slutt <= revision.dag):
        settled = is_avgjort(register, plan, REVISES_OR_ENDS)
        doubt = bool(plan.revisjon and plan.revisjon.usikker)
        told, reckoned = (plan.entity, plan.tittel, _span(revision.tid)), revision.felt[0] != "revisjon"
        yield Due(revision.dag, "revisjon", "", *told, avgjort=settled, usikker=doubt, regnet=reckoned)


def _work(register: Register, plan: Plan) -> Iterator[Due]:
    """Give when work on a plan should begin and end: by the current planstrategi, else by the plan itself."""
    strategi, decision = register.planstrategi, register.beslutning(plan)
    working = register.is_under_arbeid(plan)
    if register.status(plan) in AVSLUTTEDE:
        return
    if strategi and decision and not is_gjennomfoert(register, plan, strategi, decision):
        if not working:
            yield from _due("beslutning", "oppstart", plan, decision.oppstart, usikker=decision.usikker)
        yield from _due("beslutning", "ferdig", plan, decision.ferdig, usikker=decision.usikker)
    elif plan.arbeid and not (register.is_vedtatt(plan) and not working):
        if not working:
            yield from _due("arbeid", "oppstart", plan, plan.arbeid.oppstart, usikker=plan.arbeid.usikker)
        yield from _due("arbeid", "ferdig", plan, plan.arbeid.ferdig, usikker=plan.arbeid.usikker)


def _afterwards(register: Register, plan: Plan) -> Iterator[Due]:
    """Give what the current planstrategi decided shall happen to a plan after the first, unless the plan has ended."""
    decision = register.beslutning(plan)
    if decision and not register.replaced_by(plan) and register.status(plan) not in AVSLUTTEDE:
        for later in decision.deretter:
            yield from _due("beslutning", "oppstart", plan, later.oppstart)
            yield from _due("beslutning", "ferdig", plan, later.ferdig)


def _tasks(register: Register) -> Iterator[Due]:
    """Give when the current planstrategi's work that is no plan should begin and end."""
    strategi = register.planstrategi
    for task in strategi.oppgaver if strategi else ():
        for hva, tid in (("oppstart", task.oppstart), ("ferdig", task.ferdig)):
            if strategi and tid:
                yield Due(tid.slutt, "beslutning", hva, strategi.entity, task.tittel, _span(tid))


def _hendelser(register: Register) -> Iterator[Due]:
    """Give the events that are announced, or dated in the future."""
    for entity in register.entities_with_hendelser():
        for event in entity.hendelser:
            if event.planlagt or event.dato.start > register.today:
                yield from _due("varslet", event.hva, entity, event.dato, usikker=event.usikker)


def _tiltak(register: Register) -> Iterator[Due]:
    for tiltak in register.tiltak.values():
        if tiltak.status not in TILTAK_FERDIG:
            yield from _due("tiltak", "", tiltak, tiltak.frist)


def _election(register: Register, year: int) -> Iterator[Due]:
    """Give the dates that follow from the election of a year."""
    system, term = register.plansystem, valgperiode_of(year)
    span = term.replace("-", "–")
    yield Due(kommunevalg(year), "lov", "kommunevalg", gjelder=span)
    first, due = konstituering(system, year), planstrategi_frist(system, year)
    yield Due(first, "lov", "konstituering", gjelder=span, senest=not is_certain(system, year, first))
    made = [item for item in register.planstrategier.values() if item.valgperiode == term]
    if not any(register.last_event(item, "vedtatt") for item in made):
        early = not is_certain(system, year, due)
        yield Due(due, "lov", "planstrategi", gjelder=span, lov=("pbl-10-1",), senest=early)
    yield from _kontrollplaner(register, year)


def _kontrollplaner(register: Register, year: int) -> Iterator[Due]:
    """Give the last day for the control committee's plans of a term, unless the council has adopted them in it.

    Not in a plan system that never says what its types rest on: it cannot tell such a plan from another (PL613).
    """
    if not has_hjemmel(register):
        return
    system, span = register.plansystem, valgperiode_of(year).replace("-", "–")
    for name, plikt in LOVPLIKTER.items():
        if plikt.periode and not votes_of_term(register, register.plans_with_hjemmel(*plikt.hjemler), year):
            yield Due(kontrollplan_frist(system, year), "lov", name, gjelder=span, lov=plikt.lov)


def _from_statute(register: Register) -> Iterator[Due]:
    """Give the days that the law itself sets."""
    for one in bestemmelser().values():
        if one.frist and is_binding(register, one):
            yield Due(one.frist, "lov", "frist", gjelder=one.navn, lov=(one.id,))


def _yearly(register: Register) -> Iterator[Due]:
    """Give the next yearly revisions: of the beredskapsplan, and of the handlingsdel of a thematic kommunedelplan."""
    preparedness = [
        plan for plan in register.plans_with_hjemmel("sivilbeskyttelsesloven-15") if register.is_vedtatt(plan)
    ]
    yearly: list[tuple[str, list[Plan], tuple[str, ...]]] = [("beredskap", preparedness, _BEREDSKAP)]
    yearly += [
        ("temahandlingsdel", handlingsdeler(register, plan), (TEMAHANDLINGSDEL,)) for plan in thematic_plans(register)
    ]
    for hva, plans, law in yearly:
        if newest := last_vedtatt(register, plans):
            plan, event = newest
            time = moved(event.dato, 12)
            yield Due(time.slutt, "lov", hva, plan.entity, plan.tittel, _span(time), lov=law, regnet=True)


def _handlingsdel(register: Register, year: int) -> Iterator[Due]:
    """Give the yearly vote on next year's handlingsdel and økonomiplan, unless a plan from that year is adopted."""
    types = {id_ for id_, plantype in register.plansystem.plantyper.items() if plantype.rolle == "handlingsdel"}
    plans = [plan for plan in register.planer.values() if plan.type in types and register.is_vedtatt(plan)]
    starts = {plan.periode.fra.start.year for plan in plans if plan.periode and plan.periode.fra}
    if types and year + 1 not in starts:
        span = f"{year + 1}–{year + 4}"
        yield Due(date(year, 12, 31), "lov", "handlingsdel", gjelder=span, lov=_YEARLY)


def _expected(register: Register, first: date, last: date) -> Iterator[Due]:
    """Give what the wheels and the plans' intervals let one expect."""
    for one in find_expected(register, first, last):
        yield Due(
            one.dag,
            "hjul",
            one.hva,
            one.plan.entity if one.plan else "",
            one.tittel,
            one.tid and _span(one.tid),
            gjelder=one.hjul,
            organ=one.organ,
            sektor=one.sektor,
            forrige=one.forrige,
            vist=one.vist,
        )


def find_due(register: Register, first: date, last: date) -> list[Due]:
    """Give what falls due from one day to another, both included, as things stand on the register's day."""
    years = range(first.year, last.year + 1)
    elections = sorted({valgaar(year) for year in (first.year - 1, *years)})
    plans = register.planer.values()
    found = chain(
        *(_election(register, year) for year in elections),
        *(_handlingsdel(register, year) for year in years),
        *(_plan(register, plan) for plan in plans),
        *(_work(register, plan) for plan in plans),
        *(_afterwards(register, plan) for plan in plans),
        _tasks(register),
        _from_statute(register),
        _yearly(register),
        _hendelser(register),
        _tiltak(register),
        _expected(register, first, last),
    )
    inside = {item for item in found if first <= item.dag <= last and (not item.lov or applies_on(item.lov, item.dag))}
    return sorted(inside, key=lambda item: item.sort_key)
