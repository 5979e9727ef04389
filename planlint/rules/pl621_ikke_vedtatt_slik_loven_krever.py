"""PL621: a plan that the register shows as adopted by another body, or in another way, than the law asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.law import bestemmelser
from planlint.register import (
    PLANLOV,
    Vedtakskrav,
    Vedtaksmangel,
    counts_on,
    event_place,
    is_council,
    krav_of_type,
    plikter_of,
    vedtaksmangler,
)
from planlint.rules.rule import FindingText, finding, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register import Register

_BODY = "legg til vedtaket i kommunestyret, eller rett feltet `organ` hvis det er feil."
_ACT = (
    "legg til hendelsen `vedtatt` med dagen kommunestyret gjorde vedtaket, eller rett status og `hva` hvis de er feil."
)


def _lov(krav: Vedtakskrav) -> tuple[Any, tuple[str, ...]]:
    return bestemmelser()[krav.lov[0]].navn, krav.lov


def _told(register: Register, plan: Plan, mangel: Vedtaksmangel) -> Finding:
    """Give the finding about a plan, at the body or the act that its event tells."""
    krav, event = mangel.krav, mangel.hendelse
    navn, lov = _lov(krav)
    organ = register.plansystem.organer.get((event and event.organ) or "")
    where: tuple[Any, ...] = ("status",)
    if event:
        where = event_place(plan, event, "hva" if mangel.slag == "orientering" else "organ")
    variant = mangel.slag
    if variant == "organ":
        variant = "behandling" if krav.act == "behandling" else "" if krav.selv else "organ"  # type: ignore[assignment]
    severity = Severity.FEIL if not variant else Severity.ADVARSEL
    args = {"lovnavn": navn, "organ": organ and organ.navn, "dato": event and event.dato}
    return finding(plan, *where, variant=variant, severity=severity, lov=lov, **args)


def _types(register: Register) -> Iterator[Finding]:
    """Yield the plan types whose `vedtas_av` leaves out the council, where the council itself is to decide."""
    system = register.plansystem
    for id_, plantype in system.plantyper.items():
        krav = krav_of_type(register, plantype)
        bodies = [system.organer[organ] for organ in plantype.vedtas_av if organ in system.organer]
        if not krav or not krav.selv or len(bodies) < max(len(plantype.vedtas_av), 1):
            continue
        allowed = any(is_council(organ, body) for organ, body in zip(plantype.vedtas_av, bodies, strict=True))
        if not allowed and counts_on(register, krav.lov[0], register.today):
            navn, lov = _lov(krav)
            args = {"type": plantype.navn, "rette": [body.navn for body in bodies], "lovnavn": navn}
            where = Place(PLANSYSTEM, ("plantyper", id_, "vedtas_av"))
            yield Finding("plansystem", where, args, variant="vedtas_av", key=id_, lov=lov)


@rule(
    "PL621",
    "ikke-vedtatt-slik-loven-krever",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Planen er vedtatt av det organet loven nevner, og ikke bare tatt til orientering der loven krever et vedtak. "
        "Kommunestyret selv vedtar kommuneplanen med alle deler og kommunedelplaner, økonomiplanen, "
        "eierskapsmeldingen, planene for forvaltningsrevisjon og eierskapskontroll og planen for å forebygge "
        "omsorgssvikt. Mindre reguleringsplaner kan kommunestyret delegere når arealdelen er under fire år gammel. Er "
        "det ikke oppgitt hvem som har vedtatt planen, sier regelen ingenting."
    ),
    hvorfor=(
        "Loven legger de viktigste valgene til dem innbyggerne har valgt. Et vedtak i et annet organ er ikke det "
        "vedtaket loven krever, og det kan være ført feil i registeret."
    ),
    tekst=FindingText(
        melding="Planen er registrert som vedtatt av {organ}. Etter {lovnavn} skal kommunestyret selv vedta den.",
        merke="ikke kommunestyret",
        hjelp=_BODY,
    ),
    varianter={
        "organ": FindingText(
            melding="Planen er registrert som vedtatt av {organ}. Etter {lovnavn} skal kommunestyret vedta den.",
            merke="ikke kommunestyret",
            hjelp=(
                "legg til vedtaket i kommunestyret, eller rett feltet `organ` hvis det er feil. Har kommunestyret "
                "delegert vedtaket, skriv et unntak som sier det."
            ),
        ),
        "behandling": FindingText(
            melding="{organ:stor} står som organet for saken. Etter {lovnavn} skal den forankres i kommunestyret.",
            merke="ikke kommunestyret",
            hjelp="legg til hendelsen der kommunestyret behandlet saken, eller rett feltet `organ` hvis det er feil.",
        ),
        "orientering": FindingText(
            melding=(
                "Registeret viser bare at planen er tatt til orientering. Etter {lovnavn} skal kommunestyret vedta den."
            ),
            merke="ikke vedtatt",
            hjelp=_ACT,
        ),
        "delegert": FindingText(
            melding=(
                "Planen er registrert som vedtatt av {organ} {dato}. Kommunestyret kan bare delegere mindre "
                "reguleringsplaner når arealdelen er under fire år gammel, og registeret viser ingen så ny arealdel."
            ),
            merke="ikke kommunestyret",
            hjelp="legg inn arealdelen hvis den mangler, eller rett `organ` og `dato` hvis de er feil.",
        ),
        "vedtas_av": FindingText(
            melding=(
                "Planer av typen {type} skal vedtas av {rette} etter `vedtas_av`. Etter {lovnavn} skal kommunestyret "
                "selv vedta dem."
            ),
            merke="ikke kommunestyret",
            hjelp="skriv organet som er kommunestyret, i `vedtas_av`, eller ta bort feltet.",
        ),
    },
    felt=("type", "status", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(
        dict.fromkeys(
            id_
            for lov in (
                *(krav.lov for krav in PLANLOV.values()),
                *((plikt.organlov, *plikt.lov) for plikt in plikter_of("plan", "oversikt").values() if plikt.organ),
            )
            for id_ in lov
            if id_
        )
    ),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the plans that stand and are adopted otherwise than the law asks, and the types that would have them so."""
    for plan, mangel in vedtaksmangler(register):
        yield _told(register, plan, mangel)
    yield from _types(register)
