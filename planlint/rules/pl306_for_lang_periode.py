"""PL306: the period is longer than the plan type allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, add_years
from planlint.model import AVSLUTTEDE
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL306",
    "for-lang-periode",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `lengste_periode`",
    krav=(
        "Planperioden er ikke lengre enn plantypen tillater. Årstall regnes til planens fordel: 2020–2032 er tolv år, "
        "som når planen er vedtatt i 2020 og gjelder ut i 2032."
    ),
    hvorfor=(
        "Kommunen har bestemt hvor langt en plan av hver type kan se framover, for at den skal bli revidert i tide."
    ),
    tekst=FindingText(
        melding="Perioden {fra}–{til} er lengre enn {grense} år, som er grensen for en plan av typen {type}.",
        merke="mer enn {grense} år etter {fra}",
        hjelp=(
            "kort ned perioden, velg en plantype med lengre horisont, eller endre `lengste_periode` for plantypen i "
            "plansystem.yaml."
        ),
    ),
    felt=("periode", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans, ended ones aside, whose period is too long even when its years are read as short as they can be."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        limit = plantype.lengste_periode if plantype else None
        if not plantype or not limit or not plan.periode or register.status(plan) in AVSLUTTEDE:
            continue
        start, end = plan.periode.fra, plan.periode.til
        if start and end and end.start > add_years(start.slutt, limit):
            yield finding(plan, "periode", "til", fra=start, til=end, grense=limit, type=plantype.navn)
