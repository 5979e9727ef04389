"""PL613: the register shows no plan that meets a statutory duty to have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import (
    MENTIONED,
    Plikt,
    candidates,
    council_votes,
    due_term,
    earliest_konstituering,
    event_place,
    gjeldende,
    has_hjemmel,
    is_judged,
    is_met,
    is_readable,
    is_vote_late,
    kontrollplan_frist,
    laws_of,
    missing_plikt,
    plikter_of,
    pliktplaner,
    valgperiode_of,
    vedtaksmangler,
    votes_of_term,
)
from planlint.rules.rule import N_, UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Hendelse, Plan
    from planlint.register import Register


def _finding(register: Register, name: str, plikt: Plikt, law: str, plans: list[Plan]) -> Finding:
    entity, place, args, variant = missing_plikt(register, plikt, law, plans)
    args["naar"] = plikt.naar
    others = candidates(register, plikt)[1:MENTIONED] if variant == "kandidat" else []
    more = tuple(related(plan, "tittel", note=N_("eller denne")) for plan in others)
    return Finding(entity, place, args, more, variant, key=name, lov=laws_of(register, plikt))


def _told_by_whom(register: Register, plans: list[Plan], year: int) -> bool:
    """Tell whether one of the plans was adopted by another body, or only noted, in the term: PL621 says that."""
    since = earliest_konstituering(register.plansystem, year)
    told = {plan.id for plan, _ in vedtaksmangler(register)}
    return any(plan.id in told and register.vedtak(plan)[-1].dato.slutt >= since for plan in plans)


def _late(name: str, law: str, vote: tuple[Plan, Hendelse], args: dict[str, Any]) -> Finding:
    """Give the finding that the first adoption in a term came after the last day for making the plan."""
    plan, event = vote
    where = Place(plan.file, event_place(plan, event, "dato"))
    told = {**args, "dato": event.dato, "lov": bestemmelser()[law].navn}
    return Finding(plan.entity, where, told, variant="for_sent", key=name, lov=(law,))


def _not_this_term(register: Register, name: str, plikt: Plikt, law: str, plans: list[Plan]) -> Finding | None:
    """Give the finding where the council adopted none in the term, or too late, though the last day is over."""
    year = due_term(register, law)
    if year is None:
        return None
    periode, frist = valgperiode_of(year).replace("-", "–"), kontrollplan_frist(register.plansystem, year)
    if own := votes_of_term(register, plans, year):
        args = {"hva": plikt.hva, "periode": periode, "frist": frist}
        return _late(name, law, own[0], args) if is_vote_late(register, own[0], year) else None
    if _told_by_whom(register, plans, year):
        return None
    entity, place, args, variant = missing_plikt(register, plikt, law, plans)
    args |= {"periode": periode, "frist": frist, "naar": plikt.naar}
    votes = council_votes(register, plans)
    if votes and variant != UNDOCUMENTED:
        plan, event = votes[-1]
        entity, place, variant = plan.entity, Place(plan.file, event_place(plan, event, "dato")), ""
    return Finding(entity, place, args, variant=variant or "periode", key=name, lov=(law,))


def _judge(register: Register, name: str, plikt: Plikt, law: str) -> Finding | None:
    """Give what is wrong with what meets a duty. A plan past its period does not, until somebody decides (PL301).

    One that was told to be adopted, and nobody knows when, may be this term's.
    """
    plans = pliktplaner(register, plikt)
    standing = [plan for plan in plans if register.is_vedtatt(plan)]
    if not is_readable(register, plans):
        return None
    if plikt.periode:
        undated = any(not register.vedtak(plan) for plan in standing)
        return None if undated else _not_this_term(register, name, plikt, law, plans)
    return None if is_met(register, plans) else _finding(register, name, plikt, law, plans)


@rule(
    "PL613",
    "lovpålagt-plan-ikke-dokumentert",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Kommunen har de planene som særlovene krever, alene eller som del av en annen plan. Regelen ser etter "
        "bestemmelsen i `hjemmel` på planer og plantyper, og sier ingenting før plansystem.yaml oppgir hjemmel for "
        "noen plantype. Er noe ført opp som overordnet beredskapsplan, økonomiplan eller eierskapsmelding, har det sin "
        "egen regel (PL612, PL609 og PL610). Hvem som skal vedta planene, står i PL621."
    ),
    hvorfor=(
        "Noen planer kan ikke kommunen velge bort. Registeret viser ikke om de mangler eller bare ikke er "
        "lagt inn, men det er verdt å finne ut av."
    ),
    tekst=FindingText(
        melding="Ingen plan som gjelder, er ført opp med {lov} ({hva}{naar}).",
        merke="ingen plan som gjelder, er ført opp med {lov}",
        hjelp="legg inn planen, eller skriv `{id}` i `hjemmel` på den planen som dekker kravet.",
    ),
    varianter={
        "kandidat": FindingText(
            melding=(
                "Ingen plan som gjelder, er ført opp med {lov} ({hva}{naar}). "
                "Tittelen tyder på at {planer} kan dekke kravet."
            ),
            merke="dekker denne {lov}?",
            hjelp="skriv `{id}` i `hjemmel` på den planen som dekker kravet. Gjør ingen av dem det, legg inn planen.",
        ),
        "utløpt": FindingText(
            melding=(
                "Ingen plan som gjelder, er ført opp med {lov} ({hva}{naar}). "
                "Registeret har {planer}, men perioden er over."
            ),
            merke="perioden er over",
            hjelp="legg inn den nye planen, eller skriv vedtaket i `hendelser` hvis denne er forlenget eller revidert.",
        ),
        "ikke_vedtatt": FindingText(
            melding=(
                "Ingen plan som gjelder, er ført opp med {lov} ({hva}{naar}). "
                "Registeret har {planer}, men ikke noe vedtak."
            ),
            merke="ikke vedtatt",
            hjelp="registrer vedtaket når det er gjort, eller skriv `{id}` i `hjemmel` på planen som dekker kravet nå.",
        ),
        **UNDOCUMENTED_TEXT,
        "periode": FindingText(
            melding=(
                "Registeret viser ingen {hva} vedtatt i valgperioden {periode}. Den skulle være laget innen {frist}."
            ),
            merke="fristen var {frist}",
            hjelp="legg inn planen med kommunestyrets vedtak i `hendelser`, og skriv `{id}` i `hjemmel` på den.",
        ),
        "for_sent": FindingText(
            melding=(
                "Den første {hva} registeret viser for valgperioden {periode}, er vedtatt {dato}. Etter {lov} skulle "
                "en være laget innen {frist}."
            ),
            merke="etter {frist}",
            hjelp=(
                "rett datoen hvis den er feil. Ble en annen plan vedtatt før fristen, legg inn den. Ellers skriv et "
                "unntak med begrunnelse."
            ),
        ),
    },
    whole=("", "kandidat", "utløpt", "ikke_vedtatt", UNDOCUMENTED, "periode"),
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
