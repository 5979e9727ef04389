"""PL617: the register shows no overview or analysis that an act asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, RuleClass, Severity
from planlint.register import (
    gjeldende,
    has_hjemmel,
    is_judged,
    is_met,
    is_readable,
    laws_of,
    missing_plikt,
    plikter_of,
    pliktplaner,
)
from planlint.rules.rule import UNDOCUMENTED, UNDOCUMENTED_TEXT, FindingText, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import Register


@rule(
    "PL617",
    "lovpålagt-oversikt-ikke-dokumentert",
    Severity.ADVARSEL,
    RuleClass.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Kommunen har de oversiktene som særlovene krever, alene eller som del av et annet dokument. Regelen ser "
        "etter bestemmelsen i `hjemmel`, og sier ingenting før plansystem.yaml oppgir hjemmel for noen plantype. "
        "Hva folkehelseoversikten og den helhetlige risiko- og sårbarhetsanalysen ellers skal oppfylle, står i PL611 "
        "og PL612."
    ),
    hvorfor=(
        "Loven krever oversikten fordi planene skal bygge på den. Registeret viser ikke om den mangler eller bare "
        "ikke er lagt inn."
    ),
    tekst=FindingText(
        melding="Ingenting som gjelder, er ført opp med {lov} ({hva}).",
        merke="ingenting som gjelder, er ført opp med {lov}",
        hjelp="legg inn oversikten, eller skriv `{id}` i `hjemmel` på det dokumentet som dekker kravet.",
    ),
    varianter={
        "kandidat": FindingText(
            melding=(
                "Ingenting som gjelder, er ført opp med {lov} ({hva}). Tittelen tyder på at {planer} kan dekke kravet."
            ),
            merke="dekker dette {lov}?",
            hjelp=(
                "skriv `{id}` i `hjemmel` på det dokumentet som dekker kravet. Gjør ingen av dem det, legg inn "
                "oversikten."
            ),
        ),
        **UNDOCUMENTED_TEXT,
        "utløpt": FindingText(
            melding=(
                "Ingenting som gjelder, er ført opp med {lov} ({hva}). Registeret har {planer}, men perioden er over."
            ),
            merke="perioden er over",
            hjelp=(
                "legg inn den nye oversikten, eller skriv vedtaket i `hendelser` hvis denne er forlenget eller "
                "revidert."
            ),
        ),
        "ikke_vedtatt": FindingText(
            melding=(
                "Ingenting som gjelder, er ført opp med {lov} ({hva}). Registeret har {planer}, men ikke noe vedtak."
            ),
            merke="ikke vedtatt",
            hjelp=(
                "registrer vedtaket når det er gjort, eller skriv `{id}` i `hjemmel` på dokumentet som dekker kravet "
                "nå."
            ),
        ),
    },
    whole=("", "kandidat", "utløpt", "ikke_vedtatt", UNDOCUMENTED),
    felt=("tittel", "status", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(id_ for plikt in plikter_of("oversikt").values() for id_ in plikt.hjemler),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding per overview that nothing shows, in a plan system that says what its types rest on."""
    if not has_hjemmel(register):
        return
    for name, plikt in plikter_of("oversikt").items():
        law, shown = gjeldende(register, plikt), pliktplaner(register, plikt)
        if not law or is_judged(register, plikt) or is_met(register, shown):
            continue
        if is_readable(register, shown):
            entity, place, args, variant = missing_plikt(register, plikt, law, shown)
            yield Finding(entity, place, args, variant=variant, key=name, lov=laws_of(register, plikt))
