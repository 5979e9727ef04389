"""PL619: goals and measures for climate and energy that are not revised in the last four years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, add_years
from planlint.model import time_since
from planlint.register import can_be_missing, counts_on, event_place, is_undated, last_vedtatt
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

LOV, BEFORE = "spr-klima-2024", "spr-klima-2018"
YEARS = 4


@rule(
    "PL619",
    "klimaplan-ikke-revidert",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="statlige planretningslinjer for klima og energi (2024) punkt 4.2",
    krav=(
        "Målene for klima og energi står i styringsdokumenter som blir revidert minst hvert fjerde år. Regelen ser "
        "på planene som viser til retningslinjene i `hjemmel`; er én av dem fersk, sier den ingenting."
    ),
    hvorfor=(
        "Utslipp, teknikk og nasjonale mål endrer seg. Med høyst fire år mellom revisjonene tar hvert kommunestyre "
        "stilling til målene og tiltakene minst én gang."
    ),
    tekst=FindingText(
        melding=(
            "Planen er sist vedtatt eller revidert {dato}. Etter retningslinjene skal mål for klima og energi stå i "
            "styringsdokumenter som blir revidert minst hvert fjerde år."
        ),
        merke="for {siden} siden (per {per})",
        hjelp="legg til hendelsen `revidert` når planen er revidert, eller legg inn den nye planen.",
    ),
    felt=("status", "hendelser", "hjemmel", "plantyper"),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the newest of the standing plans that rest on the guidelines, where it is too old."""
    plans = [plan for plan in register.plans_with_hjemmel(LOV, BEFORE) if register.is_vedtatt(plan)]
    newest = last_vedtatt(register, plans)
    if not newest or not counts_on(register, LOV, register.today):
        return
    plan, event = newest
    if is_undated(register, plans) or not can_be_missing(register, plans):
        return
    if add_years(event.dato.slutt, YEARS) < register.today:
        since = time_since(event.dato, register.today)
        where = event_place(plan, event, "dato")
        yield finding(plan, *where, dato=event.dato, siden=since, per=register.today)
