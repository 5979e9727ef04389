"""PL706: a measure that serves no goal or plan, or that nobody is responsible for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import TILTAK_FERDIG
from planlint.register import ending_of
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL706",
    "tiltak-uten-tilknytning",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints format for tiltak: `mål`, `plan` og `ansvarlig`",
    krav="Et tiltak følger opp et mål eller en plan, og en sektor er ansvarlig for det, til det er gjort eller avlyst.",
    hvorfor=(
        "Et tiltak uten mål eller plan viser ikke hvorfor kommunen gjør det. Et tiltak uten ansvarlig blir lett "
        "liggende. Tiltak i en plan som er avsluttet, trenger ingen ny ansvarlig."
    ),
    tekst=FindingText(
        melding="Registeret viser verken hvilket mål eller hvilken plan tiltaket hører til.",
        merke="tiltaket står alene",
        hjelp="skriv id-en til målet i feltet `mål`, eller id-en til planen i feltet `plan`.",
    ),
    varianter={
        "ansvarlig": FindingText(
            melding="Registeret viser ikke hvem som er ansvarlig for tiltaket.",
            merke="ingen ansvarlig",
            hjelp="skriv en sektor fra plansystem.yaml i feltet `ansvarlig`.",
        ),
    },
    felt=("mål", "plan", "ansvarlig", "status"),
    asks={"": ("mål", "plan"), "ansvarlig": ("ansvarlig",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield measures, neither done nor called off, without a goal or plan, and those without a responsible sector."""
    for tiltak in register.tiltak.values():
        if tiltak.status in TILTAK_FERDIG:
            continue
        if not tiltak.maal and not tiltak.plan:
            yield finding(tiltak, "tittel")
        plan = register.find_plan(tiltak.plan)
        if not (tiltak.ansvarlig or tiltak.medansvarlige) and not (plan and ending_of(register, plan)):
            yield finding(tiltak, "tittel", variant="ansvarlig")
