"""PL408: a plan in force or under work that no sector is responsible for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Named, RuleClass, Severity
from planlint.register import is_ansvarlig_needed, sectors
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL408",
    "uten-ansvarlig",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: `sektorer`",
    krav="En av kommunens planer som gjelder eller er under arbeid, har en ansvarlig sektor.",
    hvorfor=(
        "Den ansvarlige følger opp planen, svarer på spørsmål om den og sørger for at den blir revidert. En plan uten "
        "ansvarlig blir lett liggende."
    ),
    tekst=FindingText(
        melding="Planen står som gjeldende, men registeret viser ikke hvilken sektor som er ansvarlig for den.",
        merke="da skal planen ha en ansvarlig sektor",
        hjelp="legg til `ansvarlig` med en sektor fra plansystem.yaml: {sektorer:eller}.",
    ),
    varianter={
        "arbeid": FindingText(
            melding="Arbeidet med planen er i gang, men registeret viser ikke hvilken sektor som er ansvarlig for den.",
            merke="da skal planen ha en ansvarlig sektor",
            hjelp="legg til `ansvarlig` med en sektor fra plansystem.yaml: {sektorer:eller}.",
        ),
    },
    felt=("ansvarlig", "status"),
    asks={"": ("ansvarlig",), "arbeid": ("ansvarlig",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans in force or under work without `ansvarlig`; silent where no sectors are declared."""
    system = register.plansystem
    told = [Named(id_, system.sektorer[id_].navn) for id_ in sectors(system)]
    for plan in register.planer.values():
        if is_ansvarlig_needed(register, plan) and not plan.ansvarlig:
            variant = "" if register.is_i_kraft(plan) else "arbeid"
            yield finding(plan, "status", variant=variant, sektorer=told)
