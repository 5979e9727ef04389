"""What has replaced a plan, and what is to: `erstatter` is a fact only from the day the newer plan is adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE, MAYBE_VEDTATT

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.register import Register


def has_replaced(register: Register, plan: Plan) -> list[Plan]:
    """Give the plans that have replaced a plan by the register's day.

    Those that name it in `erstatter` and are adopted. Where nobody has written when one was adopted, the plan's own
    status must say that it is replaced.
    """
    adopted = register.replaced_by(plan)
    if register.status(plan) != "erstattet":
        return adopted
    undated = (new for new in register.etterfoelgere(plan) if register.status(new) in MAYBE_VEDTATT)
    return [*adopted, *(new for new in undated if new not in adopted)]


def to_replace(register: Register, plan: Plan) -> list[Plan]:
    """Give the plans that are to replace a plan, and have not as far as the register shows; none for one that ended."""
    if register.status(plan) in AVSLUTTEDE or register.replaced_by(plan):
        return []
    return [new for new in register.successors(plan) if register.status(new) not in AVSLUTTEDE]
