"""PL203: a plan is anchored in something that is not above it, or not of a type that its own type allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Klasse, Severity
from planlint.rules.rule import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Finding
    from planlint.model import Forankring, Maal, Maaltype, Plan, Plansystem, Plantype
    from planlint.register.register import Register


_TYPEHJELP = (
    "bytt ut {over} med noe av en tillatt type, eller legg til {over_typeid} i forankres_i for plantypen {typeid} "
    "i plansystem.yaml."
)


def _feil_maal(plan: Plan, plantype: Plantype, maal: Maal, maaltype: Maaltype | None) -> str:
    if maal.plan == plan.id:
        return "eget"
    if not maaltype or not plantype.forankres_i or maal.type in plantype.forankres_i:
        return ""
    return "måltype"


def _feil_plan(register: Register, plan: Plan, plantype: Plantype, over: Plan) -> str:
    over_type = register.plantype(over)
    if not over_type or (over_type.intern and not plantype.intern):
        return ""  # an internal plan above an adopted one is for PL212
    rank, over_rank = register.rang(plan), register.rang(over)
    if plantype.forankres_i and over.type not in plantype.forankres_i:
        wrong = "plantype"
    elif rank is not None and over_rank is not None and rank <= over_rank:
        wrong = "nivå"
    else:
        return ""
    return "" if register.i_ring(plan) and register.i_ring(over) else wrong  # a ring is for PL104


def feil_nivaa(register: Register, plan: Plan, anchor: Forankring) -> tuple[str, Maal | Plan] | None:
    """Give what is wrong with an anchor's level or type (the variant of the text), and what it points at."""
    plantype = register.plantype(plan)
    if not plantype:
        return None
    maal, over = register.finn_maal(anchor.maal), register.finn_plan(anchor.plan)
    if maal and (variant := _feil_maal(plan, plantype, maal, register.maaltype(maal))):
        return variant, maal
    if over and (variant := _feil_plan(register, plan, plantype, over)):
        return variant, over
    return None


def _navn(system: Plansystem, type_: str) -> str:
    """Give the name of a goal type or a plan type."""
    declared = system.maaltyper.get(type_) or system.plantyper.get(type_)
    return declared.navn if declared else type_


def _funn(register: Register, plan: Plan, index: int, variant: str, over: Maal | Plan) -> Finding:
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
        over=over.id,
        over_type=_navn(system, over.type),
        over_typeid=over.type,
        type=plantype.navn,
        typeid=plan.type,
        tillatt=[_navn(system, id_) for id_ in plantype.forankres_i],
        nivaa=nivaa.navn if nivaa else "",
    )


@rule(
    "PL203",
    "feil-nivå",
    Severity.FEIL,
    Klasse.LOKAL,
    kilde="plansystem.yaml: plantypens forankres_i, og nivåenes rang",
    krav="En plan er forankret i noe som står over den i plansystemet, og av en type som plantypen kan forankres i.",
    hvorfor=(
        "Styringen går ovenfra og ned: Målene i samfunnsdelen blir utdypet i planer, og planene blir fulgt opp i "
        "handlingsplaner. En plan som støtter seg på noe ved siden av eller under seg, snur den rekkefølgen."
    ),
    tekst=Tekst(
        melding="Planen er forankret i planen {over}, som ikke står over den i plansystemet.",
        merke="planen står ikke på et høyere nivå",
        hjelp="bytt ut {over} med et mål, eller med en plan på et høyere nivå enn «{nivaa}».",
    ),
    varianter={
        "måltype": Tekst(
            melding="Målet {over} er av typen {over_type}. Typen {type} kan bare forankres i: {tillatt}.",
            merke="ikke en type som er tillatt her",
            hjelp=_TYPEHJELP,
        ),
        "plantype": Tekst(
            melding="Planen {over} er av typen {over_type}. Typen {type} kan bare forankres i: {tillatt}.",
            merke="ikke en type som er tillatt her",
            hjelp=_TYPEHJELP,
        ),
        "eget": Tekst(
            melding="Planen er forankret i sitt eget mål {over}, ikke i noe over seg.",
            merke="planens eget mål",
            hjelp="bytt ut {over} med målet over det, fra en plan på et høyere nivå.",
        ),
    },
    felt=("forankring", "type", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each anchor of a plan in force or under work that is not above the plan, or of a type not allowed."""
    for plan in register.planer.values():
        if not plan.forankring or not register.aktiv(plan):
            continue
        for index, anchor in enumerate(plan.forankring):
            if wrong := feil_nivaa(register, plan, anchor):
                yield _funn(register, plan, index, *wrong)
