"""What the planstrategier decide: which plans they list, for how long, and whether a decision is carried out.

Read by the rules about planstrategier, so that they all count alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import interval
from planlint.model import (
    AVSLUTTEDE,
    BEGUN_ANEW,
    ENDS_PLAN,
    TIMED_ARBEID,
    UNDER_ARBEID,
    VEDTAK,
    VEDTAK_IN_EARNEST,
    VEDTATTE,
)
from planlint.register.livsloep.frist import is_being_revised
from planlint.register.livsloep.valg import first_day, last_day
from planlint.register.traad import follow_links, planer_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planlint.base import Step
    from planlint.model import Beslutning, Plan, Planstrategi, TidspunktValue, Valg
    from planlint.register.register import Register


def periode(strategi: Planstrategi) -> str:
    """Give the valgperiode as it is written in a sentence: 2023–2027."""
    return strategi.valgperiode.replace("-", "–")


def is_over(register: Register, strategi: Planstrategi) -> bool:
    """Tell whether a planstrategi's time, its valgperiode, is over."""
    return last_day(register.plansystem, strategi.valgperiode) < register.today


def vedtaksdag(register: Register, strategi: Planstrategi) -> date | None:
    """Give the day a planstrategi was first adopted; None when it is not adopted."""
    return next((event.dato.start for event in register.hendelser(strategi) if event.hva in VEDTAK_IN_EARNEST), None)


def gjeldende_strategi(register: Register) -> Planstrategi | None:
    """Give the planstrategi that plans are measured against: the current one while its time lasts.

    None also where a planstrategi cannot be read, because that may be the current one.
    """
    strategi = register.planstrategi
    if strategi is None or register.is_unreadable("planstrategi") or is_over(register, strategi):
        return None
    return strategi


def _is_current(register: Register, strategi: Planstrategi) -> bool:
    """Tell whether a planstrategi is the one adopted last, whatever its status says, or one that is being made."""
    if strategi is register.planstrategi:
        return register.last_event(strategi, "opphevet") is None
    return vedtaksdag(register, strategi) is None and strategi.status not in AVSLUTTEDE


def current_planstrategier(register: Register) -> list[Planstrategi]:
    """Give the current planstrategi and those being made, as long as their time is not over."""
    return [
        strategi
        for strategi in register.planstrategier.values()
        if not is_over(register, strategi) and _is_current(register, strategi)
    ]


def undecided_strategi(register: Register, plan: Plan) -> Planstrategi | None:
    """Give the planstrategi that says what shall happen to a plan, and that nothing shows to be adopted; else None.

    What it says decides nothing until then (pbl § 10-1: the council adopts it).
    """
    made = (one for one in current_planstrategier(register) if vedtaksdag(register, one) is None)
    return next((strategi for strategi in made if strategi.id in plan.beslutninger), None)


def mentioned_plans(register: Register, strategi: Planstrategi) -> set[str]:
    """Give the plans that a planstrategi decides about, and those that others are to be merged into."""
    listed = set()
    for plan in register.planer.values():
        for id_, decision in plan.beslutninger.items():
            if register.find("planstrategi", id_) is strategi:
                listed.add(plan.id)
                if target := register.find_plan(decision.inn_i):
                    listed.add(target.id)
    return listed


def _plans_above(register: Register, plan: Plan) -> list[Plan | None]:
    """Give what a plan belongs to: the plan that it is a part of, and a handlingsplan's parent."""
    plantype = register.plantype(plan)
    if plantype and plantype.foreldreplan:
        return planer_over(register, plan)
    return [register.find_plan(plan.del_av)]


def is_covered(register: Register, plan: Plan, listed: set[str]) -> bool:
    """Tell whether a planstrategi takes in a plan: it lists it, what it belongs to, or what it replaces or becomes."""
    related = [other for id_ in plan.erstatter if (other := register.find_plan(id_))]
    if any(other.id in listed for other in (*related, *register.etterfoelgere(plan))):
        return True
    return any(one.id in listed for one in follow_links([plan], lambda one: _plans_above(register, one)))


def must_be_mentioned(register: Register, plan: Plan, unntatt: str) -> bool:
    """Tell whether a planstrategi should say something about a plan.

    Not so for knowledge, internal plans, what is made anew every year, the types in `unntatt`, and the kommuneplan,
    which the law asks about (PL603).
    """
    plantype = register.plantype(plan)
    if plantype is None or plantype.kunnskapsgrunnlag or plantype.intern or plantype.rolle:
        return False
    yearly = interval(plantype.rulleres) == 12  # noqa: PLR2004 - months
    return not yearly and plan.type not in unntatt.replace(",", " ").split()


def is_filled_in(register: Register, listed: set[str], unntatt: str) -> bool:
    """Tell whether a planstrategi lists any plan beside the kommuneplan, so that one left out is worth a word."""
    return any(must_be_mentioned(register, register.planer[id_], unntatt) for id_ in listed)


def is_varslet(register: Register, plan: Plan, strategi: Planstrategi) -> bool:
    """Tell whether `arbeid` announces work, not over by today, that begins before the planstrategi's time is over."""
    start, end = (plan.arbeid.oppstart, plan.arbeid.ferdig) if plan.arbeid else (None, None)
    start, end = start or end, end or start
    status = register.status(plan)
    if not start or not end or (status != "planlagt" and status not in VEDTATTE):
        return False
    last = register.last_event(plan, *VEDTAK)
    return (
        register.today <= end.slutt
        and start.start <= last_day(register.plansystem, strategi.valgperiode)
        and (last is None or last.dato.slutt < start.start)
    )


def is_vedtatt_since(register: Register, plan: Plan, day: date) -> bool:
    """Tell whether a plan was adopted or revised on a day or later.

    Where nobody wrote down when, an adopted plan whose period begins that late counts: PL401 asks for the adoption.
    """
    last = register.last_event(plan, *VEDTAK)
    if last:
        return last.dato.slutt >= day
    begins = plan.periode.fra if plan.periode else None
    return bool(begins and begins.slutt >= day and register.is_vedtatt(plan))


def is_gjennomfoert(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether a plan was adopted or revised after a planstrategi decided it, or after the work was to begin."""
    since = vedtaksdag(register, strategi) or register.today
    if decision.oppstart:
        since = min(since, decision.oppstart.start)
    made = register.last_event(plan, *VEDTAK) is not None and is_made_new(register, plan, strategi, decision)
    return made or is_vedtatt_since(register, plan, since)


def is_made_new(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether a new plan that was decided is there; one of an earlier valgperiode is what it is to replace.

    A plan that is adopted, and no one wrote down when, counts as the new one.
    """
    last = register.last_event(plan, *VEDTAK)
    earlier = last is not None and last.dato.slutt < first_day(register.plansystem, strategi.valgperiode)
    return decision.valg == "ny" and not earlier and (last is not None or register.is_vedtatt(plan))


def is_arbeid_done(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether the decided work is over: the plan is adopted, or a plan that replaces it, or it has ended."""
    if register.status(plan) in AVSLUTTEDE or any(map(register.is_vedtatt, register.etterfoelgere(plan))):
        return True
    adopted = register.is_vedtatt(plan) and is_made_new(register, plan, strategi, decision)
    return adopted or is_gjennomfoert(register, plan, strategi, decision)


def has_begun(register: Register, plan: Plan) -> bool:
    """Tell whether the status or an event shows that somebody is at work, on the plan or on one that replaces it."""
    last = register.last_event(plan, *VEDTAK)
    events = (event for event in register.hendelser(plan) if event.hva in BEGUN_ANEW)
    at_work = register.status(plan) in UNDER_ARBEID or any(map(register.is_under_arbeid, register.etterfoelgere(plan)))
    return at_work or any(not last or event.dato.slutt > last.dato.slutt for event in events)


class PlannedEnd(NamedTuple):
    """A decision that a plan shall end: where in the file, the choice, its condition, and the plans that it hangs on.

    Those are the plan that it is to be a part of, and those that are to be done first; none where it hangs on nothing.
    """

    felt: tuple[Step, ...]
    valg: Valg
    vilkaar: str | None
    ferdig: TidspunktValue | None
    planer: tuple[Plan, ...]


def planned_ends(register: Register, decision: Beslutning, strategi: Planstrategi) -> Iterator[PlannedEnd]:
    """Yield what a planstrategi's decision about a plan says of its end: at once, and after something else."""
    at = ("beslutninger", strategi.id)
    waits = () if decision.valg in TIMED_ARBEID else decision.venter_paa  # work waits by itself: PL508
    if decision.valg in ENDS_PLAN:
        hangs = (decision.inn_i, *waits) if decision.vilkaar or waits else ()
        yield PlannedEnd((*at, "valg"), decision.valg, decision.vilkaar, None, _known(register, hangs))
    for number, later in enumerate(decision.deretter):
        if later.valg in ENDS_PLAN:
            plans = _known(register, (later.inn_i or decision.inn_i, *waits))
            yield PlannedEnd((*at, "deretter", number, "valg"), later.valg, later.vilkaar, later.ferdig, plans)


def _known(register: Register, ids: Iterable[str | None]) -> tuple[Plan, ...]:
    return tuple(plan for id_ in ids if (plan := register.find_plan(id_)))


class EndDue(NamedTuple):
    """A plan that should have ended by now: the planstrategi, its decision, and the plans that it hung on, all done."""

    strategi: Planstrategi
    beslutning: PlannedEnd
    ferdige: tuple[Plan, ...] = ()


def _newest_decided(register: Register, plan: Plan) -> Planstrategi | None:
    """Give the adopted planstrategi that last decided about a plan."""
    decided = [
        (day, strategi.id)
        for id_ in plan.beslutninger
        if (strategi := register.planstrategier.get(id_)) and (day := vedtaksdag(register, strategi))
    ]
    return register.planstrategier[max(decided)[1]] if decided else None


def _is_due(register: Register, strategi: Planstrategi, end: PlannedEnd) -> EndDue | None:
    """Tell whether a decided end is due: what it hung on is done, or its time is over and it hung on no condition."""
    since = vedtaksdag(register, strategi) or register.today
    if end.planer and all(is_vedtatt_since(register, other, since) for other in end.planer):
        return EndDue(strategi, end, end.planer)
    if end.vilkaar:
        return None
    late = end.ferdig is not None and end.ferdig.slutt < register.today
    return EndDue(strategi, end) if late or is_over(register, strategi) else None


def end_due(register: Register, plan: Plan) -> EndDue | None:
    """Give the decision, the last one about it, by which an adopted plan should have ended by now.

    What a condition in words asks for, the register cannot tell: such an end is due when the plans that it hangs on
    are adopted. The time of the first decision is PL505's, as long as the planstrategi's own time lasts.
    """
    if not any(decision.every_valg & ENDS_PLAN for decision in plan.beslutninger.values()):
        return None
    if is_being_revised(register, plan) or not register.is_vedtatt(plan) or register.replaced_by(plan):
        return None
    newest = _newest_decided(register, plan)
    ends = planned_ends(register, plan.beslutninger[newest.id], newest) if newest else ()
    return next((due for end in ends if newest and (due := _is_due(register, newest, end))), None)


def due_to_end(register: Register, plan: Plan) -> Planstrategi | None:
    """Give the planstrategi by whose decision, the last one about it, an adopted plan should have ended by now."""
    due = end_due(register, plan)
    return due.strategi if due else None
