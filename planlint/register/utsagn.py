"""The statements of a plan's sources about its events, made comparable (for PL802)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import NOT_VEDTATT, VEDTAK

if TYPE_CHECKING:
    from datetime import date

    from planlint.base import Step
    from planlint.model import Kildehenvisning, Plan, Planstrategi, TidspunktValue
    from planlint.register.register import Register


class Utsagn(NamedTuple):
    """One dated statement: where it stands, its source (None: the register's own event) and when that came out."""

    path: tuple[Step, ...]
    kilde: str | None
    utgitt: TidspunktValue | None
    dato: TidspunktValue
    organ: str | None
    sikker: bool = False

    def has_same_organ(self, other: Utsagn) -> bool:
        """Tell whether one body can be meant: the same, or one of the two is not told."""
        return not self.organ or not other.organ or self.organ == other.organ

    def is_same_time(self, other: Utsagn) -> bool:
        """Tell whether the two dates, each as precise as its source, can be one."""
        return self.dato.start <= other.dato.slutt and other.dato.start <= self.dato.slutt

    def can_have_known(self, day: date) -> bool:
        """Tell whether the source can have known of a day: it did not come out before it."""
        return self.utgitt is None or day <= self.utgitt.slutt

    def can_be_compared(self, other: Utsagn) -> bool:
        """Tell whether the two can be about one event: one body, and both sources came out after it."""
        return (
            self.has_same_organ(other)
            and self.can_have_known(other.dato.start)
            and other.can_have_known(self.dato.start)
        )


UtsagnGroups = dict[str | None, list[Utsagn]]


def is_announced(item: Kildehenvisning) -> bool:
    """Tell whether a source only announces what it dates, going by the status that it gives."""
    if item.hva == "revidert" and item.status == "under_revisjon":
        return True
    return item.hva in VEDTAK and item.status in NOT_VEDTATT


def published_on(register: Register, kilde: str) -> TidspunktValue | None:
    """Give when a source came out; None when the register does not say."""
    declared = register.plansystem.kilder.get(kilde)
    return declared.dato if declared else None


def tittel(register: Register, kilde: str) -> str:
    """Give a source's title, or its id where it is not declared."""
    declared = register.plansystem.kilder.get(kilde)
    return declared.tittel if declared else kilde


def read_utsagn(register: Register, entity: Plan | Planstrategi) -> dict[str, UtsagnGroups]:
    """Give the statements by kind of event and by source, the events of the register first in each.

    What a source says of its own future is an announcement, and no statement.
    """
    groups: dict[str, UtsagnGroups] = defaultdict(lambda: {None: []})
    for index, item in enumerate(entity.kilder):
        if item.hva and item.dato and not is_announced(item):
            said = Utsagn(("kilder", index), item.kilde, published_on(register, item.kilde), item.dato, item.organ)
            if said.can_have_known(said.dato.start):
                groups[item.hva].setdefault(item.kilde, []).append(said)
    for index, event in enumerate(entity.hendelser):
        if not event.planlagt and event.hva in groups:
            sure = bool(event.organ) and not event.usikker
            groups[event.hva][None].append(Utsagn(("hendelser", index), None, None, event.dato, event.organ, sure))
    return groups


def is_of_own_year(register: Register, item: Kildehenvisning) -> bool:
    """Tell whether a source speaks of a revision in the year that it came out itself: that may be to come."""
    published, day = published_on(register, item.kilde), item.dato
    if item.hva != "revidert" or published is None or day is None or day.is_day:
        return False
    return day.slutt >= published.start


def told_vedtak(register: Register, entity: Plan | Planstrategi) -> Kildehenvisning | None:
    """Give the first source entry of a file that tells of an adoption: its day, or the case that it was made in."""
    told = (item for item in entity.kilder if item.hva in VEDTAK or (item.hva is None and item.sak))
    past = (item for item in told if not is_announced(item) and not is_of_own_year(register, item))
    return next((item for item in past if item.sak or (item.dato and _is_known(register, item))), None)


def _is_known(register: Register, item: Kildehenvisning) -> bool:
    published = published_on(register, item.kilde)
    return published is None or item.dato is None or item.dato.start <= published.slutt
