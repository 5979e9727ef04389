"""PL313: a time in a plan that cannot be right: before what it follows from, or further ahead than anybody plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import wrong_times
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register

_HELP = "rett den tiden som er feil. Slå opp i vedtaket hvis du er i tvil."


@rule(
    "PL313",
    "umulig-tid",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planens `revisjon`, `periode`, `arbeid`, `hendelser` og `beslutninger`",
    krav=(
        "Tidene i planen kan stemme med hverandre: neste revisjon kommer etter siste vedtak og etter at perioden "
        "begynner, perioden er lengre enn én dag og ikke over før planen er vedtatt, og ingenting er lagt lenger fram "
        "enn noen planlegger."
    ),
    hvorfor=(
        "En tid som ikke kan være riktig, er som regel en skrivefeil. Den gjør fristene feil, og kan få en frist til "
        "aldri å gå ut."
    ),
    tekst=FindingText(
        melding="{dato} er lenger fram enn noen planlegger.",
        merke="mer enn 30 år fram (per {mot})",
        hjelp="rett årstallet.",
    ),
    varianter={
        "hendelse": FindingText(
            melding="Hendelsen er datert {dato}, lenger fram enn noe blir varslet.",
            merke="mer enn 5 år fram (per {mot})",
            hjelp="rett datoen.",
        ),
        "beslutning": FindingText(
            melding=(
                "Beslutningen er ført med {dato}, mer enn fire år etter at valgperioden som planstrategien gjelder "
                "for, er over ({mot})."
            ),
            merke="etter neste valgperiode også",
            hjelp="rett årstallet. Står det slik i planstrategien, skriv et unntak med grunn på linjen.",
        ),
        "beslutning_foer": FindingText(
            melding=(
                "Beslutningen er ført som ferdig {dato}, mer enn fire år før valgperioden som planstrategien gjelder "
                "for, begynner ({mot})."
            ),
            merke="før forrige valgperiode også",
            hjelp="rett årstallet. Står det slik i planstrategien, skriv et unntak med grunn på linjen.",
        ),
        "bestilt": FindingText(
            melding="Arbeidet er ført som bestilt {dato}, som ikke har vært ennå.",
            merke="fram i tid (per {mot})",
            hjelp="rett datoen, eller vent med å føre bestillingen til den er gjort.",
        ),
        "neste_periode": FindingText(
            melding="Neste revisjon er ført til {dato}, før planperioden begynner ({mot}).",
            merke="før perioden begynner",
            hjelp=_HELP,
        ),
        "neste_vedtak": FindingText(
            melding="Neste revisjon er ført til {dato}, før planen sist ble vedtatt ({mot}).",
            merke="før siste vedtak",
            hjelp="skriv når planen skal revideres neste gang, eller slett `neste`.",
        ),
        "neste_uvedtatt": FindingText(
            melding="Neste revisjon er ført til {dato}, som er passert, men registeret viser ikke noe vedtak.",
            merke="passert (per {mot})",
            hjelp="rett året, eller legg inn vedtaket under `hendelser` og rett `status` hvis planen er vedtatt.",
        ),
        "en_dag": FindingText(
            melding="Planperioden begynner og slutter samme dag, {dato}.",
            merke="samme dag som den begynner",
            hjelp="skriv første og siste år i perioden.",
        ),
        "over_foer_vedtak": FindingText(
            melding="Planperioden slutter {dato}, før planen ble vedtatt ({mot}).",
            merke="over før vedtaket",
            hjelp=_HELP,
        ),
        "over_foer_arbeid": FindingText(
            melding="Planperioden slutter {dato}, før arbeidet med planen begynner ({mot}).",
            merke="over før arbeidet",
            hjelp=_HELP,
        ),
        "over_foer_kilden": FindingText(
            melding="Planperioden slutter {dato}, men ifølge en senere kilde ({mot}) var planen ikke vedtatt ennå.",
            merke="over før kilden",
            hjelp="rett perioden, eller legg inn vedtaket under `hendelser` hvis planen ble vedtatt før kilden.",
        ),
    },
    felt=("revisjon", "periode", "arbeid", "hendelser", "status", "beslutninger"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield every time in a plan that cannot be right; PL305 and PL309 tell of what is turned round."""
    for plan in register.planer.values():
        for wrong in wrong_times(register, plan):
            variant = "" if wrong.variant == "fjern" else wrong.variant
            key = ".".join(map(str, wrong.path))
            yield finding(plan, *wrong.path, variant=variant, key=key, dato=wrong.dato, mot=wrong.mot or wrong.dato)
