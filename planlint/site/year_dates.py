"""The dates that a register has: what has happened, what is announced, and what falls due, each with its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, with_capital
from planlint.model import TOLD_AS_VEDTAK
from planlint.output import expected_words, settled_words
from planlint.register import first_day, last_day, valgaar, valgperiode_of
from planlint.site.year_wheel import DatedLink
from planlint.tables import deadlines_between, told_time
from planlint.text import EVENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.ahead import Due
    from planlint.model import Enhet, Hendelse
    from planlint.tables import DeadlineRow, Nettsted

LOV, VEDTAK, PROSESS, FRIST, ARBEID, HJUL = "lov", "vedtak", "prosess", "frist", "arbeid", "hjul"
KINDS = {
    LOV: N_("Lovens datoer og valg"),
    VEDTAK: N_("Vedtak"),
    PROSESS: N_("Høring og planprosess"),
    FRIST: N_("Periode ute eller revisjon"),
    ARBEID: N_("Planarbeid"),
    HJUL: N_("Forventet"),
}
_DUE = {"lov": LOV, "periode": FRIST, "revisjon": FRIST, "arbeid": ARBEID, "beslutning": ARBEID, "hjul": HJUL}


@dataclass(frozen=True, slots=True)
class YearDate:
    """A date in words, what, about which plan (its title and page, "" where it is about none), and a note."""

    lenke: DatedLink
    dato: str
    hva: str
    tittel: str
    merknad: str

    @property
    def first(self) -> date:
        """The first day that it can be."""
        return self.lenke.fra or self.lenke.dag


def current_term(site: Nettsted) -> tuple[str, date, date]:
    """Give the term that the site's day is in, and its first and last day."""
    system, today = site.register.plansystem, site.register.today
    term = valgperiode_of(valgaar(today.year))
    if first_day(system, term) > today:
        term = valgperiode_of(valgaar(today.year - 1))
    return term, first_day(system, term), last_day(system, term)


def _kind_of_event(hva: str) -> str:
    return VEDTAK if hva in TOLD_AS_VEDTAK else PROSESS


def _made(kind: str, day: date, start: date | None, row: tuple[str, str, str, str, str]) -> YearDate:
    dato, hva, tittel, sti, merknad = row
    text = ": ".join(part for part in (dato, hva, tittel) if part)
    return YearDate(DatedLink(day, text, sti, kind, start, by_month=kind == HJUL), dato, hva, tittel, merknad)


def _due(site: Nettsted, item: Due, row: DeadlineRow) -> YearDate:
    kind = _kind_of_event(item.hva) if item.slag == "varslet" else _DUE[item.slag]
    at_end = item.slag == "periode"
    dato = told_time(site, row) if at_end else site.lang.tidspunkt(item.tid) if item.tid else site.lang.dato(item.dag)
    start = item.tid.start if item.tid and not at_end else None
    told = [*settled_words(item, site.lang), *expected_words(item, site.lang)]
    note = ", ".join(told) if item.tid else row.merknad
    return _made(kind, item.dag, start, (dato, row.hva, row.tittel, row.side, note))


def _event(site: Nettsted, entity: Enhet, event: Hendelse) -> YearDate:
    point = event.dato
    dato = site.lang.tidspunkt(point, usikker=event.usikker)
    told = with_capital(site.lang.gettext(EVENT_NAMES[event.hva]))
    start = None if point.is_day else point.start
    return _made(_kind_of_event(event.hva), point.slutt, start, (dato, told, entity.tittel, site.path(entity), ""))


def _happened(site: Nettsted) -> Iterator[YearDate]:
    """Give what has happened by the site's day; what is announced is among what falls due."""
    for entity in site.register.entities_with_hendelser():
        for event in entity.hendelser:
            if not event.planlagt and event.dato.start <= site.register.today:
                yield _event(site, entity, event)


def dates_between(site: Nettsted, first: date, last: date) -> list[YearDate]:
    """Give the dates from one day to another, by day; measures have a page of their own."""
    due = (_due(site, item, row) for item, row in deadlines_between(site, first, last) if item.slag != "tiltak")
    happened = (item for item in _happened(site) if first <= item.lenke.dag <= last)
    kinds = list(KINDS)

    def place(item: YearDate) -> tuple[date, date, int, str]:
        return item.lenke.dag, item.first, kinds.index(item.lenke.slag), item.lenke.tittel

    return sorted((*due, *happened), key=place)
