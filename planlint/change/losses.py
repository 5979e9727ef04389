"""What hangs on that which a change takes away: goals, plans under it, measures, and whatever else names it.

A plan is «lost» when it was adopted before and is not adopted (or not there) after; a goal when it is no longer there,
or its plan is lost. Only a link that was there before the change, and still is, can lose what it leads to.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from planlint.change.consequence_model import Ended, Move, PostLoss, Ref
from planlint.model import TILTAK_FERDIG, WAITING, Maal, Plan, find_references
from planlint.register import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Enhet, Indikator, Tiltak, Utfordring
    from planlint.register import Register

_REPLACING = "erstatter"


def ref(entity: Enhet) -> Ref:
    """Give an entity by its name in reports and its title."""
    return Ref(entity.entity, entity.tittel)


def _refs(entities: Iterable[Enhet]) -> tuple[Ref, ...]:
    return tuple(sorted({ref(entity) for entity in entities}))


def _measures(register: Register) -> list[Tiltak | Indikator]:
    return [*register.tiltak.values(), *register.indikatorer.values()]


class Losses:
    """Two registers on one day, the second compared with the first."""

    def __init__(self, before: Register, after: Register) -> None:
        """Keep both."""
        self.before = before
        self.after = after

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """The plans that are adopted before and not after, and those that are no longer there."""
        return {id_: plan for id_, plan in self.before.planer.items() if not self._stays(plan)}

    def _stays(self, plan: Plan) -> bool:
        left = self.after.planer.get(plan.id)
        return left is not None and (self.after.is_vedtatt(left) or not self.before.is_vedtatt(plan))

    @cached_property
    def goals(self) -> dict[str, Maal]:
        """The goals that are no longer there, and those whose plan is lost, by id; as they were."""
        there = self.after.maal
        goals = self.before.maal.items()
        return {id_: maal for id_, maal in goals if id_ not in there or there[id_].plan in self.plans}

    @cached_property
    def ended(self) -> dict[str, Maal]:
        """The lost goals, and the drafts that are no longer there, or became no goal when their plan was decided."""
        return self.goals | {id_: draft for id_, draft in self.before.utkast.items() if self._is_dropped(draft)}

    def _is_dropped(self, draft: Maal) -> bool:
        left = self.after.every_maal.get(draft.id)
        if left is None:
            return True
        was, plan = self.before.find_plan(draft.plan), self.after.find_plan(left.plan)
        decided = plan is not None and is_decided(self.after, plan)
        return left.utkast and decided and not (was and is_decided(self.before, was))

    def ended_goals(self) -> tuple[Ended, ...]:
        """Give the goals that were in force before and are so no longer, and why."""
        were = [maal for maal in self.before.maal.values() if self.before.is_maal_i_kraft(maal)]
        return tuple(sorted(end for maal in were if (end := self._ended(maal))))

    def _ended(self, maal: Maal) -> Ended | None:
        left = self.after.maal.get(maal.id)
        if left is None:
            return Ended(*ref(maal), "removed")
        if plan := self.after.find_plan(left.plan):
            if self.after.is_maal_i_kraft(left):
                return None
            heirs, new = _refs(self._heirs(left)), self.after.replaced_by(plan)
            bare = bool(new) and self._with_goals.isdisjoint(one.id for one in new)
            return Ended(*ref(left), "plan", by=(ref(plan),), heirs=heirs, plans=_refs(new), bare=bare)
        gone = self.plans.get(left.plan)
        return Ended(*ref(left), "plan_removed", by=(ref(gone),)) if gone else None

    @cached_property
    def _with_goals(self) -> set[str]:
        """The plans that goals stand in after the change."""
        return {maal.plan for maal in self.after.maal.values()}

    def orphans(self) -> Iterator[Maal]:
        """Give the goals that stay, and lose the goal above them."""
        for id_, maal in self.after.maal.items():
            old = self.before.maal.get(id_)
            if old and old.overordnet == maal.overordnet in self.goals and id_ not in self.goals:
                yield maal

    def _heirs(self, lost: Enhet) -> list[Enhet]:
        """Give what the files say continues a lost goal or replaces a lost plan."""
        if isinstance(lost, Maal):
            became = [goal for blir in lost.blir if (goal := self.after.maal.get(blir.maal or ""))]
            goals = [*self.after.continued_by(lost), *became]
            return [maal for maal in goals if self.after.is_maal_i_kraft(maal)]
        return [*self.after.replaced_by(lost)] if isinstance(lost, Plan) else []

    def _move(self, plan: Plan, lost: list[Enhet]) -> Move:
        heirs = _refs(heir for one in lost for heir in self._heirs(one))
        above = (self.after.find_plan(id_) for id_ in (*(anchor.plan for anchor in plan.forankring), plan.del_av))
        goals = (self.after.find_maal(anchor.maal) for anchor in plan.forankring)
        left = (one for one in (*above, *goals) if one and one.id not in {*self.plans, *self.ended})
        return Move(ref(plan), _refs(lost), heirs, _refs(left))

    @cached_property
    def _living(self) -> list[tuple[Plan, Plan]]:
        """The plans whose links count after the change, each as it was and as it is.

        One that nobody has begun on is among them: what it is to follow up, or stand under, is gone for it too. One
        past its period is not: it keeps what it had, as `omforanke` leaves it.
        """
        both = [(old, self.after.planer.get(id_)) for id_, old in self.before.planer.items()]
        return [(old, new) for old, new in both if new and self._counts(new)]

    def _counts(self, plan: Plan) -> bool:
        is_open = self.after.status(plan) in WAITING or self.after.has_unknown_status(plan)
        return is_open or self.after.is_active(plan)

    @cached_property
    def _broken(self) -> list[tuple[Plan, list[Enhet], list[Enhet]]]:
        """Those plans, the lost goals that each is anchored in, and the lost plans that it stands under."""
        return [(new, *self._links(old, new)) for old, new in self._living]

    def _links(self, old: Plan, new: Plan) -> tuple[list[Enhet], list[Enhet]]:
        kept = {(ref.kind, ref.id) for ref in find_references(old)}
        above = [*(anchor.plan for anchor in new.forankring), new.del_av]
        goals = [anchor.maal for anchor in new.forankring]
        return (
            [self.ended[id_] for id_ in goals if id_ in self.ended and ("maal", id_) in kept],
            [self.plans[id_] for id_ in above if id_ in self.plans and ("plan", id_) in kept],
        )

    def children(self) -> tuple[Move, ...]:
        """Give the plans that lose the plan above them."""
        return tuple(self._move(plan, above) for plan, _, above in self._broken if above)

    def reanchor(self) -> tuple[Move, ...]:
        """Give the plans that are anchored in a lost goal, or in a draft that became none."""
        return tuple(self._move(plan, goals) for plan, goals, _ in self._broken if goals)

    def others(self) -> tuple[Ref, ...]:
        """Give the plans that name something lost in any other way than by replacing it.

        With them, the drafts that say they became a goal that is not there, and the input that led to one.
        """
        lost = {("plan", id_) for id_ in self.plans} | {("maal", id_) for id_ in self.ended}
        moved = {plan.id for plan, goals, above in self._broken if goals or above}

        def names(plan: Plan) -> set[tuple[str, str]]:
            return {(ref.kind, ref.id) for ref in find_references(plan) if ref.path[0] != _REPLACING} & lost

        plans = [new for old, new in self._living if new.id not in moved and names(old) & names(new)]
        return _refs([*plans, *self._told_of_goals()])

    def _told_of_goals(self) -> Iterator[Enhet]:
        """Give the drafts and the input that name a goal which is not there: what they tell of is lost from sight."""
        gone = self.before.every_maal.keys() - self.after.every_maal.keys()
        for draft in self.after.utkast.values():
            if not gone.isdisjoint(blir.maal for blir in draft.blir if blir.maal):
                yield draft
        for innspill in self.after.innspill.values():
            if any(ref.kind == "maal" and ref.id in gone for ref in find_references(innspill)):
                yield innspill

    def measures(self) -> tuple[Ref, ...]:
        """Give the measures and indicators, not done with, that lose their plan or all their goals."""
        was = {one.entity: one for one in _measures(self.before)}
        left = (new for new in _measures(self.after) if getattr(new, "status", None) not in TILTAK_FERDIG)
        return _refs(new for new in left if (old := was.get(new.entity)) and self._loses(old, new))

    def posts(self) -> Iterator[PostLoss]:
        """Yield the rows of budgets that named measures which are no longer there, and name them still."""
        gone = self.before.tiltak.keys() - self.after.tiltak.keys()
        for plan in self.after.planer.values() if gone else ():
            old, budsjett = self.before.planer.get(plan.id), plan.budsjett
            named = {id_ for post in old.budsjett.poster for id_ in post.tiltak} if old and old.budsjett else set()
            for post in budsjett.poster if budsjett else ():
                if budsjett and (lost := gone & named & {*post.tiltak}):
                    yield PostLoss(ref(plan), budsjett.tittel, post.tittel, len(lost), len({*post.tiltak}))

    def _loses(self, old: Tiltak | Indikator, new: Tiltak | Indikator) -> bool:
        plan = old.plan == new.plan and new.plan in self.plans
        return plan or self._loses_goals(old, new)

    def challenges(self) -> tuple[Ref, ...]:
        """Give the challenges that are left with no goal that answers them."""
        both = [(self.before.utfordringer.get(id_), new) for id_, new in self.after.utfordringer.items()]
        return _refs(new for old, new in both if old and self._loses_goals(old, new))

    def _loses_goals(self, old: Tiltak | Indikator | Utfordring, new: Tiltak | Indikator | Utfordring) -> bool:
        return not {*old.maal}.isdisjoint(new.maal) and self.ended.keys() >= {*new.maal}
