"""The red thread: the links from plans and goals up to the samfunnsdel, followed both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from planlint.model import Maal, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.base.diagnostic import Step
    from planlint.register.register import Register


class _Named(Protocol):
    """What can be walked: anything with a name (kind/id), by which it is known again."""

    @property
    def entity(self) -> str:
        """Its name."""


N = TypeVar("N", bound=_Named)


class Ledd(NamedTuple):
    """A link of the thread: from a plan or goal, by a place in its file, to the one above."""

    fra: Maal | Plan
    sti: tuple[Step, ...]
    til: Maal | Plan


def vandre(starts: Iterable[N], videre: Callable[[N], Iterable[N | None]]) -> Iterator[N]:
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


def over(register: Register, node: Maal | Plan) -> list[Maal | Plan]:
    """Give what stands right over a goal (the goal above, else its plan), or a plan (its whole, then its anchors)."""
    found = [above for _, above in sorted(lenker(register, node), key=lambda link: link[0] != ("del_av",)) if above]
    return found[:1] if isinstance(node, Maal) else found


def planer_over(register: Register, plan: Plan) -> list[Plan | None]:
    """Give the plans that a plan is anchored in or a part of; None for one that is unknown."""
    links = lenker(register, plan)
    return [above for sti, above in links if sti[-1] != "mål" and not isinstance(above, Maal)]


def planer_under(register: Register, plan: Plan) -> list[Plan]:
    """Give the plans that are anchored in a plan or parts of it, sorted by id."""
    found = {other.id: other for other in (*register.forankret_i(plan), *register.deler(plan))}
    return [other for _, other in sorted(found.items())]


class Steg(NamedTuple):
    """A place on the thread, and the links that led to it from where the walk began, lowest first."""

    node: Maal | Plan
    vei: tuple[Ledd, ...] = ()

    @property
    def entity(self) -> str:
        """The name of what is there."""
        return self.node.entity


def oppover(register: Register, plan: Plan) -> Iterator[Steg]:
    """Yield a plan, and all that it leads up to, in force or not, each with the way that led there."""

    def videre(steg: Steg) -> Iterator[Steg]:
        for sti, above in lenker(register, steg.node):
            if above:
                yield Steg(above, (*steg.vei, Ledd(steg.node, sti, above)))

    return vandre([Steg(plan)], videre)


def under(register: Register, tops: Iterable[Plan]) -> set[str]:
    """Give every plan and goal (as kind/id) from which a thread leads to one of the tops, the tops included."""

    def below(node: Maal | Plan) -> list[Maal | Plan]:
        goals = register.under(node) if isinstance(node, Maal) else [*register.maal_i(node), *register.deler(node)]
        return [*register.forankret_i(node), *goals]

    starts: list[Maal | Plan] = [*tops]
    return {node.entity for node in vandre(starts, below)}


def gjelder(register: Register, node: Maal | Plan) -> bool:
    """Tell whether a plan, or the plan of a goal, is in force; a goal whose plan cannot be read counts as in force."""
    return register.maal_i_kraft(node) if isinstance(node, Maal) else register.i_kraft(node)


def gjeldende_over(register: Register, plan: Plan) -> Iterator[Maal | Plan]:
    """Yield a plan, and all that it leads up to by way of what is in force."""
    return vandre([plan], lambda node: (over for _, over in lenker(register, node) if over and gjelder(register, over)))


def maal_over(register: Register, goals: Iterable[Maal]) -> Iterator[Maal]:
    """Yield goals and every goal above them."""
    return vandre(goals, lambda maal: [register.finn_maal(maal.overordnet)])
