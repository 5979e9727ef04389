"""One workbook with every table on a sheet of its own: frozen header, filter, widths, real dates and numbers."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from planlint.exports.open_data.open_tables import open_tables
from planlint.tables import (
    LICENCE,
    Cell,
    DataTable,
    TableColumn,
    cut,
    harmless,
    need_nettsted,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted

FORMATS = ("xlsx",)
PATH = "plansystem.xlsx"
PATHS = (PATH,)
_WIDTH = 60
_NARROW = 10
_SAMPLE = 300


def _write(sheet: Any, at: tuple[int, int], value: Cell, dato: Any) -> None:
    """Write a cell as what it is; a text is never a formula, an address or a number."""
    if isinstance(value, str):
        if value:
            sheet.write_string(*at, cut(harmless(value)))
    elif isinstance(value, date):
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), dato)  # noqa: DTZ001 - a day has no zone
    else:
        sheet.write_number(*at, value)


def _widths(tabell: DataTable) -> list[int]:
    widths = [max(_NARROW, len(kolonne.navn) + 4) for kolonne in tabell.kolonner]
    for row in tabell.rader[:_SAMPLE]:
        widths = [max(width, min(_WIDTH, len(str(value)) + 2)) for width, value in zip(widths, row, strict=True)]
    return widths


def _sheet(book: Any, tabell: DataTable, dato: Any) -> None:
    sheet = book.add_worksheet(tabell.navn)
    last = len(tabell.kolonner) - 1
    for column, width in enumerate(_widths(tabell)):
        sheet.set_column(column, column, width)
    if tabell.rader:
        headers = [{"header": kolonne.navn} for kolonne in tabell.kolonner]
        style = {"columns": headers, "name": f"tabell_{tabell.navn}", "style": "Table Style Light 9"}
        sheet.add_table(0, 0, len(tabell.rader), last, style)
    else:
        sheet.write_row(0, 0, [kolonne.navn for kolonne in tabell.kolonner])
        sheet.autofilter(0, 0, 0, last)
    sheet.freeze_panes(1, 2)
    for number, row in enumerate(tabell.rader, 1):
        for column, value in enumerate(row):
            _write(sheet, (number, column), value, dato)


def about_table(site: Nettsted) -> DataTable:
    """Give the first sheet: what this is, from when, under which licence, and how many rows each table has."""
    _ = site.lang.gettext
    facts: list[tuple[Cell, Cell]] = [
        (_("Plansystemet i {kommune}").format(kommune=site.kommune), ""),
        (_("Dag"), site.register.today),
        (_("Versjon"), site.versjon.sha),
        (_("Lisens"), LICENCE),
    ]
    rows = [(tabell.navn, _(tabell.tittel), len(tabell.rader)) for tabell in open_tables(site)]
    columns = (TableColumn("ark", ""), TableColumn("innhold", ""), TableColumn("rader", ""))
    return DataTable("om", "", "", columns, (*((name, value, "") for name, value in facts), *rows))


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the workbook."""
    out = io.BytesIO()
    book = need_nettsted("xlsxwriter").Workbook(out, {"in_memory": True})
    day = site.register.today
    title = site.lang.gettext("Plansystemet i {kommune}").format(kommune=site.kommune)
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the same bytes for the same day
    book.set_properties({"title": title, "created": made})
    dato = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for tabell in (about_table(site), *open_tables(site)):
        _sheet(book, tabell, dato)
    book.close()
    yield "xlsx", PATH, out.getvalue()
