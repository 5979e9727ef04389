"""PL502: a plan in force that the current planstrategi says nothing about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import VEDTAK_IN_EARNEST
from planlint.register import (
    due_to_end,
    event_place,
    gjeldende_strategi,
    is_avgjort,
    is_covered,
    is_filled_in,
    is_varslet,
    is_vedtatt_since,
    mentioned_plans,
    must_be_mentioned,
    periode,
    periodefrist,
    revisjon_forfalt,
    vedtaksdag,
)
from planlint.rules.rule import FindingText, finding, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

_SOON = timedelta(days=365)


def _later(register: Register, plan: Plan, strategi: Planstrategi) -> bool:
    """Tell whether the plan was adopted or revised, as far as is known, when the planstrategi was already there."""
    day = vedtaksdag(register, strategi)
    return bool(day and is_vedtatt_since(register, plan, day))


def _other_rule(register: Register, plan: Plan, strategi: Planstrategi) -> bool:
    """Tell whether another rule asks for the decision: PL302 overdue, PL303 ends soon, PL501 work, PL507 to end."""
    end = periodefrist(register, plan)
    if (end and end <= register.today + _SOON) or is_varslet(register, plan, strategi):
        return True
    return revisjon_forfalt(register, plan) is not None or due_to_end(register, plan) is not None


def _silent(register: Register, strategi: Planstrategi, listed: set[str], unntatt: str) -> Iterator[Plan]:
    """Give the plans in force that the planstrategi should have said something about."""
    for plan in register.gjeldende():
        if (
            not must_be_mentioned(register, plan, unntatt)
            or is_avgjort(register, plan)
            or is_covered(register, plan, listed)
        ):
            continue
        if not _later(register, plan, strategi) and not _other_rule(register, plan, strategi):
            yield plan


@rule(
    "PL502",
    "uten-beslutning",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="gjeldende planstrategi",
    krav="Gjeldende planstrategi sier hva som skal skje med hver plan som var i kraft da den ble vedtatt.",
    hvorfor=(
        "Planstrategien er anledningen til å rydde i plansystemet. En plan som ingen har vurdert, blir stående uten at "
        "noen vet om den fortsatt trengs."
    ),
    tekst=FindingText(
        melding="Planen er i kraft, men registeret viser ikke hva planstrategien for {periode} sier om den.",
        merke="beslutningen mangler",
        hjelp=(
            "skriv det planstrategien har bestemt, under `beslutninger` i denne filen, for eksempel `{id}: {{valg: "
            "videreføres}}`. Er planen ikke vurdert, ta den opp når planstrategien revideres."
        ),
    ),
    varianter={
        "ingen": FindingText(
            melding=(
                "Planstrategien er vedtatt, men registeret viser ikke hva den har bestemt om planene utenom "
                "kommuneplanen."
            ),
            merke="ingen beslutninger er registrert",
            hjelp=(
                "skriv beslutningen i hver planfil, for eksempel `beslutninger: {{{id}: {{valg: videreføres}}}}`. "
                "Det gjelder {planer}."
            ),
        ),
    },
    felt=("type", "status", "periode", "hendelser", "beslutninger", "erstatter", "del_av", "forankring"),
)
def check(register: Register, *, unntatte_typer: str = "") -> Iterator[Finding]:
    """Yield the plans in force that are not decided about; one finding for them all where no plan is."""
    strategi = gjeldende_strategi(register)
    if not strategi:
        return
    listed = mentioned_plans(register, strategi)
    plans = list(_silent(register, strategi, listed, unntatte_typer))
    if is_filled_in(register, listed, unntatte_typer):
        for plan in plans:
            yield finding(plan, "status", periode=periode(strategi), id=strategi.id)
    elif plans and not register.is_unreadable("plan"):
        adopted = register.last_event(strategi, *VEDTAK_IN_EARNEST)
        where = event_place(strategi, adopted, "hva") if adopted else ()
        ids = [titled(plan) for plan in plans]
        yield finding(strategi, *where, variant="ingen", id=strategi.id, planer=ids)
