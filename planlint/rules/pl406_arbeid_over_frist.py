"""PL406: work on a plan goes on after the day it should have been finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity, StatusCode
from planlint.register import arbeid_over_frist, is_only_planlagt, is_told_by_varslet
from planlint.rules.rule import DOUBT, N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Step
    from planlint.model import Plan
    from planlint.register import Register


def _doubt(register: Register, plan: Plan, felt: Step) -> str:
    """Give what stands behind a plan's own deadline where the source is in doubt of it."""
    told = plan.arbeid if felt == "arbeid" else register.beslutning(plan)
    return DOUBT if told and told.usikker else ""


@rule(
    "PL406",
    "arbeid-over-frist",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav="Arbeidet med en plan er ferdig innen fristen, eller så er fristen flyttet.",
    hvorfor=(
        "Fristene er grunnlaget for hva kommunen rekker i valgperioden. Når en frist er gått ut, må noen avgjøre om "
        "arbeidet skal fortsette, og når det skal være ferdig."
    ),
    tekst=FindingText(
        melding="Fristen for arbeidet med planen var {frist}{tvil}, men i registeret er status fortsatt «{status}».",
        merke="fristen gikk ut for {siden} siden",
        hjelp="registrer vedtaket hvis planen er ferdig, eller skriv en ny frist i `arbeid.ferdig`.",
    ),
    varianter={
        "planlagt": FindingText(
            melding="Fristen for arbeidet med planen var {frist}{tvil}, men det er ikke registrert at det har begynt.",
            merke="fristen gikk ut for {siden} siden",
            hjelp="rett `status` hvis arbeidet er i gang, eller skriv en ny frist i `arbeid.ferdig`.",
        ),
        "arvet": FindingText(
            melding=(
                "Ifølge planstrategien skulle {plan} vært revidert innen {frist:av}. Denne planen skal erstatte den, "
                "men i registeret er status fortsatt «{status}»."
            ),
            merke="fristen gikk ut for {siden} siden",
            hjelp="registrer vedtaket hvis planen er ferdig, eller skriv en ny frist i `arbeid.ferdig`.",
        ),
    },
    felt=("status", "arbeid", "beslutninger", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans under work (or not begun) whose latest deadline has passed, unless PL307 tells the same."""
    for plan in register.planer.values():
        deadlines = arbeid_over_frist(register, plan)
        if not deadlines or is_told_by_varslet(register, plan):
            continue
        last, *others = deadlines
        note = N_("en annen frist som er gått ut") if last.eier is plan else N_("fristen i planstrategien")
        own = last.eier is plan
        yield finding(
            plan, *(last.felt if own else ("status",)),
            related=tuple(related(frist.eier, *frist.felt, note=note) for frist in (others if own else deadlines)),
            variant="planlagt" if is_only_planlagt(register, plan) else "" if own else "arvet",
            frist=last.tid, tvil=_doubt(register, plan, last.felt[0]),
            status=StatusCode(register.status(plan)), plan=titled(last.eier),
            siden=Duration(last.tid.slutt, register.today),
        )  # fmt: skip
