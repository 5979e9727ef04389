"""PL209: a goal that must be divided (a hovedmål) has no goals under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL209",
    "tomt-hovedmål",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: måltypens `skal_deles`",
    krav="Et mål som skal deles opp, har minst ett mål under seg.",
    hvorfor=(
        "Et hovedmål er for stort til å følges opp alene. Det er målene under det som planene kan forankres i, og som "
        "kommunen kan måle seg mot."
    ),
    tekst=FindingText(
        melding="Registeret viser ingen mål under dette målet. Et mål av typen {type} skal deles opp.",
        merke="ingen mål under",
        hjelp="legg til feltet `overordnet: {id}` i målene som hører til her, eller rett måltypen.",
    ),
    felt=("type", "plan"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield goals of adopted plans that must be divided and are not; silent while a goal file cannot be read."""
    if register.is_unreadable("maal"):
        return
    for maal in register.maal.values():
        maaltype = register.maaltype(maal)
        if not maaltype or not maaltype.skal_deles or register.maal_below(maal):
            continue
        plan = register.find_plan(maal.plan)
        if plan and register.is_vedtatt(plan):
            yield finding(maal, "type", type=maaltype.navn, id=maal.id)
