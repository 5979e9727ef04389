"""PL503: a planstrategi decides that a plan shall be made or revised, and does not say when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, interval
from planlint.model import GIVES_ARBEID
from planlint.register import current_planstrategier, has_begun, is_arbeid_done, periode, rulleres
from planlint.rules.rule import N_, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Beslutning, Plan, Planstrategi
    from planlint.register import Register

_YEARLY = 12  # months
TIMES = ("oppstart", "ferdig")
TO_DO = {"ny": N_("lages"), "revideres": N_("revideres")}
HELP = (
    "skriv `ferdig` i beslutningen, og gjerne `oppstart`, for eksempel `{{valg: {valg}, oppstart: {fra}, ferdig: "
    "{til}}}`."
)


def _told(plan: Plan, decision: Beslutning) -> set[str]:
    return {felt for felt in TIMES if getattr(decision, felt) or getattr(plan.arbeid, felt, None)}


def _lacking(register: Register, plan: Plan, decision: Beslutning, krever: set[str]) -> set[str]:
    """Give the times that are asked for and not told: in the decision, in `arbeid`, or by being made every year.

    Work on a condition has no time of its own, nor has what waits for another plan.
    """
    if interval(rulleres(register, plan)) == _YEARLY or decision.vilkaar or decision.venter_paa:
        return set()
    return krever - _told(plan, decision) - ({"oppstart"} if has_begun(register, plan) else set())


def _untimed(register: Register, strategi: Planstrategi, krever: set[str]) -> Iterator[tuple[Plan, str]]:
    """Give the plans whose work is decided, not done, and not timed as is asked, each with its variant."""
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        if not decision or decision.valg not in GIVES_ARBEID or is_arbeid_done(register, plan, strategi, decision):
            continue
        if lacking := _lacking(register, plan, decision, krever):
            known = _told(plan, decision) or has_begun(register, plan)
            yield plan, f"uten_{max(lacking)}" if known else ""


@rule(
    "PL503",
    "beslutning-uten-tid",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planstrategiens beslutninger",
    krav="Når en planstrategi sier at en plan skal lages eller revideres, sier den når arbeidet skal være ferdig.",
    hvorfor=(
        "Uten tid er det ingen prioritering: Ingen kan se hva som kommer først, om kapasiteten holder, eller om "
        "beslutningen er fulgt opp. I en planstrategi som ikke er vedtatt ennå, er det en advarsel. En kommune som "
        "også vil vite når arbeidet begynner, skriver `krever: oppstart ferdig` i valgene for regelen."
    ),
    tekst=FindingText(
        melding="Ifølge planstrategien for {periode} skal planen {skal}, men registeret viser ikke når.",
        merke="når?",
        hjelp=HELP,
    ),
    varianter={
        "uten_oppstart": FindingText(
            melding=(
                "Ifølge planstrategien for {periode} skal planen {skal}, men registeret viser ikke når arbeidet "
                "begynner."
            ),
            merke="fra når?",
            hjelp="skriv `oppstart` i beslutningen, for eksempel `oppstart: {fra}`.",
        ),
        "uten_ferdig": FindingText(
            melding=(
                "Ifølge planstrategien for {periode} skal planen {skal}, men registeret viser ikke når den blir ferdig."
            ),
            merke="til når?",
            hjelp="skriv `ferdig` i beslutningen, for eksempel `ferdig: {til}`.",
        ),
    },
    felt=("beslutninger", "arbeid", "status", "hendelser"),
)
def check(register: Register, *, krever: str = "ferdig") -> Iterator[Finding]:
    """Yield decided work without the times in `krever`, in the current planstrategi and in those being made."""
    asked = {felt for felt in TIMES if felt in krever.replace(",", " ").split()} or {"ferdig"}
    for strategi in current_planstrategier(register):
        severity = None if strategi is register.planstrategi else Severity.ADVARSEL
        for plan, variant in _untimed(register, strategi, asked):
            decision = plan.beslutninger[strategi.id]
            begins = decision.oppstart.start.year if decision.oppstart else register.today.year
            ends = decision.ferdig.slutt.year if decision.ferdig else begins + 1
            yield finding(
                plan, "beslutninger", strategi.id, "valg", variant=variant, severity=severity, valg=decision.valg,
                skal=TO_DO[decision.valg], periode=periode(strategi), fra=min(begins, ends), til=max(begins, ends),
            )  # fmt: skip
