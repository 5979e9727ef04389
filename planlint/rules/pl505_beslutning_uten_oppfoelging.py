"""PL505: the decided start or finish has passed, and nothing shows that the decision is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Duration, RuleClass, Severity
from planlint.model import (
    BEGUN_ANEW,
    ENDS_PLAN,
    GIVES_ARBEID,
    STOPPED,
    UNDER_ARBEID,
    VEDTAK,
)
from planlint.register import is_being_replaced, is_gjennomfoert, is_over, is_reversed
from planlint.rules.rule import N_, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Beslutning, Plan, Planstrategi, TidspunktValue
    from planlint.register import Register

DONE = {
    "ny": N_("vedtatt"),
    "revideres": N_("revidert"),
    "oppheves": N_("opphevet"),
    "utgår": N_("tatt ut av bruk"),
    "slås_sammen": N_("slått sammen med en annen plan"),
}


class _Time(NamedTuple):
    felt: str
    frist: TidspunktValue


def _passed(register: Register, plan: Plan, decision: Beslutning, felt: str) -> _Time | None:
    """Give a decided time that has passed, unless `arbeid` has moved it to a day that has not."""
    times = [getattr(decision, felt), getattr(plan.arbeid, felt, None)]
    if times[0] and all(time is None or time.slutt < register.today for time in times):
        return _Time(felt, times[0])
    return None


def _begun(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether work has begun (PL406 asks when it should be over), is done, is stopped, or goes on in a successor.

    Where the status is unknown, only PL409 speaks.
    """
    status = register.status(plan)
    if status in UNDER_ARBEID | STOPPED or register.has_unknown_status(plan):
        return True
    if is_gjennomfoert(register, plan, strategi, decision) or (decision.valg == "ny" and register.is_vedtatt(plan)):
        return True
    last = register.last_event(plan, *VEDTAK)
    if any(
        event.hva in BEGUN_ANEW and (not last or event.dato.slutt > last.dato.slutt)
        for event in register.hendelser(plan)
    ):
        return True
    return is_being_replaced(register, plan)


def _late(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> _Time | None:
    """Give the decided time that nothing shows was kept; the finish before the start."""
    finish = _passed(register, plan, decision, "ferdig")
    if decision.valg in ENDS_PLAN:
        still = (
            register.is_vedtatt(plan) and register.status(plan) != "under_revisjon" and not is_over(register, strategi)
        )
        return finish if still and not register.replaced_by(plan) else None
    if decision.valg not in GIVES_ARBEID or _begun(register, plan, strategi, decision):
        return None
    if finish and plan.arbeid and plan.arbeid.ferdig and register.status(plan) == "planlagt":
        return None  # PL406
    return finish or _passed(register, plan, decision, "oppstart")


@rule(
    "PL505",
    "beslutning-uten-oppfølging",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="gjeldende planstrategi",
    krav=(
        "Når tiden i en beslutning er ute, viser hendelsene at den er fulgt opp, eller feltet `arbeid` viser en ny tid."
    ),
    hvorfor=(
        "En beslutning som ingen følger opp, blir borte uten at noen har valgt det. Da trengs enten arbeidet eller en "
        "ny beslutning."
    ),
    tekst=FindingText(
        melding="Ifølge planstrategien skulle planen vært {gjort} innen {frist}, men ingen hendelse viser det.",
        merke="fristen gikk ut for {siden} siden",
        hjelp=(
            "legg til hendelsen `{hendelse}` med `dato`, `organ` og `sak`, eller skriv nye tider i feltene "
            "`oppstart` og `ferdig` under `arbeid`."
        ),
    ),
    varianter={
        "avvikling": FindingText(
            melding="Ifølge planstrategien skulle planen vært {gjort} innen {frist}, men ingen hendelse viser det.",
            merke="fristen gikk ut for {siden} siden",
            hjelp=(
                "legg til hendelsen `opphevet` med `dato`, `organ` og `sak`, sett `status: utgått` eller `status: "
                "erstattet`, eller skriv en ny frist i `arbeid.ferdig`."
            ),
        ),
        "oppstart": FindingText(
            melding=(
                "Ifølge planstrategien skulle arbeidet med planen begynt innen {frist}, men ingen hendelse viser at "
                "det er i gang."
            ),
            merke="tiden gikk ut for {siden} siden",
            hjelp="legg til hendelsen `oppstart` med `dato`, eller skriv en ny tid i `arbeid.oppstart`.",
        ),
    },
    felt=("beslutninger", "arbeid", "status", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans for which the current planstrategi's time has passed without anything happening."""
    strategi = register.planstrategi
    if strategi is None or register.is_unreadable("planstrategi"):
        return
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        if not decision or is_reversed(decision.oppstart, decision.ferdig):
            continue
        if late := _late(register, plan, strategi, decision):
            yield finding(
                plan, "beslutninger", strategi.id, late.felt,
                variant="oppstart" if late.felt == "oppstart" else "avvikling" if decision.valg in ENDS_PLAN else "",
                gjort=DONE[decision.valg], hendelse="vedtatt" if decision.valg == "ny" else "revidert",
                frist=late.frist.slutt, siden=Duration(late.frist.slutt, register.today),
            )  # fmt: skip
