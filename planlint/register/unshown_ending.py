"""Whether anything in the register shows how a plan came to its end: PL405 asks, and what hangs on it waits."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.model import (
    AVSLUTTEDE,
    AVSLUTTET_BY_SOMEBODY,
    ENDS_PLAN,
    MAYBE_VEDTATT,
    NOT_VEDTATT,
    VEDTAK,
    VEDTAK_IN_EARNEST,
)
from planlint.register.livsloep.strategi import vedtaksdag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Plan
    from planlint.register.register import Register


def named_successors(register: Register) -> dict[str, list[tuple[Plan, int]]]:
    """Give all plans that say they replace a plan, whatever their status, and where, by the replaced plan's id."""
    links: dict[str, list[tuple[Plan, int]]] = defaultdict(list)
    for plan in register.planer.values():
        for index, id_ in enumerate(plan.erstatter):
            if old := register.find_plan(id_):
                links[old.id].append((plan, index))
    return links


def _is_adopted(register: Register, plan: Plan) -> bool:
    """Tell whether a plan's file says that it was adopted, on whatever day, or may say it where it cannot be read."""
    if register.is_faulty(plan, "status") or register.is_faulty(plan, "hendelser"):
        return True
    return plan.status in MAYBE_VEDTATT or any(event.hva in VEDTAK and not event.planlagt for event in plan.hendelser)


def _shown(register: Register, plan: Plan) -> bool:
    """Tell whether a repeal, or a planstrategi's decision that the plan shall end, is recorded.

    A successor may also stand in a file that cannot be read or is gone, or in a faulty erstatter.
    """
    repealed = register.last_event(plan, "opphevet") is not None
    if repealed and (plan.status == "opphevet" or register.status_by_events(plan) in AVSLUTTEDE):
        return True  # one adopted anew since is not; of a repealed one, PL402 says that
    if plan.status == "erstattet" and (register.is_missing("plan") or register.faulty("plan", "erstatter")):
        return True
    ends = {id_ for id_, choice in plan.beslutninger.items() if choice.every_valg & ENDS_PLAN}
    return plan.status != "opphevet" and any(not _is_being_made(register, id_) for id_ in ends)


def _is_being_made(register: Register, id_: str) -> bool:
    """Tell whether a planstrategi is known not to be adopted: until then it decides nothing."""
    strategi = register.planstrategier.get(id_)
    if strategi is None or register.is_faulty(strategi, "hendelser"):
        return False
    return strategi.status in NOT_VEDTATT and vedtaksdag(register, strategi) is None


def is_ended_by_a_word(register: Register, plan: Plan) -> bool:
    """Tell whether the events show an adoption, and neither they nor any source that the plan has ended."""
    adopted = any(event.hva in VEDTAK_IN_EARNEST for event in register.hendelser(plan))
    return adopted and all(item.status != plan.status for item in plan.kilder)


def is_unshown_ending(register: Register, plan: Plan, successors: Iterable[Plan]) -> bool:
    """Tell whether a plan's file says that it has ended, and nothing in the register shows how.

    `successors` are the plans that say they replace it. That a binding plan has lapsed is PL620's matter.
    """
    if plan.status not in AVSLUTTET_BY_SOMEBODY or (plan.status == "utgått" and register.is_bindende(plan)):
        return False
    new = [*successors]
    if any(_is_adopted(register, one) for one in new):
        return False
    if new and plan.status == "erstattet":
        return True
    return register.status(plan) == plan.status and not _shown(register, plan)


def is_doubtful_ending(register: Register, plan: Plan) -> bool:
    """Tell whether one word alone says that an adopted plan has ended: most likely the word is wrong, as PL405 says."""
    new = register.etterfoelgere(plan)
    too_early = bool(new) and plan.status == "erstattet"
    return not too_early and is_unshown_ending(register, plan, new) and is_ended_by_a_word(register, plan)
