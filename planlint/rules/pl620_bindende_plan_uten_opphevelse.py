"""PL620: a binding land-use plan that is told to have lapsed, though nobody has repealed or replaced it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import counts_on, event_place, is_by_kommunestyret, is_lapsed, plan_kind
from planlint.rules.rule import FindingText, finding, rule
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Plantype
    from planlint.register import Register


def _by_another(register: Register, plan: Plan, plantype: Plantype) -> Finding | None:
    """Give the finding where another body than the council repealed a binding plan, by the law of that day.

    It takes what making a plan takes (§§ 11-17 and 12-14); one in conflict with a plan over it may be left to others.
    """
    repeals = [event for event in register.hendelser(plan) if event.hva == "opphevet"]
    if not plantype.bindende or not repeals or register.replaced_by(plan):
        return None
    if any(is_by_kommunestyret(register.plansystem, event) for event in repeals):
        return None
    event, kind = repeals[-1], plan_kind(plantype)
    law = "pbl-11-17" if kind == "areal" else "pbl-12-14"
    if not counts_on(register, law, event.dato.start):
        return None
    organ = register.plansystem.organer[event.organ or ""].navn
    navn = bestemmelser()[law].navn
    where, hard = event_place(plan, event, "organ"), kind == "areal"
    return finding(
        plan,
        *where,
        variant="organ" if hard else "delegert",
        severity=Severity.FEIL if hard else Severity.ADVARSEL,
        lov=(law,),
        lovdag=event.dato.start,
        organ=organ,
        lovnavn=navn,
    )


def _laws(register: Register, plan: Plan, plantype: Plantype) -> tuple[str, ...]:
    """Give what the plan's force rests on: by its kind, and the older act's plans by the words about them."""
    chapter = ("pbl-12-4", "pbl-12-14") if plan_kind(plantype) == "regulering" else ("pbl-11-6", "pbl-11-17")
    adopted = register.vedtak(plan)
    return (
        (*chapter, "pbl-34-2") if adopted and adopted[0].dato.slutt < bestemmelser()["pbl-34-2"].first_day else chapter
    )


@rule(
    "PL620",
    "bindende-plan-uten-opphevelse",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven §§ 1-5, 11-6, 11-17, 12-4, 12-14 og 34-2",
    krav=(
        "En bindende arealplan gjelder til kommunestyret endrer eller opphever den, eller en ny plan erstatter den. "
        "Det står med de ordene om planer fra før 1. juli 2009. For nyere planer er det en slutning fra flere "
        "paragrafer."
    ),
    hvorfor=(
        "Den som vil bygge, må følge planen så lenge den gjelder. At perioden er over, eller at planstrategien sier at "
        "planen utgår, opphever den ikke."
    ),
    varianter={
        "organ": FindingText(
            melding=(
                "Planen er registrert som opphevet av {organ}. Å oppheve en arealplan er etter {lovnavn} et vedtak for "
                "kommunestyret."
            ),
            merke="ikke kommunestyret",
            hjelp="legg til hendelsen der kommunestyret opphevet planen, eller rett feltet `organ` hvis det er feil.",
        ),
        "delegert": FindingText(
            melding=(
                "Planen er registrert som opphevet av {organ}. Kommunestyret kan bare delegere det når planen i det "
                "vesentlige er i strid med en overordnet plan."
            ),
            merke="ikke kommunestyret",
            hjelp=(
                "rett feltet `organ` hvis det er feil, eller legg til hendelsen der kommunestyret opphevet planen. Er "
                "vedtaket delegert, skriv et unntak som sier det."
            ),
        ),
    },
    tekst=FindingText(
        melding="Planen er en bindende arealplan med status «{status}», men registeret viser ikke at den er opphevet.",
        merke="gjelder til den blir opphevet eller erstattet",
        hjelp=(
            "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, eller skriv `erstatter: [{id}]` i filen til "
            "planen som kom i stedet. Er den verken opphevet eller erstattet, skriv `status: vedtatt`."
        ),
    ),
    felt=("type", "status", "hendelser", "plantyper"),
    lov=("pbl-11-6", "pbl-11-17", "pbl-12-4", "pbl-12-14", "pbl-34-2"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the binding plans that have lapsed by their own word and by nobody's decision, or by another body's."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if plantype is None:
            continue
        if found := _by_another(register, plan, plantype):
            yield found
        if is_lapsed(register, plan):
            yield finding(
                plan,
                "status",
                status=STATUS[register.status(plan) or ""],
                id=plan.id,
                lov=_laws(register, plan, plantype),
            )
