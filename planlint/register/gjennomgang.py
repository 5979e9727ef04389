"""Knowledge that is kept fresh: what somebody has gone through, when, and what nobody has looked at for a year.

Whoever goes through a file and finds that all of it still holds, writes the day (`gjennomgått`). A plan that has ended,
a measure that is done and an indicator of what has ended change no more, and goals are what their plan says: those need
nobody to go through them.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_months
from planlint.model import TILTAK_FERDIG
from planlint.register.avsluttet import ending_of
from planlint.register.maaling import is_in_use
from planlint.register.utsagn import published_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.model import Enhet, Indikator, Plan, TidspunktValue, Tiltak, Utfordring
    from planlint.register.register import Register

    Reviewed = Plan | Tiltak | Indikator | Utfordring

MONTHS = 12
"""So long what somebody has seen counts as known; after that it has to be gone through again (as PL311 asks)."""
REVIEWED_KINDS = ("plan", "tiltak", "indikator", "utfordring")


class Seen(NamedTuple):
    """When something was last seen to be as the file says, and by what.

    `field` is `gjennomgått`, `ajourført` (all of the register was gone through), `hendelser` or `kilder`; `tid` is the
    time as it is told, where it may be vaguer than a day, and `kilde` the source.
    """

    day: date
    field: str
    tid: TidspunktValue | None = None
    kilde: str = ""


def _days(register: Register, entity: Enhet) -> Iterator[Seen]:
    """Yield the days on which somebody saw what a file says, the surest first."""
    if day := getattr(entity, "gjennomgaatt", None):
        yield Seen(day, "gjennomgått")
    if day := register.plansystem.ajourfoert:
        yield Seen(min(day, register.today), "ajourført")
    if entity.kind == "plan":
        for event in register.hendelser(entity):  # type: ignore[arg-type] # a plan by its kind
            yield Seen(event.dato.start, "hendelser", event.dato, event.kilde or "")
    for cited in getattr(entity, "kilder", ()):
        if came := published_on(register, cited.kilde):
            yield Seen(came.start, "kilder", came, cited.kilde)


def last_seen(register: Register, entity: Enhet) -> Seen | None:
    """Give when somebody last saw that something is as its file says; None where nothing dates it.

    A day to come counts for nothing (PL312), and a vague one by its first day.
    """
    known = [seen for seen in _days(register, entity) if seen.day <= register.today]
    return max(known, key=lambda seen: seen.day, default=None)


def _needs_review(register: Register, entity: Enhet) -> bool:
    if entity.kind == "plan":
        return ending_of(register, entity) is None  # type: ignore[arg-type] # by its kind
    if entity.kind == "tiltak":
        return getattr(entity, "status", None) not in TILTAK_FERDIG
    return entity.kind != "indikator" or is_in_use(register, entity)  # type: ignore[arg-type] # by its kind


def reviewable(register: Register) -> list[Reviewed]:
    """Give all that somebody has to go through: plans first, then measures, indicators, challenges, as files go."""
    found = chain.from_iterable(register.entities.get(kind, {}).values() for kind in REVIEWED_KINDS)
    return [entity for entity in found if _needs_review(register, entity)]  # type: ignore[misc] # by its kind


def is_unseen(register: Register, entity: Enhet, months: int = MONTHS) -> bool:
    """Tell whether nobody has looked at something for so many months."""
    seen = last_seen(register, entity)
    return seen is None or add_months(seen.day, months) < register.today


def unseen(register: Register, months: int = MONTHS) -> list[Reviewed]:
    """Give what nobody has looked at for so many months, in the order of `reviewable`."""
    return [entity for entity in reviewable(register) if is_unseen(register, entity, months)]


def gone_through_until(register: Register) -> date | None:
    """Give the day that all of the register has been gone through since: the oldest of the days that things were seen.

    None where something was never seen, or where there is nothing to go through.
    """
    days = [seen and seen.day for seen in (last_seen(register, entity) for entity in reviewable(register))]
    return min((day for day in days if day), default=None) if all(days) else None
