"""What has ended: plans, the goals with them, and the goals that carry on from where those stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE
from planlint.register.traad import follow_links

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model import Maal, Plan
    from planlint.register.register import Register


def ending_of(register: Register, plan: Plan) -> str | None:
    """Give the status of a plan that has ended; None for one that has not, or whose status is unknown."""
    if register.replaced_by(plan):
        return "erstattet"
    status = register.status(plan)
    return status if status in AVSLUTTEDE else None


def utgaatt(register: Register, maal: Maal) -> Plan | None:
    """Give the goal's plan when it has ended, and the goal with it."""
    plan = register.find_plan(maal.plan)
    return plan if plan and ending_of(register, plan) else None


def _carried_on(register: Register, maal: Maal, framme: Callable[[Maal], bool], allowed: tuple[str, ...]) -> list[str]:
    """Give the goals that continue a goal, as far as those for which `framme` holds, and of these types (none: any)."""

    def videre(one: Maal) -> list[Maal]:
        return [] if one is not maal and framme(one) else register.continued_by(one)

    heirs = (one for one in follow_links([maal], videre) if one is not maal and framme(one))
    return sorted(one.id for one in heirs if not allowed or one.type in allowed)


def etterfoelgere(register: Register, maal: Maal, allowed: tuple[str, ...]) -> list[str]:
    """Give the goals in force that continue a goal, over as many samfunnsdeler as it takes."""
    return _carried_on(register, maal, register.is_maal_i_kraft, allowed)


def heirs_of(register: Register, maal: Maal, til: Plan, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give a plan's goals that continue a goal, over as many plans as it takes, and of these types (none: any)."""
    return tuple(_carried_on(register, maal, lambda one: one.plan == til.id, allowed))
