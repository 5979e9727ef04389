"""PL609: the økonomiplan was not adopted the year before its first year, is not four years long, or is last year's.

One that is in the kommuneplan's handlingsdel may be longer: that part covers «fire år eller mer» (pbl § 11-1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, RuleClass, Severity
from planlint.register import (
    OEKONOMIPLAN,
    counts_on,
    event_place,
    is_by_kommunestyret,
    is_readable,
    is_undated,
    oekonomiplaner,
    type_place,
    types_with_hjemmel,
    types_with_rolle,
    undocumented,
    years_in_period,
)
from planlint.rules.rule import UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, finding, rule, undocumented_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register import Register

LOV = "koml-14-3"
YEARS = 4


def _first_year(plan: Plan) -> int | None:
    return plan.periode.fra.start.year if plan.periode and plan.periode.fra and not plan.periode.usikker else None


def _judge(register: Register, plan: Plan) -> Iterator[Finding]:
    """Yield the first thing that is wrong with one adopted økonomiplan, by the law of the day it was adopted.

    A period that begins in another year than the one after the vote is likely to be wrong as a whole.
    """
    votes = (event for event in register.hendelser(plan) if event.hva == "vedtatt")
    adopted = next((event for event in votes if is_by_kommunestyret(register.plansystem, event)), None)
    if not adopted or not counts_on(register, LOV, adopted.dato.start):
        return
    first, years = _first_year(plan), years_in_period(plan)
    if first is not None and adopted.dato.start.year != first - 1 and not adopted.usikker:
        where = event_place(plan, adopted, "dato")
        yield finding(plan, *where, dato=adopted.dato, fra=first, aar=first - 1)
        return
    part = plan.type in types_with_rolle(register.plansystem, "handlingsdel")
    if years is not None and (years < YEARS or (years > YEARS and not part)):
        yield finding(plan, "periode", variant="lengde", antall=years)


def _missing(register: Register, plans: list[Plan]) -> Iterator[Finding]:
    """Yield one finding where this year's økonomiplan is missing."""
    year = register.today.year
    dated = [(first, plan.id) for plan in plans if (first := _first_year(plan)) and register.vedtak(plan)]
    if dated:
        first, newest = max(dated)
        if first < year and counts_on(register, LOV, register.today):
            yield finding(register.planer[newest], "periode", "fra", variant="mangler", aar=year)
    elif counts_on(register, LOV, register.today) and not any(register.is_vedtatt(plan) for plan in plans):
        if unknown := undocumented(register, plans):
            yield undocumented_finding(unknown[0], (LOV,))
            return
        types = types_with_hjemmel(register.plansystem, *OEKONOMIPLAN)
        yield from (Finding("plansystem", type_place(type_), variant="ingen") for type_ in types[:1])


@rule(
    "PL609",
    "økonomiplan-ikke-årlig",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="kommuneloven § 14-3",
    krav=(
        "Kommunestyret vedtar hvert år en økonomiplan for de fire neste årene, før det første av dem begynner. "
        "Økonomiplanen er den som viser til kommuneloven §§ 14-3 eller 14-4 i `hjemmel`, og ellers handlingsdelen, "
        "som kan gjelde for mer enn fire år."
    ),
    hvorfor=(
        "Økonomiplanen viser hva kommunen har råd til av det den har bestemt seg for. Vedtas den etter nyttår, har "
        "kommunen begynt på året uten."
    ),
    tekst=FindingText(
        melding="Økonomiplanen begynner i {fra}, men er vedtatt {dato}. Den skal vedtas året før.",
        merke="ikke i {aar}",
        hjelp="rett datoen eller perioden hvis en av dem er feil. Stemmer begge, skriv et unntak med begrunnelse.",
    ),
    varianter={
        "lengde": FindingText(
            melding="Økonomiplanen gjelder for {antall} år. Den skal gjelde for fire.",
            merke="{antall} år i stedet for fire",
            hjelp="rett perioden hvis den er feil. Stemmer den, la neste økonomiplan gjelde for fire år.",
        ),
        "mangler": FindingText(
            melding="Registeret viser ingen økonomiplan som begynner i {aar}. Denne er den nyeste.",
            merke="den nyeste begynner her",
            hjelp="legg inn økonomiplanen som ble vedtatt før årsskiftet, og skriv denne i `erstatter`.",
        ),
        "ingen": FindingText(
            melding="Registeret viser ingen vedtatt økonomiplan.",
            merke="ingen plan av denne typen står som vedtatt",
            hjelp="legg inn økonomiplanen som gjelder, med vedtaket i `hendelser`.",
        ),
        **UNDOCUMENTED_TEXT,
    },
    whole=("ingen", UNDOCUMENTED),
    felt=("type", "status", "periode", "hendelser", "hjemmel", "plantyper"),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what is wrong with the økonomiplaner that still stand, and the one that is missing for this year.

    A handlingsdel that no hjemmel makes the økonomiplan is not missed as one: PL605 asks for it as what it is.
    """
    plans = oekonomiplaner(register)
    for plan in plans:
        if register.is_vedtatt(plan):
            yield from _judge(register, plan)
    told = register.plans_with_hjemmel(*OEKONOMIPLAN) or types_with_hjemmel(register.plansystem, *OEKONOMIPLAN)
    if told and not is_undated(register, plans) and is_readable(register, plans):
        yield from _missing(register, plans)
