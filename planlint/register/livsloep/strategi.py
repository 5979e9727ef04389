"""What the planstrategier decide: which plans they list, for how long, and whether a decision is carried out.

Read by the rules about planstrategier, so that they all count alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import interval
from planlint.model import (
    AVSLUTTEDE,
    ENDS_PLAN,
    VEDTAK,
    VEDTAK_IN_EARNEST,
    VEDTATTE,
)
from planlint.register.livsloep.frist import is_being_revised
from planlint.register.livsloep.valg import last_day
from planlint.register.traad import follow_links, planer_over

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Beslutning, Plan, Planstrategi
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
    made = decision.valg == "ny" and register.last_event(plan, *VEDTAK) is not None
    return made or is_vedtatt_since(register, plan, since)


def due_to_end(register: Register, plan: Plan) -> Planstrategi | None:
    """Give the planstrategi, its time over, whose decision that an adopted plan shall end is the last one about it."""
    if not any(decision.valg in ENDS_PLAN for decision in plan.beslutninger.values()):
        return None
    if is_being_revised(register, plan) or not register.is_vedtatt(plan) or register.replaced_by(plan):
        return None
    decided = [
        (day, strategi.id)
        for id_ in plan.beslutninger
        if (strategi := register.planstrategier.get(id_)) and (day := vedtaksdag(register, strategi))
    ]
    newest = register.planstrategier[max(decided)[1]] if decided else None
    if newest and plan.beslutninger[newest.id].valg in ENDS_PLAN and is_over(register, newest):
        return newest
    return None
