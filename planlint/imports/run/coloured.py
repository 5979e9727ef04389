"""What a table may say more than was read: colours that nothing explains, and bodies that may adopt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message, typed_option
from planlint.imports.table.head_words import YEAR
from planlint.imports.table.legend import usual_meaning
from planlint.imports.table.shades import is_dressing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.table.read_table import ReadTable

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


def told_bodies(tables: Iterable[ReadTable]) -> Iterator[Message]:
    """Yield that a column of committees was read as who has the matter, and how to say that they adopt the plans."""
    text = N_(
        "«{hode}» er lest som utvalget som har saken. Er det organet som vedtar planene, skriv {valg}. Da "
        "står det også hvem som har vedtatt, der tabellen sier når."
    )
    heads = {column.head: None for table in tables for column in table.columns if column.field == "utvalg"}
    for head in heads:
        yield Message.of_text(text, hode=head, valg=typed_option("--column", f"{head}=organ"))


def told_letters(tables: Iterable[ReadTable]) -> Iterator[Message]:
    """Yield which letters nothing in the file explains, and what they were read as."""
    text = N_(
        "Filen forklarer ikke bokstavene i «{ark}». De er lest slik: {bokstaver}. Betyr en av dem noe annet, skriv en "
        "linje med forklaringen i filen, for eksempel «{eksempel}»."
    )
    for table in tables:
        cells = (text for row in table.rows for column, text in row.cells if column.field in {YEAR, "beslutning"})
        marks = {mark.strip("() ").upper() for mark in cells if not table.legend.word(mark)}
        meant = {mark: valg for mark in sorted(marks) if (valg := usual_meaning(mark))}
        if meant and table.legend.letters:
            read = [f"{mark} = {valg.replace('_', ' ')}" for mark, valg in meant.items()]
            yield Message.of_text(text, ark=table.ark, bokstaver=", ".join(read), eksempel=read[0])
