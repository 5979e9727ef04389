"""What every kind of file is read into: sheets of rows of cells, with the place where each row stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, Ord, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
Cell = str | int | float | date
# Control and direction characters, soft hyphens, halves of characters: nobody typed them, and no file can hold some.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
ORDERS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Those of them that are an order to a machine, or turn what is shown: whoever wrote them meant something by it."""
_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)


class ImportFault(Trouble):
    """The file cannot be imported; the text is for the user. Exit code 2."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by its number in the file, from 1. `merged`: one cell covers the whole row, as a heading does.

    `shaded`: the colours of cells that have one, by their places; they may be marks.
    """

    number: int
    cells: tuple[Cell, ...]
    merged: bool = False
    shaded: Mapping[int, str] = field(default_factory=dict)

    def text(self, column: int) -> str:
        """Give a cell as text; "" where the row has no such cell."""
        return as_text(self.cells[column]) if column < len(self.cells) else ""

    @property
    def texts(self) -> list[str]:
        """Every cell as text."""
        return [as_text(cell) for cell in self.cells]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(self.texts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet or a table: its name, its rows, and in Word the heading, the lines of text above it and below it."""

    name: str
    rows: tuple[SheetRow, ...]
    heading: str = ""
    below: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A file that has been read, and what in it was passed over, as sentences for the user."""

    sheets: tuple[Sheet, ...]
    passed_over: tuple[Message, ...] = ()


def as_text(cell: Cell) -> str:
    """Give a cell as a person would write it: what can be seen, a day as 28.2.2018, a whole number without decimals."""
    if isinstance(cell, bool):
        return "ja" if cell else "nei"
    if isinstance(cell, date):
        return f"{cell.day}.{cell.month}.{cell.year}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    if isinstance(cell, int):
        return str(cell)
    lines = (" ".join(line.split()) for line in _UNSEEN.sub("", cell).splitlines())
    return "\n".join(line for line in lines if line)


def month_text(day: date) -> str:
    """Give a day that the sheet shows without its day of the month: februar 2018."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def need_kontor(name: str) -> Any:
    """Give a library of the extra «kontor». Raises ImportFault where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        package = {"docx": "python-docx", "python_calamine": "python-calamine"}.get(name, name.partition(".")[0])
        text = N_("Å lese slike filer trenger {pakke}. Installer det med: `pip install {pakke}`")
        raise ImportFault(text, pakke=package) from None


def too_many_rows(what: Ord) -> ImportFault:
    """Give the fault of a sheet that is longer than any municipality's list of plans."""
    text = N_("{hva} har mer enn {grense} rader, og det er grensen. Ta bort rader som ikke er planer, eller del filen.")
    return ImportFault(text, hva=what, grense=f"{MAX_ROWS:_}".replace("_", " "))
