"""PL413: a høring is over, and the register has neither input from it nor a word that none came."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import ended_hearing, event_place, heard_input, medvirkning, told_number
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _is_asked(register: Register, plan: Plan, ended: date, since: date) -> bool:
    """Tell whether the municipality keeps input to this plan here: it has drafts or input, or others' input is older.

    A municipality that keeps its input elsewhere is not asked for it.
    """
    found = medvirkning(register)
    return bool(found.utkast.get(plan.id) or found.innspill.get(plan.id)) or since <= ended


@rule(
    "PL413",
    "høring-uten-innspill",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints format for innspill: `arena`, og for hendelser: `innspill`",
    krav="Når en høring er over, viser registeret innspillene som kom, eller at det ikke kom noen.",
    hvorfor=(
        "At ingen innspill er registrert, kan bety at ingen kom, eller at ingen har ført dem. Den som leser, kan ikke "
        "se forskjell før registeret sier det. Regelen spør bare der kommunen ellers fører utkast eller innspill her."
    ),
    tekst=FindingText(
        melding="Høringen er over, men registeret viser ingen innspill fra den, og heller ikke at det ikke kom noen.",
        merke="innspillene er ikke registrert",
        hjelp=(
            "registrer innspillene med `arena: høring`, eller skriv `innspill: 0` på hendelsen hvis det ikke kom noen."
        ),
    ),
    varianter={
        "antall": FindingText(
            melding="Det kom inn {antall} innspill i høringen, men registeret har ingen av dem.",
            merke="innspillene er ikke registrert",
            hjelp="registrer innspillene med `arena: høring`, gjerne med `planlint import FIL --kind innspill`.",
        )
    },
    felt=("hendelser", "status"),
    asks={"": ("innspill",), "antall": ("innspill",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the plans whose last høring is over and has left no trace of what came in."""
    if register.is_unreadable("innspill"):
        return
    days = [item.dato.start for item in register.innspill.values() if item.dato]
    since = min(days, default=date.max)
    for plan in register.planer.values():
        hearing = ended_hearing(register, plan)
        if hearing is None or heard_input(register, plan):
            continue
        number, place = told_number(register, plan), event_place(plan, hearing, "hva")
        if number:
            yield finding(plan, *place, variant="antall", severity=Severity.INFO, antall=number)
        elif number is None and _is_asked(register, plan, hearing.dato.start, since):
            yield finding(plan, *place)
