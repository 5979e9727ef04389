"""PL201: a plan whose type must be anchored has no forankring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.diagnostic import Klasse, Severity
from planlint.rules.base import Tekst, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.diagnostic import Finding
    from planlint.register import Register


@rule(
    "PL201",
    "uforankret-plan",
    Severity.FEIL,
    Klasse.LOKAL,
    kilde="plansystem.yaml: plantypens forankring",
    krav="En plan av en type som skal forankres, viser til minst ett mål eller én plan over seg.",
    hvorfor=(
        "Forankringen er den røde tråden fra samfunnsdelen til det kommunen gjør. Uten den kan ingen se hvilket mål "
        "planen følger opp, og målet kan stå uten oppfølging uten at noen merker det."
    ),
    tekst=Tekst(
        melding="Planen viser ikke til noe mål i samfunnsdelen, og det skal en plan av typen {type} gjøre.",
        merke="denne plantypen skal forankres",
        hjelp="legg til forankring med id-en til målet som planen følger opp, for eksempel forankring: [{eksempel}].",
    ),
    felt=("forankring", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans in force or under work whose type must be anchored and that name nothing above them."""
    example = next((maal.id for maal in register.maal.values() if register.maal_i_kraft(maal)), "id-til-maalet")
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or plantype.forankring != "påkrevd" or plan.forankring or plantype.foreldreplan:
            continue
        if register.i_kraft(plan) or register.under_arbeid(plan):
            yield finding(plan, "type", type=plantype.navn, eksempel=example)
