"""The year as a wheel and the election period as a strip, with the same dates in tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from planlint.base import with_capital
from planlint.model import parse
from planlint.site.page import Page
from planlint.site.sparse_columns import without_sparse_columns
from planlint.site.term_strip import StripDrawing, draw_strip
from planlint.site.year_dates import KINDS, current_term, dates_between
from planlint.site.year_wheel import WheelDrawing, draw_wheel
from planlint.tables import CellPart, Table, column_heads, filled_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.site.year_dates import YearDate
    from planlint.tables import Nettsted, TableRow

PATH = "aarshjul.html"
PATHS = (PATH,)
_SHORT = 3


@dataclass(frozen=True, slots=True)
class ShownYear:
    """A year: its wheel and its dates in a table."""

    hjul: WheelDrawing
    rader: Table


def month_names(site: Nettsted) -> list[str]:
    """Give the twelve months, shortened to three letters."""
    return [site.lang.tidspunkt(parse(f"2001-{month:02}"))[:_SHORT] for month in range(1, 13)]


def _kinds(site: Nettsted) -> list[tuple[str, str]]:
    """Give the kinds with their names; those that there are no dates of are not drawn."""
    return [(kind, site.lang.gettext(name)) for kind, name in KINDS.items()]


def _row(site: Nettsted, item: YearDate) -> TableRow:
    about = (CellPart(item.tittel, item.lenke.sti),) if item.tittel else ()
    what = (CellPart(item.hva, etter=f" ({item.merknad})" if item.merknad else ""),)
    return item.dato, what, about, site.lang.gettext(KINDS[item.lenke.slag])


def _month(site: Nettsted, item: YearDate) -> str:
    """Give the heading that a date of a year stands under: its month, or that the month is not known."""
    day = item.lenke.dag
    if (item.first.year, item.first.month) != (day.year, day.month):
        return site.lang.gettext("Måneden er ikke kjent")
    return with_capital(site.lang.tidspunkt(parse(f"{day.year:04}-{day.month:02}")))


def _table(site: Nettsted, name: str, about: str, id_: str, groups: Iterable[tuple[str, Sequence[YearDate]]]) -> Table:
    _ = site.lang.gettext
    table = Table(
        id=id_,
        navn=name,
        om=about,
        tomt=_("Registeret viser ingen datoer her."),
        kolonner=column_heads((_("Når"), _("Hva"), _("Gjelder"), _("Slag"))),
        grupper=filled_groups((title, [_row(site, item) for item in items]) for title, items in groups),
    )
    return without_sparse_columns(table, site.lang)


def _year(site: Nettsted, year: int, found: Sequence[YearDate]) -> ShownYear:
    """Draw a year; what has no month comes last in its table."""
    own = [item for item in found if item.lenke.dag.year == year]
    unknown = site.lang.gettext("Måneden er ikke kjent")
    by_month = [(name, list(items)) for name, items in groupby(own, key=lambda item: _month(site, item))]
    known = [pair for pair in by_month if pair[0] != unknown]
    rest = [item for name, items in by_month if name == unknown for item in items]
    links, kinds = [item.lenke for item in own], _kinds(site)
    listed = f"#tabell-aar-{year}"
    name = site.lang.gettext("Datoer i {år}").format(år=year)
    about = site.lang.gettext("Tabellen viser det samme som hjulet.")
    return ShownYear(
        draw_wheel(year, links, kinds, site.register.today, month_names(site), listed),
        _table(site, name, about, f"aar-{year}", [*_merged(known), (unknown, rest)]),
    )


def _merged(groups: Iterable[tuple[str, Sequence[YearDate]]]) -> Iterator[tuple[str, list[YearDate]]]:
    """Give each month once: what has no month may stand between two dates of one."""
    found: dict[str, list[YearDate]] = {}
    for name, items in groups:
        found.setdefault(name, []).extend(items)
    yield from found.items()


def _strip(site: Nettsted) -> tuple[str, StripDrawing, Table]:
    _, (term, first, last) = site.lang.gettext, current_term(site)
    found = dates_between(site, first, last)
    span = term.replace("-", "–")
    by_year = groupby(found, key=lambda item: str(item.lenke.dag.year))
    table = _table(
        site,
        _("Datoer i valgperioden {periode}").format(periode=span),
        _("Tabellen viser det samme som båndet."),
        "valgperioden",
        [(year, list(items)) for year, items in by_year],
    )
    links = [item.lenke for item in found]
    drawn = draw_strip(first, last, links, _kinds(site), site.register.today, "#tabell-valgperioden")
    return span, drawn, table


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _, today = site.lang.gettext, site.register.today
    years = [year for year in (today.year, today.year + 1) if year <= date.max.year]
    found = dates_between(site, date(years[0], 1, 1), date(years[-1], 12, 31))
    span, strip, table = _strip(site)
    yield Page(
        sti=PATH,
        mal="aarshjul.html.j2",
        tittel=_("Årshjul og valgperiode"),
        beskrivelse=_("Datoene som registeret har for {kommune}, i år, neste år og i valgperioden.").format(
            kommune=site.kommune
        ),
        innhold={
            "aarene": [_year(site, year, found) for year in years],
            "periode": span,
            "baand": strip,
            "baandrader": table,
        },
    )
