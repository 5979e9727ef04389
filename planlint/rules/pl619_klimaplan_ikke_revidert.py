"""PL619: goals and measures for climate and energy that are not revised in the last four years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.days import Varighet, add_years
from planlint.base.diagnostic import Klasse, Severity
from planlint.register.livsloep.frist import hendelsested
from planlint.register.lovkrav import gjelder, kan_mangle, sist_vedtatt, uten_dato
from planlint.rules.rule import Tekst, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.register.register import Register

LOV, FOER = "spr-klima-2024", "spr-klima-2018"
AAR = 4


@rule(
    "PL619",
    "klimaplan-ikke-revidert",
    Severity.ADVARSEL,
    Klasse.LOV,
    kilde="statlige planretningslinjer for klima og energi (2024) punkt 4.2",
    krav=(
        "Målene for klima og energi står i styringsdokumenter som blir revidert minst hvert fjerde år. Regelen ser på "
        "planene som viser til retningslinjene i hjemmel; er én av dem fersk, sier den ingenting."
    ),
    hvorfor=(
        "Utslipp, teknikk og nasjonale mål endrer seg. Med høyst fire år mellom revisjonene tar hvert kommunestyre "
        "stilling til målene og tiltakene minst én gang."
    ),
    tekst=Tekst(
        melding=(
            "Planen er sist vedtatt eller revidert {dato}. Mål for klima og energi skal revideres minst hvert fjerde "
            "år."
        ),
        merke="for {siden} siden (per {per})",
        hjelp="legg til hendelsen revidert når planen er revidert, eller legg inn den nye planen.",
    ),
    felt=("status", "hendelser", "hjemmel", "plantyper"),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the newest of the standing plans that rest on the guidelines, where it is too old."""
    plans = [plan for plan in register.med_hjemmel(LOV, FOER) if register.vedtatt(plan)]
    newest = sist_vedtatt(register, plans)
    if not newest or not gjelder(register, LOV, register.today):
        return
    plan, event = newest
    if uten_dato(register, plans) or not kan_mangle(register, plans):
        return
    if add_years(event.dato.slutt, AAR) < register.today:
        since = Varighet(event.dato.slutt, register.today)
        where = hendelsested(plan, event, "dato")
        yield finding(plan, *where, dato=event.dato, siden=since, per=register.today)
