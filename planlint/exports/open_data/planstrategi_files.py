"""The planstrategi tables as files: Markdown, CSV and XLSX, with the rows of the page."""

from __future__ import annotations

import csv
import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from planlint.output.paper import inline, table
from planlint.register.valgperiode import alle, vedtak
from planlint.tables.harmless_cells import krev, ren, ufarlig
from planlint.tables.planstrategi_tables import TITLER, tabeller
from planlint.tables.table import tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Gruppe, Tabell

FORMATS = ("markdown", "csv", "xlsx")
_BREDDE = (14, 60)
_A4 = 9


def _ark(text: str) -> str:
    """Make a text fit for a spreadsheet: no control characters, and nothing that would be read as a formula."""
    return ufarlig(ren(text))


def _gruppe_md(tabell: Tabell, gruppe: Gruppe) -> Iterator[str]:
    if gruppe.navn:
        yield from (f"### {inline(gruppe.navn)}", "")
    rows = ([tekst(cell) for cell in rad] for rad in gruppe.rader)
    yield from table([inline(str(one)) for one in tabell.kolonner], rows)


def markdown(tittel: str, found: Sequence[Tabell]) -> bytes:
    """Give tables as one Markdown text."""
    lines = [f"# {inline(tittel)}", ""]
    for tabell in found:
        lines += [f"## {inline(tabell.navn)}", "", inline(tabell.om if tabell.grupper else tabell.tomt), ""]
        for gruppe in tabell.grupper:
            lines += _gruppe_md(tabell, gruppe)
    return "\n".join(lines).encode()


def semikolon(tabell: Tabell) -> bytes:
    """Give a table as CSV that a Norwegian Excel opens: semicolons, and a mark that says UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_ark, tabell.hoder()))
    writer.writerows([_ark(text) for text in row] for row in tabell.flate())
    return out.getvalue().encode("utf-8-sig")


def arbeidsbok(found: Sequence[tuple[str, Tabell]], day: datetime) -> bytes:
    """Give a workbook with a sheet for each table; the same tables and day give the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with krev("xlsxwriter").Workbook(out, options) as book:
        book.set_properties({"created": day})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, tabell in found:
            _fyll(book.add_worksheet(name), tabell, wrapped)
    return out.getvalue()


def _fyll(sheet: Any, tabell: Tabell, wrapped: Any) -> None:
    """Fill a sheet with a real table, made to be printed on A4; an empty table says that it is."""
    heads = [_ark(text) for text in tabell.hoder()]
    rows = [[_ark(text) for text in row] for row in tabell.flate()]
    rows = rows or [[tabell.tomt, *[""] * (len(heads) - 1)]]
    columns = [{"header": head, "format": wrapped} for head in heads]
    sheet.add_table(0, 0, len(rows), len(heads) - 1, {"columns": columns, "data": rows})
    for at, width in enumerate(_bredder(heads, rows)):
        sheet.set_column(at, at, width, wrapped)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _bredder(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Give each column's width in characters, wide enough for the text as far as that is reasonable."""
    least, most = _BREDDE
    for at, head in enumerate(heads):
        yield min(max(least, len(head) + 4, *(len(row[at]) + 2 for row in rows)), most)


def filer(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the files of every planstrategi."""
    names = [site.lang.gettext(name) for name in TITLER]
    decided = vedtak(site.register)
    day = datetime.combine(site.register.today, time())
    for strategi in alle(site.register):
        found = tabeller(site, strategi, decided.get(strategi.id, []))
        stem = f"planstrategi/{strategi.id}"
        yield "markdown", f"{stem}.md", markdown(strategi.tittel, found)
        for tabell in found:
            yield "csv", f"{stem}-{tabell.id}.csv", semikolon(tabell)
        yield "xlsx", f"{stem}.xlsx", arbeidsbok(list(zip(names, found, strict=True)), day)
