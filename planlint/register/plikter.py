"""What the register shows of the duties in `LOVPLIKTER`: which bind today, what is told to meet them, what may.

Rules, coverage, the calendar and the law's page all ask here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from planlint.base import Place, QuotedTitle
from planlint.law import bestemmelser
from planlint.model import AVSLUTTEDE, NOT_VEDTATT
from planlint.register.livsloep.frist import end_place, is_avgjort
from planlint.register.lovkrav import (
    counts_on,
    plans_of_type,
    type_place,
    types_with_hjemmel,
    types_with_rolle,
    undocumented,
)
from planlint.register.lovplikter import LOVPLIKTER, Plikt
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from planlint.law import Pliktslag
    from planlint.model import Hendelse, Plan
    from planlint.register.register import Register

MENTIONED = 3
"""The most candidates that a finding names."""


def plikter_of(*slag: Pliktslag) -> dict[str, Plikt]:
    """Give the duties of these kinds, by name."""
    return {name: plikt for name, plikt in LOVPLIKTER.items() if plikt.slag in slag}


def is_too_old(register: Register, plikt: Plikt, event: Hendelse) -> bool:
    """Tell whether what is made every so many years is older than that, the last of those years counted out."""
    return bool(plikt.aar) and date(event.dato.slutt.year + plikt.aar, 12, 31) < register.today


def has_hjemmel(register: Register) -> bool:
    """Tell whether plansystem.yaml says what any plan type rests on; else nobody can tell what a plan meets."""
    return any(plantype.hjemmel for plantype in register.plansystem.plantyper.values())


def gjeldende(register: Register, plikt: Plikt) -> str:
    """Give the provision that a duty rests on today; "" where it binds nobody here, or is not confirmed."""
    return next((id_ for id_ in plikt.lov if counts_on(register, id_, register.today)), "")


def laws_of(register: Register, plikt: Plikt) -> tuple[str, ...]:
    """Give the provisions that the duty rests on today: its own first, then the others that ask for the same."""
    return tuple(id_ for id_ in plikt.hjemler if counts_on(register, id_, register.today))


def plikttyper(register: Register, plikt: Plikt) -> list[str]:
    """Give the plan types that are to meet a duty: by hjemmel, and else by role."""
    system = register.plansystem
    return types_with_hjemmel(system, *plikt.hjemler) or types_with_rolle(system, plikt.rolle or "-")


def pliktplaner(register: Register, plikt: Plikt) -> list[Plan]:
    """Give the plans that are told to meet a duty, whatever their status: by hjemmel, and else by role."""
    return register.plans_with_hjemmel(*plikt.hjemler) or plans_of_type(
        register, types_with_rolle(register.plansystem, plikt.rolle or "-")
    )


def is_judged(register: Register, plikt: Plikt) -> bool:
    """Tell whether a duty's own rule judges what is told to meet it, so that nobody else has to miss it."""
    unread = register.faulty("planstrategi", "hendelser")
    if not plikt.egen or (plikt.strategi and register.planstrategi is None and not unread):
        return False
    return bool(pliktplaner(register, plikt) or plikttyper(register, plikt))


def is_met(register: Register, plans: list[Plan]) -> bool:
    """Tell whether a plan told to meet a duty is in force, or is past its period while it is settled what happens."""
    standing = [plan for plan in plans if register.is_vedtatt(plan)]
    return any(register.is_i_kraft(plan) or is_avgjort(register, plan) for plan in standing)


def titled(register: Register, plikt: Plikt) -> list[Plan]:
    """Give the plans that have not ended, whose titles carry the subject, though nothing says that they meet the duty.

    Every page, list and rule that names plans which may meet a duty by their titles names them of these.
    """
    named = {plan.id for plan in (*register.plans_with_hjemmel(*plikt.hjemler), *pliktplaner(register, plikt))}
    return [
        plan
        for plan in register.planer.values()
        if plan.id not in named and plikt.tittel.match(plan.tittel) and register.status(plan) not in AVSLUTTEDE
    ]


def candidates(register: Register, plikt: Plikt) -> list[Plan]:
    """Give those of `titled` that are in force."""
    return [plan for plan in titled(register, plikt) if register.is_i_kraft(plan)]


def missing_plikt(
    register: Register, plikt: Plikt, law: str, plans: list[Plan]
) -> tuple[str, Place, dict[str, Any], str]:
    """Give entity, place, facts and variant where no plan is known to meet a duty.

    At a plan that may meet it, whose status nobody has documented; at one whose period is over; at the plan whose title
    carries the subject, where there is one; else at the type that is to meet the duty, at a plan that no longer does,
    or at the types.
    """
    args: dict[str, Any] = {"hva": plikt.hva, "lov": bestemmelser()[law].navn, "id": law}
    if unknown := undocumented(register, plans):
        return unknown[0].entity, Place(unknown[0].file, ("tittel",)), args, "udokumentert"
    over = [plan for plan in plans if register.is_vedtatt(plan) and not register.is_i_kraft(plan)]
    coming = [plan for plan in plans if register.status(plan) in NOT_VEDTATT]
    found = candidates(register, plikt)
    for named, variant in ((over, "utløpt"), (found, "kandidat"), (coming, "ikke_vedtatt")):
        if named:
            args["planer"] = [QuotedTitle(plan.tittel) for plan in named[:MENTIONED]]
            where = {"utløpt": end_place(register, named[0]), "kandidat": ("tittel",)}.get(variant, ("status",))
            return named[0].entity, Place(named[0].file, where), args, variant
    if types := plikttyper(register, plikt):
        return "plansystem", type_place(types[0]), args, ""
    if plans:
        return plans[-1].entity, Place(plans[-1].file, ("status",)), args, ""
    return "plansystem", Place(PLANSYSTEM, ("plantyper",), "key"), args, ""
