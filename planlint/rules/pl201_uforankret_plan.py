"""PL201: a plan whose type must be anchored has no forankring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_uforankret
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plantype
    from planlint.register import Register


def _example(register: Register, plantype: Plantype) -> str:
    """Give a goal in force that the type may be anchored in: one of the samfunnsdel, where there is one."""
    allowed = plantype.forankres_i
    goals = [maal for maal in register.maal.values() if not allowed or maal.type in allowed]
    tops = {top.id for top in register.plans_with_rolle("samfunnsdel")}
    goals.sort(key=lambda maal: maal.plan not in tops)
    return next((maal.id for maal in goals if register.is_maal_i_kraft(maal)), "id-til-maalet")


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
            "legg til `forankring` med id-en til målet som planen følger opp, for eksempel `forankring: [{eksempel}]`."
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
    examples: dict[str, str] = {}
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or not is_uforankret(register, plan, plantype):
            continue
        if plan.type not in examples:
            examples[plan.type] = _example(register, plantype)
        goals = not plantype.forankres_i or not register.plansystem.maaltyper.keys().isdisjoint(plantype.forankres_i)
        yield finding(plan, "type", variant="" if goals else "plan", type=plantype.navn, eksempel=examples[plan.type])
