"""A table on paper: fixed widths that suit what it holds, heads on every page, rows that are not cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.exports.paper_style import HEAD_STYLE, TEXT_STYLE, WIDTH, element
from planlint.tables import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.tables import TableCell

_HEAD_COLOUR = "D9D9D9"
_LONGEST_WORD, _LONGEST_CELL = 18, 120
_USUAL = 0.9
"""A column is made for so many of its cells; the few that are longer get more lines."""
_LETTER, _HEAD_LETTER, _EDGE, _NARROW = 1.65, 1.9, 5.0, 18.0
"""In millimetres: a letter in a cell and in a head, the space beside a text, and the narrowest column."""


def _paragraphs(cell: TableCell) -> list[str]:
    """Give the paragraphs of a cell: one for each of its parts."""
    return [cell] if isinstance(cell, str) else [str(part) for part in cell] or [""]


def share_widths(hoder: Sequence[str], rader: Sequence[Sequence[TableCell]]) -> list[float]:
    """Share the page's width, in millimetres: room for the longest word first, then for what the columns hold."""
    least, wanted = [], []
    for at, head in enumerate(hoder):
        cells = [text for row in rader for text in _paragraphs(row[at]) if text] or [""]
        words = max((len(word) for cell in cells for word in cell.split()), default=0)
        heads = max(map(len, head.split()), default=0)
        usual = sorted(map(len, cells))[int((len(cells) - 1) * _USUAL)]
        word = max(min(words, _LONGEST_WORD) * _LETTER, min(heads, _LONGEST_WORD) * _HEAD_LETTER)
        least.append(max(_NARROW, word + _EDGE))
        wanted.append(max(least[-1], min(usual, _LONGEST_CELL) * _LETTER + _EDGE))
    if sum(least) >= WIDTH:
        return [one * WIDTH / sum(least) for one in least]
    more = [want - one for want, one in zip(wanted, least, strict=True)]
    share = (WIDTH - sum(least)) / (sum(more) or 1)
    if share > 1:  # room for all, and some to spare
        return [one * WIDTH / sum(wanted) for one in wanted]
    return [one + share * extra for one, extra in zip(least, more, strict=True)]


def _fill(cell: Any, value: TableCell, style: str) -> None:
    """Write a cell. The style goes by its id: python-docx looks through all styles each time that it gets a name."""
    first, *rest = _paragraphs(value)
    paragraphs = [cell.paragraphs[0], *(cell.add_paragraph() for _ in rest)]
    for paragraph, text in zip(paragraphs, (first, *rest), strict=True):
        paragraph._p.style = style  # noqa: SLF001 - as said
        paragraph.add_run(clean(text))


def _head(row: Any) -> None:
    """Make a row the head: shown again on each page, and grey."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no heads
    properties.append(element("w:tblHeader"))
    for cell in row.cells:
        shade = element("w:shd", val="clear", color="auto", fill=_HEAD_COLOUR)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above


def _describe(table: Any, navn: str, om: str) -> None:
    """Say what the table is to those who do not see it, and that its first row and column are heads."""
    properties = table._tblPr  # noqa: SLF001 - as above
    for old in properties.findall("{*}tblLook"):
        properties.remove(old)
    look = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    properties.append(element("w:tblLook", val="06A0", **look))
    properties.append(element("w:tblCaption", val=navn))
    properties.append(element("w:tblDescription", val=om))


def write_paper_table(  # noqa: PLR0913 - a table has this many parts
    document: Any, navn: str, om: str, hoder: Sequence[str], rader: Sequence[Sequence[TableCell]], mm: Sequence[float]
) -> None:
    """Add a table at the end of a Word file; `mm` are the widths of its columns."""
    from docx.shared import Mm  # noqa: PLC0415 - only papers need it

    table = document.add_table(0, len(hoder), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, mm, strict=True):
        column.width = Mm(width)
    _describe(table, navn, om)
    styles = {name: document.styles[name].style_id for name in (HEAD_STYLE, TEXT_STYLE)}
    for number, values in enumerate((hoder, *rader)):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001 - as above
        for cell, value in zip(row.cells, values, strict=True):
            _fill(cell, value, styles[TEXT_STYLE if number else HEAD_STYLE])
        if not number:
            _head(row)
    document.add_paragraph(style=TEXT_STYLE)  # two tables that touch are one
