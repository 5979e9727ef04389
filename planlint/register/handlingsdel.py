"""The handlingsdel of a thematic kommunedelplan (pbl § 11-2 tredje ledd): which plans can be it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register.lovkrav import plan_kind

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.register import Register

LOV = "pbl-11-2-tredje-ledd"


def thematic_plans(register: Register) -> list[Plan]:
    """Give the thematic kommunedelplaner that stand: adopted, and neither repealed nor replaced."""
    kinds = {id_: plan_kind(plantype) for id_, plantype in register.plansystem.plantyper.items()}
    return [plan for plan in register.planer.values() if kinds.get(plan.type) == "tema" and register.is_vedtatt(plan)]


def handlingsdeler(register: Register, plan: Plan) -> list[Plan]:
    """Give the plans that can be a kommunedelplan's handlingsdel: a part of it, anchored in it, or by their hjemmel.

    By hjemmel: one that builds on the plan, or that stands alone with the provision. The plan itself may hold its
    handlingsdel; then a revision of the plan is one of it.
    """
    found = [plan]
    for other in register.planer.values():
        anchored = any(register.find_plan(anchor.plan) is plan for anchor in other.forankring if anchor.plan)
        named = LOV in other.hjemmel and plan in [register.find_plan(id_) for id_ in other.bygger_paa]
        if other is not plan and (register.find_plan(other.del_av) is plan or anchored or named):
            found.append(other)
    return found
