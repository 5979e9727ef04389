"""PL605: the newest handlingsdel is older than 13 months, covers less than four years, or is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Message, RuleClass, Severity, add_months
from planlint.law import bestemmelser
from planlint.model import time_since
from planlint.register import (
    YEARLY,
    event_place,
    is_readable,
    is_undated,
    last_vedtatt,
    oekonomiplaner,
    plans_of_type,
    type_place,
    types_with_rolle,
    undocumented,
    years_in_period,
)
from planlint.rules.rule import N_, UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, finding, rule, undocumented_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Hendelse, Plan
    from planlint.register import Register

YEARS = 4
LOV = ("pbl-11-1",)


def _name() -> Message:
    """Give the provision as it is known, with the ledd: the paragraph asks for more than the handlingsdel."""
    return Message.of_text(N_("{lov} fjerde ledd (handlingsdelen)"), lov=bestemmelser()[LOV[0]].navn)


def _judge(register: Register, plan: Plan, last: Hendelse) -> Iterator[Finding]:
    """Yield what is wrong with the newest handlingsdel; how long an økonomiplan covers is PL609's matter."""
    due = add_months(last.dato.slutt, YEARLY)
    if due < register.today:
        since = time_since(last.dato, register.today)
        where = event_place(plan, last, "dato")
        yield finding(plan, *where, dato=last.dato, siden=since, per=register.today)
    years = years_in_period(plan)
    if years is not None and years < YEARS and plan not in oekonomiplaner(register):
        yield finding(plan, "periode", variant="kort", antall=years)


@rule(
    "PL605",
    "handlingsdel-ikke-rullert",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven § 11-1",
    krav=(
        "Kommuneplanen har en handlingsdel som gjelder for minst fire år, og som blir revidert hvert år. Regelen gir "
        "en måned ekstra, så den krever et vedtak de siste 13 månedene."
    ),
    hvorfor=(
        "Handlingsdelen viser hva kommunen gjør de neste årene for å nå målene i samfunnsdelen. Revideres den ikke, "
        "følger ikke pengene og tiltakene målene lenger."
    ),
    tekst=FindingText(
        melding="Den nyeste handlingsdelen i registeret er fra {dato}. Den skal revideres hvert år.",
        merke="for {siden} siden (per {per})",
        hjelp=(
            "legg inn den nye handlingsdelen som en egen plan som erstatter denne, eller som hendelsen `revidert` her."
        ),
    ),
    varianter={
        "kort": FindingText(
            melding="Handlingsdelen gjelder for færre enn fire år. Den skal gjelde for minst fire.",
            merke="{antall} av fire år",
            hjelp="rett perioden hvis den er feil, eller la neste handlingsdel gjelde for minst fire år.",
        ),
        "mangler": FindingText(
            melding="Registeret viser ingen vedtatt handlingsdel til kommuneplanen.",
            merke="ingen plan av denne typen står som vedtatt",
            hjelp="legg inn handlingsdelen med vedtaket i `hendelser`, med `dato`, `organ` og `sak`.",
        ),
        **UNDOCUMENTED_TEXT,
    },
    whole=("mangler", UNDOCUMENTED),
    felt=("type", "status", "periode", "hendelser", "erstatter", "plantyper"),
    lov=LOV,
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what is wrong with the newest handlingsdel where plansystem.yaml says which plan type it is."""
    types = types_with_rolle(register.plansystem, "handlingsdel")
    plans = plans_of_type(register, types)
    newest = last_vedtatt(register, plans)
    if is_undated(register, plans):
        return
    if newest:
        yield from _judge(register, *newest)
    elif types and is_readable(register, plans) and not any(register.is_vedtatt(plan) for plan in plans):  # else PL401
        unknown = undocumented(register, plans)
        missing = Finding("plansystem", type_place(types[0]), variant="mangler")
        yield undocumented_finding(unknown[0], LOV, lov=_name()) if unknown else missing
