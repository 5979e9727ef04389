"""PL913: a status step that the life cycle does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.model import AVSLUTTEDE, NESTE, VEDTATTE
from planlint.register import may_be_kunnskap, unexplained_step
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


def _variant(old: str, new: str) -> str:
    if old in AVSLUTTEDE:
        return "avsluttet"
    if old in VEDTATTE:
        return "vedtatt"
    order = list(NESTE)
    return "tilbake" if new in order[: order.index(old)] else ""


@rule(
    "PL913",
    "ugyldig-overgang",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav=(
        "Status følger livsløpet: «Planlagt», «Under arbeid», «På høring», «Til vedtak», «Vedtatt», «Under "
        "revisjon», og til slutt «Erstattet», «Opphevet» eller «Utgått». Kunnskapsgrunnlag går fra «Utkast» til "
        "«Tatt til orientering» og «Foreldet». Arbeid som stanser, er «Satt på vent». Et annet steg må ha en ny "
        "hendelse, en beslutning eller en kilde bak seg."
    ),
    hvorfor=(
        "Når en plan hopper over et steg eller går tilbake, har noe skjedd som registeret ikke viser, eller så er "
        "status skrevet feil."
    ),
    tekst=FindingText(
        melding=(
            "Status kan ikke gå rett fra «{foer}» til «{naa}». Livsløpet har disse stegene etter «{foer}»: {neste}."
        ),
        merke="var «{foer}»",
        hjelp=(
            "legg til hendelsene som viser det som skjedde imellom, for eksempel `oppstart` eller `høring_start`, "
            "eller skriv et av stegene etter «{foer}»."
        ),
    ),
    varianter={
        "tilbake": FindingText(
            melding=(
                "Status er satt tilbake fra «{foer}» til «{naa}». Livsløpet har disse stegene etter «{foer}»: {neste}."
            ),
            merke="var «{foer}»",
            hjelp=(
                "skriv `status: satt_på_vent` hvis arbeidet er stanset. Har en ny runde begynt, legg til hendelsen, "
                "for eksempel `høring_start`. Var «{foer}» feil, legg til kilden som viser det, under `kilder` i "
                "denne filen."
            ),
        ),
        "vedtatt": FindingText(
            melding="Status kan ikke gå fra «{foer}» til «{naa}». Livsløpet har disse stegene etter «{foer}»: {neste}.",
            merke="var «{foer}»",
            hjelp=(
                "skriv et av de stegene. Skal planen endres, er den «Under revisjon» til det nye vedtaket er fattet. "
                "Var «{foer}» feil, legg til kilden som viser det, under `kilder` i denne filen."
            ),
        ),
        "avsluttet": FindingText(
            melding="Planen var «{foer}», og registeret viser ikke hvorfor den nå er «{naa}».",
            merke="var «{foer}»",
            hjelp=(
                "legg til hendelsen eller beslutningen som tok planen opp igjen. Var «{foer}» feil, legg til kilden "
                "som viser det, under `kilder` i denne filen."
            ),
        ),
    },
    felt=("status", "hendelser", "kilder"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose status has taken a step since the base that nothing explains."""
    if register.before is None:
        return
    for plan in register.planer.values():
        old, now = unexplained_step(register, plan), plan.status
        if old is None or now is None:
            continue
        after = [step for step in NESTE.get(old, ()) if step != "utkast" or may_be_kunnskap(register, plan)]
        yield finding(
            plan, "status", variant=_variant(old, now), foer=StatusCode(old), naa=StatusCode(now),
            neste=[StatusCode(step) for step in after],
        )  # fmt: skip
