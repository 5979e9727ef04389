"""The thematic kommunedelplan and its handlingsdel (pbl § 11-2 tredje ledd): which plans are the one, and the other.

Both may rest on the provision, so it alone does not tell which a plan is.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from planlint.register.lovkrav import plan_kind

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.lovkrav import ActKind
    from planlint.register.register import Register

LOV = "pbl-11-2-tredje-ledd"
_HANDLINGSDEL = "handling"  # handlingsdel, handlingsplan, handlingsprogram: what such a part is called


def has_lov(register: Register, plan: Plan) -> bool:
    """Tell whether a plan rests on the provision, by its own word or its type's."""
    plantype = register.plantype(plan)
    return LOV in plan.hjemmel or (plantype is not None and LOV in plantype.hjemmel)


def is_part(register: Register, plan: Plan) -> bool:
    """Tell whether a plan that rests on the provision is another plan's handlingsdel, and no kommunedelplan itself.

    By what it is called, by a type that has a plan over it, or by being a part of, building on or being anchored in
    another that rests on the provision, or that is a kommunedelplan by its type.
    """
    plantype = register.plantype(plan)
    if plantype is None or plantype.rolle or plantype.foreldreplan or plan.del_av:
        return True
    if _HANDLINGSDEL in plantype.navn.casefold() or _HANDLINGSDEL in plan.tittel.casefold():
        return True
    over = [register.find_plan(id_) for id_ in plan.bygger_paa]
    over += [register.find_plan(anchor.plan) for anchor in plan.forankring if anchor.plan]
    return any(other and other is not plan and _may_be_over(register, other) for other in over)


def _may_be_over(register: Register, plan: Plan) -> bool:
    plantype = register.plantype(plan)
    return has_lov(register, plan) or (plantype is not None and plan_kind(plantype) == "tema")


def kind_of_plan(register: Register, plan: Plan) -> ActKind:
    """Give what a plan is in the planning act: by its type, and by the provision on thematic kommunedelplaner.

    Of those that rest on it, one that is another's handlingsdel has no process of its own.
    """
    plantype = register.plantype(plan)
    kind = plan_kind(plantype) if plantype else ""
    if kind not in ("", "tema") or not has_lov(register, plan):
        return kind
    return "" if is_part(register, plan) else "tema"


def thematic_plans(register: Register) -> list[Plan]:
    """Give the thematic kommunedelplaner that stand: adopted, and neither repealed nor replaced."""
    return [
        plan
        for plan in register.planer.values()
        if kind_of_plan(register, plan) == "tema" and register.is_vedtatt(plan)
    ]


def handlingsdeler(register: Register, plan: Plan) -> list[Plan]:
    """Give the plans that can be a kommunedelplan's handlingsdel: a part of it, anchored in it, or by their hjemmel.

    By hjemmel: one that builds on the plan. The plan itself may hold its handlingsdel; then a revision of the plan is
    one of it.
    """
    if register not in _parts:
        _parts[register] = _by_plan(register)
    return [plan, *_parts[register].get(plan.id, ())]


_parts: WeakKeyDictionary[Register, dict[str, list[Plan]]] = WeakKeyDictionary()


def _by_plan(register: Register) -> dict[str, list[Plan]]:
    """Give, by the id of a plan, the others that are a part of it, anchored in it, or build on it by the provision."""
    found: dict[str, list[Plan]] = defaultdict(list)
    for other in register.planer.values():
        over = [other.del_av, *(anchor.plan for anchor in other.forankring)]
        over += other.bygger_paa if has_lov(register, other) else ()
        plans = (register.find_plan(id_) for id_ in over)
        for id_ in dict.fromkeys(plan.id for plan in plans if plan and plan is not other):
            found[id_].append(other)
    return found
