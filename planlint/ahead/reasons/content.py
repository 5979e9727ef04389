"""Facts about what a plan is, what it rests on, and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.case import Facts, PlanCase, facts_when
from planlint.base import QuotedTitle, add_years
from planlint.model import TILTAK_FERDIG
from planlint.register import TERM, is_forankret, utgaatt

if TYPE_CHECKING:
    from planlint.model import Maal, Plan


def overlaps(sak: PlanCase) -> Facts | None:
    """Tell when the plan overlaps another in force."""
    return facts_when(sak.overlapp, planer=[QuotedTitle(title) for title in sak.overlapp])


def kunnskap(sak: PlanCase) -> Facts | None:
    """Tell when the plan is knowledge that was noted, not a plan that was adopted."""
    return facts_when(sak.has_kunnskap and sak.is_vedtatt)


def maal_utgaatt(sak: PlanCase) -> Facts | None:
    """Tell when the plan is anchored in goals of plans that have ended."""
    goals = (sak.register.find_maal(anchor.maal) for anchor in sak.plan.forankring)
    plans = {ended.id: QuotedTitle(ended.tittel) for maal in goals if maal and (ended := utgaatt(sak.register, maal))}
    return facts_when(plans, planer=list(plans.values()))


def goal_changed(sak: PlanCase) -> Facts | None:
    """Tell when a goal changed after the link to it was confirmed."""
    return facts_when(sak.mistenkelig and maal_utgaatt(sak) is None)


def kommuneplan(sak: PlanCase) -> Facts | None:
    """Tell when the plan is one that the law wants a planstrategi to take a stand on."""
    return facts_when(sak.rolle in {"samfunnsdel", "arealdel"} and sak.is_vedtatt)


def accepted(sak: PlanCase) -> Facts | None:
    """Tell why somebody has accepted that the register does not say what is to happen to the plan."""
    return facts_when(sak.godtatt, grunn=" ".join(sak.godtatt))


def remark(sak: PlanCase) -> Facts | None:
    """Give the remark in the plan's file: what no field holds may be what decides."""
    return {"merknad": " ".join(sak.plan.merknad.split())} if sak.plan.merknad else None


def lovpaalagt(sak: PlanCase) -> Facts | None:
    """Tell when a law asks for the plan."""
    return facts_when(sak.is_lovpaalagt)


def uforankret(sak: PlanCase) -> Facts | None:
    """Tell when the plan should be anchored in a goal, and is not."""
    return facts_when(sak.type and sak.type.forankring == "påkrevd" and not is_forankret(sak.plan))


def _is_used(sak: PlanCase) -> bool:
    """Tell whether something rests on the plan: a goal in force, an active plan, a measure to be done."""
    register, plan = sak.register, sak.plan
    goals = [maal for anchor in plan.forankring if (maal := register.find_maal(anchor.maal))]
    nodes: list[Plan | Maal] = [plan, *register.maal_of(plan)]
    below = [other for node in nodes for other in register.anchored_in(node)]
    return (
        any(register.is_maal_i_kraft(maal) for maal in goals)
        or any(register.is_active(other) for other in below)
        or any(tiltak.plan == plan.id and tiltak.status not in TILTAK_FERDIG for tiltak in register.tiltak.values())
    )


def unused(sak: PlanCase) -> Facts | None:
    """Tell when an adopted plan ran out a whole term ago or more, and the register shows nothing that rests on it.

    No law, and no date for a revision of its own. That nobody has documented a use does not mean that there is none.
    """
    limit = min(add_years(sak.tid.start, -TERM), sak.register.today)
    long_ago = sak.slutt is not None and sak.slutt.slutt < limit
    if not long_ago or not sak.is_vedtatt or sak.has_kunnskap or sak.is_lovpaalagt or sak.hjemmel:
        return None
    meant = sak.plan.revisjon and sak.plan.revisjon.neste
    return facts_when(not meant and not _is_used(sak), slutt=sak.slutt)
