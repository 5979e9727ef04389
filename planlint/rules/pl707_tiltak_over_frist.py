"""PL707: a measure whose deadline has passed is not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity, StatusCode
from planlint.model import TILTAK_FERDIG
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL707",
    "tiltak-over-frist",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="tiltakets frist og status",
    krav="Et tiltak er gjennomført eller avlyst innen fristen, eller så er fristen flyttet.",
    hvorfor=(
        "Fristene viser når virkningen av tiltakene kommer. Går en frist ut uten at noe skjer, kan målet som tiltaket "
        "skulle følge opp, bli stående uten oppfølging."
    ),
    tekst=FindingText(
        melding="Tiltaket skulle vært gjennomført innen {frist:av}, men status er «{status}».",
        merke="fristen gikk ut for {siden} siden (per {per})",
        hjelp=(
            "skriv `gjennomført` eller `avlyst` i feltet `status` hvis det er riktig, eller skriv en ny dato i "
            "feltet `frist`."
        ),
    ),
    varianter={
        "ukjent": FindingText(
            melding="Tiltaket skulle vært gjennomført innen {frist:av}, og registeret viser ikke at det er gjort.",
            merke="fristen gikk ut for {siden} siden (per {per})",
            hjelp="skriv i feltet `status` hvor langt tiltaket er kommet, eller skriv en ny dato i feltet `frist`.",
        ),
    },
    felt=("frist", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield measures, neither done nor called off, whose whole deadline (a year lasts until 31 December) has passed."""
    for tiltak in register.tiltak.values():
        if tiltak.status in TILTAK_FERDIG or not tiltak.frist or tiltak.frist.slutt >= register.today:
            continue
        yield finding(
            tiltak, "frist", variant="" if tiltak.status else "ukjent", frist=tiltak.frist,
            status=StatusCode(tiltak.status) if tiltak.status else "",
            siden=Duration(tiltak.frist.slutt, register.today), per=register.today,
        )  # fmt: skip
