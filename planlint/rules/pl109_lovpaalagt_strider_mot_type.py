"""PL109: a plan is said not to be demanded by law, and its type is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL109",
    "lovpålagt-strider-mot-type",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `lovpålagt`",
    krav="En plan av en plantype som er lovpålagt, er ikke ført som noe loven ikke krever.",
    hvorfor=(
        "Tabeller og nettsted viser hvilke planer kommunen må ha. Sier planen og plantypen hver sitt, ser det ut som "
        "om en plan som loven krever, kan velges bort."
    ),
    tekst=FindingText(
        melding="Planen har `lovpålagt: false`, men plantypen {type} er ført som lovpålagt i plansystem.yaml.",
        merke="plantypen sier `lovpålagt: true`",
        hjelp="slett linjen hvis loven krever planen. Krever den bare noen av typen, slett den i plansystem.yaml.",
    ),
    felt=("lovpålagt", "type"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans that say no where their type says yes."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if plan.lovpaalagt is False and plantype and plantype.lovpaalagt:
            yield finding(plan, "lovpålagt", type=plantype.navn)
