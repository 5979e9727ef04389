"""PL702: an indicator that measures a goal, or has a wanted direction, says nowhere how far to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_in_use
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL702",
    "indikator-uten-måltall",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="planlints format for indikatorer: `måltall`",
    krav="En indikator som måler et mål, eller som skal gå opp eller ned, har minst ett måltall.",
    hvorfor=(
        "Måltallet sier når målet er nådd. Uten det kan leseren se at tallet endrer seg, men ikke om det er godt nok. "
        "Nøkkeltall uten mål og uten ønsket retning trenger ikke måltall."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke noe måltall for indikatoren.",
        merke="her står hva som er ønsket, men ikke hvor mye",
        hjelp="skriv hvilken verdi som skal nås, og når, slik: `måltall: {{{aar}: tallet}}`.",
    ),
    felt=("mål", "plan", "retning", "måltall"),
    asks={"": ("måltall",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield indicators without targets; key figures that serve no goal and want no direction are left alone."""
    for indikator in register.indikatorer.values():
        wanted = indikator.retning in {"opp", "ned"}
        if indikator.maaltall or not (indikator.maal or wanted) or not is_in_use(register, indikator):
            continue
        yield finding(indikator, "retning" if wanted else "mål", aar=register.today.year + 1)
