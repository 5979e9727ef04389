"""PL703: nobody has entered a measured value for an indicator in the last years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_in_use, known_until, maalt
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL703",
    "foreldet-indikator",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: regelens valg `indikator_år`",
    krav=(
        "En indikator har en målt verdi fra i år eller fra ett av de siste årene (to, når ikke noe annet er valgt). "
        "Sier registeret i feltet `ajourført` hvilken dag det beskriver, er årene regnet fra den dagen."
    ),
    hvorfor=(
        "En indikator uten nye målinger viser hvordan det var, ikke hvordan det er. Da kan kommunen ikke si om målet "
        "blir nådd. Prognoser og måltall teller ikke som målinger."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen måling etter {nyeste}.",
        merke="det trengs en måling fra {tidligst} eller senere",
        hjelp="skriv den nyeste målingen i feltet `verdier`, med året foran tallet.",
    ),
    varianter={
        "ingen": FindingText(
            melding="Registeret viser ingen måling for indikatoren.",
            merke="det trengs en måling fra {tidligst} eller senere",
            hjelp="skriv den nyeste målingen, slik: `verdier: {{{i_fjor}: tallet}}`.",
        ),
    },
    felt=("verdier", "mål", "plan"),
    asks={"": ("nyere_verdier",), "ingen": ("verdier",)},
)
def check(register: Register, *, indikator_år: int = 2) -> Iterator[Finding]:  # noqa: PLC2401 - an option is Norwegian
    """Yield indicators whose newest measured value is more than `indikator_år` years old, or that have none."""
    for indikator in register.indikatorer.values():
        this_year = known_until(register, indikator).year
        newest = max((year for year, _ in maalt(register, indikator)), default=None)
        if (newest is not None and newest >= this_year - indikator_år) or not is_in_use(register, indikator):
            continue
        path = ("verdier", newest) if newest is not None else ("verdier" if indikator.verdier else "tittel",)
        yield finding(
            indikator, *path, variant="ingen" if newest is None else "",
            nyeste=newest, tidligst=this_year - indikator_år, i_fjor=this_year - 1,
        )  # fmt: skip
