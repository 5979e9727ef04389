"""How a sheet is laid out: widths, heights, and how it is printed."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.tables.harmless_cells import Celle
    from planlint.tables.sheets import Ark

_SMAL, _ID, _TITTEL, _REGNET = 11, 28, 40, 70
"""In characters: the narrowest column, and how wide the ids, the titles and what is computed may be."""
_LINJE, _LINJER = 13, 4
"""How high a line of text is, and the most lines that a row shows."""
HODE = 2 * _LINJE + 2
_TETT = 1.1
"""How many letters of a usual text there are room for in the width of a digit."""
_A4 = 9
_PAA_ARKET = 200
"""The most characters across a page that can be read."""


def bredder(ark: Ark) -> list[int]:
    """Give each column's width in characters: for the longest word of its head, and for what it holds."""
    most = (_ID, _TITTEL) if ark.lest else ()
    widths = []
    for at, kolonne in enumerate(ark.kolonner):
        words = max(len(word) for word in kolonne.navn.split()) + 4
        held = max((len(line) for row in ark.rader for line in str(row[at]).split("\n")), default=0) + 2
        widest = most[at] if at < len(most) else ark.bredest if kolonne.lest else max(ark.bredest, _REGNET)
        widths.append(max(_SMAL, words, min(held, widest)))
    return widths


def hoeyde(row: Sequence[Celle], widths: Sequence[int]) -> int:
    """Give a row's height: room for its tallest cell, as far as that is reasonable."""
    cells = zip(row, widths, strict=True)
    lines = max(sum(1 + int(len(line) / width / _TETT) for line in str(cell).split("\n")) for cell, width in cells)
    return _LINJE * min(lines, _LINJER)


def utskrift(sheet: Any, name: str, widths: Sequence[int]) -> None:
    """Make the sheet fit to be printed: A4 across, the heads on every page, and the first column where it is cut."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{name}&R&P / &N")
    sheet.fit_to_pages(ceil(sum(widths) / _PAA_ARKET), 0)
    if sum(widths) > _PAA_ARKET:
        sheet.repeat_columns(0)
