"""How a sheet is laid out: widths, heights, and how it is printed."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.tables import Cell, ExportTable

_NARROW, _ID, _TITTEL, _COMPUTED = 11, 28, 40, 70
"""In characters: the narrowest column, and how wide the ids, the titles and what is computed may be."""
_LINE, _MOST_LINES = 13, 4
"""How high a line of text is, and the most lines that a row shows."""
HEAD = 2 * _LINE + 2
_TIGHT = 1.1
"""How many letters of a usual text there are room for in the width of a digit."""
_A4 = 9
_ON_THE_SHEET = 200
"""The most characters across a page that can be read."""


def sheet_widths(ark: ExportTable) -> list[int]:
    """Give each column's width in characters: for the longest word of its head, and for what it holds."""
    most = (_ID, _TITTEL) if ark.is_read else ()
    widths = []
    for at, kolonne in enumerate(ark.kolonner):
        words = max(len(word) for word in kolonne.navn.split()) + 4
        held = max((len(line) for row in ark.rader for line in str(row[at]).split("\n")), default=0) + 2
        widest = most[at] if at < len(most) else ark.bredest if kolonne.lest else max(ark.bredest, _COMPUTED)
        widths.append(max(_NARROW, words, min(held, widest)))
    return widths


def row_height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Give a row's height: room for its tallest cell, as far as that is reasonable."""
    cells = zip(row, widths, strict=True)
    lines = max(sum(1 + int(len(line) / width / _TIGHT) for line in str(cell).split("\n")) for cell, width in cells)
    return _LINE * min(lines, _MOST_LINES)


def set_up_print(sheet: Any, name: str, widths: Sequence[int]) -> None:
    """Make the sheet fit to be printed: A4 across, the heads on every page, and the first column where it is cut."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{name}&R&P / &N")
    sheet.fit_to_pages(ceil(sum(widths) / _ON_THE_SHEET), 0)
    if sum(widths) > _ON_THE_SHEET:
        sheet.repeat_columns(0)
