"""The order of a plan's events: which pairs of dates cannot both be right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from planlint.model import (
    ABOUT_VEDTATT_PLAN,
    AT_REST,
    BEGINNING,
    HOERING,
    VEDTAK,
    Plan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Hendelse, Planstrategi
    from planlint.register.register import Register

    Pair = tuple[Hendelse, Hendelse]  # what should come first, and what is dated before it


def is_before(one: Hendelse, other: Hendelse) -> bool:
    """Tell whether an event surely comes before another, however inexactly their days are known."""
    return one.dato.slutt < other.dato.start


def _reversed_hearing(events: list[Hendelse], adoptions: list[Hendelse]) -> Iterator[Pair]:
    """Give hearings that end before they begin; where one end of a hearing is unknown, nothing is said."""
    starts = [event for event in events if event.hva == "høring_start"]
    ends = [event for event in events if event.hva == "høring_slutt"]
    if len(starts) != len(ends):
        return
    days = [adoption.dato.start for adoption in adoptions]  # the oldest is first
    for start, end in zip(starts, ends, strict=True):
        between = bisect_right(days, start.dato.start) - bisect_left(days, end.dato.start)
        if is_before(end, start) and not between:
            yield start, end


def _too_early(events: list[Hendelse], adoptions: list[Hendelse]) -> Iterator[Pair]:
    """Give extensions and repeals before the first adoption."""
    return (
        (adoptions[0], event) for event in events if event.hva in ABOUT_VEDTATT_PLAN and is_before(event, adoptions[0])
    )


def _heard_after(events: list[Hendelse], adoptions: list[Hendelse]) -> Iterator[Pair]:
    """Give hearings after the newest adoption of a plan that nobody is said to work on again."""
    later = [event for event in events if is_before(adoptions[-1], event)]
    if not any(event.hva in BEGINNING for event in later):
        yield from ((event, adoptions[-1]) for event in later if event.hva in HOERING)


def disordered_pair(register: Register, entity: Plan | Planstrategi) -> Pair | None:
    """Give the first pair of events whose dates cannot both be right: what should come first, then the other."""
    if len(entity.hendelser) < 2:  # noqa: PLR2004 - it takes two
        return None
    events = register.hendelser(entity)
    adoptions = [event for event in events if event.hva in VEDTAK]
    pairs = list(_reversed_hearing(events, adoptions))
    if adoptions:
        pairs += _too_early(events, adoptions)
        status = register.status(entity) if isinstance(entity, Plan) else entity.status
        pairs += _heard_after(events, adoptions) if status in AT_REST else ()
    return pairs[0] if pairs else None
