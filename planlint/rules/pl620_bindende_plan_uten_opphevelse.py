"""PL620: a binding land-use plan that is told to have lapsed, though nobody has repealed or replaced it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import is_lapsed, plan_kind
from planlint.rules.rule import FindingText, finding, rule
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Plantype
    from planlint.register import Register


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
    """Yield the binding plans that have lapsed by their own word and by nobody's decision."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if plantype and is_lapsed(register, plan):
            yield finding(
                plan,
                "status",
                status=STATUS[register.status(plan) or ""],
                id=plan.id,
                lov=_laws(register, plan, plantype),
            )
