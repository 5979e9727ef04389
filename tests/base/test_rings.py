"""Rings of links: found whole, each once, and told by the shortest way round."""

from __future__ import annotations

from hypothesis import given, strategies as st

from planlint.base import find_rings, knots, shortest_ring

IDS = [str(number) for number in range(8)]
LINKS = st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from([*IDS, "ukjent"]), max_size=4, unique=True))


def reached(links: dict[str, list[str]], start: str) -> set[str]:
    """Give all that links lead to from an id, by walking."""
    seen: set[str] = set()
    waiting = [*links.get(start, ())]
    while waiting:
        id_ = waiting.pop()
        if id_ not in seen:
            seen.add(id_)
            waiting += links.get(id_, ())
    return seen


@given(LINKS)
def test_a_knot_is_what_leads_to_each_other(links: dict[str, list[str]]) -> None:
    """Two ids are in one knot exactly when each is reached from the other; ids that are in none are in no knot."""
    found = knots(links)
    of = {id_: at for at, knot in enumerate(found) for id_ in knot}
    assert sum(map(len, found)) == len(of)
    for one in links:
        assert (one in of) == (one in reached(links, one))
        for other in links:
            tied = other in reached(links, one) and one in reached(links, other)
            assert tied == (one in of and of.get(one) == of.get(other)) or one == other


@given(LINKS)
def test_the_shortest_ring_is_a_ring_and_the_shortest(links: dict[str, list[str]]) -> None:
    """Each step of it is a link, it comes back to where it began, and no shorter way does."""
    for knot in knots(links):
        for start in knot:
            ring = shortest_ring(links, start, frozenset(knot))
            assert ring[0] == start
            assert len(set(ring)) == len(ring)
            assert all(after in links[id_] for id_, after in zip(ring, [*ring[1:], start], strict=True))
            near, steps = {start}, 0
            while True:
                steps, near = steps + 1, {after for id_ in near for after in links.get(id_, ())}
                if start in near:
                    break
            assert steps == len(ring)


def test_a_chain_of_thousands_is_walked_without_recursion() -> None:
    """The walk is as long as the chain, and as deep as nothing."""
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert knots(chain) == []
    assert len(knots(chain | {"20000": ["0"]})[0]) == 20_001
    assert find_rings({"a": {"b"}, "b": {"a"}, "c": set()}) == {"a", "b"}
