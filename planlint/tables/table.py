"""A table before it is drawn: the same rows go to the page and to the files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class CellPart:
    """A part of a cell: a text, where it leads, and a word after it.

    `sti` is a page of the site, `url` an address outside it; `skjult` is for those who hear the page read.
    """

    tekst: str
    sti: str = ""
    etter: str = ""
    url: str = ""
    skjult: str = ""

    def __str__(self) -> str:
        """Give the part as plain text."""
        return self.tekst + self.etter


TableCell = str | tuple[CellPart, ...]
"""A cell: most often a text, else parts of which some lead somewhere."""
TableRow = tuple[TableCell, ...]


def cell_text(cell: TableCell) -> str:
    """Give a cell as one line of plain text."""
    return cell if isinstance(cell, str) else "; ".join(map(str, cell))


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows under a heading of their own; without a name they stand right under the heads of the columns."""

    navn: str
    rader: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it shows in a sentence (`om`), what to say when it is empty (`tomt`), and its rows in groups.

    `gruppenavn` heads the column that the groups' names make in a file. The first cell of a row names the row.
    """

    id: str
    navn: str
    om: str
    tomt: str
    kolonner: tuple[CellPart, ...]
    grupper: tuple[TableGroup, ...]
    gruppenavn: str = ""
    klasse: str = ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(gruppe.rader) for gruppe in self.grupper)

    def heads(self) -> list[str]:
        """Give the heads of the columns as a file has them."""
        return [*([self.gruppenavn] if self.gruppenavn else []), *map(str, self.kolonner)]

    def flat_rows(self) -> Iterator[list[str]]:
        """Yield the rows as a file has them: plain texts, the group's name first."""
        for gruppe in self.grupper:
            for rad in gruppe.rader:
                yield [*([gruppe.navn] if self.gruppenavn else []), *map(cell_text, rad)]


def without_empty_columns(table: Table) -> Table:
    """Give a table without the columns in which no row says anything; one without rows keeps all its heads."""
    rows = [rad for gruppe in table.grupper for rad in gruppe.rader]
    kept = [at for at in range(len(table.kolonner)) if not rows or any(cell_text(rad[at]) for rad in rows)]
    grupper = (
        replace(gruppe, rader=tuple(tuple(rad[at] for at in kept) for rad in gruppe.rader)) for gruppe in table.grupper
    )
    return replace(table, kolonner=tuple(table.kolonner[at] for at in kept), grupper=tuple(grupper))


def column_heads(names: Iterable[str]) -> tuple[CellPart, ...]:
    """Give heads of columns that are plain texts."""
    return tuple(map(CellPart, names))


def filled_groups(groups: Iterable[tuple[str, Iterable[TableRow]]]) -> tuple[TableGroup, ...]:
    """Give the groups that have rows."""
    found = (TableGroup(name, tuple(rows)) for name, rows in groups)
    return tuple(group for group in found if group.rader)
