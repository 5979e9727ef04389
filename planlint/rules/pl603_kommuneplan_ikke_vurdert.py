"""PL603: the current planstrategi takes no stand on whether the samfunnsdel or the arealdel is to be revised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.diagnostic import Klasse, Severity
from planlint.lovkrav import av_type, gjelder, typer_med_rolle
from planlint.rules.base import N_, Tekst, finding, related, rule
from planlint.strategi import gjeldende

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.diagnostic import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

LOV = "pbl-10-1"
DELER = {"samfunnsdel": N_("samfunnsdelen"), "arealdel": N_("arealdelen")}


def _choices(register: Register, plans: list[Plan], strategi: Planstrategi) -> set[str]:
    """Give what a planstrategi has chosen for these plans, those merged into or out of them counted."""
    return {
        decision.valg
        for plan in plans
        for id_, decision in plan.beslutninger.items()
        if register.find("planstrategi", id_) is strategi
    }


def _judge(register: Register, strategi: Planstrategi) -> Iterator[tuple[str, str, list[Plan]]]:
    """Give role, variant and plans where the planstrategi takes no stand. A role that no type has is not judged."""
    for rolle in DELER:
        types = typer_med_rolle(register.plansystem, rolle)
        plans = av_type(register, types)
        choices = _choices(register, plans, strategi)
        if types and choices <= {"vurderes"}:
            yield rolle, "vurderes" if choices else "", plans


@rule(
    "PL603",
    "kommuneplan-ikke-vurdert",
    Severity.FEIL,
    Klasse.LOV,
    kilde="plan- og bygningsloven § 10-1",
    krav="Planstrategien tar stilling til om samfunnsdelen og arealdelen skal revideres eller videreføres.",
    hvorfor=(
        "Kommuneplanen styrer alle de andre planene. Derfor skal hvert nytt kommunestyre selv avgjøre om den fortsatt "
        "passer, i stedet for at den bare løper videre."
    ),
    tekst=Tekst(
        melding="Registeret viser ikke om planstrategien vil revidere eller videreføre {del}.",
        merke="sier ikke noe om {del}",
        hjelp="skriv det planstrategien bestemte, i filen til {del}: beslutninger: {{{id}: {{valg: videreføres}}}}.",
    ),
    varianter={
        "vurderes": Tekst(
            melding="Planstrategien sier bare at {del} skal vurderes, ikke om den skal revideres eller videreføres.",
            merke="avgjør ikke hva som skal skje med {del}",
            hjelp="skriv revideres eller videreføres som valg i filen til {del}, slik planstrategien har bestemt.",
        )
    },
    felt=("hendelser",),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the parts of the kommuneplan that the current planstrategi does not settle."""
    strategi = gjeldende(register)
    adopted = register.sist(strategi, "vedtatt", "revidert") if strategi else None
    if not strategi or not adopted or not gjelder(register, LOV, adopted.dato.start) or register.uleselig("plan"):
        return
    for rolle, variant, plans in _judge(register, strategi):
        valid = [plan for plan in plans if register.vedtatt(plan)]
        note = N_("planen som gjelder")
        others = tuple(related(plan, "type", note=note) for plan in valid)
        args: dict[str, Any] = {"del": DELER[rolle], "id": strategi.id}
        yield finding(strategi, "valgperiode", variant=variant, related=others, key=rolle, **args)
