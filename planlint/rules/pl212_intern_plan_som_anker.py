"""PL212: a plan that is not internal is anchored in an internal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.register.forankring import internt_anker
from planlint.rules.rule import N_, Tekst, finding, navngitt, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.register.register import Register


@rule(
    "PL212",
    "intern-plan-som-anker",
    Severity.FEIL,
    Klasse.LOKAL,
    kilde="plansystem.yaml: plantypens `intern`",
    krav="En plan som ikke er intern, er ikke forankret i en intern plan.",
    hvorfor=(
        "En intern plan er fastsatt av administrasjonen og kan endres uten politisk vedtak. Er en politisk plan "
        "forankret i den, styrer administrasjonen det folkevalgte har bestemt, og ikke omvendt."
    ),
    tekst=Tekst(
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
        if not plan.forankring or not register.aktiv(plan):
            continue
        for index, anchor in enumerate(plan.forankring):
            if not (over := internt_anker(register, plan, anchor)):
                continue
            yield finding(
                plan,
                "forankring",
                index,
                "plan",
                related=(related(over, "type", note=N_("plantypen er intern")),),
                key=over.id,
                over=navngitt(over),
            )
