"""PL610: no eierskapsmelding adopted in a valgperiode that is over, or in one that is in its last year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import Finding, Place, RuleClass, Severity, add_years
from planlint.register import (
    TERM,
    council_votes,
    counts_on,
    demand_place,
    earliest_konstituering,
    event_place,
    is_readable,
    is_undated,
    konstituering,
    last_day,
    no_later,
    sitting,
    types_with_hjemmel,
    undocumented,
    valgperiode_of,
    vedtaksmangler,
    votes_of_term,
    votes_since,
)
from planlint.rules.rule import UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, rule, undocumented_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register import Register

LOV = "koml-26-1"


def _unmet(register: Register, plans: list[Plan]) -> Iterator[tuple[int, str]]:
    """Yield the election years of the terms that lack one, and the variant: the last term over, and the one that ends.

    An adoption counts from the day that the council was surely there; before that, from when it can have been, in
    doubt.
    """
    system, year = register.plansystem, sitting(register)
    ended, end = last_day(system, valgperiode_of(year - TERM)), last_day(system, valgperiode_of(year))
    for term, variant, counts in (
        (year - TERM, "", counts_on(register, LOV, ended)),
        (year, "siste_aar", add_years(end, -1) < register.today and counts_on(register, LOV, register.today)),
    ):
        if counts and not votes_since(register, plans, konstituering(system, term)):
            yield term, "usikker" if votes_of_term(register, plans, term) else variant


def _told_by_whom(register: Register, plans: list[Plan], year: int) -> bool:
    """Tell whether one of these was adopted by another body, or only noted, since a term began: PL621 says that."""
    since = earliest_konstituering(register.plansystem, year)
    told = {plan.id for plan, _ in vedtaksmangler(register)}
    return any(plan.id in told and register.vedtak(plan)[-1].dato.slutt >= since for plan in plans)


def _finding(register: Register, plans: list[Plan], types: list[str], year: int, variant: str) -> Finding:
    """Give the finding about a term, at the council's newest adoption, else where one is to be written."""
    args: dict[str, Any] = {
        "periode": valgperiode_of(year).replace("-", "–"),
        "slutt": no_later(register.plansystem, year + TERM, last_day(register.plansystem, valgperiode_of(year))),
    }
    entity, where = demand_place(register, plans, types)
    if votes := council_votes(register, plans):
        plan, event = votes[-1]
        entity, where = plan.entity, Place(plan.file, event_place(plan, event, "dato"))
        args["dato"] = event.dato
    severity = Severity.ADVARSEL if variant else Severity.FEIL
    return Finding(entity, where, args, variant=variant, severity=severity, key=str(year) if variant else "")


@rule(
    "PL610",
    "eierskapsmelding-mangler",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="kommuneloven § 26-1",
    krav=(
        "Kommunestyret selv vedtar en eierskapsmelding minst én gang i valgperioden. Regelen ser etter planer som "
        "viser til kommuneloven § 26-1 i `hjemmel`, og gir en advarsel i periodens siste år."
    ),
    hvorfor=(
        "Eierskapsmeldingen viser hvilke selskaper og andre virksomheter kommunen eier, hvorfor, og hvordan den vil "
        "styre dem. Hvert kommunestyre skal selv ta stilling til det."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen eierskapsmelding vedtatt i valgperioden {periode}.",
        merke="perioden var over {slutt}",
        hjelp=(
            "legg inn eierskapsmeldingen med vedtaket i `hendelser`. Ble den ikke vedtatt, legg fram en ny for "
            "kommunestyret, eller skriv et unntak som sier hvorfor."
        ),
    ),
    varianter={
        "siste_aar": FindingText(
            melding="Registeret viser ingen eierskapsmelding vedtatt i valgperioden {periode}, som er i sitt siste år.",
            merke="perioden varer til {slutt}",
            hjelp="legg fram en eierskapsmelding for kommunestyret før valgperioden er over, eller legg inn vedtaket.",
        ),
        "usikker": FindingText(
            melding=(
                "Eierskapsmeldingen er registrert som vedtatt {dato}. Registeret viser ikke om kommunestyret for "
                "{periode} var konstituert da."
            ),
            merke="før eller etter konstitueringen?",
            hjelp=(
                "skriv dagen for konstitueringen i `valgperioder` i plansystem.yaml. Var det det gamle kommunestyret "
                "som vedtok meldingen, legg inn den neste når den er vedtatt."
            ),
        ),
        **UNDOCUMENTED_TEXT,
    },
    whole=("", "siste_aar", "usikker", UNDOCUMENTED),
    felt=("type", "status", "hendelser", "hjemmel", "plantyper"),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield a finding for each term that has no adoption, where a type or a plan rests on the provision."""
    plans, types = register.plans_with_hjemmel(LOV), types_with_hjemmel(register.plansystem, LOV)
    if not (plans or types) or is_undated(register, plans) or not is_readable(register, plans):
        return
    unmet, unknown = list(_unmet(register, plans)), undocumented(register, plans)
    if unmet and unknown:
        yield undocumented_finding(unknown[0], (LOV,))
        return
    for year, variant in unmet:
        if not _told_by_whom(register, plans, year):
            yield _finding(register, plans, types, year, variant)
