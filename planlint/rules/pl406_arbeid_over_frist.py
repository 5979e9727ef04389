"""PL406: work on a plan goes on after the day it should have been finished."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Duration, RuleClass, Severity, StatusCode
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, TidspunktValue
    from planlint.register import Register


class _Frist(NamedTuple):
    ferdig: TidspunktValue
    path: tuple[str, ...]


def _deadlines(register: Register, plan: Plan) -> list[_Frist]:
    """Give the plan's own deadline and the current planstrategi's; those of an earlier round, met by now, left out."""
    deadlines = []
    if plan.arbeid and plan.arbeid.ferdig:
        deadlines.append(_Frist(plan.arbeid.ferdig, ("arbeid", "ferdig")))
    strategi, decision = register.planstrategi, register.beslutning(plan)
    if strategi and decision and decision.ferdig:
        deadlines.append(_Frist(decision.ferdig, ("beslutninger", strategi.id, "ferdig")))
    adopted = register.vedtak(plan)
    return [frist for frist in deadlines if not adopted or adopted[-1].dato.start < frist.ferdig.start]


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
        melding="Arbeidet med planen skulle vært ferdig {frist}, men status er fortsatt «{status}».",
        merke="fristen gikk ut for {siden} siden",
        hjelp="registrer vedtaket hvis planen er ferdig, eller skriv en ny frist i `arbeid.ferdig`.",
    ),
    varianter={
        "planlagt": FindingText(
            melding="Arbeidet med planen skulle vært ferdig {frist}, men det er ikke registrert at det har begynt.",
            merke="fristen gikk ut for {siden} siden",
            hjelp="rett `status` hvis arbeidet er i gang, eller skriv en ny frist i `arbeid.ferdig`.",
        ),
    },
    felt=("status", "arbeid", "beslutninger", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans under work (or not begun) whose latest deadline has passed."""
    for plan in register.planer.values():
        planned = plan.arbeid is not None and plan.arbeid.ferdig is not None and register.status(plan) == "planlagt"
        if not planned and not register.is_under_arbeid(plan):
            continue
        deadlines = _deadlines(register, plan)
        last = max(deadlines, key=lambda frist: frist.ferdig.slutt, default=None)
        if last is None or last.ferdig.slutt >= register.today:
            continue
        others = tuple(
            related(plan, *frist.path, note=N_("en annen frist som er gått ut"))
            for frist in deadlines
            if frist is not last
        )
        yield finding(
            plan, *last.path, related=others, variant="planlagt" if planned else "",
            frist=last.ferdig.slutt, status=StatusCode(register.status(plan)),
            siden=Duration(last.ferdig.slutt, register.today),
        )  # fmt: skip
