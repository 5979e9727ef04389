"""What points at a plan from elsewhere, gathered once for all plans."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.tables import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Indikator, Plan, Tiltak
    from planlint.register import Register


class PlanLinks:
    """The links to plans that the register has no answer for yet."""

    def __init__(self, register: Register) -> None:
        """Look through everything once."""
        self.register = register
        self._deler: dict[str, list[Plan]] = defaultdict(list)
        self._bygger: dict[str, list[Plan]] = defaultdict(list)
        self._avgrenset: dict[str, list[Plan]] = defaultdict(list)
        for plan in register.planer.values():
            self._note(plan, (plan.del_av,), self._deler)
            self._note(plan, plan.bygger_paa, self._bygger)
            self._note(plan, plan.avgrenset_mot, self._avgrenset)

    def _note(self, entity: Plan, ids: Iterable[str | None], links: dict[str, list[Plan]]) -> None:
        for id_ in ids:
            if plan := self.register.find_plan(id_):
                links[plan.id].append(entity)

    def parts(self, plan: Plan) -> list[Plan]:
        """Give the plans that are parts of a plan."""
        return in_reading_order(self._deler.get(plan.id, ()))

    def used_by(self, plan: Plan) -> list[Plan]:
        """Give the plans that build on a plan."""
        return in_reading_order(self._bygger.get(plan.id, ()))

    def set_apart_from(self, plan: Plan) -> list[Plan]:
        """Give the plans that a plan is set apart from, whichever of the two says so."""
        named = (self.register.find_plan(id_) for id_ in plan.avgrenset_mot)
        return in_reading_order([*(other for other in named if other), *self._avgrenset.get(plan.id, ())])

    def tiltak(self, plan: Plan) -> list[Tiltak]:
        """Give the measures that stand in a plan or follow up one of its goals."""
        return in_reading_order(self.register.tiltak_in(plan))

    def indikatorer(self, plan: Plan) -> list[Indikator]:
        """Give the indicators that a plan has or that measure one of its goals."""
        return in_reading_order(self.register.indikatorer_in(plan))
