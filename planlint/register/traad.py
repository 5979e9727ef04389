"""The red thread: the links from plans and goals up to the samfunnsdel, followed both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from planlint.model import Maal, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.base import Step
    from planlint.register.register import Register


class _Named(Protocol):
    """What can be walked: anything with a name (kind/id), by which it is known again."""

    @property
    def entity(self) -> str:
        """Its name."""


N = TypeVar("N", bound=_Named)


class ThreadLink(NamedTuple):
    """A link of the thread: from a plan or goal, by a place in its file, to the one above."""

    fra: Maal | Plan
    sti: tuple[Step, ...]
    til: Maal | Plan


def follow_links(starts: Iterable[N], videre: Callable[[N], Iterable[N | None]]) -> Iterator[N]:
    """Yield the starts and all that `videre` leads to from them, each once, depth first: every walk of links is this.

    A ring is walked once round. What `videre` gives as None (unknown, or not to be followed) is passed over.
    """
    waiting = [*starts]
    seen = {node.entity for node in waiting}
    while waiting:
        node = waiting.pop()
        yield node
        for other in reversed([*videre(node)]):
            if other is not None and other.entity not in seen:
                seen.add(other.entity)
                waiting.append(other)


def links_upwards(register: Register, node: Maal | Plan) -> Iterator[tuple[tuple[Step, ...], Maal | Plan | None]]:
    """Yield what a plan or a goal points at upwards, with its place in the file; None for what is unknown."""
    if isinstance(node, Maal):
        if node.overordnet:
            yield ("overordnet",), register.find_maal(node.overordnet)
        yield ("plan",), register.find_plan(node.plan)
        return
    for index, anchor in enumerate(node.forankring):
        if anchor.maal:
            yield ("forankring", index, "mål"), register.find_maal(anchor.maal)
        if anchor.plan:
            yield ("forankring", index, "plan"), register.find_plan(anchor.plan)
    if node.del_av:
        yield ("del_av",), register.find_plan(node.del_av)


def standing_over(register: Register, node: Maal | Plan) -> list[Maal | Plan]:
    """Give what stands right over a goal (the goal above, else its plan), or a plan (its whole, then its anchors)."""
    found = [
        above for _, above in sorted(links_upwards(register, node), key=lambda link: link[0] != ("del_av",)) if above
    ]
    return found[:1] if isinstance(node, Maal) else found


def planer_over(register: Register, plan: Plan) -> list[Plan | None]:
    """Give the plans that a plan is anchored in or a part of; None for one that is unknown."""
    links = links_upwards(register, plan)
    return [above for sti, above in links if sti[-1] != "mål" and not isinstance(above, Maal)]


def planer_under(register: Register, plan: Plan) -> list[Plan]:
    """Give the plans that are anchored in a plan or parts of it, sorted by id."""
    found = {other.id: other for other in (*register.anchored_in(plan), *register.deler(plan))}
    return [other for _, other in sorted(found.items())]


class ThreadStep(NamedTuple):
    """A place on the thread, and the links that led to it from where the walk began, lowest first."""

    node: Maal | Plan
    vei: tuple[ThreadLink, ...] = ()

    @property
    def entity(self) -> str:
        """The name of what is there."""
        return self.node.entity


def upwards(register: Register, plan: Plan) -> Iterator[ThreadStep]:
    """Yield a plan, and all that it leads up to, in force or not, each with the way that led there."""

    def videre(steg: ThreadStep) -> Iterator[ThreadStep]:
        for sti, above in links_upwards(register, steg.node):
            if above:
                yield ThreadStep(above, (*steg.vei, ThreadLink(steg.node, sti, above)))

    return follow_links([ThreadStep(plan)], videre)


def is_tied_to(register: Register, plan: Plan, over: Plan) -> bool:
    """Tell whether a plan is another, leads up to it by its anchors, or is a part of the same whole as it."""
    above = {step.entity for step in upwards(register, plan)}
    return (
        over.entity in above
        or register.find_plan(over.del_av) is plan
        or bool(over.del_av == plan.del_av and plan.del_av)
    )


def all_below(register: Register, tops: Iterable[Plan]) -> set[str]:
    """Give every plan and goal (as kind/id) from which a thread leads to one of the tops, the tops included."""

    def below(node: Maal | Plan) -> list[Maal | Plan]:
        goals = (
            register.maal_below(node) if isinstance(node, Maal) else [*register.maal_of(node), *register.deler(node)]
        )
        return [*register.anchored_in(node), *goals]

    starts: list[Maal | Plan] = [*tops]
    return {node.entity for node in follow_links(starts, below)}


def is_in_force(register: Register, node: Maal | Plan) -> bool:
    """Tell whether a plan, or the plan of a goal, is in force; a goal whose plan cannot be read counts as in force."""
    return register.is_maal_i_kraft(node) if isinstance(node, Maal) else register.is_i_kraft(node)


def gjeldende_over(register: Register, plan: Plan) -> Iterator[Maal | Plan]:
    """Yield a plan, and all that it leads up to by way of what is in force."""
    return follow_links(
        [plan], lambda node: (over for _, over in links_upwards(register, node) if over and is_in_force(register, over))
    )


def maal_over(register: Register, goals: Iterable[Maal]) -> Iterator[Maal]:
    """Yield goals and every goal above them."""
    return follow_links(goals, lambda maal: [register.find_maal(maal.overordnet)])
