"""Rings of links, found without recursion and in time proportional to the links."""

from __future__ import annotations


def find_rings(above: dict[str, set[str]]) -> set[str]:
    """Give the ids from which the links lead back to where they began (or on from one such ring to another).

    What has nothing above it is taken off the top, what has nothing below it off the bottom; rings are what is left.
    """
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
