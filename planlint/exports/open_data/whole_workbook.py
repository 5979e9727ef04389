"""One workbook with every table on a sheet of its own: frozen header, filter, widths, real dates and numbers."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from planlint.tables.all_tables import tabeller
from planlint.tables.harmless_cells import LISENS, Celle, Kolonne, Tabell, krev, ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables.nettsted import Nettsted

FORMATS = ("xlsx",)
STI = "plansystem.xlsx"
_LENGST = 32_767
_BREDDE = 60
_SMAL = 10
_PROEVE = 300


def _skriv(sheet: Any, at: tuple[int, int], value: Celle, dato: Any) -> None:
    """Write a cell as what it is; a text is never a formula, an address or a number."""
    if isinstance(value, str):
        if value:
            sheet.write_string(*at, ufarlig(value)[:_LENGST])
    elif isinstance(value, date):
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), dato)  # noqa: DTZ001 - a day has no zone
    else:
        sheet.write_number(*at, value)


def _bredder(tabell: Tabell) -> list[int]:
    widths = [max(_SMAL, len(kolonne.navn) + 4) for kolonne in tabell.kolonner]
    for row in tabell.rader[:_PROEVE]:
        widths = [max(width, min(_BREDDE, len(str(value)) + 2)) for width, value in zip(widths, row, strict=True)]
    return widths


def _ark(book: Any, tabell: Tabell, dato: Any) -> None:
    sheet = book.add_worksheet(tabell.navn)
    last = len(tabell.kolonner) - 1
    for column, width in enumerate(_bredder(tabell)):
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
            _skriv(sheet, (number, column), value, dato)


def om(site: Nettsted) -> Tabell:
    """Give the first sheet: what this is, from when, under which licence, and how many rows each table has."""
    _ = site.lang.gettext
    facts: list[tuple[Celle, Celle]] = [
        (_("Plansystemet i {kommune}").format(kommune=site.kommune), ""),
        (_("Dag"), site.register.today),
        (_("Versjon"), site.versjon.sha),
        (_("Lisens"), LISENS),
    ]
    rows = [(tabell.navn, _(tabell.tittel), len(tabell.rader)) for tabell in tabeller(site)]
    columns = (Kolonne("ark", ""), Kolonne("innhold", ""), Kolonne("rader", ""))
    return Tabell("om", "", "", columns, (*((name, value, "") for name, value in facts), *rows))


def filer(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the workbook."""
    out = io.BytesIO()
    book = krev("xlsxwriter").Workbook(out, {"in_memory": True})
    day = site.register.today
    title = site.lang.gettext("Plansystemet i {kommune}").format(kommune=site.kommune)
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the same bytes for the same day
    book.set_properties({"title": title, "created": made})
    dato = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for tabell in (om(site), *tabeller(site)):
        _ark(book, tabell, dato)
    book.close()
    yield "xlsx", STI, out.getvalue()
