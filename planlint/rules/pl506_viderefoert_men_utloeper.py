"""PL506: the current planstrategi continues a plan whose period ends before the planstrategi's time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.register.livsloep.frist import avloeses, periodefrist, sluttsted
from planlint.register.livsloep.strategi import periode
from planlint.register.livsloep.valg import siste_dag
from planlint.rules.rule import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.model import Plan
    from planlint.register.register import Register

HJELP = (
    "legg inn hendelsen `forlenget` med den nye sluttdatoen i feltet `til`, eller rett beslutningen hvis planen skal "
    "revideres eller avsluttes."
)


def _settled(register: Register, plan: Plan) -> bool:
    """Tell whether the plan is not in use, or somebody is making it or its successor anew."""
    if not register.vedtatt(plan) or register.status(plan) == "under_revisjon":
        return True
    return avloeses(register, plan)


@rule(
    "PL506",
    "videreført-men-utløper",
    Severity.ADVARSEL,
    Klasse.LOKAL,
    kilde="gjeldende planstrategi, planens `periode`",
    krav="En plan som planstrategien viderefører, har en periode som varer valgperioden ut.",
    hvorfor=(
        "Å videreføre en plan betyr at den skal gjelde uendret. Går perioden ut underveis, sier planen og "
        "planstrategien hver sin ting, og ingen vet hva som gjelder etterpå."
    ),
    tekst=Tekst(
        melding="Planstrategien for {periode} viderefører planen, men planperioden går ut {slutt}.",
        merke="men perioden varer bare til {slutt}",
        hjelp=HJELP,
    ),
    varianter={
        "utløpt": Tekst(
            melding="Planstrategien for {periode} viderefører planen, men planperioden gikk ut {slutt}.",
            merke="men perioden gikk ut {slutt}",
            hjelp=HJELP,
        ),
    },
    felt=("beslutninger", "periode", "hendelser", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans that are continued beyond their own period."""
    strategi = register.planstrategi
    if strategi is None or register.uleselig("planstrategi"):
        return
    last = siste_dag(register.plansystem, strategi.valgperiode)
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        end = periodefrist(register, plan) if decision and decision.valg == "videreføres" else None
        if not end or end > last or _settled(register, plan):
            continue
        yield finding(
            plan, "beslutninger", strategi.id, "valg", variant="utløpt" if end < register.today else "",
            related=(related(plan, *sluttsted(register, plan), note=N_("slutten på planperioden")),),
            periode=periode(strategi), slutt=end,
        )  # fmt: skip
