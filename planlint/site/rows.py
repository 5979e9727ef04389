"""One plan as a row of a table: texts only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.text.format import oppramsing, tidspunkt
from planlint.text.names import STATUS

if TYPE_CHECKING:
    from planlint.model import Beslutning, Plan
    from planlint.model.plan import Arbeid
    from planlint.register import Register


@dataclass(frozen=True, slots=True)
class Planrad:
    """A plan in the table of plans; an empty text is what nobody has documented."""

    id: str
    tittel: str
    type: str
    status: str
    vedtatt: str
    periode: str
    revisjon: str
    arbeid: str
    ansvarlig: str
    forankring: str
    utgaar: bool


@dataclass(frozen=True, slots=True)
class Beslutningsrad:
    """What the planstrategi decided about a plan."""

    tittel: str
    oppstart: str
    ferdig: str
    ansvarlig: str
    prioritet: str
    hjemmel: str


def _vedtatt(register: Register, plan: Plan) -> str:
    event = register.sist(plan, "vedtatt", "revidert", "til_orientering")
    if event is None:
        return ""
    organ = register.plansystem.organer.get(event.organ or "")
    parts = [tidspunkt(event.dato), organ.navn if organ else "", f"sak {event.sak}" if event.sak else ""]
    return ", ".join(part for part in parts if part)


def _periode(plan: Plan) -> str:
    if plan.periode is None:
        return ""
    start = tidspunkt(plan.periode.fra) if plan.periode.fra else ""
    end = tidspunkt(plan.periode.til) if plan.periode.til else ""
    doubt = " (usikkert)" if plan.periode.usikker else ""
    return (f"{start}–{end}" if start else f"til {end}" if end else "") + doubt


def _revisjon(plan: Plan) -> str:
    if plan.revisjon is None:
        return ""
    parts = [tidspunkt(plan.revisjon.neste) if plan.revisjon.neste else "", plan.revisjon.rulleres or ""]
    return ", ".join(part for part in parts if part) + (" (usikkert)" if plan.revisjon.usikker else "")


def _arbeid(work: Arbeid | Beslutning | None) -> str:
    if work is None or not (work.oppstart or work.ferdig):
        return ""
    start = tidspunkt(work.oppstart) if work.oppstart else ""
    end = tidspunkt(work.ferdig) if work.ferdig else ""
    return f"{start}–{end}" + (" (usikkert)" if work.usikker else "")


def _sektor(register: Register, id_: str | None) -> str:
    sektor = register.plansystem.sektorer.get(id_ or "")
    return sektor.navn if sektor else ""


def _forankring(register: Register, plan: Plan) -> str:
    above = [register.finn_maal(anchor.maal) or register.finn_plan(anchor.plan) for anchor in plan.forankring]
    return oppramsing([entity.tittel for entity in above if entity])


def planrad(register: Register, plan: Plan) -> Planrad:
    """Make a plan's row."""
    plantype = register.plantype(plan)
    end = register.periodeslutt(plan)
    return Planrad(
        id=plan.id,
        tittel=plan.tittel,
        type=plantype.navn if plantype else plan.type,
        status=STATUS[register.status(plan)],
        vedtatt=_vedtatt(register, plan),
        periode=_periode(plan),
        revisjon=_revisjon(plan),
        arbeid=_arbeid(plan.arbeid),
        ansvarlig=_sektor(register, plan.ansvarlig),
        forankring=_forankring(register, plan),
        utgaar=end is not None and end.year == register.today.year,
    )


def beslutningsrad(register: Register, plan: Plan, decision: Beslutning) -> Beslutningsrad:
    """Make the row of what the planstrategi decided about a plan."""
    return Beslutningsrad(
        tittel=plan.tittel,
        oppstart=tidspunkt(decision.oppstart) if decision.oppstart else "",
        ferdig=(tidspunkt(decision.ferdig) if decision.ferdig else "") + (" (usikkert)" if decision.usikker else ""),
        ansvarlig=_sektor(register, decision.ansvarlig or plan.ansvarlig),
        prioritet=str(decision.prioritet or decision.innsats or ""),
        hjemmel=", ".join(decision.hjemmel or plan.hjemmel),
    )
