"""PL618: a thematic kommunedelplan whose handlingsdel is not shown to be revised in the last 13 months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, add_months
from planlint.register import (
    YEARLY,
    counts_on,
    event_place,
    handlingsdel,
    is_readable,
    is_undated,
    last_vedtatt,
    undocumented,
    years_in_period,
)
from planlint.rules.rule import UNDOCUMENTED_TEXT, FindingText, finding, rule, undocumented_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register

YEARS = 4


def _judge(register: Register, plan: Plan) -> Finding | None:
    """Give the finding about a plan whose newest handlingsdel, or own revision, is too old."""
    parts = handlingsdel.handlingsdeler(register, plan)
    newest = last_vedtatt(register, parts)
    if newest is None or is_undated(register, parts) or not is_readable(register, parts):
        return None
    part, event = newest
    if add_months(event.dato.slutt, YEARLY) >= register.today:
        years = years_in_period(part)
        short = part is not plan and years is not None and years < YEARS
        return finding(part, "periode", variant="kort", antall=years) if short else None
    if unknown := undocumented(register, parts):
        return undocumented_finding(unknown[0], (handlingsdel.LOV,))
    where = event_place(plan, event, "dato") if part is plan else ("type",)
    variant = "" if part is plan else "gammel"
    return finding(plan, *where, variant=variant, dato=event.dato, handlingsdel=part.tittel, id=plan.id)


@rule(
    "PL618",
    "kommunedelplan-uten-handlingsdel",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven § 11-2 tredje ledd",
    krav=(
        "En kommunedelplan for et tema eller et virksomhetsområde har en handlingsdel som gjelder for minst fire år, "
        "og som blir revidert hvert år. Regelen gir en måned ekstra. Handlingsdelen kan stå i planen selv, eller være "
        "en plan som er forankret i den eller er en del av den."
    ),
    hvorfor=(
        "Handlingsdelen viser hva kommunen gjør de neste årene for å nå målene i planen. Uten den er det uklart om "
        "planen blir fulgt opp."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen handlingsdel til kommunedelplanen som er revidert de siste 13 månedene.",
        merke="planen er sist vedtatt {dato}",
        hjelp=(
            "legg inn handlingsdelen som en egen plan med `del_av: {id}`, eller hendelsen `revidert` her når den er "
            "revidert."
        ),
    ),
    varianter={
        "gammel": FindingText(
            melding="Den nyeste handlingsdelen til kommunedelplanen er fra {dato}. Den skal revideres hvert år.",
            merke="«{handlingsdel}» er fra {dato}",
            hjelp="legg inn den nye handlingsdelen, eller hendelsen `revidert` på den som er der.",
        ),
        "kort": FindingText(
            melding=(
                "Handlingsdelen til kommunedelplanen gjelder for færre enn fire år. Den skal gjelde for minst fire."
            ),
            merke="{antall} av fire år",
            hjelp="rett perioden hvis den er feil, eller la neste handlingsdel gjelde for minst fire år.",
        ),
        **UNDOCUMENTED_TEXT,
    },
    felt=(
        "tittel",
        "type",
        "status",
        "periode",
        "hendelser",
        "hjemmel",
        "del_av",
        "bygger_på",
        "forankring",
        "plantyper",
    ),
    lov=(handlingsdel.LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the thematic kommunedelplaner that stand and have no fresh handlingsdel."""
    if not counts_on(register, handlingsdel.LOV, register.today):
        return
    for plan in handlingsdel.thematic_plans(register):
        found = _judge(register, plan)
        if found:
            yield found
