"""PL506: the current planstrategi continues a plan whose period ends before the planstrategi's time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import NOT_NOW
from planlint.register import (
    end_place,
    is_being_replaced,
    is_being_revised,
    is_usikker,
    last_day,
    period_end,
    periode,
    periodefrist,
)
from planlint.rules.rule import DOUBT, N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Beslutning, Plan
    from planlint.register import Register

HELP = (
    "legg inn hendelsen `forlenget` med den nye sluttdatoen i feltet `til`, eller rett beslutningen hvis planen skal "
    "revideres eller avsluttes."
)


LEFT = {
    "videreføres": N_("viderefører"),
    "utsettes": N_("utsetter"),
    "ikke_prioritert": N_("prioriterer ikke"),
}
"""What a planstrategi does with a plan, or the work on it, so that the plan is left as it is."""


def _comes_in_time(decision: Beslutning, end: date) -> bool:
    """Tell whether work that is put off, or something that comes after, begins before the plan's period is over."""
    times = (
        decision.oppstart,
        decision.ferdig,
        *(time for one in decision.deretter for time in (one.oppstart, one.ferdig)),
    )
    return any(time.start <= end for time in times if time)


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
    krav=(
        "En plan som planstrategien viderefører, har en periode som varer valgperioden ut. Det samme gjelder en plan "
        "som planstrategien utsetter eller ikke prioriterer arbeidet med."
    ),
    hvorfor=(
        "Å videreføre en plan betyr at den skal gjelde uendret. Går perioden ut underveis, sier planen og "
        "planstrategien hver sin ting, og ingen vet hva som gjelder etterpå."
    ),
    tekst=FindingText(
        melding="Planstrategien for {periode} viderefører planen, men planperioden går ut {slutt:ved}{tvil}.",
        merke="men perioden varer bare til {slutt:av}",
        hjelp=HELP,
    ),
    varianter={
        "utsatt": FindingText(
            melding=(
                "Planstrategien for {periode} {gjort} arbeidet med planen, men planperioden går ut {slutt:ved}{tvil}."
            ),
            merke="men perioden varer bare til {slutt:av}",
            hjelp=HELP,
        ),
        "utsatt_utløpt": FindingText(
            melding=(
                "Planstrategien for {periode} {gjort} arbeidet med planen, men planperioden gikk ut {slutt:ved}{tvil}."
            ),
            merke="men perioden gikk ut {slutt:ved}",
            hjelp=HELP,
        ),
        "utløpt": FindingText(
            melding="Planstrategien for {periode} viderefører planen, men planperioden gikk ut {slutt:ved}{tvil}.",
            merke="men perioden gikk ut {slutt:ved}",
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
        end = periodefrist(register, plan) if decision and decision.valg in LEFT else None
        if not decision or not end or end > last or _settled(register, plan) or _comes_in_time(decision, end):
            continue
        past, where = end < register.today, end_place(register, plan)
        put_off, plain = ("utsatt_utløpt", "utløpt") if past else ("utsatt", "")
        yield finding(
            plan, "beslutninger", strategi.id, "valg", variant=put_off if decision.valg in NOT_NOW else plain,
            gjort=LEFT[decision.valg],
            related=(related(plan, *where, note=N_("slutten på planperioden")),),
            periode=periode(strategi), slutt=period_end(register, plan),
            tvil=DOUBT if is_usikker(plan, where) else "",
        )  # fmt: skip
