"""PL712: a conflict between goals that does not say which two sides pull against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import QuotedTitle, RuleClass, Severity
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Utfordring
    from planlint.register import Register


def _misplaced(utfordring: Utfordring) -> Iterator[Finding]:
    """Yield goals that stand on a side that the conflict does not have, and those that are not in it."""
    for id_, side in utfordring.maal_paa_side.items():
        if side not in utfordring.sider:
            sides = [QuotedTitle(one) for one in utfordring.sider]
            yield finding(utfordring, "mål_på_side", id_, variant="ukjent", side=QuotedTitle(side), sider=sides)
        elif id_ not in utfordring.maal:
            yield finding(utfordring, "mål_på_side", id_, variant="utenfor")


@rule(
    "PL712",
    "konflikt-uten-sider",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="planlints format for utfordringer: `sider`",
    krav=(
        "En målkonflikt sier hvilke hensyn som står mot hverandre, minst to. Er et mål ført på en side, er siden en av "
        "dem, og målet et av målene i konflikten."
    ),
    hvorfor=(
        "En konflikt kan bare veies når begge sidene er sagt. Med én side er det uklart hva kommunen skal velge "
        "mellom, og hvem som berøres av valget."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke hvilke hensyn som står mot hverandre i målkonflikten.",
        merke="sidene mangler",
        hjelp="skriv de to hensynene i feltet `sider`, og i `avveiing` hvordan de er veid, om det er avgjort.",
    ),
    varianter={
        "én": FindingText(
            melding="Registeret viser bare én side av målkonflikten: {side}.",
            merke="den andre siden mangler",
            hjelp="skriv også hensynet som står mot dette, i feltet `sider`.",
        ),
        "ukjent": FindingText(
            melding="Målet er ført på siden {side}, men den er ikke blant sidene i målkonflikten.",
            merke="ikke i «sider»",
            hjelp="skriv en av sidene slik den står i `sider`: {sider}.",
        ),
        "utenfor": FindingText(
            melding="Målet er ført på en side, men er ikke blant målene i målkonflikten.",
            merke="ikke i «mål»",
            hjelp="skriv målet i feltet `mål` også, eller ta det bort her.",
        ),
    },
    felt=("sider", "type", "mål", "mål_på_side"),
    asks={"": ("sider",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield conflicts with fewer than two sides, but not on days before the one that the register describes.

    A goal on a side that is not there, or in no conflict, is how the file is written: that is so on every day.
    """
    described = register.plansystem.ajourfoert
    is_before = described is not None and register.today < described
    for utfordring in register.utfordringer.values():
        yield from _misplaced(utfordring)
        if is_before or utfordring.type != "målkonflikt" or len(utfordring.sider) > 1:
            continue
        if utfordring.sider:
            yield finding(utfordring, "sider", variant="én", side=utfordring.sider[0])
        else:
            yield finding(utfordring, "tittel")
