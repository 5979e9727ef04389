"""Sheets of an Excel workbook, read by python-calamine from a copy that has been looked through."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message
from planlint.imports.cells import Cell, Content, ImportFault, Sheet, SheetRow, month_text, need_kontor

if TYPE_CHECKING:
    import io

    from planlint.imports.scan import Scan

_FULL = 32_766


def read(book: io.BytesIO, scan: Scan) -> Content:
    """Give the visible sheets. Raises ImportFault when the reader is not installed or cannot read the workbook."""
    calamine = need_kontor("python_calamine")
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(book)
        hidden = [
            sheet.name for sheet in workbook.sheets_metadata if sheet.visible != calamine.SheetVisibleEnum.Visible
        ]
        names = [name for name in workbook.sheet_names if name not in hidden]
        sheets = tuple(_sheet(workbook.get_sheet_by_name(name), name, scan) for name in names)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise ImportFault(N_("Excel-filen kan ikke leses. Åpne den i Excel og lagre den på nytt.")) from error
    notes = [Message.of_text(N_("Arket «{ark}» er skjult og er ikke lest."), ark=name) for name in hidden]
    return Content(sheets, (*notes, *_unworked(names, scan), *_full(sheets)))


def _full(sheets: tuple[Sheet, ...]) -> list[Message]:
    """Tell of cells that hold all that a cell can: what stood behind is likely to be gone."""
    text = N_("Arket «{ark}», rad {nr}: en celle er full (32 767 tegn), og resten av teksten kan være kuttet.")
    return [
        Message.of_text(text, ark=sheet.name, nr=row.number)
        for sheet in sheets
        for row in sheet.rows
        if any(isinstance(cell, str) and len(cell) * 2 > _FULL and _size(cell) >= _FULL for cell in row.cells)
    ]


def _size(text: str) -> int:
    """Give how long Excel takes a text to be: it counts an emoji as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _unworked(names: list[str], scan: Scan) -> list[Message]:
    text = N_("Arket «{ark}» har formler som ikke er regnet ut (antall celler: {antall}). Lagre filen i Excel først.")
    counts = {name: len(scan.facts(name).unworked) for name in names}
    return [Message.of_text(text, ark=name, antall=number) for name, number in counts.items() if number]


def _sheet(sheet: Any, name: str, scan: Scan) -> Sheet:
    """Give a sheet's rows; what a merged cell says holds for each of its rows."""
    grid: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    facts, wide = scan.facts(name), set()
    shown = {at: kind for at, style in facts.styled if (kind := scan.shown_as(style))}
    coloured: dict[int, dict[int, str]] = {}
    for (at_row, at_column), style in facts.dressed:
        if name_of := scan.coloured_as(style):
            coloured.setdefault(at_row, {})[at_column] = name_of
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(grid) or left >= len(grid[top]):
            continue
        for row in grid[top + 1 : bottom + 1]:
            row[left] = grid[top][left]
        if left == 0 and right >= _last(grid[top]) and right > left:
            wide.add(top)
    rows = (
        SheetRow(number + 1, tuple(_cell(value, shown.get((number, column), "")) for column, value in enumerate(row)),
            merged=number in wide, shaded=coloured.get(number, {}))
        for number, row in enumerate(grid)
    )  # fmt: skip
    return Sheet(name, tuple(rows))


def _last(row: list[Any]) -> int:
    """Give the position of the last cell that holds anything."""
    return max((index for index, value in enumerate(row) if value not in {"", None}), default=0)


def _cell(value: Any, shown: str) -> Cell:
    """Give a cell without what only a spreadsheet has; a day shown as «feb 2018» is that month and no day."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return month_text(value) if shown == "måned" else value.year if shown == "år" else value
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if value is not None else ""
