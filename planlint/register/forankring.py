"""What a plan or a goal must rest on, and whether it does: the predicates that several rules share.

An anchor can be missing, point at something on the wrong level, at an internal plan, or at too many parents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Forankring, Maal, Maaltype, Plan, Plantype
    from planlint.register.register import Register


def is_forankret(plan: Plan) -> bool:
    """Tell whether the register shows what a plan is anchored in, wherever the thread leads from there.

    That is what its own file names, or the whole that it is a part of. This is what «forankret» means everywhere:
    in the rules, the proposal for a planstrategi, the coverage, the matrix and the numbers of the site.
    """
    return bool(plan.forankring or plan.del_av)


def is_uforankret(register: Register, plan: Plan, plantype: Plantype) -> bool:
    """Tell whether a plan in force or under work must be anchored and is not; what needs a parent plan is for PL205."""
    if is_forankret(plan) or plantype.forankring != "påkrevd" or plantype.foreldreplan:
        return False
    return register.is_active(plan)


def _wrong_maal(plan: Plan, plantype: Plantype, maal: Maal, maaltype: Maaltype | None) -> str:
    if maal.plan == plan.id:
        return "eget"
    if not maaltype or not plantype.forankres_i or maal.type in plantype.forankres_i:
        return ""
    return "måltype"


def _wrong_plan(register: Register, plan: Plan, plantype: Plantype, over: Plan) -> str:
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
    return "" if register.is_in_ring(plan) and register.is_in_ring(over) else wrong  # a ring is for PL104


def wrong_level(register: Register, plan: Plan, anchor: Forankring) -> tuple[str, Maal | Plan] | None:
    """Give what is wrong with an anchor's level or type (the variant of the text), and what it points at."""
    plantype = register.plantype(plan)
    if not plantype:
        return None
    maal, over = register.find_maal(anchor.maal), register.find_plan(anchor.plan)
    if maal and (variant := _wrong_maal(plan, plantype, maal, register.maaltype(maal))):
        return variant, maal
    if over and (variant := _wrong_plan(register, plan, plantype, over)):
        return variant, over
    return None


def parent_plans(plan: Plan) -> dict[str, int]:
    """Give the plans that a plan is anchored in, each with its first position in forankring."""
    parents: dict[str, int] = {}
    for index, anchor in enumerate(plan.forankring):
        if anchor.plan:
            parents.setdefault(anchor.plan, index)
    return parents


def has_wrong_parents(register: Register, plan: Plan, plantype: Plantype) -> bool:
    """Tell whether a plan in force or under work must have exactly one parent plan and has not."""
    return plantype.foreldreplan and register.is_active(plan) and len(parent_plans(plan)) != 1


def lacks_overordnet(register: Register, maal: Maal) -> bool:
    """Tell whether a goal of an adopted plan must hang under another and names none."""
    maaltype = register.maaltype(maal)
    return bool(maaltype and maaltype.under) and not maal.overordnet and is_maal_vedtatt(register, maal)


def is_maal_vedtatt(register: Register, maal: Maal) -> bool:
    """Tell whether the plan that a goal stands in is adopted."""
    plan = register.find_plan(maal.plan)
    return plan is not None and register.is_vedtatt(plan)


def internal_anchor(register: Register, plan: Plan, anchor: Forankring) -> Plan | None:
    """Give the internal plan that an anchor of a plan that is not internal itself points at."""
    over = register.find_plan(anchor.plan)
    plantype, over_type = register.plantype(plan), register.plantype(over) if over else None
    return over if plantype and over_type and over_type.intern and not plantype.intern else None


class Anchor(NamedTuple):
    """An anchor of a plan: its position in the list, and the goal it names."""

    plan: Plan
    nummer: int
    maal: Maal

    @property
    def forankring(self) -> Forankring:
        """The entry itself."""
        return self.plan.forankring[self.nummer]


def find_anchors(register: Register) -> Iterator[Anchor]:
    """Yield the anchors to known goals of every plan in force or under work."""
    for plan in register.planer.values():
        if plan.forankring and register.is_active(plan):
            for index, anchor in enumerate(plan.forankring):
                if maal := register.find_maal(anchor.maal):
                    yield Anchor(plan, index, maal)
