"""PL806: a new plan system, into which nobody has put a plan yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.register import is_empty
from planlint.rules.rule import FindingText, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import Register


@rule(
    "PL806",
    "tomt-register",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints format: mappene under `plans/`",
    krav="Registeret har minst én plan, ett mål eller en planstrategi.",
    hvorfor=(
        "I et tomt register er det ingenting å kontrollere. At det ikke har en plan loven krever, sier da ingenting om "
        "hva kommunen har, og reglene om lovkrav venter til noe er lagt inn."
    ),
    tekst=FindingText(
        melding="Ingenting er lagt inn i registeret ennå. Lovkravene er ikke kontrollert.",
        merke="ingen planer, mål eller planstrategier",
        hjelp=(
            "les inn kommunens egen tabell med `planlint import`, eller skriv den første planen med "
            "`planlint new plan`."
        ),
    ),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding where there is not a single file beside plansystem.yaml."""
    if is_empty(register):
        yield Finding("plansystem", Place(PLANSYSTEM, ("plantyper",), "key"), {})
