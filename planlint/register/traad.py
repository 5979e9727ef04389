"""The red thread: the links from plans and goals up to the samfunnsdel, followed both ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import Maal, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base.diagnostic import Step
    from planlint.register.register import Register


class Ledd(NamedTuple):
    """A link of the thread: from a plan or goal, by a place in its file, to the one above."""

    fra: Maal | Plan
    sti: tuple[Step, ...]
    til: Maal | Plan


def lenker(register: Register, node: Maal | Plan) -> Iterator[tuple[tuple[Step, ...], Maal | Plan | None]]:
    """Yield what a plan or a goal points at upwards, with its place in the file; None for what is unknown."""
    if isinstance(node, Maal):
        if node.overordnet:
            yield ("overordnet",), register.finn_maal(node.overordnet)
        yield ("plan",), register.finn_plan(node.plan)
        return
    for index, anchor in enumerate(node.forankring):
        if anchor.maal:
            yield ("forankring", index, "mål"), register.finn_maal(anchor.maal)
        if anchor.plan:
            yield ("forankring", index, "plan"), register.finn_plan(anchor.plan)
    if node.del_av:
        yield ("del_av",), register.finn_plan(node.del_av)


def under(register: Register, tops: Iterable[Plan]) -> set[str]:
    """Give every plan and goal (as kind/id) from which a thread leads to one of the tops, the tops included."""
    parts: dict[str, list[Plan]] = defaultdict(list)
    for plan in register.planer.values():
        if plan.del_av and (over := register.finn_plan(plan.del_av)):
            parts[over.id].append(plan)
    found: set[str] = set()
    waiting: list[Maal | Plan] = [*tops]
    while waiting:
        node = waiting.pop()
        if node.entity not in found:
            found.add(node.entity)
            waiting += register.forankret_i(node)
            waiting += register.under(node) if isinstance(node, Maal) else [*register.maal_i(node), *parts[node.id]]
    return found


def kjede(came_by: dict[str, Ledd], node: Maal | Plan) -> list[Ledd]:
    """Give the links up to a node, lowest first, from what each node was reached by."""
    chain = []
    while ledd := came_by.get(node.entity):
        chain.append(ledd)
        node = ledd.fra
    return chain[::-1]
