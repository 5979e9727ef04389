"""Colours that nothing in the file explains: told of, as they may be what the table says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import NN_, Message
from planlint.imports.table.shades import is_dressing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.table.reader import ReadTable

_CELLS = NN_(
    "{n} celle under årene er fargelagt uten tekst, og ingen forklaring i filen sier hva fargen betyr. Sett et kryss "
    "i den, eller skriv forklaringen under tabellen: «Grønn = planarbeid»",
    "{n} celler under årene er fargelagt uten tekst, og ingen forklaring i filen sier hva fargen betyr. Sett et kryss "
    "i dem, eller skriv forklaringen under tabellen: «Grønn = planarbeid»",
)
_ROWS = NN_(
    "{n} rad er fargelagt, og ingen forklaring i filen sier hva fargen betyr",
    "{n} rader er fargelagt, og ingen forklaring i filen sier hva fargen betyr",
)


def told_colours(tables: Iterable[ReadTable]) -> Iterator[tuple[str, int, Message]]:
    """Yield what is not read of colours: the table, the first line that has one, and the sentence about it."""
    for table in tables:
        if cells := table.unread_colours:
            yield table.ark, cells[0], Message.of_text(_CELLS, n=len(cells))
        coloured = [number for number, colour in table.row_colours if colour]
        if coloured and not is_dressing([colour for _, colour in table.row_colours]):
            yield table.ark, coloured[0], Message.of_text(_ROWS, n=len(coloured))
