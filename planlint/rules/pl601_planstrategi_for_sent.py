"""PL601: the planstrategi is not adopted by the council within a year of its constitution."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.register import (
    FIRST,
    TERM,
    at_latest,
    at_least,
    counts_on,
    earliest_konstituering,
    event_place,
    has_hjemmel,
    is_by_kommunestyret,
    is_stated,
    konstituering,
    planstrategi_frist,
    sitting,
    valgaar,
    valgperiode_of,
)
from planlint.rules.rule import FindingText, finding, place, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.model import Hendelse, Planstrategi
    from planlint.register import Register

LOV = "pbl-10-1"
_KOMMUNE = Place(PLANSYSTEM, ("kommune",), "key")


def _by_term(register: Register) -> dict[int, list[Planstrategi]]:
    """Give the planstrategier of terms begun by today, by election year; 2020-2023 belongs to the council of 2019."""
    terms: dict[int, list[Planstrategi]] = defaultdict(list)
    for strategi in register.planstrategier.values():
        year = int(strategi.valgperiode[:4])
        if FIRST <= year <= register.today.year:
            terms[valgaar(year)].append(strategi)
    return terms


def _day(vote: tuple[Planstrategi, Hendelse]) -> date:
    _, event = vote
    return event.dato.start


def _too_early(year: int, strategi: Planstrategi, event: Hendelse) -> Finding:
    """Give the finding that a planstrategi was adopted before the council that it is for was there."""
    where = event_place(strategi, event, "dato")
    return finding(strategi, *where, variant="for_tidlig", dato=event.dato, periode=_span(year))


def _judge(register: Register, year: int, strategier: list[Planstrategi]) -> Iterator[Finding]:
    """Yield what is wrong with the first adoption of a term's planstrategi."""
    frist, today = planstrategi_frist(register.plansystem, year), register.today
    told = at_latest(register.plansystem, year, frist)
    votes = [
        (strategi, event) for strategi in strategier for event in register.hendelser(strategi) if event.hva == "vedtatt"
    ]
    council = [(strategi, event) for strategi, event in votes if is_by_kommunestyret(register.plansystem, event)]
    first = earliest_konstituering(register.plansystem, year)
    counted = [(strategi, event) for strategi, event in council if event.dato.slutt >= first]
    if council and not counted:
        strategi, event = max(council, key=_day)
        yield _too_early(year, strategi, event)
    elif counted:
        strategi, event = min(counted, key=_day)
        if not is_stated(register, event):
            yield finding(strategi, *event_place(strategi, event, "dato"), variant="uten_organ", dato=event.dato,
                          severity=Severity.ADVARSEL)  # fmt: skip
        if event.dato.start > frist and not event.usikker:
            where = event_place(strategi, event, "dato")
            yield finding(strategi, *where, dato=event.dato, frist=told)
    elif votes:
        strategi, event = min(votes, key=_day)
        organ = register.plansystem.organer[event.organ or ""].navn
        yield finding(strategi, *event_place(strategi, event, "organ"), variant="organ", organ=organ)
    elif frist < today:
        late = at_least(register.plansystem, year, frist, today)
        yield finding(strategier[0], "valgperiode", variant="ikke_vedtatt", frist=told, sent=late, per=today)


def _without(register: Register, terms: dict[int, list[Planstrategi]]) -> list[int]:
    """Give the election years of the terms that the register has no planstrategi for, though it was due; newest last.

    Of terms before the oldest that it has, only where plansystem.yaml says what its plan types rest on (PL613).
    """
    system, today = register.plansystem, register.today
    oldest = min(terms, default=today.year)
    return [
        year
        for year in range(FIRST, sitting(register) + 1, TERM)
        if year not in terms
        and planstrategi_frist(system, year) < today
        and counts_on(register, LOV, konstituering(system, year))
        and (year > oldest or has_hjemmel(register))
    ]


def _facts(register: Register, year: int) -> dict[str, Any]:
    frist = planstrategi_frist(register.plansystem, year)
    return {
        "periode": _span(year),
        "frist": at_latest(register.plansystem, year, frist),
        "sent": at_least(register.plansystem, year, frist, register.today),
        "per": register.today,
    }


def _span(year: int) -> str:
    return valgperiode_of(year).replace("-", "–")


def _missing(register: Register, terms: dict[int, list[Planstrategi]]) -> Iterator[Finding]:
    """Yield the term that is running where it has no planstrategi, and in one finding the older ones.

    It is an error where the register has an older one, so that it should have this too; else a warning. Of an older
    term nothing can be mended but the register.
    """
    without = [] if register.is_unreadable("planstrategi") else _without(register, terms)
    current = sitting(register)
    begun = [year for year in terms if year <= current]
    newest = without.pop() if current in without and (begun or not terms) else None
    at = terms[max(begun)][0] if begun else None
    if newest is not None:
        facts = _facts(register, newest)
        yield (
            finding(at, "valgperiode", variant="mangler", **facts)
            if at
            else Finding("plansystem", _KOMMUNE, facts, variant="ingen", severity=Severity.ADVARSEL, key="ingen")
        )
    if without:
        told: dict[str, Any] = {"perioder": [_span(year) for year in without]}
        entity, where = (at.entity, place(at, "valgperiode")) if at else ("plansystem", _KOMMUNE)
        yield Finding(entity, where, told, variant="eldre", severity=Severity.INFO, key="eldre")


@rule(
    "PL601",
    "planstrategi-for-sent",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven § 10-1",
    krav="Kommunestyret vedtar en planstrategi i hver valgperiode, senest ett år etter at det ble konstituert.",
    hvorfor=(
        "Planstrategien avgjør hvilke planer kommunen skal lage, revidere og avslutte i valgperioden. Kommer den sent, "
        "går en stor del av perioden uten at de folkevalgte har prioritert planarbeidet."
    ),
    tekst=FindingText(
        melding="Planstrategien er vedtatt {dato}. Det er mer enn ett år etter at kommunestyret ble konstituert.",
        merke="fristen var {frist}",
        hjelp=(
            "rett datoen hvis den er feil, eller skriv dagen for konstitueringen under `valgperioder` i "
            "plansystem.yaml. Stemmer begge, skriv et unntak med begrunnelse."
        ),
    ),
    varianter={
        "organ": FindingText(
            melding="Planstrategien er registrert som vedtatt av {organ}. Det er kommunestyret som skal vedta den.",
            merke="ikke kommunestyret",
            hjelp="legg til hendelsen `vedtatt` med organet kommunestyret, eller rett organet hvis det er feil.",
        ),
        "for_tidlig": FindingText(
            melding=(
                "Planstrategien er registrert som vedtatt {dato}. Det er før kommunestyret for {periode} ble "
                "konstituert, og kommunestyret skal vedta en planstrategi i hver valgperiode."
            ),
            merke="før kommunestyret ble konstituert",
            hjelp=(
                "rett datoen eller `valgperiode` hvis en av dem er feil. Stemmer begge, legg inn vedtaket som det nye "
                "kommunestyret har gjort."
            ),
        ),
        "uten_organ": FindingText(
            melding=(
                "Registeret viser ikke hvilket organ som vedtok planstrategien {dato}. Det er kommunestyret som skal "
                "vedta den."
            ),
            merke="organet er ikke oppgitt",
            hjelp="skriv `organ` på hendelsen.",
        ),
        "ikke_vedtatt": FindingText(
            melding="Registeret viser ikke at kommunestyret har vedtatt planstrategien. Fristen var {frist}.",
            merke="fristen gikk ut for {sent} siden (per {per})",
            hjelp=(
                "skriv vedtaket i `hendelser` med `dato`, `organ` og `sak`. Er det ikke gjort noe vedtak, skriv et "
                "unntak som sier hvorfor."
            ),
        ),
        "mangler": FindingText(
            melding="Registeret har ingen planstrategi for valgperioden {periode}. Fristen for vedtaket var {frist}.",
            merke="den nyeste i registeret; neste hadde frist for {sent} siden (per {per})",
            hjelp="lag en fil for den nye planstrategien i mappen planstrategier, og skriv vedtaket i `hendelser`.",
        ),
        "ingen": FindingText(
            melding=(
                "Registeret viser ingen planstrategi for valgperioden {periode}. Fristen for vedtaket var {frist}, og "
                "det er ikke dokumentert at noen er vedtatt."
            ),
            merke="ingen planstrategi; fristen gikk ut for {sent} siden (per {per})",
            hjelp="lag en fil for planstrategien i mappen planstrategier, og skriv vedtaket i `hendelser`.",
        ),
        "eldre": FindingText(
            melding="Registeret har ingen planstrategi for {perioder}.",
            merke="eldre valgperioder er ikke dokumentert",
            hjelp=(
                "legg inn de gamle planstrategiene hvis registeret skal vise dem, eller skriv et unntak som sier hvor "
                "langt tilbake registeret går."
            ),
        ),
    },
    whole=("mangler", "ingen"),
    felt=("valgperiode", "hendelser"),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding per term whose planstrategi was adopted late, by another body or not at all."""
    terms = _by_term(register)
    for year, strategier in terms.items():
        if counts_on(register, LOV, konstituering(register.plansystem, year)):
            yield from _judge(register, year, strategier)
    yield from _missing(register, terms)
