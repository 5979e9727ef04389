"""PL403: a plan adopted by another body than its type asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_by_kommunestyret, vedtakskrav, vedtaksmangler
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register

_HELP = "rett `organ` hvis det er ført feil, legg planen fram for {rette}, eller endre `vedtas_av` i plansystem.yaml."


def _by_wrong_body(register: Register, plan: Plan, bodies: Sequence[str]) -> Hendelse | None:
    """Give the adoption in force where another body made it; a committee's vote on the way to the council is none.

    A plan that is only noted may be so by several bodies; one of the right ones is enough.
    """
    events = [event for event in register.vedtak(plan) if event.organ]
    if adoptions := [event for event in events if event.hva != "til_orientering"]:
        return None if adoptions[-1].organ in bodies else adoptions[-1]
    if not events or any(event.organ in bodies for event in events):
        return None
    return events[-1]


@rule(
    "PL403",
    "feil-organ",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `vedtas_av`",
    krav="Planen er vedtatt av et organ som plantypen oppgir i feltet `vedtas_av`.",
    hvorfor=(
        "Kommunen har bestemt hvem som vedtar hvilke planer. Et vedtak i et annet organ kan mangle den forankringen "
        "planen skal ha, eller være ført på feil organ i registeret."
    ),
    tekst=FindingText(
        melding="Planen er vedtatt av {organ}, men planer av typen {type} skal vedtas av {rette}.",
        merke="skal være {rette}",
        hjelp=_HELP,
    ),
    varianter={
        "revidert": FindingText(
            melding="Planen er revidert av {organ}, men planer av typen {type} skal vedtas av {rette}.",
            merke="skal være {rette}",
            hjelp=_HELP,
        ),
        "til_orientering": FindingText(
            melding="Planen er tatt til orientering av {organ}, men planer av typen {type} skal behandles av {rette}.",
            merke="skal være {rette}",
            hjelp=_HELP,
        ),
    },
    felt=("hendelser", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans whose newest adoption was by a body that the plan type does not name.

    Not where the law itself says who adopts it: the council's vote is then lawful, and another's is PL621's matter.
    """
    bodies, told = register.plansystem.organer, {plan.id for plan, _ in vedtaksmangler(register)}
    demands = vedtakskrav(register)
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or not plantype.vedtas_av or not register.is_vedtatt(plan):
            continue
        event = _by_wrong_body(register, plan, plantype.vedtas_av)
        if event is None or event.organ not in bodies or plan.id in told:
            continue
        if plan.id in demands and is_by_kommunestyret(register.plansystem, event):
            continue
        right = [bodies[id_].navn if id_ in bodies else id_ for id_ in plantype.vedtas_av]
        yield finding(
            plan, "hendelser", plan.hendelser.index(event), "organ",
            variant="" if event.hva == "vedtatt" else event.hva,
            organ=bodies[event.organ].navn, type=plantype.navn, rette=right,
        )  # fmt: skip
