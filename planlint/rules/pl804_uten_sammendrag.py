"""PL804: a plan in force does not say in short what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import is_others
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _is_demanded(register: Register, plan: Plan) -> bool:
    """Tell whether the plan's type asks for a summary itself; then PL410 reports that it is missing."""
    plantype = register.plantype(plan)
    return plantype is not None and any("sammendrag" in fields for fields in plantype.krav.values())


@rule(
    "PL804",
    "uten-sammendrag",
    Severity.INFO,
    RuleClass.LOKAL,
    kilde="planlints format for planer: `sammendrag`",
    krav="En av kommunens planer som gjelder, har et sammendrag på en til tre setninger i klarspråk.",
    hvorfor=(
        "Innbyggere og folkevalgte leser sammendraget i planoversikten og på nettstedet. Uten det må de åpne hele "
        "planen for å se hva den handler om."
    ),
    tekst=FindingText(
        melding="Planen står som gjeldende, men registeret har ikke noe sammendrag av den.",
        merke="hva handler planen om?",
        hjelp="skriv en til tre korte setninger i feltet `sammendrag` om hva planen er og hva kommunen vil med den.",
    ),
    felt=("sammendrag", "status", "periode", "hendelser"),
    asks={"": ("sammendrag",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans in force without a summary, one finding each; what others decide, they tell of themselves."""
    for plan in register.gjeldende():
        if not plan.sammendrag and not is_others(register, plan) and not _is_demanded(register, plan):
            yield finding(plan, "tittel")
