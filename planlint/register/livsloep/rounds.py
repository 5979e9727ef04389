"""The rounds in which a plan is made, from one adoption to the next, and how long a proposal was public."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.model import MADE_PUBLIC, STATUS_AFTER, VEDTAK
from planlint.register.lovkrav import is_by_kommunestyret

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Hendelse, Plan, Planstrategi
    from planlint.register.register import Register


class Round(NamedTuple):
    """One making of a plan: what happened since the adoption before it, and the adoption, if it has come to that."""

    hendelser: list[Hendelse]
    vedtak: Hendelse | None


class LeadTime(NamedTuple):
    """How long a proposal was public before the vote: when it became so, the vote, and the days between."""

    offentlig: Hendelse
    vedtak: Hendelse
    dager: int


def find_rounds(register: Register, entity: Plan | Planstrategi, *, i_raadet: bool = False) -> Iterator[Round]:
    """Give the rounds in which something was made, oldest first; the last one may be unfinished.

    With `i_raadet`, only the council's own vote ends a round; that a committee had the case before it, does not.
    """
    events: list[Hendelse] = []
    for event in (event for event in register.hendelser(entity) if event.hva in STATUS_AFTER):
        own = event.hva != "til_orientering" and is_by_kommunestyret(register.plansystem, event)
        if event.hva in VEDTAK and (own or not i_raadet):
            yield Round(events, event)
            events = []
        else:
            events.append(event)
    if events:
        yield Round(events, None)


def lead_time(register: Register, entity: Plan | Planstrategi) -> LeadTime | None:
    """Give how long the proposal was public before the newest vote; None where the register does not tell.

    The publication counts, and where none is recorded, the start of the høring: what is on høring is public. Days
    that are roughly known are read to the municipality's advantage.
    """
    finished = [runde for runde in find_rounds(register, entity, i_raadet=True) if runde.vedtak]
    if not finished:
        return None
    events, vote = finished[-1]
    for hva in MADE_PUBLIC:
        public = next((event for event in events if event.hva == hva), None)
        if public and vote and not public.usikker and not vote.usikker:
            return LeadTime(public, vote, (vote.dato.slutt - public.dato.start).days)
    return None


def is_about_planprogram(event: Hendelse) -> bool:
    """Tell whether a høring was about the planprogram and not the plan: its merknad says so."""
    return "planprogram" in (event.merknad or "").casefold()
