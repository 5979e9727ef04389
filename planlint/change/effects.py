"""What a change does to a plan system: the same register before and after it, on the same day.

A plan is «lost» when it was adopted before and is not adopted (or not there) after; its goals are lost with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import Maal, Plan
from planlint.model.ord import TILTAK_FERDIG
from planlint.model.references import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Enhet, Indikator, Tiltak
    from planlint.register.register import Register


class Ref(NamedTuple):
    """A plan, a goal or anything else by its name in reports, and its title."""

    entity: str
    tittel: str


class Move(NamedTuple):
    """A plan whose links upwards break: what it loses, and what could take its place as far as the files say."""

    plan: Ref
    fra: tuple[Ref, ...]
    til: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change does; every list sorted by kind and id."""

    ends: tuple[Ref, ...] = ()
    begins: tuple[Ref, ...] = ()
    goals: tuple[Ref, ...] = ()
    unfollowed: tuple[Ref, ...] = ()
    subgoals: tuple[Ref, ...] = ()
    reanchor: tuple[Move, ...] = ()
    children: tuple[Move, ...] = ()
    measures: tuple[Ref, ...] = ()
    others: tuple[Ref, ...] = ()

    @property
    def affected(self) -> tuple[Ref, ...]:
        """Every plan that the change touches."""
        moved = (move.plan for move in (*self.reanchor, *self.children))
        return tuple(sorted({*self.ends, *self.begins, *moved, *self.others}))


def _ref(entity: Enhet) -> Ref:
    return Ref(entity.entity, entity.tittel)


def _refs(entities: Iterable[Enhet]) -> tuple[Ref, ...]:
    return tuple(sorted({_ref(entity) for entity in entities}))


class Effector:
    """Compares two registers."""

    def __init__(self, before: Register, after: Register) -> None:
        """Keep both."""
        self.before = before
        self.after = after

    @cached_property
    def lost_plans(self) -> dict[str, Plan]:
        """The plans that are adopted before and not after, and those that are no longer there."""
        return {id_: plan for id_, plan in self.before.planer.items() if not self._stays(plan)}

    def _stays(self, plan: Plan) -> bool:
        left = self.after.planer.get(plan.id)
        return left is not None and (self.after.vedtatt(left) or not self.before.vedtatt(plan))

    @cached_property
    def lost_goals(self) -> dict[str, Maal]:
        """The goals that are lost with their plan, and those that are no longer there."""
        goals = self.before.maal.items()
        return {id_: maal for id_, maal in goals if maal.plan in self.lost_plans or id_ not in self.after.maal}

    @staticmethod
    def _lives(register: Register, plan: Plan) -> bool:
        """Tell whether a plan's links count, as PL207 counts: adopted, under work, or of a status nobody knows."""
        return register.vedtatt(plan) or register.under_arbeid(plan) or register.ukjent_status(plan)

    def _unfollowed(self) -> Iterator[Maal]:
        for id_, maal in self.before.maal.items():
            left = self.after.maal.get(id_)
            if left is None or id_ in self.lost_goals or not self.after.maal_i_kraft(left):
                continue
            had = any(self._lives(self.before, plan) for plan in self.before.forankret_i(maal))
            if had and not any(self._lives(self.after, plan) for plan in self.after.forankret_i(left)):
                yield left

    def _subgoals(self) -> Iterator[Maal]:
        """Give the goals that stay, and lose the goal above them."""
        for maal in self.after.maal.values():
            if maal.overordnet in self.lost_goals and maal.id not in self.lost_goals:
                yield maal

    def _heirs(self, lost: Enhet) -> list[Enhet]:
        """Give what the files say continues a lost goal or replaces a lost plan."""
        if isinstance(lost, Maal):
            return [maal for maal in self.after.viderefoert_av(lost) if self.after.maal_i_kraft(maal)]
        return [*self.after.erstattet_av(lost)] if isinstance(lost, Plan) else []

    def _move(self, plan: Plan, lost: list[Enhet]) -> Move:
        return Move(_ref(plan), _refs(lost), _refs(heir for one in lost for heir in self._heirs(one)))

    def _living(self) -> Iterator[Plan]:
        """Give the plans whose links count after the change."""
        return (plan for plan in self.after.planer.values() if self._lives(self.after, plan))

    def _anchors(self, plan: Plan) -> tuple[list[Enhet], list[Enhet]]:
        """Give the lost goals that a plan is anchored in, and the lost plans that it stands under."""
        above = [*(anchor.plan for anchor in plan.forankring), plan.del_av]
        goals: list[Enhet] = [self.lost_goals[at.maal] for at in plan.forankring if at.maal in self.lost_goals]
        return goals, [self.lost_plans[id_] for id_ in above if id_ in self.lost_plans]

    def _measures(self) -> Iterator[Tiltak | Indikator]:
        """Give measures and indicators that lose their plan, or all their goals."""
        measures: list[Tiltak | Indikator] = [*self.after.tiltak.values(), *self.after.indikatorer.values()]
        for one in measures:
            goals = set(one.maal)
            lost = goals <= self.lost_goals.keys() if goals else one.plan in self.lost_plans
            if lost and getattr(one, "status", None) not in TILTAK_FERDIG:
                yield one

    def effects(self) -> Effects:
        """Give what the change does."""
        before, after = ({plan.id: plan for plan in one.gjeldende()} for one in (self.before, self.after))
        living = [(plan, *self._anchors(plan)) for plan in self._living()]
        moved = {plan.id for plan, goals, above in living if goals or above}
        lost = {("plan", id_) for id_ in self.lost_plans} | {("maal", id_) for id_ in self.lost_goals}
        return Effects(
            ends=_refs(plan for id_, plan in before.items() if id_ not in after),
            begins=_refs(plan for id_, plan in after.items() if id_ not in before),
            goals=_refs(self.lost_goals.values()),
            unfollowed=_refs(self._unfollowed()),
            subgoals=_refs(self._subgoals()),
            reanchor=tuple(self._move(plan, goals) for plan, goals, _ in living if goals),
            children=tuple(self._move(plan, above) for plan, _, above in living if above),
            measures=_refs(self._measures()),
            others=_refs(
                plan
                for plan, *_ in living
                if plan.id not in moved and any((ref.kind, ref.id) in lost for ref in references(plan))
            ),
        )
