"""Which announced decision a vote is: that one goes from the file, as the vote takes its place, and the user is told.

An announced one whose time was over before the vote stays as the memory of it, and one that is to come stays too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, HendelseCode, Message
from planlint.model import VEDTAK, VEDTATTE, Plan, parse

if TYPE_CHECKING:
    from datetime import date

    from planlint.edit.workspace import Workspace
    from planlint.model import Planstrategi, TidspunktValue
    from planlint.register import Register


class Fulfilled(NamedTuple):
    """The events as a vote leaves them, and whether it is an older one than the work that is going on."""

    events: list[Any]
    is_older: bool = False


class _Announced(NamedTuple):
    """A decision that is announced: where it stands in the list of events, what it is to be, and when."""

    nummer: int
    hva: str
    tid: TidspunktValue

    @property
    def told(self) -> Message:
        """What it is and when, in words."""
        return Message.of_text(N_("{hva} {tid}"), hva=HendelseCode(self.hva), tid=self.tid)


def without_fulfilled(
    work: Workspace, register: Register, entity: Plan | Planstrategi, events: list[Any], vote: tuple[str, date]
) -> Fulfilled:
    """Give the events without the one announced that a vote (what, and on which day) is; tell of it, and what is left.

    A vote is one decision, so at most one goes.
    """
    hva, day = vote
    if hva not in VEDTAK:
        return Fulfilled(events)
    later = [one for one in _announced(events) if one.tid.slutt >= day]
    gone = next((one for one in later if one.tid.start <= day), None) or next(
        (one for one in later if _is_early(register, entity, one, hva)), None
    )
    left = [one for one in later if one is not gone]
    if gone:
        text = N_("Det som var planlagt ({varslet}), er dette vedtaket. Derfor er det tatt bort fra `hendelser`.")
        work.notes.append(Message.of_text(text, varslet=gone.told))
    if left:
        text = N_("Dette er fortsatt planlagt, og står som før i `hendelser`: {varslet}.")
        work.notes.append(Message.of_text(text, varslet=[one.told for one in left]))
    kept = [event for at, event in enumerate(events) if gone is None or at != gone.nummer]
    return Fulfilled(kept, is_older=gone is None and bool(left))


def _is_early(register: Register, entity: Plan | Planstrategi, one: _Announced, hva: str) -> bool:
    """Tell whether a vote may be one that was announced for later: where it ends the work that is going on.

    Of what applies already, the vote is an earlier one that the register lacked, or is another than the one to come;
    but an adoption of the same kind whose time has begun, and that nobody recorded, is the one that was made.
    """
    is_known = register.last_event(entity, *VEDTAK) is not None
    if isinstance(entity, Plan) and register.is_under_arbeid(entity):
        return is_known or one.hva == hva or entity.status not in VEDTATTE
    return not is_known and (entity.status not in VEDTATTE or (one.hva == hva and one.tid.start <= register.today))


def _announced(events: list[Any]) -> list[_Announced]:
    """Give the announced decisions, the first first."""
    found = []
    for at, event in enumerate(events):
        if isinstance(event, dict) and event.get("hva") in VEDTAK and event.get("planlagt") is True:
            try:
                found.append(_Announced(at, event["hva"], parse(str(event["dato"]))))
            except (ValueError, TypeError, KeyError):
                continue
    return sorted(found, key=lambda one: (one.tid.start, one.tid.slutt, one.nummer))
