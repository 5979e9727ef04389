"""PL610: no eierskapsmelding adopted in a valgperiode that is over, or in one that is in its last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, RuleClass, Severity, add_years
from planlint.register import (
    TERM,
    counts_on,
    demand_place,
    is_by_kommunestyret,
    is_readable,
    is_undated,
    konstituering,
    last_day,
    no_later,
    types_with_hjemmel,
    undocumented,
    valgaar,
    valgperiode_of,
)
from planlint.rules.rule import UNDOCUMENTED_TEXT, FindingText, rule, undocumented_finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.model import Plan
    from planlint.register import Register

LOV = "koml-26-1"


def _adopted_since(register: Register, plans: list[Plan], since: date) -> bool:
    """Tell whether the council adopted or revised one of these on or after a day."""
    return any(
        event.dato.slutt >= since and is_by_kommunestyret(register.plansystem, event)
        for plan in plans
        for event in register.vedtak(plan)
    )


def _unmet(register: Register, plans: list[Plan]) -> tuple[int, str] | None:
    """Give the election year of the term that lacks one, and the variant: the last term over, or the one that ends."""
    system, today = register.plansystem, register.today
    year = valgaar(today.year)
    if konstituering(system, year) > today:
        year -= TERM
    before, end = konstituering(system, year - TERM), last_day(system, valgperiode_of(year))
    if counts_on(register, LOV, last_day(system, valgperiode_of(year - TERM))) and not _adopted_since(
        register, plans, before
    ):
        return year - TERM, ""
    if add_years(end, -1) < today and not _adopted_since(register, plans, konstituering(system, year)):
        return year, "siste_aar"
    return None


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
        **UNDOCUMENTED_TEXT,
    },
    felt=("type", "status", "hendelser", "hjemmel", "plantyper"),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding where a type or a plan rests on the provision and a term has no adoption."""
    plans, types = register.plans_with_hjemmel(LOV), types_with_hjemmel(register.plansystem, LOV)
    if not (plans or types) or is_undated(register, plans) or not is_readable(register, plans):
        return
    unmet, unknown = _unmet(register, plans), undocumented(register, plans)
    if unmet and unknown:
        yield undocumented_finding(unknown[0], (LOV,))
    elif unmet:
        year, variant = unmet
        args = {
            "periode": valgperiode_of(year).replace("-", "–"),
            "slutt": no_later(register.plansystem, year + TERM, last_day(register.plansystem, valgperiode_of(year))),
        }
        severity = Severity.ADVARSEL if variant else Severity.FEIL
        yield Finding(*demand_place(register, plans, types), args, variant=variant, severity=severity)
