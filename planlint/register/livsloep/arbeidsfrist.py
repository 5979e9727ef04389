"""When work on a plan should have been over, or have begun: by the plan's own word and by the planstrategi's decision.

Read by PL406 and PL505, and by all that tells which plans are past a deadline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.model import BEGUN_ANEW, ENDS_PLAN, GIVES_ARBEID, NOT_NOW, STOPPED, TIMED_ARBEID, UNDER_ARBEID, VEDTAK
from planlint.register.livsloep.frist import is_being_revised, is_reversed
from planlint.register.livsloep.strategi import is_gjennomfoert, is_made_new, is_over

if TYPE_CHECKING:
    from planlint.base import Step
    from planlint.model import Beslutning, Plan, Planstrategi, TidspunktValue
    from planlint.register.register import Register


class Arbeidsfrist(NamedTuple):
    """A time that work is held against, the plan whose file says so (`eier`), and the place in that file."""

    tid: TidspunktValue
    eier: Plan
    felt: tuple[Step, ...]


def _inherited(register: Register, plan: Plan) -> list[Arbeidsfrist]:
    """Give what the current planstrategi decided for the plans that this one is to replace, where work was decided."""
    strategi = register.planstrategi
    found = []
    for id_ in plan.erstatter if strategi else ():
        old = register.find_plan(id_)
        decision = register.beslutning(old) if old else None
        if strategi and old and decision and decision.valg in GIVES_ARBEID and decision.ferdig:
            found.append(Arbeidsfrist(decision.ferdig, old, ("beslutninger", strategi.id, "ferdig")))
    return found


def arbeidsfrister(register: Register, plan: Plan) -> list[Arbeidsfrist]:
    """Give the days by which work on a plan is to be over; those of an earlier round, met by now, left out.

    Its own, unless the current planstrategi has put the work off, and that planstrategi's; where it has neither, what
    was decided for the plan that it is to replace.
    """
    found = []
    strategi, decision = register.planstrategi, register.beslutning(plan)
    put_off = decision is not None and decision.valg in NOT_NOW and not register.is_under_arbeid(plan)
    if plan.arbeid and plan.arbeid.ferdig and not put_off:
        found.append(Arbeidsfrist(plan.arbeid.ferdig, plan, ("arbeid", "ferdig")))
    if strategi and decision and decision.ferdig:
        found.append(Arbeidsfrist(decision.ferdig, plan, ("beslutninger", strategi.id, "ferdig")))
    adopted = register.vedtak(plan)
    found = found or _inherited(register, plan)
    return [frist for frist in found if not adopted or adopted[-1].dato.start < frist.tid.start]


def is_only_planlagt(register: Register, plan: Plan) -> bool:
    """Tell whether a plan states when its work shall be over, and nothing shows that it has begun."""
    return plan.arbeid is not None and plan.arbeid.ferdig is not None and register.status(plan) == "planlagt"


def arbeid_over_frist(register: Register, plan: Plan) -> list[Arbeidsfrist]:
    """Give the deadlines of a plan under work, or not begun, when all have passed (PL406); the last one first."""
    if not is_only_planlagt(register, plan) and not register.is_under_arbeid(plan):
        return []
    found = sorted(arbeidsfrister(register, plan), key=lambda frist: frist.tid.slutt, reverse=True)
    return found if found and found[0].tid.slutt < register.today else []


class BesluttetFrist(NamedTuple):
    """A time that a planstrategi decided: `oppstart` or `ferdig`, and when."""

    felt: str
    frist: TidspunktValue


def _passed(register: Register, plan: Plan, decision: Beslutning, felt: str) -> BesluttetFrist | None:
    """Give a decided time that has passed, unless `arbeid` has moved it to a day that has not."""
    times = [getattr(decision, felt), getattr(plan.arbeid, felt, None)]
    if times[0] and all(time is None or time.slutt < register.today for time in times):
        return BesluttetFrist(felt, times[0])
    return None


def _begun(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether work has begun (PL406 asks when it should be over), is done, is stopped, or goes on in a successor.

    Where the status is unknown, only PL409 speaks.
    """
    status = register.status(plan)
    if status in UNDER_ARBEID | STOPPED or register.has_unknown_status(plan):
        return True
    made = register.is_vedtatt(plan) and is_made_new(register, plan, strategi, decision)
    if made or is_gjennomfoert(register, plan, strategi, decision):
        return True
    last = register.last_event(plan, *VEDTAK)
    if any(
        event.hva in BEGUN_ANEW and (not last or event.dato.slutt > last.dato.slutt)
        for event in register.hendelser(plan)
    ):
        return True
    return any(_successor_at_work(register, new) for new in register.etterfoelgere(plan))


def _successor_at_work(register: Register, new: Plan) -> bool:
    """Tell whether the work goes on in a plan that is to replace another: adopted, being made, or timed itself.

    One that the planstrategi only names, without a time, has no deadline of its own to be late by.
    """
    decision = register.beslutning(new)
    timed = bool(decision and (decision.oppstart or decision.ferdig))
    return register.is_vedtatt(new) or register.is_under_arbeid(new) or timed or is_only_planlagt(register, new)


def _late(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> BesluttetFrist | None:
    """Give the decided time that nothing shows was kept; the finish before the start."""
    finish = _passed(register, plan, decision, "ferdig")
    if decision.valg in ENDS_PLAN:
        if decision.vilkaar:
            return None  # PL507, when the condition is met as far as the register shows
        still = register.is_vedtatt(plan) and not is_being_revised(register, plan) and not is_over(register, strategi)
        return finish if still and not register.replaced_by(plan) else None
    if decision.valg not in TIMED_ARBEID or _begun(register, plan, strategi, decision):
        return None
    if finish and is_only_planlagt(register, plan):
        return None  # PL406
    return finish or _passed(register, plan, decision, "oppstart")


def beslutning_over_frist(register: Register, plan: Plan) -> BesluttetFrist | None:
    """Give the time in the current planstrategi's decision that has passed without anything happening (PL505).

    None too where a planstrategi cannot be read, because that one may say otherwise.
    """
    strategi = register.planstrategi
    decision = plan.beslutninger.get(strategi.id) if strategi else None
    if not strategi or not decision or register.is_unreadable("planstrategi"):
        return None
    return None if is_reversed(decision.oppstart, decision.ferdig) else _late(register, plan, strategi, decision)
