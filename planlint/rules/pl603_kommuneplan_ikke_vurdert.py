"""PL603: the current planstrategi takes no stand on whether the samfunnsdel or the arealdel is to be revised."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import VEDTAK_IN_EARNEST
from planlint.register import counts_on, gjeldende_strategi, plans_of_type, types_with_rolle
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

LOV = "pbl-10-1"
DELER = {"samfunnsdel": N_("samfunnsdelen"), "arealdel": N_("arealdelen")}


def _choices(register: Register, plans: list[Plan], strategi: Planstrategi) -> set[str]:
    """Give what a planstrategi has chosen for these plans, those merged into or out of them counted."""
    return {
        valg
        for plan in plans
        for id_, decision in plan.beslutninger.items()
        if register.find("planstrategi", id_) is strategi
        for valg in decision.every_valg
    }


def _unsettled(register: Register, strategi: Planstrategi) -> dict[str, list[tuple[str, list[Plan]]]]:
    """Give role and plans by variant where the planstrategi takes no stand. A role that no type has is not judged.

    The law asks whether the kommuneplan or parts of it are to be revised: a choice for one part is a stand. A part of
    which the planstrategi itself says no more than that it shall be considered, is unsettled all the same.
    """
    found: dict[str, list[tuple[str, list[Plan]]]] = defaultdict(list)
    settled = False
    for rolle in DELER:
        types = types_with_rolle(register.plansystem, rolle)
        plans = plans_of_type(register, types)
        choices = _choices(register, plans, strategi)
        if types and choices <= {"vurderes"}:
            found["vurderes" if choices else ""].append((rolle, plans))
        settled = settled or not choices <= {"vurderes"}
    if settled:
        found.pop("", None)
    return found


@rule(
    "PL603",
    "kommuneplan-ikke-vurdert",
    Severity.FEIL,
    RuleClass.LOV,
    kilde="plan- og bygningsloven § 10-1",
    krav=(
        "Planstrategien tar stilling til om kommuneplanen eller deler av den skal revideres, eller om den skal "
        "videreføres uten endringer. Et svar for samfunnsdelen eller arealdelen er nok."
    ),
    hvorfor=(
        "Kommuneplanen styrer alle de andre planene. Derfor skal hvert nytt kommunestyre selv avgjøre om den fortsatt "
        "passer, i stedet for at den bare løper videre."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke om planstrategien vil revidere eller videreføre {deler}.",
        merke="sier ikke noe om {deler}",
        hjelp=(
            "skriv det planstrategien bestemte, i filen til {deler}: `beslutninger: {{{id}: {{valg: videreføres}}}}`."
        ),
    ),
    varianter={
        "vurderes": FindingText(
            melding="Planstrategien sier bare at {deler} skal vurderes, og ikke hva som skal skje.",
            merke="avgjør ikke hva som skal skje med {deler}",
            hjelp=(
                "skriv `revideres` eller `videreføres` som `valg` i filen til {deler}, hvis planstrategien bestemte "
                "det."
            ),
        ),
        "delvis": FindingText(
            melding=(
                "Planstrategien sier bare at {vurderes} skal vurderes, og registeret viser ikke om den vil revidere "
                "eller videreføre {uten}."
            ),
            merke="avgjør ikke hva som skal skje med {deler}",
            hjelp=(
                "skriv `revideres` eller `videreføres` som `valg` i filen til den av dem som planstrategien avgjorde. "
                "Ett svar er nok."
            ),
        ),
    },
    felt=("hendelser",),
    lov=(LOV,),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding about all the parts of the kommuneplan that the current planstrategi does not settle."""
    strategi = gjeldende_strategi(register)
    adopted = register.last_event(strategi, *VEDTAK_IN_EARNEST) if strategi else None
    if (
        not strategi
        or not adopted
        or not counts_on(register, LOV, adopted.dato.start)
        or register.is_unreadable("plan")
    ):
        return
    found = _unsettled(register, strategi)
    if not found:
        return
    valid = [plan for parts in found.values() for _, plans in parts for plan in plans if register.is_vedtatt(plan)]
    others = tuple(related(plan, "type", note=N_("planen som gjelder")) for plan in valid)
    deler = {variant: [DELER[rolle] for rolle, _ in parts] for variant, parts in found.items()}
    half, without = deler.get("vurderes", []), deler.get("", [])
    yield finding(
        strategi,
        "valgperiode",
        variant="delvis" if half and without else next(iter(deler)),
        related=others,
        deler=[*half, *without],
        vurderes=half,
        uten=without,
        id=strategi.id,
    )
