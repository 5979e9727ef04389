"""PL304: the type is to be revised regularly, and nothing in the plan says when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, RulleresCode, Severity, add_months, interval
from planlint.model import REVISES_OR_ENDS
from planlint.register import is_avgjort, revisjon_forfalt, revisjonsfrist
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _says_when(register: Register, plan: Plan) -> bool:
    revisjon = plan.revisjon
    own = revisjon and (revisjon.neste or interval(revisjon.rulleres))
    return bool(own or register.periodeslutt(plan) or is_avgjort(register, plan, REVISES_OR_ENDS))


@rule(
    "PL304",
    "mangler-revisjon",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `rulleres`",
    krav=(
        "En vedtatt plan av en type som skal revideres jevnlig, sier i feltet `periode` eller `revisjon` når det "
        "skal skje."
    ),
    hvorfor=(
        "Uten en dato kommer ikke planen med når kommunen ser etter hva som skal revideres, og den blir lett glemt."
    ),
    tekst=FindingText(
        melding=(
            "En plan av typen {type} skal revideres {rulleres}, men verken feltet `periode` eller feltet `revisjon` "
            "sier når det skal skje."
        ),
        merke="typen skal revideres {rulleres}",
        hjelp="skriv når planen skal revideres neste gang, for eksempel `revisjon: {{neste: {eksempel}}}`.",
    ),
    felt=("type", "status", "periode", "hendelser", "revisjon", "beslutninger"),
    asks={"": ("periode", "revisjon")},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans that should tell when they are revised and do not; PL302 speaks where that is overdue."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        months = interval(plantype.rulleres) if plantype else None
        if not plantype or not months or not register.is_vedtatt(plan) or _says_when(register, plan):
            continue
        if not revisjon_forfalt(register, plan):
            frist = revisjonsfrist(register, plan)
            due = frist.dag if frist else add_months(register.today, months)
            yield finding(plan, "type", type=plantype.navn, rulleres=RulleresCode(plantype.rulleres), eksempel=due.year)
