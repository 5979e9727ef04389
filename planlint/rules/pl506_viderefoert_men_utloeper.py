"""PL506: the current planstrategi continues a plan whose period ends before the planstrategi's time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import end_place, is_being_replaced, is_being_revised, last_day, periode, periodefrist
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register

HELP = (
    "legg inn hendelsen `forlenget` med den nye sluttdatoen i feltet `til`, eller rett beslutningen hvis planen skal "
    "revideres eller avsluttes."
)


def _settled(register: Register, plan: Plan) -> bool:
    """Tell whether the plan is not in use, or somebody is making it or its successor anew."""
    if not register.is_vedtatt(plan) or is_being_revised(register, plan):
        return True
    return is_being_replaced(register, plan)


@rule(
    "PL506",
    "videreført-men-utløper",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="gjeldende planstrategi, planens `periode`",
    krav="En plan som planstrategien viderefører, har en periode som varer valgperioden ut.",
    hvorfor=(
        "Å videreføre en plan betyr at den skal gjelde uendret. Går perioden ut underveis, sier planen og "
        "planstrategien hver sin ting, og ingen vet hva som gjelder etterpå."
    ),
    tekst=FindingText(
        melding="Planstrategien for {periode} viderefører planen, men planperioden går ut {slutt}.",
        merke="men perioden varer bare til {slutt}",
        hjelp=HELP,
    ),
    varianter={
        "utløpt": FindingText(
            melding="Planstrategien for {periode} viderefører planen, men planperioden gikk ut {slutt}.",
            merke="men perioden gikk ut {slutt}",
            hjelp=HELP,
        ),
    },
    felt=("beslutninger", "periode", "hendelser", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans that are continued beyond their own period."""
    strategi = register.planstrategi
    if strategi is None or register.is_unreadable("planstrategi"):
        return
    last = last_day(register.plansystem, strategi.valgperiode)
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        end = periodefrist(register, plan) if decision and decision.valg == "videreføres" else None
        if not end or end > last or _settled(register, plan):
            continue
        yield finding(
            plan, "beslutninger", strategi.id, "valg", variant="utløpt" if end < register.today else "",
            related=(related(plan, *end_place(register, plan), note=N_("slutten på planperioden")),),
            periode=periode(strategi), slutt=end,
        )  # fmt: skip
