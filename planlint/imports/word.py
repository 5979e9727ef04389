"""Tables of a Word document, read with python-docx's parser from a copy that has been looked through.

The walk is over the XML itself: python-docx's own cells leave out text in content controls and in tracked insertions,
and climb one row at a time through tall merged cells.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.imports.cells import MAX_CELLS, MAX_COLUMNS, Content, ImportFault, Sheet, SheetRow, need_kontor
from planlint.imports.colours import colour_name

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"))
_SHORT = 100


def read(file: io.BytesIO) -> Content:
    """Give the tables in the order of the document. Raises ImportFault as for a workbook."""
    docx = need_kontor("docx")
    try:
        body = docx.Document(file).element.body
    except (SyntaxError, KeyError, ValueError, AttributeError) as error:  # lxml's own is a SyntaxError
        raise ImportFault(N_("Word-filen kan ikke leses. Åpne den i Word og lagre den på nytt.")) from error
    return Content(tuple(_tables(body)))


def _tables(body: Any) -> Iterator[Sheet]:
    heading, pending = "", None
    below: list[str] = []
    for block in _blocks(body):
        if block.tag == f"{_W}tbl":
            if pending:
                yield replace(pending, below=tuple(below))
            pending, below = Sheet("", _rows(block), heading, above=tuple(below)), []
            heading = ""
        elif text := " ".join(_text(block).split()):
            below.append(text)
            heading = text if len(text) <= _SHORT else ""
    if pending:
        yield replace(pending, below=tuple(below))


def _blocks(body: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, also those inside content controls."""
    for child in body:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _blocks(child)


def _inside(node: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those inside content controls and insertions."""
    for child in node:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _inside(child, tag)


def _value(cell: Any, name: str) -> str | None:
    """Give the value of one of a cell's properties; "" for one without a value, None where it has not that property."""
    found = cell.find(f"{_W}tcPr/{_W}{name}")
    return None if found is None else found.get(f"{_W}val", "")


def _rows(table: Any) -> tuple[SheetRow, ...]:
    """Give a table's rows; a cell that goes on from the row above says what that one says."""
    rows: list[SheetRow] = []
    above: list[str] = []
    size = 0
    for number, row in enumerate(_inside(table, "tr"), 1):
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        cells = [""] * (int(before.get(f"{_W}val", "0")) if before is not None else 0)
        found = [*_inside(row, "tc")]
        spans = [_span(cell) for cell in found]
        shaded: dict[int, str] = {}
        for cell, span in zip(found, spans, strict=True):
            at = len(cells)
            if colour := _colour(cell):
                shaded |= dict.fromkeys(range(at, at + span), colour)
            merged = _value(cell, "vMerge")
            goes_on = merged is not None and merged != "restart"
            cells += [(above[at] if at < len(above) else "") if goes_on else _text(cell), *[""] * (span - 1)]
        size += len(cells)
        if len(cells) > MAX_COLUMNS or size > MAX_CELLS:
            raise ImportFault(N_("En tabell i filen er for bred: grensen er {grense} kolonner."), grense=MAX_COLUMNS)
        rows.append(SheetRow(number, tuple(cells), merged=len(spans) == 1 and spans[0] > 1, shaded=shaded))
        above = cells
    return tuple(rows)


def _colour(cell: Any) -> str:
    """Give the name of the colour of a cell, or ""."""
    found = cell.find(f"{_W}tcPr/{_W}shd")
    fill = "auto" if found is None else str(found.get(f"{_W}fill", "auto"))
    return "" if fill == "auto" else colour_name(fill)


def _span(cell: Any) -> int:
    return max(1, int(_value(cell, "gridSpan") or 1))


def _text(node: Any) -> str:
    """Give the text as it stands when tracked changes are accepted; paragraphs and line breaks become lines."""
    parts: list[str] = []
    for child in node:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            parts.append("\n")
        elif child.tag == f"{_W}tab":
            parts.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif child.tag not in _GONE and isinstance(child.tag, str):
            parts.append(_text(child))
            if child.tag == f"{_W}p":
                parts.append("\n")
    return "".join(parts)
