"""Rings of links, found without recursion and in time proportional to the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


def find_rings(above: dict[str, set[str]]) -> set[str]:
    """Give the ids from which the links lead back to where they began (or on from one such ring to another).

    What has nothing above it is taken off the top, what has nothing below it off the bottom; rings are what is left.
    A link to what is not among the ids (a goal under a draft, which is no goal) is no link.
    """
    above = {id_: overs & above.keys() for id_, overs in above.items()}
    below: dict[str, set[str]] = {id_: set() for id_ in above}
    for id_, overs in above.items():
        for over in overs:
            below[over].add(id_)
    left = set(above)
    for links, back in ((above, below), (below, above)):
        count = {id_: len(links[id_] & left) for id_ in left}
        waiting = [id_ for id_, number in count.items() if not number]
        while waiting:
            id_ = waiting.pop()
            left.remove(id_)
            for other in back[id_] & left:
                count[other] -= 1
                if not count[other]:
                    waiting.append(other)
    return left


def knots(links: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Give the ids that all lead to each other by the links, one list for each such knot, in the order of the links.

    An id that leads straight to itself is a knot of its own. By Tarjan's algorithm (1972), without recursion.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: dict[str, None] = {}
    found: list[list[str]] = []
    for start in links:
        path = [] if start in order else [(start, iter(links[start]))]
        while path:
            id_, ahead = path[-1]
            if id_ not in order:
                order[id_] = low[id_] = len(order)
                stack[id_] = None
            if (over := _next(ahead, links, order, stack, low, id_)) is not None:
                path.append((over, iter(links[over])))
                continue
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[id_])
            if low[id_] == order[id_]:
                found.append(_off(stack, id_))
    position = {id_: at for at, id_ in enumerate(links)}
    tied = [sorted(those, key=position.__getitem__) for those in found if len(those) > 1 or those[0] in links[those[0]]]
    return sorted(tied, key=lambda those: position[those[0]])


def _next(  # noqa: PLR0913 - the state of one walk
    ahead: Iterator[str],
    links: Mapping[str, Collection[str]],
    order: Mapping[str, int],
    stack: Mapping[str, None],
    low: dict[str, int],
    id_: str,
) -> str | None:
    """Give the next id that has not been seen; those on the stack that are passed make a knot with this one."""
    for over in ahead:
        if over in links and over not in order:
            return over
        if over in stack:
            low[id_] = min(low[id_], order[over])
    return None


def _off(stack: dict[str, None], id_: str) -> list[str]:
    """Take an id, and all that was put there after it, off the stack."""
    taken: list[str] = []
    while not taken or taken[-1] != id_:
        taken.append(stack.popitem()[0])
    return taken


def shortest_ring(links: Mapping[str, Collection[str]], start: str, within: Collection[str]) -> list[str]:
    """Give the shortest way from an id back to itself inside a knot, the id first; the links' order breaks a tie."""
    came: dict[str, str] = {}
    waiting = [start]
    for id_ in waiting:
        for over in links[id_]:
            if over == start:
                ring = [id_]
                while ring[-1] != start:
                    ring.append(came[ring[-1]])
                return ring[::-1]
            if over in within and over not in came:
                came[over] = id_
                waiting.append(over)
    return []
