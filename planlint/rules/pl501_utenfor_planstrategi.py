"""PL501: work on a plan that the current planstrategi does not list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import NOT_NOW
from planlint.register import (
    gjeldende_strategi,
    is_covered,
    is_filled_in,
    is_varslet,
    mentioned_plans,
    must_be_mentioned,
    periode,
    vedtaksdag,
)
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

HELP = (
    "skriv beslutningen under `beslutninger` i denne filen, for eksempel `{id}: {{valg: {valg}, oppstart: {fra}, "
    "ferdig: {til}}}`. Er arbeidet ikke bestemt, ta det opp når planstrategien revideres."
)


PUT_OFF = {"utsettes": N_("utsatt"), "ikke_prioritert": N_("ikke prioritert")}


def _put_off(register: Register, plan: Plan, strategi: Planstrategi) -> Finding | None:
    """Give the finding where work goes on that the planstrategi has put off, or has not prioritised, by today.

    What the council ordered afterwards is no longer put off.
    """
    decision = plan.beslutninger.get(strategi.id)
    if decision is None or decision.valg not in NOT_NOW:
        return None
    day, ordered = vedtaksdag(register, strategi), decision.bestilt and decision.bestilt.dato
    if (decision.oppstart and decision.oppstart.start <= register.today) or (day and ordered and ordered.slutt >= day):
        return None
    note = N_("beslutningen i planstrategien")
    where = (related(plan, "beslutninger", strategi.id, "valg", note=note),)
    return finding(
        plan, "status", variant="utsatt", related=where, periode=periode(strategi), utsatt=PUT_OFF[decision.valg]
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
        "utsatt": FindingText(
            melding="Planen er under arbeid, men i planstrategien for {periode} er arbeidet {utsatt}.",
            merke="under arbeid",
            hjelp=(
                "rett statusen eller beslutningen hvis en av dem er feil. Har kommunestyret bestilt arbeidet senere, "
                "skriv vedtaket i `bestilt` under beslutningen."
            ),
        ),
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
        if working and (told := _put_off(register, plan, strategi)):
            yield told
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
