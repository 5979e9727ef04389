"""PL201: a plan whose type must be anchored has no forankring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_uforankret
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL201",
    "uforankret-plan",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `forankring`",
    krav="En plan av en type som skal forankres, viser til minst ett mål eller én plan over seg.",
    hvorfor=(
        "Forankringen er den røde tråden fra samfunnsdelen til det kommunen gjør. Uten den kan ingen se hvilket mål "
        "planen følger opp, og målet kan stå uten oppfølging uten at noen merker det."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke hvilket mål i samfunnsdelen planen følger opp. Det kreves for typen {type}.",
        merke="denne plantypen skal forankres",
        hjelp=(
            "skriv under `forankring` hvilket mål planen følger opp: filnavnet til målet uten .yaml, slik: "
            "`forankring: [id-til-målet]`."
        ),
    ),
    varianter={
        "plan": FindingText(
            melding="Registeret viser ikke hvilken plan denne hører under. Det kreves for typen {type}.",
            merke="denne plantypen skal forankres",
            hjelp="legg til planen over i feltet `forankring`, slik: `forankring: [{{plan: id-til-planen}}]`.",
        )
    },
    felt=("forankring", "del_av", "type", "status"),
    asks={"": ("forankring",), "plan": ("forankring",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans in force or under work whose type must be anchored and that name nothing above them."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or not is_uforankret(register, plan, plantype):
            continue
        goals = not plantype.forankres_i or not register.plansystem.maaltyper.keys().isdisjoint(plantype.forankres_i)
        yield finding(plan, "type", variant="" if goals else "plan", type=plantype.navn)
