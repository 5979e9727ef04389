"""PL616: the council has not been given a report that the law asks for every year, or twice a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Message, Place, RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import (
    AarligMangel,
    Plikt,
    aarlig_mangel,
    candidates,
    demand_place,
    event_place,
    gjeldende,
    has_hjemmel,
    is_readable,
    is_undated,
    laws_of,
    plikter_of,
    pliktplaner,
    plikttyper,
    undocumented,
)
from planlint.rules.rule import N_, UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, related, rule, undocumented_finding
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register import Register

_AT_EVENT = {"organ": "organ", "orientering": "hva", "for_sent": "dato"}
_BY_ORGAN = ("organ", "orientering")
_VARIANT = {"gammel": "", "for_faa": "to_ganger"}


def _place(register: Register, plikt: Plikt, wrong: AarligMangel, plans: list[Plan]) -> tuple[str, Place]:
    """Give where it is told: at the event that shows it, else where what is missing is to be written."""
    if wrong.siste and wrong.slag in _AT_EVENT:
        plan, event = wrong.siste
        return plan.entity, Place(plan.file, event_place(plan, event, _AT_EVENT[wrong.slag]))
    return demand_place(register, plans, plikttyper(register, plikt))


def _variant(plikt: Plikt, wrong: AarligMangel) -> str:
    if wrong.slag == "organ" and plikt.organ == "selv":
        return "organ_selv"
    return _VARIANT.get(wrong.slag, wrong.slag)


def _finding(register: Register, name: str, plikt: Plikt, law: str, wrong: AarligMangel) -> Finding:
    plans = pliktplaner(register, plikt)
    _, event = wrong.siste or (None, None)
    organ = register.plansystem.organer.get((event and event.organ) or "")
    args = {
        "rapport": plikt.hva,
        "lov": bestemmelser()[plikt.organlov or law].navn,
        "id": law,
        "dato": event and event.dato,
        "organ": organ and organ.navn,
        "antall": wrong.antall,
        "aar": wrong.aar,
        "frist": wrong.frist,
    }
    entity, where = _place(register, plikt, wrong, plans)
    lov = tuple(
        dict.fromkeys(id_ for id_ in (plikt.organlov if wrong.slag in _BY_ORGAN else plikt.fristlov, law) if id_)
    )
    return Finding(entity, where, args, variant=_variant(plikt, wrong), key=name, lov=lov)


def _judge(register: Register, name: str, plikt: Plikt, law: str) -> Finding | None:
    """Give what is wrong with the reports that are told to meet a duty; one without a date may be the newest."""
    plans = pliktplaner(register, plikt)
    wrong = aarlig_mangel(register, plikt, law, plans)
    if not wrong or is_undated(register, plans) or not is_readable(register, plans):
        return None
    if unknown := undocumented(register, plans):
        return undocumented_finding(unknown[0], (law,))
    return _finding(register, name, plikt, law, wrong)


def _told_nowhere(register: Register, duties: list[Plikt]) -> Finding:
    """Give the one finding about all the reports that no plan and no type is told to be, with those that may be."""
    laws = [gjeldende(register, plikt) for plikt in duties]
    names = [
        Message.of_text(N_("{hva} ({lov})"), hva=plikt.hva, lov=bestemmelser()[law].navn)
        for plikt, law in zip(duties, laws, strict=True)
    ]
    others = tuple(
        related(plan, "tittel", note=N_("kan dette være {hva}?"), hva=plikt.hva)
        for plikt in duties
        for plan in candidates(register, plikt)[:1]
    )
    args = {"rapporter": names, "id": laws, "antall": len(names)}
    where = Place(PLANSYSTEM, ("plantyper",), "key")
    lov = tuple(id_ for plikt in duties for id_ in laws_of(register, plikt))
    return Finding("plansystem", where, args, others, "ikke_ført_opp", key="ikke ført opp", lov=lov)


@rule(
    "PL616",
    "årlig-rapport-mangler",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Kommunestyret får hvert år det som loven krever: redegjørelsen for barnevernstjenesten, informasjonen om "
        "skolen, rapporten om internkontroll, årsregnskapet og årsberetningen, og to ganger i året rapportene om "
        "økonomi og finans. Årsregnskapet og årsberetningen blir vedtatt senest seks måneder etter året de gjelder. "
        "Regelen ser etter dokumenter og plantyper som viser til bestemmelsen i `hjemmel`, etter organet loven "
        "nevner, og gir en måned ekstra til det som skal komme hvert år. Den sier ingenting om rapporter som ikke er "
        "ført opp, før plansystem.yaml oppgir hjemmel for noen plantype."
    ),
    hvorfor=(
        "Rapporten lar de folkevalgte se hvordan det går i tjenesten de har ansvaret for, før problemene blir store."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen {rapport} de siste 13 månedene. Loven krever det hvert år.",
        merke="den nyeste er fra {dato}",
        hjelp="legg inn den nye, med dagen kommunestyret behandlet den i `hendelser` og `{id}` i `hjemmel`.",
    ),
    varianter={
        "ingen": FindingText(
            melding="Registeret viser ingen {rapport}. Loven krever det hvert år.",
            merke="ingen er lagt fram",
            hjelp="legg inn den siste, med dagen kommunestyret behandlet den i `hendelser` og `{id}` i `hjemmel`.",
        ),
        "to_ganger": FindingText(
            melding=(
                "Kommunestyret skal få {rapport} minst to ganger i året. Registeret viser {antall} de siste 13 "
                "månedene."
            ),
            merke="den nyeste er fra {dato}",
            hjelp="legg inn de nye, med dagen kommunestyret behandlet dem i `hendelser` og `{id}` i `hjemmel`.",
        ),
        "organ": FindingText(
            melding=(
                "{rapport:stor} er registrert som lagt fram for {organ}. Etter {lov} er det kommunestyret som skal ha "
                "saken."
            ),
            merke="ikke kommunestyret",
            hjelp="legg til hendelsen der kommunestyret fikk saken, eller rett feltet `organ` hvis det er feil.",
        ),
        "organ_selv": FindingText(
            melding=(
                "{rapport:stor} er registrert som behandlet av {organ}. Etter {lov} er det kommunestyret selv som skal "
                "behandle saken."
            ),
            merke="ikke kommunestyret",
            hjelp="legg til hendelsen der kommunestyret behandlet saken, eller rett feltet `organ` hvis det er feil.",
        ),
        "orientering": FindingText(
            melding=(
                "Registeret viser bare at kommunestyret har tatt saken til orientering ({rapport}). Etter {lov} skal "
                "kommunestyret selv vedta den."
            ),
            merke="ikke vedtatt",
            hjelp=(
                "legg til hendelsen `vedtatt` med dagen kommunestyret gjorde vedtaket, eller rett `hva` hvis det er "
                "feil."
            ),
        ),
        "frist": FindingText(
            melding="Registeret viser ikke at {rapport} for {aar} er vedtatt. Fristen var {frist}.",
            merke="det nyeste i registeret er eldre",
            hjelp=(
                "legg inn {rapport} for {aar}, med `{id}` i `hjemmel` og dagen for vedtaket i `hendelser`. Er det "
                "gjort, skriv året i `tittel`."
            ),
        ),
        "for_sent": FindingText(
            melding="{rapport:stor} for {aar} er registrert som vedtatt {dato}. Fristen var {frist}.",
            merke="etter {frist}",
            hjelp=(
                "rett datoen, eller året i `tittel` eller `periode`, hvis det er feil. Stemmer begge, skriv et unntak "
                "med begrunnelse."
            ),
        ),
        "ikke_ført_opp": FindingText(
            melding="Ingenting i registeret er ført opp med {antall} krav om årlig rapport: {rapporter}.",
            merke="ingen plantype viser til dem",
            hjelp=(
                "legg inn rapportene registeret skal vise, med bestemmelsen i `hjemmel`: {id:kode}. Ligger de et annet "
                "sted, skriv et unntak som sier hvor."
            ),
        ),
        **UNDOCUMENTED_TEXT,
    },
    whole=("", "ingen", UNDOCUMENTED),
    felt=("tittel", "type", "status", "periode", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(
        dict.fromkeys(
            id_
            for plikt in plikter_of("årlig").values()
            for id_ in (*plikt.hjemler, plikt.organlov, plikt.fristlov)
            if id_
        )
    ),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield a finding per report that is missing where a type or a report rests on the provision, and one of the rest.

    The rest are told in a plan system that says what its types rest on, and only once their first is due.
    """
    nowhere = []
    for name, plikt in plikter_of("årlig").items():
        law = gjeldende(register, plikt)
        if law and not pliktplaner(register, plikt) and not plikttyper(register, plikt):
            nowhere += [plikt] if aarlig_mangel(register, plikt, law, ()) else []
        elif law and (found := _judge(register, name, plikt, law)):
            yield found
    if nowhere and has_hjemmel(register) and is_readable(register, ()):
        yield _told_nowhere(register, nowhere)
