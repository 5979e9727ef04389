"""PL616: no yearly report in the last 13 months where the law asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.days import add_months
from planlint.base.diagnostic import Finding, Klasse, Severity
from planlint.law import bestemmelser
from planlint.register.lovkrav import gjelder, kan_mangle, sist_vedtatt, sted, typer_med_hjemmel, uten_dato
from planlint.rules.rule import N_, Tekst, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register.register import Register

RAPPORTER = {
    "barnevernsloven-tilstand": N_("redegjørelse for tilstanden i barneverntjenesten"),
    "opplaeringslova-1998-13-10": N_("rapport om tilstanden i grunnskolen"),
}
MAANEDER = 13


@rule(
    "PL616",
    "årlig-rapport-mangler",
    Severity.ADVARSEL,
    Klasse.LOV,
    kilde="barnevernsloven og opplæringslova (1998) § 13-10",
    krav=(
        "Kommunestyret får de årlige rapportene som loven krever. Regelen ser etter rapporter og plantyper som viser "
        "til bestemmelsen i hjemmel, og gir en måned ekstra. Kravet om rapport fra skolen falt bort 1. august 2024."
    ),
    hvorfor=(
        "Rapporten lar de folkevalgte se hvordan det går i tjenesten de har ansvaret for, før problemene blir store."
    ),
    tekst=Tekst(
        melding="Registeret viser ingen {rapport} de siste 13 månedene. Loven krever en hvert år.",
        merke="den nyeste er fra {dato}",
        hjelp="legg inn den nye rapporten, med dagen kommunestyret behandlet den i hendelser og {id} i hjemmel.",
    ),
    varianter={
        "ingen": Tekst(
            melding="Registeret viser ingen {rapport}. Loven krever en hvert år.",
            merke="ingen er lagt fram",
            hjelp="legg inn den siste rapporten, med dagen kommunestyret behandlet den i hendelser og {id} i hjemmel.",
        )
    },
    felt=("type", "status", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(RAPPORTER),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding per report that is missing, where a type or a report rests on the provision."""
    for law, rapport in RAPPORTER.items():
        plans, types = register.med_hjemmel(law), typer_med_hjemmel(register.plansystem, law)
        if not (plans or types) or not gjelder(register, law, register.today):
            continue
        newest = sist_vedtatt(register, plans)
        since = max(newest[1].dato.slutt if newest else bestemmelser()[law].fra, bestemmelser()[law].fra)
        if add_months(since, MAANEDER) >= register.today or uten_dato(register, plans):
            continue
        if kan_mangle(register, plans):
            args = {"rapport": rapport, "dato": newest[1].dato if newest else None, "id": law}
            where = sted(register, plans, types)
            yield Finding(*where, args, variant="" if newest else "ingen", key=law, lov=(law,))
