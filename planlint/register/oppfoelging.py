"""What follows up each goal, and which plans reach the samfunnsdel. Only what is in force is counted."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import Maal
from planlint.register.traad import lenker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Enhet, Indikator, Plan, Tiltak
    from planlint.register.register import Register

_IDLE = frozenset(("avlyst", "utsatt"))


class Oppfoelging(NamedTuple):
    """The ids of what follows up a goal, or several: as sets, so that nothing counts twice on its way up."""

    planer: frozenset[str] = frozenset()
    tiltak: frozenset[str] = frozenset()
    indikatorer: frozenset[str] = frozenset()

    def med(self, other: Oppfoelging) -> Oppfoelging:
        """Give what is in one of two."""
        return Oppfoelging(*(mine | theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def foelger_opp(self) -> bool:
        """Whether a plan or a measure does: an indicator measures a goal, and does not follow it up."""
        return bool(self.planer or self.tiltak)


def teller(register: Register, entity: Tiltak | Indikator) -> bool:
    """Tell whether a measure or an indicator counts: not called off or put off, and its plan, if any, in force."""
    plan = register.finn_plan(entity.plan)
    return getattr(entity, "status", None) not in _IDLE and (plan is None or register.i_kraft(plan))


def _maal(register: Register, entity: Tiltak | Indikator) -> Iterator[Maal]:
    """Give the goals that a measure or an indicator names."""
    if teller(register, entity):
        yield from (maal for id_ in entity.maal if (maal := register.finn_maal(id_)))


def direkte(register: Register) -> dict[str, Oppfoelging]:
    """Give what follows up each goal itself, by the goal's id."""
    found: dict[str, tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for maal in register.maal.values():
        found[maal.id][0].update(plan.id for plan in register.forankret_i(maal) if register.i_kraft(plan))
    for tiltak in register.tiltak.values():
        for maal in _maal(register, tiltak):
            found[maal.id][1].add(tiltak.id)
    for indikator in register.indikatorer.values():
        for maal in _maal(register, indikator):
            found[maal.id][2].add(indikator.id)
    return {id_: Oppfoelging(*map(frozenset, sets)) for id_, sets in found.items()}


def _gjelder(register: Register, node: Enhet) -> bool:
    return register.maal_i_kraft(node) if isinstance(node, Maal) else register.i_kraft(node)  # type: ignore[arg-type] # else a plan


def naar_samfunnsdelen(register: Register, plan: Plan) -> bool:
    """Tell whether a thread leads from a plan, by way of what is in force, to a goal of the samfunnsdel in force."""
    tops = {top.id for top in register.med_rolle("samfunnsdel")}
    waiting: list[Maal | Plan] = [plan]
    seen = {plan.entity}
    while waiting:
        for _, over in lenker(register, waiting.pop()):
            if over is None or over.entity in seen or not _gjelder(register, over):
                continue
            if isinstance(over, Maal) and over.plan in tops:
                return True
            seen.add(over.entity)
            waiting.append(over)
    return False
