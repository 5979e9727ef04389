"""PL613: the register shows no plan that meets a statutory duty to have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import (
    MENTIONED,
    TERM,
    Plikt,
    candidates,
    event_place,
    gjeldende,
    has_hjemmel,
    is_by_kommunestyret,
    is_judged,
    is_readable,
    konstituering,
    kontrollplan_frist,
    laws_of,
    missing_plikt,
    plikter_of,
    pliktplaner,
    valgaar,
    valgperiode_of,
)
from planlint.rules.rule import N_, UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register import Register


def _finding(register: Register, name: str, plikt: Plikt, law: str, plans: list[Plan]) -> Finding:
    entity, place, args, variant = missing_plikt(register, plikt, law, plans)
    others = candidates(register, plikt)[1:MENTIONED] if variant == "kandidat" else []
    more = tuple(related(plan, "tittel", note=N_("eller denne")) for plan in others)
    return Finding(entity, place, args, more, variant, key=name, lov=laws_of(register, plikt))


def _by_another(register: Register, name: str, plikt: Plikt, law: str, standing: list[Plan]) -> Finding | None:
    """Give the finding where another body than the council adopted all that should meet the duty."""
    votes = [(plan, event) for plan in standing for event in register.vedtak(plan)]
    undated = len({plan.id for plan, _ in votes}) < len(standing)
    if undated or any(is_by_kommunestyret(register.plansystem, event) for _, event in votes):
        return None
    plan, event = max(votes, key=lambda vote: (vote[1].dato.slutt, vote[0].id))
    organ = register.plansystem.organer[event.organ or ""].navn
    args = {"lov": bestemmelser()[law].navn, "organ": organ}
    place = Place(plan.file, event_place(plan, event, "organ"))
    variant = "organ_selv" if plikt.organ == "selv" else "organ"
    return Finding(plan.entity, place, args, variant=variant, key=name, lov=(law,))


def _term(register: Register, law: str) -> int | None:
    """Give the election year of the newest term whose last day for the plan is over; None before the law applied."""
    system, today = register.plansystem, register.today
    year = valgaar(today.year)
    while kontrollplan_frist(system, year) >= today:
        year -= TERM
    return year if bestemmelser()[law].applies_on(konstituering(system, year)) else None


def _not_this_term(register: Register, name: str, plikt: Plikt, law: str, plans: list[Plan]) -> Finding | None:
    """Give the finding where the council adopted none since it was constituted, though the last day is over."""
    year = _term(register, law)
    if year is None:
        return None
    system, votes = register.plansystem, [(plan, event) for plan in plans for event in register.vedtak(plan)]
    since = konstituering(system, year)
    if any(event.dato.slutt >= since and is_by_kommunestyret(system, event) for _, event in votes):
        return None
    entity, place, args, variant = missing_plikt(register, plikt, law, plans)
    args |= {"periode": valgperiode_of(year).replace("-", "–"), "frist": kontrollplan_frist(system, year)}
    if votes and variant != UNDOCUMENTED:
        plan, event = max(votes, key=lambda vote: (vote[1].dato.slutt, vote[0].id))
        entity, place, variant = plan.entity, Place(plan.file, event_place(plan, event, "dato")), ""
    return Finding(entity, place, args, variant=variant or "periode", key=name, lov=(law,))


def _judge(register: Register, name: str, plikt: Plikt, law: str) -> Finding | None:
    """Give what is wrong with what meets a duty. A plan past its period still meets it, until somebody decides (PL301).

    One that was told to be adopted, and nobody knows when, may be this term's.
    """
    plans = pliktplaner(register, plikt)
    standing = [plan for plan in plans if register.is_vedtatt(plan)]
    if not is_readable(register, plans):
        return None
    if plikt.periode:
        undated = any(not register.vedtak(plan) for plan in standing)
        return None if undated else _not_this_term(register, name, plikt, law, plans)
    if not standing:
        return _finding(register, name, plikt, law, plans)
    return _by_another(register, name, plikt, law, standing) if plikt.organ else None


@rule(
    "PL613",
    "lovpålagt-plan-ikke-dokumentert",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Kommunen har de planene som særlovene krever, alene eller som del av en annen plan, vedtatt av "
        "kommunestyret eller kommunestyret selv der loven sier det. Regelen ser etter bestemmelsen i `hjemmel` på "
        "planer og plantyper, og sier ingenting før plansystem.yaml oppgir hjemmel for noen plantype. Er noe ført opp "
        "som overordnet beredskapsplan, økonomiplan eller eierskapsmelding, har det sin egen regel (PL612, PL609 og "
        "PL610)."
    ),
    hvorfor=(
        "Noen planer kan ikke kommunen velge bort. Registeret viser ikke om de mangler eller bare ikke er "
        "lagt inn, men det er verdt å finne ut av."
    ),
    tekst=FindingText(
        melding="Ingen plan som gjelder, er ført opp med {lov} ({hva}).",
        merke="ingen plan som gjelder, er ført opp med {lov}",
        hjelp="legg inn planen, eller skriv `{id}` i `hjemmel` på den planen som dekker kravet.",
    ),
    varianter={
        "kandidat": FindingText(
            melding=(
                "Ingen plan som gjelder, er ført opp med {lov} ({hva}). Tittelen tyder på at {planer} kan dekke kravet."
            ),
            merke="dekker denne {lov}?",
            hjelp="skriv `{id}` i `hjemmel` på den planen som dekker kravet. Gjør ingen av dem det, legg inn planen.",
        ),
        "ikke_vedtatt": FindingText(
            melding=(
                "Ingen plan som gjelder, er ført opp med {lov} ({hva}). Registeret har {planer}, men ikke noe vedtak."
            ),
            merke="ikke vedtatt",
            hjelp="registrer vedtaket når det er gjort, eller skriv `{id}` i `hjemmel` på planen som dekker kravet nå.",
        ),
        "organ": FindingText(
            melding="Planen er registrert som vedtatt av {organ}. Etter {lov} skal kommunestyret vedta den.",
            merke="ikke kommunestyret",
            hjelp=(
                "legg til vedtaket i kommunestyret, eller rett feltet `organ` hvis det er feil. Har kommunestyret "
                "delegert vedtaket, skriv et unntak som sier det."
            ),
        ),
        "organ_selv": FindingText(
            melding="Planen er registrert som vedtatt av {organ}. Etter {lov} skal kommunestyret selv vedta den.",
            merke="ikke kommunestyret",
            hjelp="legg til vedtaket i kommunestyret, eller rett feltet `organ` hvis det er feil.",
        ),
        **UNDOCUMENTED_TEXT,
        "periode": FindingText(
            melding=(
                "Registeret viser ingen {hva} vedtatt i valgperioden {periode}. Den skulle være laget innen {frist}."
            ),
            merke="fristen var {frist}",
            hjelp="legg inn planen med kommunestyrets vedtak i `hendelser`, og skriv `{id}` i `hjemmel` på den.",
        ),
    },
    felt=("tittel", "status", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(id_ for plikt in plikter_of("plan").values() for id_ in plikt.hjemler),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding per duty that no plan meets, in a plan system that says what its types rest on."""
    if not has_hjemmel(register):
        return
    for name, plikt in plikter_of("plan").items():
        law = gjeldende(register, plikt)
        found = _judge(register, name, plikt, law) if law and not is_judged(register, plikt) else None
        if found:
            yield found
