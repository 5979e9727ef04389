"""PL501: work on a plan that the current planstrategi does not list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import (
    gjeldende_strategi,
    is_covered,
    is_filled_in,
    is_varslet,
    mentioned_plans,
    must_be_mentioned,
    periode,
)
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

HELP = (
    "skriv beslutningen under `beslutninger`, for eksempel `{id}: {{valg: {valg}, oppstart: {fra}, ferdig: {til}}}`. "
    "Er arbeidet ikke bestemt, ta det opp når planstrategien revideres."
)


@rule(
    "PL501",
    "utenfor-planstrategi",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="gjeldende planstrategi",
    krav="Planarbeid som pågår eller er varslet i valgperioden, er med i gjeldende planstrategi.",
    hvorfor=(
        "Planstrategien er kommunestyrets prioritering av planarbeidet. Arbeid utenom den bruker av den samme "
        "kapasiteten, uten at kommunestyret har veid det mot resten."
    ),
    tekst=FindingText(
        melding="Planen er under arbeid, men registeret viser ingen beslutning om den i planstrategien for {periode}.",
        merke="ikke med i planstrategien",
        hjelp=HELP,
    ),
    varianter={
        "varslet": FindingText(
            melding=(
                "Det er varslet arbeid med planen, men registeret viser ingen beslutning om den i planstrategien for "
                "{periode}."
            ),
            merke="ikke med i planstrategien",
            hjelp=HELP,
        ),
    },
    felt=("type", "status", "arbeid", "hendelser", "beslutninger", "erstatter", "del_av", "forankring"),
)
def check(register: Register, *, unntatte_typer: str = "") -> Iterator[Finding]:
    """Yield plans under work that the current planstrategi does not list; where it lists none, PL502 speaks."""
    strategi = gjeldende_strategi(register)
    listed = mentioned_plans(register, strategi) if strategi else set()
    if not strategi or not is_filled_in(register, listed, unntatte_typer):
        return
    for plan in register.planer.values():
        working = register.is_under_arbeid(plan)
        if not working and not is_varslet(register, plan, strategi):
            continue
        if not must_be_mentioned(register, plan, unntatte_typer) or is_covered(register, plan, listed):
            continue
        field = "oppstart" if plan.arbeid and plan.arbeid.oppstart else "ferdig"
        yield finding(
            plan, *(("status",) if working else ("arbeid", field)), variant="" if working else "varslet",
            periode=periode(strategi), id=strategi.id, fra=register.today.year, til=register.today.year + 1,
            valg="revideres" if register.vedtak(plan) else "ny",
        )  # fmt: skip
