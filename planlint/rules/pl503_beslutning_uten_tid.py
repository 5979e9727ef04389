"""PL503: a planstrategi decides that a plan shall be made or revised, and does not say when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import AVSLUTTEDE, GIVES_ARBEID
from planlint.register import current_planstrategier, is_gjennomfoert, periode
from planlint.rules.rule import N_, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

TO_DO = {"ny": N_("lages"), "revideres": N_("revideres")}
HELP = "skriv `oppstart` og `ferdig` i beslutningen, for eksempel `{{valg: {valg}, oppstart: {fra}, ferdig: {til}}}`."


def _untimed(register: Register, strategi: Planstrategi) -> Iterator[tuple[Plan, str]]:
    """Give the plans whose work is decided, not done, and not fully timed, each with the variant that tells it."""
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        if not decision or decision.valg not in GIVES_ARBEID or (decision.oppstart and decision.ferdig):
            continue
        if register.status(plan) not in AVSLUTTEDE and not is_gjennomfoert(register, plan, strategi, decision):
            yield plan, "uten_ferdig" if decision.oppstart else "uten_oppstart" if decision.ferdig else ""


@rule(
    "PL503",
    "beslutning-uten-tid",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planstrategiens beslutninger",
    krav="Når en planstrategi sier at en plan skal lages eller revideres, sier den når arbeidet begynner og er ferdig.",
    hvorfor=(
        "Uten tid er det ingen prioritering: Ingen kan se hva som kommer først, om kapasiteten holder, eller om "
        "beslutningen er fulgt opp. I en planstrategi som ikke er vedtatt ennå, er det en advarsel."
    ),
    tekst=FindingText(
        melding="Ifølge planstrategien for {periode} skal planen {skal}, men det står ikke når.",
        merke="når?",
        hjelp=HELP,
    ),
    varianter={
        "uten_oppstart": FindingText(
            melding="Ifølge planstrategien for {periode} skal planen {skal}, men det står ikke når arbeidet begynner.",
            merke="fra når?",
            hjelp="skriv `oppstart` i beslutningen, for eksempel `oppstart: {fra}`.",
        ),
        "uten_ferdig": FindingText(
            melding="Ifølge planstrategien for {periode} skal planen {skal}, men det står ikke når den blir ferdig.",
            merke="til når?",
            hjelp="skriv `ferdig` i beslutningen, for eksempel `ferdig: {til}`.",
        ),
    },
    felt=("beslutninger", "status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield decided work without times, in the current planstrategi and in those being made."""
    for strategi in current_planstrategier(register):
        severity = None if strategi is register.planstrategi else Severity.ADVARSEL
        for plan, variant in _untimed(register, strategi):
            decision = plan.beslutninger[strategi.id]
            begins = decision.oppstart.start.year if decision.oppstart else register.today.year
            ends = decision.ferdig.slutt.year if decision.ferdig else begins + 1
            yield finding(
                plan, "beslutninger", strategi.id, "valg", variant=variant, severity=severity, valg=decision.valg,
                skal=TO_DO[decision.valg], periode=periode(strategi), fra=min(begins, ends), til=max(begins, ends),
            )  # fmt: skip
