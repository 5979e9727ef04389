"""PL212: a plan that is not internal is anchored in an internal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import internal_anchor
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL212",
    "intern-plan-som-anker",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `intern`",
    krav="En plan som ikke er intern, er ikke forankret i en intern plan.",
    hvorfor=(
        "En intern plan er fastsatt av administrasjonen og kan endres uten politisk vedtak. Er en politisk plan "
        "forankret i den, styrer administrasjonen det folkevalgte har bestemt, og ikke omvendt."
    ),
    tekst=FindingText(
        melding="Planen er forankret i {over}, som er en intern plan, men er ikke selv intern.",
        merke="intern plan",
        hjelp=(
            "bytt ut `{over}` med et mål eller en politisk vedtatt plan, og vis heller til `{over}` i feltet "
            "`bygger_på`."
        ),
    ),
    felt=("forankring", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each anchor of a plan in force or under work that turns the order of politics and administration round."""
    for plan in register.planer.values():
        if not plan.forankring or not register.is_active(plan):
            continue
        for index, anchor in enumerate(plan.forankring):
            if not (over := internal_anchor(register, plan, anchor)):
                continue
            yield finding(
                plan,
                "forankring",
                index,
                "plan",
                related=(related(over, "type", note=N_("plantypen er intern")),),
                key=over.id,
                over=titled(over),
            )
