"""What a plan's type is called, and the heading it stands under: one answer for every page, table and proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_

if TYPE_CHECKING:
    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.register.register import Register

NOT_STATED = N_("plantype ikke oppgitt")


def type_name(register: Register, plan: Plan) -> str | Ord:
    """Give the name of a plan's type; the type itself where it is not declared.

    An `Ord`, to be translated where it is shown, where the plan's file does not state a type.
    """
    plantype = register.plantype(plan)
    return plantype.navn if plantype else plan.type or NOT_STATED


def type_group(register: Register, plan: Plan) -> str | Ord:
    """Give the heading that a plan stands under in the planoversikt: its type's group, else as `type_name`."""
    plantype = register.plantype(plan)
    return (plantype and plantype.gruppe) or type_name(register, plan)
