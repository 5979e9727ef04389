"""The register of another day: only what the register shows to have been there by then, read as it was on that day.

`Register.at` reads every file on another day; a plan that was begun later is still in it. Here such a plan is left out,
with its goals and measures, so that a list of that day does not name it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from planlint.model import Plan, Planstrategi
from planlint.register.register import Register

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Enhet
    from planlint.register.livsloep.status import Livsloep


def _is_known(register: Register, entity: Enhet, day: date) -> bool:
    """Tell whether a source from that day or before tells of something."""
    sources = register.plansystem.kilder
    told = (sources[cited.kilde].dato for cited in getattr(entity, "kilder", ()) if cited.kilde in sources)
    return any(published.start <= day for published in told if published)


def _is_begun(register: Register, entity: Plan | Planstrategi, day: date) -> bool:
    """Tell whether the register shows a plan by a day: by an event, by its period, or by a source from before.

    Where all that has happened to it is dated later, it was not begun.
    """
    dated = [event.dato.start for event in entity.hendelser if not event.planlagt]
    if dated:
        return min(dated) <= day
    period = entity.periode if isinstance(entity, Plan) else None
    if period and period.fra:
        return period.fra.start <= day
    return _is_known(register, entity, day)


def _was_there(register: Register, entity: Enhet, day: date) -> bool:
    """Tell whether the register shows something by a day; what stands in a plan follows the plan."""
    if isinstance(entity, Plan | Planstrategi):
        return _is_begun(register, entity, day)
    named = getattr(entity, "plan", None)
    plan = register.find_plan(named)
    if plan:
        return _is_begun(register, plan, day)
    return bool(named) or _is_known(register, entity, day)  # a plan that cannot be read: nobody can tell


class _AsKnown(Register):
    """What was there that day. A plan's life is told by all plans: one that came later is why another ends later."""

    def __init__(self, whole: Register, day: date) -> None:
        super().__init__(
            whole.plansystem,
            {
                kind: {id_: entity for id_, entity in entities.items() if _was_there(whole, entity, day)}
                for kind, entities in whole.entities.items()
            },
            day,
            opaque=whole.opaque,
            assumed=whole.assumed,
            broken=whole.broken,
            missing=whole.missing,
        )
        self._whole = whole.at(day)

    @cached_property
    def _livsloep(self) -> Livsloep:
        return self._whole._livsloep  # noqa: SLF001 - the same class


def known_by(register: Register, day: date) -> Register:
    """Give the plan system as it was on a day, without what the register does not show by then."""
    return _AsKnown(register, day)
