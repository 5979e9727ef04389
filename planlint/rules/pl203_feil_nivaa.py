"""PL203: a plan is anchored in something that is not above it, or not of a type that its own type allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import wrong_level
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Plan, Plansystem
    from planlint.register import Register


_TYPE_HELP = (
    "bytt ut `{over}` med noe av en tillatt type, eller legg til `{over_typeid}` i `forankres_i` for plantypen "
    "«{type}» i plansystem.yaml."
)


def _type_name(system: Plansystem, type_: str) -> str:
    """Give the name of a goal type or a plan type."""
    declared = system.maaltyper.get(type_) or system.plantyper.get(type_)
    return declared.navn if declared else type_


def _finding(register: Register, plan: Plan, index: int, variant: str, over: Maal | Plan) -> Finding:
    system, plantype = register.plansystem, register.plansystem.plantyper[plan.type]
    nivaa = system.nivaaer.get(plantype.nivaa or "")
    note = ("plan", N_("målet står i planen selv")) if variant == "eget" else ("type", N_("typen er satt her"))
    return finding(
        plan,
        "forankring",
        index,
        "plan" if over.kind == "plan" else "mål",
        variant=variant,
        related=(related(over, note[0], note=note[1]),),
        key=over.id,
        over=titled(over),
        over_type=_type_name(system, over.type),
        over_typeid=over.type,
        type=plantype.navn,
        typeid=plan.type,
        tillatt=[_type_name(system, id_) for id_ in plantype.forankres_i],
        nivaa=nivaa.navn if nivaa else "",
    )


@rule(
    "PL203",
    "feil-nivå",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `forankres_i`, og nivåenes rang",
    krav="En plan er forankret i noe som står over den i plansystemet, og av en type som plantypen kan forankres i.",
    hvorfor=(
        "Styringen går ovenfra og ned: Målene i samfunnsdelen blir utdypet i planer, og planene blir fulgt opp i "
        "handlingsplaner. En plan som støtter seg på noe ved siden av eller under seg, snur den rekkefølgen."
    ),
    tekst=FindingText(
        melding="Planen er forankret i planen {over}, som ikke står over den i plansystemet.",
        merke="planen står ikke på et høyere nivå",
        hjelp="bytt ut `{over}` med et mål, eller med en plan på et høyere nivå enn «{nivaa}».",
    ),
    varianter={
        "måltype": FindingText(
            melding="Målet {over} er av typen {over_type}. Typen {type} kan bare forankres i: {tillatt}.",
            merke="ikke en type som er tillatt her",
            hjelp=_TYPE_HELP,
        ),
        "plantype": FindingText(
            melding="Planen {over} er av typen {over_type}. Typen {type} kan bare forankres i: {tillatt}.",
            merke="ikke en type som er tillatt her",
            hjelp=_TYPE_HELP,
        ),
        "eget": FindingText(
            melding="Planen er forankret i sitt eget mål {over}, ikke i noe over seg.",
            merke="planens eget mål",
            hjelp="bytt ut `{over}` med målet over det, fra en plan på et høyere nivå.",
        ),
    },
    felt=("forankring", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each anchor that is not above the plan, or of a type not allowed; not of a plan that has ended or waits."""
    for plan in register.planer.values():
        if not plan.forankring or not (register.is_active(plan) or register.has_unknown_status(plan)):
            continue
        for index, anchor in enumerate(plan.forankring):
            if wrong := wrong_level(register, plan, anchor):
                yield _finding(register, plan, index, *wrong)
