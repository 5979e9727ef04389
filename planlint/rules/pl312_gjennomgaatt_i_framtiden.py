"""PL312: somebody is said to have gone through something on a day that has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity
from planlint.register import REVIEWED_KINDS
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL312",
    "gjennomgaatt-i-framtiden",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="filens `gjennomgått`",
    krav="Dagen i feltet `gjennomgått` er i dag eller tidligere.",
    hvorfor=(
        "Dagen sier når noen sist så at opplysningene stemmer. En dag som ikke har vært, ville gjort at ingen blir "
        "minnet om å gå gjennom dem."
    ),
    tekst=FindingText(
        melding="`gjennomgått` er {dato}, som ikke har vært ennå.",
        merke="{om} fram i tid (per {per})",
        hjelp="skriv dagen da noen gikk gjennom opplysningene, eller ta bort feltet.",
    ),
    felt=("gjennomgått",),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield what was gone through on a day to come.

    Before `ajourført` the register is read as it was, and a later day is no fault.
    """
    today, described = register.today, register.plansystem.ajourfoert
    if described and today < described:
        return
    for kind in REVIEWED_KINDS:
        for entity in register.entities.get(kind, {}).values():
            day = getattr(entity, "gjennomgaatt", None)
            if day and day > today:
                yield finding(entity, "gjennomgått", dato=day, om=Duration(today, day), per=today)
