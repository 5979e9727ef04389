"""PL503: a planstrategi decides that a plan shall be made or revised, and does not say when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, interval
from planlint.model import AVSLUTTEDE, BEGUN_ANEW, GIVES_ARBEID, UNDER_ARBEID, VEDTAK
from planlint.register import current_planstrategier, is_gjennomfoert, periode, rulleres
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


def _is_done(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether the decided work is over: the plan is adopted, or a plan that replaces it, or it has ended."""
    if register.status(plan) in AVSLUTTEDE or any(map(register.is_vedtatt, register.etterfoelgere(plan))):
        return True
    adopted = decision.valg == "ny" and register.is_vedtatt(plan)
    return adopted or is_gjennomfoert(register, plan, strategi, decision)


def _has_begun(register: Register, plan: Plan) -> bool:
    """Tell whether the status or an event shows that somebody is at work, on the plan or on one that replaces it."""
    last = register.last_event(plan, *VEDTAK)
    events = (event for event in register.hendelser(plan) if event.hva in BEGUN_ANEW)
    at_work = register.status(plan) in UNDER_ARBEID or any(map(register.is_under_arbeid, register.etterfoelgere(plan)))
    return at_work or any(not last or event.dato.slutt > last.dato.slutt for event in events)


def _told(plan: Plan, decision: Beslutning) -> set[str]:
    return {felt for felt in TIMES if getattr(decision, felt) or getattr(plan.arbeid, felt, None)}


def _lacking(register: Register, plan: Plan, decision: Beslutning, krever: set[str]) -> set[str]:
    """Give the times that are asked for and not told: in the decision, in `arbeid`, or by being made every year."""
    if interval(rulleres(register, plan)) == _YEARLY:
        return set()
    return krever - _told(plan, decision) - ({"oppstart"} if _has_begun(register, plan) else set())


def _untimed(register: Register, strategi: Planstrategi, krever: set[str]) -> Iterator[tuple[Plan, str]]:
    """Give the plans whose work is decided, not done, and not timed as is asked, each with its variant."""
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        if not decision or decision.valg not in GIVES_ARBEID or _is_done(register, plan, strategi, decision):
            continue
        if lacking := _lacking(register, plan, decision, krever):
            known = _told(plan, decision) or _has_begun(register, plan)
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
