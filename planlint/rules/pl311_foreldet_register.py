"""PL311: the register says that it describes a day long past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, Finding, Place, RuleClass, Severity, add_months
from planlint.rules.rule import FindingText, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import Register


@rule(
    "PL311",
    "foreldet-register",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: `ajourført`",
    krav="Registeret er gjennomgått det siste året, og feltet `ajourført` i plansystem.yaml viser dagen.",
    hvorfor=(
        "Tabeller og nettsted viser hva som gjelder. Er registeret ikke ajourført, kan de som leser dem, få et feil "
        "bilde av hvilke planer kommunen har."
    ),
    tekst=FindingText(
        melding="Registeret er ikke ajourført siden {dato}.",
        merke="for {siden} siden (per {per})",
        hjelp="gå gjennom planene og statusene deres, og skriv dagens dato i feltet `ajourført`.",
    ),
    felt=("ajourført",),
)
def check(register: Register, *, maaneder: int = 12) -> Iterator[Finding]:
    """Yield one finding where more than `maaneder` have passed since the register was brought up to date."""
    day, today = register.plansystem.ajourfoert, register.today
    if day and add_months(day, maaneder) < today:
        args = {"dato": day, "siden": Duration(day, today), "per": today}
        yield Finding("plansystem", Place(PLANSYSTEM, ("ajourført",)), args)
