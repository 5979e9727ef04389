"""The statements of a plan's sources about its events, made comparable, and where they disagree (for PL802)."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.ord import ETT_ORGAN, IKKE_VEDTATTE, VEDTAK

if TYPE_CHECKING:
    from datetime import date

    from planlint.base.diagnostic import Step
    from planlint.model import Kildehenvisning, Plan, Planstrategi
    from planlint.model.tidspunkt import TidspunktVerdi
    from planlint.register.register import Register


class Utsagn(NamedTuple):
    """One dated statement: where it stands, its source (None: the register's own event) and when that came out."""

    path: tuple[Step, ...]
    kilde: str | None
    utgitt: TidspunktVerdi | None
    dato: TidspunktVerdi
    organ: str | None
    sikker: bool = False

    def samme_organ(self, other: Utsagn) -> bool:
        """Tell whether one body can be meant: the same, or one of the two is not told."""
        return not self.organ or not other.organ or self.organ == other.organ

    def samtidig(self, other: Utsagn) -> bool:
        """Tell whether the two dates, each as precise as its source, can be one."""
        return self.dato.start <= other.dato.slutt and other.dato.start <= self.dato.slutt

    def kjente(self, day: date) -> bool:
        """Tell whether the source can have known of a day: it did not come out before it."""
        return self.utgitt is None or day <= self.utgitt.slutt

    def kan_sammenlignes(self, other: Utsagn) -> bool:
        """Tell whether the two can be about one event: one body, and both sources came out after it."""
        return self.samme_organ(other) and self.kjente(other.dato.start) and other.kjente(self.dato.start)


Grupper = dict[str | None, list[Utsagn]]


def _varsler(item: Kildehenvisning) -> bool:
    """Tell whether a source only announces what it dates, going by the status that it gives."""
    if item.hva == "revidert" and item.status == "under_revisjon":
        return True
    return item.hva in VEDTAK and item.status in IKKE_VEDTATTE


def utgitt(register: Register, kilde: str) -> TidspunktVerdi | None:
    """Give when a source came out; None when the register does not say."""
    declared = register.plansystem.kilder.get(kilde)
    return declared.dato if declared else None


def tittel(register: Register, kilde: str) -> str:
    """Give a source's title, or its id where it is not declared."""
    declared = register.plansystem.kilder.get(kilde)
    return declared.tittel if declared else kilde


def utsagn(register: Register, entity: Plan | Planstrategi) -> dict[str, Grupper]:
    """Give the statements by kind of event and by source, the events of the register first in each.

    What a source says of its own future is an announcement, and no statement.
    """
    groups: dict[str, Grupper] = defaultdict(lambda: {None: []})
    for index, item in enumerate(entity.kilder):
        if item.hva and item.dato and not _varsler(item):
            said = Utsagn(("kilder", index), item.kilde, utgitt(register, item.kilde), item.dato, item.organ)
            if said.kjente(said.dato.start):
                groups[item.hva].setdefault(item.kilde, []).append(said)
    for index, event in enumerate(entity.hendelser):
        if not event.planlagt and event.hva in groups:
            sure = bool(event.organ) and not event.usikker
            groups[event.hva][None].append(Utsagn(("hendelser", index), None, None, event.dato, event.organ, sure))
    return groups


class Strid(NamedTuple):
    """Two statements that cannot both be right, and the field that they disagree on."""

    felt: str
    en: Utsagn
    annen: Utsagn

    def sett_fra(self, kilde: str | None) -> Strid:
        """Give the same with this source's statement first."""
        return self if self.en.kilde == kilde else Strid(self.felt, self.annen, self.en)


def _dato(ones: list[Utsagn], others: list[Utsagn]) -> Strid | None:
    """Give two statements that date one event differently, where the sources agree nowhere, or not for their body.

    A source that tells of more events than the other (an older edition, another body) contradicts nothing.
    """
    pairs = [(one, other) for one in ones for other in others if one.kan_sammenlignes(other)]
    agreed = [(one, other) for one, other in pairs if one.samtidig(other)]
    if not agreed:
        return Strid("dato", *pairs[0]) if pairs else None
    bodies = {said.organ for pair in agreed for said in pair}
    unlike = ((one, other) for one, other in pairs if one.organ == other.organ and one.organ not in {None, *bodies})
    return next((Strid("dato", *pair) for pair in unlike), None)


def _organ(ones: list[Utsagn], others: list[Utsagn]) -> Strid | None:
    """Give two statements that name different bodies for one and the same day."""
    for one in ones:
        same_day = [other for other in others if other.organ and one.dato.er_dag and other.dato == one.dato]
        if one.organ and same_day and not any(one.samme_organ(other) for other in same_day):
            return Strid("organ", one, same_day[0])
    return None


def strider(hva: str, groups: Grupper) -> list[Strid]:
    """Give the disagreements, source by source; two statements that sure events both bear out are no disagreement."""
    found = []
    for ones, others in combinations(groups.values(), 2):
        strid = _dato(ones, others) or (_organ(ones, others) if hva in ETT_ORGAN else None)
        if strid and not all(
            any(event.sikker and event.samtidig(said) and event.samme_organ(said) for event in groups[None])
            for said in (strid.en, strid.annen)
        ):
            found.append(strid)
    return found
