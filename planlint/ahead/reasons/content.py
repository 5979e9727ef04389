"""Facts about what a plan is, what it rests on, and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.case import Fakta, Sak, naar
from planlint.base.days import add_years
from planlint.model.ord import TILTAK_FERDIG
from planlint.register.avsluttet import utgaatt
from planlint.register.livsloep.valg import TERM

if TYPE_CHECKING:
    from planlint.model import Maal, Plan


def overlapper(sak: Sak) -> Fakta | None:
    """Tell when the plan overlaps another in force."""
    return naar(sak.overlapp, planer=[f"«{title}»" for title in sak.overlapp])


def kunnskap(sak: Sak) -> Fakta | None:
    """Tell when the plan is knowledge that was noted, not a plan that was adopted."""
    return naar(sak.kunnskap and sak.vedtatt)


def maal_utgaatt(sak: Sak) -> Fakta | None:
    """Tell when the plan is anchored in goals of plans that have ended."""
    goals = (sak.register.finn_maal(anchor.maal) for anchor in sak.plan.forankring)
    plans = {ended.id: f"«{ended.tittel}»" for maal in goals if maal and (ended := utgaatt(sak.register, maal))}
    return naar(plans, planer=list(plans.values()))


def maal_endret(sak: Sak) -> Fakta | None:
    """Tell when a goal changed after the link to it was confirmed."""
    return naar(sak.mistenkelig and maal_utgaatt(sak) is None)


def kommuneplan(sak: Sak) -> Fakta | None:
    """Tell when the plan is one that the law wants a planstrategi to take a stand on."""
    return naar(sak.rolle in {"samfunnsdel", "arealdel"} and sak.vedtatt)


def lovpaalagt(sak: Sak) -> Fakta | None:
    """Tell when a law asks for the plan."""
    return naar(sak.lovpaalagt)


def uforankret(sak: Sak) -> Fakta | None:
    """Tell when the plan should be anchored in a goal, and is not."""
    return naar(sak.type and sak.type.forankring == "påkrevd" and not sak.plan.forankring)


def _i_bruk(sak: Sak) -> bool:
    """Tell whether something rests on the plan: a goal in force, an active plan, a measure to be done."""
    register, plan = sak.register, sak.plan
    goals = [maal for anchor in plan.forankring if (maal := register.finn_maal(anchor.maal))]
    nodes: list[Plan | Maal] = [plan, *register.maal_i(plan)]
    below = [other for node in nodes for other in register.forankret_i(node)]
    return (
        any(register.maal_i_kraft(maal) for maal in goals)
        or any(register.aktiv(other) for other in below)
        or any(tiltak.plan == plan.id and tiltak.status not in TILTAK_FERDIG for tiltak in register.tiltak.values())
    )


def ubrukt(sak: Sak) -> Fakta | None:
    """Tell when an adopted plan ran out a whole term ago or more, and nothing speaks for renewing it.

    No law, no date for a revision of its own, and nothing that rests on it.
    """
    limit = min(add_years(sak.tid.start, -TERM), sak.register.today)
    long_ago = sak.slutt is not None and sak.slutt < limit
    if not long_ago or not sak.vedtatt or sak.kunnskap or sak.lovpaalagt or sak.hjemmel:
        return None
    meant = sak.plan.revisjon and sak.plan.revisjon.neste
    return naar(not meant and not _i_bruk(sak))
