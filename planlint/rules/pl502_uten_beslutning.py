"""PL502: a plan in force that the current planstrategi says nothing about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.model.ord import VEDTAK, VEDTAK_I_SAKEN
from planlint.register.livsloep.frist import avgjort, hendelsested, periodefrist, revisjon_forfalt
from planlint.register.livsloep.strategi import (
    gjeldende,
    omfattet,
    omtalte,
    periode,
    skal_omtales,
    skulle_avsluttes,
    utfylt,
    varslet,
    vedtaksdag,
)
from planlint.rules.rule import Tekst, finding, navngitt, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register.register import Register

_SOON = timedelta(days=365)


def _later(register: Register, plan: Plan, strategi: Planstrategi) -> bool:
    """Tell whether the plan was adopted or revised when the planstrategi was already there."""
    last, day = register.sist(plan, *VEDTAK), vedtaksdag(register, strategi)
    return bool(last and day and last.dato.slutt >= day)


def _other_rule(register: Register, plan: Plan, strategi: Planstrategi) -> bool:
    """Tell whether another rule asks for the decision: PL302 overdue, PL303 ends soon, PL501 work, PL507 to end."""
    end = periodefrist(register, plan)
    if (end and end <= register.today + _SOON) or varslet(register, plan, strategi):
        return True
    return revisjon_forfalt(register, plan) is not None or skulle_avsluttes(register, plan) is not None


def _silent(register: Register, strategi: Planstrategi, listed: set[str], unntatt: str) -> Iterator[Plan]:
    """Give the plans in force that the planstrategi should have said something about."""
    for plan in register.gjeldende():
        if not skal_omtales(register, plan, unntatt) or avgjort(register, plan) or omfattet(register, plan, listed):
            continue
        if not _later(register, plan, strategi) and not _other_rule(register, plan, strategi):
            yield plan


@rule(
    "PL502",
    "uten-beslutning",
    Severity.ADVARSEL,
    Klasse.LOKAL,
    kilde="gjeldende planstrategi",
    krav="Gjeldende planstrategi sier hva som skal skje med hver plan som var i kraft da den ble vedtatt.",
    hvorfor=(
        "Planstrategien er anledningen til å rydde i plansystemet. En plan som ingen har vurdert, blir stående uten at "
        "noen vet om den fortsatt trengs."
    ),
    tekst=Tekst(
        melding="Planen er i kraft, men planstrategien for {periode} sier ikke hva som skal skje med den.",
        merke="ikke vurdert i planstrategien",
        hjelp=(
            "skriv det planstrategien har bestemt under `beslutninger`, for eksempel `{id}: {{valg: videreføres}}`. "
            "Er planen ikke vurdert, ta den opp når planstrategien revideres."
        ),
    ),
    varianter={
        "ingen": Tekst(
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
    strategi = gjeldende(register)
    if not strategi:
        return
    listed = omtalte(register, strategi)
    plans = list(_silent(register, strategi, listed, unntatte_typer))
    if utfylt(register, listed, unntatte_typer):
        for plan in plans:
            yield finding(plan, "status", periode=periode(strategi), id=strategi.id)
    elif plans and not register.uleselig("plan"):
        adopted = register.sist(strategi, *VEDTAK_I_SAKEN)
        where = hendelsested(strategi, adopted, "hva") if adopted else ()
        ids = [navngitt(plan) for plan in plans]
        yield finding(strategi, *where, variant="ingen", id=strategi.id, planer=ids)
