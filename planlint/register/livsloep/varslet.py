"""Adoptions that are announced for a day: those whose day passed without a decision, and what they move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE, VEDTAK, VEDTATTE

if TYPE_CHECKING:
    from planlint.model import Hendelse, Plan, Planstrategi
    from planlint.register.register import Register


def newest_varslet(entity: Plan | Planstrategi) -> Hendelse | None:
    """Give the last adoption that is announced, of a plan or planstrategi."""
    announced = [event for event in entity.hendelser if event.hva in VEDTAK and event.planlagt]
    return max(announced, key=lambda event: event.dato.slutt, default=None)


def missed_vedtak(register: Register, entity: Plan | Planstrategi) -> Hendelse | None:
    """Give the last announced adoption, its day passed and nothing decided since (PL307)."""
    newest = newest_varslet(entity)
    if entity.status in AVSLUTTEDE or newest is None or newest.dato.slutt >= register.today:
        return None
    done = register.last_event(entity, *VEDTAK)
    if done is None and entity.status in VEDTATTE:  # PL401: adopted without any adoption
        return None
    return None if done and done.dato.slutt >= newest.dato.start else newest


def is_told_by_varslet(register: Register, plan: Plan) -> bool:
    """Tell whether an announced adoption says how late the work on a plan is, so that no deadline needs to.

    One that did not come is PL307's finding, and the deadline is the same fact; one to come has moved the deadline.
    """
    newest = newest_varslet(plan)
    return newest is not None and (newest.dato.slutt >= register.today or missed_vedtak(register, plan) is not None)
