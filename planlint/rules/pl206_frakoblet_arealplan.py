"""PL206: a binding land-use plan has no tie to an arealstrategi, or the arealdel is older than the arealstrategi."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import REVISES_OR_ENDS, VEDTAK_IN_EARNEST
from planlint.register import follow_links, is_uforankret, planer_over
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register

AREALSTRATEGI = "arealstrategi"


def _bindende(register: Register, plan: Plan) -> bool:
    plantype = register.plantype(plan)
    return bool(plantype and plantype.bindende and register.is_i_kraft(plan))


def _refers_to_arealstrategi(register: Register, plan: Plan) -> bool:
    """Tell whether the plan's own anchors name an arealstrategi, or a goal that cannot be read and may be one."""
    goals = [register.find_maal(anchor.maal) for anchor in plan.forankring if anchor.maal]
    return any(maal is None or maal.type == AREALSTRATEGI for maal in goals)


def _is_tied(register: Register, plan: Plan) -> bool:
    """Tell whether a plan is tied to an arealstrategi, or hangs under a binding plan, which answers for itself."""
    return any(
        _refers_to_arealstrategi(register, one)
        or (one is not plan and _bindende(register, one))
        or None in planer_over(register, one)
        for one in follow_links([plan], lambda one: planer_over(register, one))
    )


def _newest_arealstrategi(register: Register) -> tuple[Plan, Hendelse] | None:
    """Give the samfunnsdel in force that was last adopted with an arealstrategi, and its adoption; None without any."""
    found = [
        (plan, event)
        for plan in register.plans_with_rolle("samfunnsdel")
        if (event := register.last_event(plan, "vedtatt"))
        and any(maal.type == AREALSTRATEGI for maal in register.maal_of(plan))
    ]
    return max(found, key=lambda pair: pair[1].dato.start, default=None)


def _of_unknown_age(register: Register) -> set[str]:
    """Give the arealdeler, where they may be older than an arealstrategi whose adoption cannot be read; else none."""
    faulty = any(register.is_faulty(other, "hendelser") for other in register.plans_with_rolle("samfunnsdel"))
    unknown = register.has_undeclared_type
    doubt = faulty or unknown or register.is_missing("plan")
    return {plan.id for plan in register.plans_with_rolle("arealdel")} if doubt else set()


def _to_be_assessed(register: Register) -> list[Plan]:
    """Give the arealdeler in force; none while a new one is under way, nor one that the planstrategi deals with."""
    arealdeler = register.plans_with_rolle("arealdel")
    types = {plan.type for plan in arealdeler}
    if any(plan.type in types and register.is_under_arbeid(plan) for plan in register.planer.values()):
        return []
    decisions = [(plan, register.beslutning(plan)) for plan in arealdeler]
    return [plan for plan, decision in decisions if not decision or decision.valg not in REVISES_OR_ENDS]


def _older(register: Register) -> Iterator[tuple[str, Finding]]:
    """Yield each arealdel that is older than the arealstrategi, unless somebody has confirmed its tie since."""
    newest = _newest_arealstrategi(register)
    if newest is None:
        return
    samfunnsdel, event = newest
    for plan in _to_be_assessed(register):
        adopted = register.last_event(plan, *VEDTAK_IN_EARNEST)
        confirmed = max((anchor.bekreftet for anchor in plan.forankring if anchor.bekreftet), default=date.min)
        if not adopted or max(adopted.dato.slutt, confirmed) >= event.dato.start:
            continue
        path = ("hendelser", samfunnsdel.hendelser.index(event), "dato")
        note = related(samfunnsdel, *path, note=N_("samfunnsdelen med arealstrategien"))
        place = ("hendelser", plan.hendelser.index(adopted), "dato")
        yield (
            plan.id,
            finding(plan, *place, variant="eldre", related=(note,), dato=event.dato, idag=str(register.today)),
        )


@rule(
    "PL206",
    "frakoblet-arealplan",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `bindende`, og måltypen for arealstrategi",
    krav="En bindende arealplan er knyttet til en arealstrategi, og arealdelen er vurdert mot den som gjelder.",
    hvorfor=(
        "Arealstrategien sier hva kommunen vil med arealene, og arealplanene gjør det bindende. Uten en kobling mellom "
        "dem kan ingen se om det som blir bygd, fører dit samfunnsdelen peker."
    ),
    tekst=FindingText(
        melding="Planen er bindende for arealbruken, men registeret viser ikke hvilken arealstrategi den følger.",
        merke="arealstrategi mangler",
        hjelp=(
            "skriv under `forankring` hvilken arealstrategi planen følger opp: filnavnet til den uten .yaml, slik: "
            "`forankring: [id-til-arealstrategien]`."
        ),
    ),
    varianter={
        "over": FindingText(
            melding="Planen er bindende for arealbruken, men registeret viser ikke hvilken arealstrategi den følger.",
            merke="arealstrategi mangler",
            hjelp=(
                "legg til planen over, som følger opp arealstrategien, slik: `forankring: [{{plan: id-til-planen}}]`."
            ),
        ),
        "eldre": FindingText(
            melding="Arealdelen er eldre enn arealstrategien, som ble vedtatt med samfunnsdelen {dato}.",
            merke="eldre enn arealstrategien",
            hjelp=(
                "vurder arealdelen mot arealstrategien. Passer den fortsatt, skriv `bekreftet: {idag}` ved "
                "forankringen. Ellers: la kommunestyret avgjøre i planstrategien om den skal revideres."
            ),
        ),
    },
    felt=("forankring", "del_av", "type", "status", "hendelser"),
    asks={"": ("forankring",), "over": ("forankring",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield binding plans in force without a tie; silent where no arealstrategi is in force to tie them to."""
    goals = [maal for maal in register.maal.values() if maal.type == AREALSTRATEGI and register.is_maal_i_kraft(maal)]
    if not goals:
        return
    older, unknown = dict(_older(register)), _of_unknown_age(register)
    yield from older.values()
    for plan in register.planer.values():
        if plan.id in older or plan.id in unknown:
            continue
        if not _bindende(register, plan) or _is_tied(register, plan):
            continue
        plantype = register.plansystem.plantyper[plan.type]
        if not is_uforankret(register, plan, plantype):
            allowed = not plantype.forankres_i or AREALSTRATEGI in plantype.forankres_i
            place = "forankring" if plan.forankring else "type"
            yield finding(plan, place, variant="" if allowed else "over")
