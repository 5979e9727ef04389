"""The planstrategi tables as files: Markdown, CSV and XLSX, with the rows of the pages."""

from __future__ import annotations

import csv
import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from planlint.output import AGENDA_TITLE, inline, table
from planlint.register import all_planstrategier, vedtak
from planlint.tables import (
    AGENDA_FILES,
    TITLES,
    cell_text,
    clean,
    harmless,
    harmless_part,
    need_nettsted,
    tables_of_strategi,
    whole_agenda,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.tables import Nettsted, Table, TableGroup

FORMATS = ("markdown", "csv", "xlsx")
PATHS = ("planstrategi/*.md", "planstrategi/*.csv", "planstrategi/*.xlsx")
_WIDTH = (14, 60)
_A4 = 9


def _safe_text(text: str) -> str:
    """Make a text fit for a spreadsheet: no control characters, and nothing that would be read as a formula."""
    return harmless(clean(text))


def _group_markdown(tabell: Table, gruppe: TableGroup) -> Iterator[str]:
    if gruppe.navn:
        yield from (f"### {inline(gruppe.navn)}", "")
    rows = ([cell_text(cell) for cell in rad] for rad in gruppe.rader)
    yield from table([inline(str(one)) for one in tabell.kolonner], rows)


def markdown(tittel: str, found: Sequence[Table]) -> bytes:
    """Give tables as one Markdown text."""
    lines = [f"# {inline(tittel)}", ""]
    for tabell in found:
        lines += [f"## {inline(tabell.navn)}", "", inline(tabell.om if tabell.grupper else tabell.tomt), ""]
        for gruppe in tabell.grupper:
            lines += _group_markdown(tabell, gruppe)
    return "\n".join(lines).encode()


def semicolon_csv(tabell: Table) -> bytes:
    """Give a table as CSV that a Norwegian Excel opens: semicolons, and a mark that says UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(harmless_part(clean(text)) for text in tabell.heads())
    writer.writerows([harmless_part(clean(text)) for text in row] for row in tabell.flat_rows())
    return out.getvalue().encode("utf-8-sig")


def planstrategi_workbook(found: Sequence[tuple[str, Table]], day: datetime) -> bytes:
    """Give a workbook with a sheet for each table; the same tables and day give the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with need_nettsted("xlsxwriter").Workbook(out, options) as book:
        book.set_properties({"created": day})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, tabell in found:
            _fill_sheet(book.add_worksheet(name), tabell, wrapped)
    return out.getvalue()


def _fill_sheet(sheet: Any, tabell: Table, wrapped: Any) -> None:
    """Fill a sheet with a real table, made to be printed on A4; an empty table says that it is."""
    heads = [_safe_text(text) for text in tabell.heads()]
    rows = [[_safe_text(text) for text in row] for row in tabell.flat_rows()]
    rows = rows or [[tabell.tomt, *[""] * (len(heads) - 1)]]
    columns = [{"header": head, "format": wrapped} for head in heads]
    sheet.add_table(0, 0, len(rows), len(heads) - 1, {"columns": columns, "data": rows})
    for at, width in enumerate(_widths(heads, rows)):
        sheet.set_column(at, at, width, wrapped)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Give each column's width in characters, wide enough for the text as far as that is reasonable."""
    least, most = _WIDTH
    for at, head in enumerate(heads):
        yield min(max(least, len(head) + 4, *(len(row[at]) + 2 for row in rows)), most)


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the files of every planstrategi, and those of what the next one can take up."""
    names = [site.lang.gettext(name) for name in TITLES]
    decided = vedtak(site.register)
    day = datetime.combine(site.register.today, time())
    for strategi in all_planstrategier(site.register):
        found = tables_of_strategi(site, strategi, decided.get(strategi.id, []))
        stem = f"planstrategi/{strategi.id}"
        yield "markdown", f"{stem}.md", markdown(strategi.tittel, found)
        for tabell in found:
            yield "csv", f"{stem}-{tabell.id}.csv", semicolon_csv(tabell)
        yield "xlsx", f"{stem}.xlsx", planstrategi_workbook(list(zip(names, found, strict=True)), day)
    title, whole = site.lang.gettext(AGENDA_TITLE), whole_agenda(site)
    yield "markdown", f"{AGENDA_FILES}.md", markdown(title, [whole])
    yield "csv", f"{AGENDA_FILES}.csv", semicolon_csv(whole)
    yield "xlsx", f"{AGENDA_FILES}.xlsx", planstrategi_workbook([(title, whole)], day)
