"""What came of a sheet: rows that are plans, lines that are none, headings, notes and colours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.imports.table.legend import decision_of, mark_key, step_of

if TYPE_CHECKING:
    from planlint.imports.table.group import Group
    from planlint.imports.table.heads import Column
    from planlint.imports.table.layout import Layout
    from planlint.imports.table.legend import Legend
    from planlint.imports.table.lines import LineKind
    from planlint.imports.table.shades import Shades
    from planlint.imports.table.title_cell import Title

_LETTERS = 3
_SHORT_UNIT = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,6}(?!\w)")
_SHORT_UNITS = re.compile(r"[A-ZÆØÅ]{2,6}(?:(?:\s?[,/+&]\s?|\s+og\s+)[A-ZÆØÅ]{2,6})*")


@dataclass(slots=True)
class TableRow:
    """A row that is a plan (or a task): its title, its other cells by column, and the headings that it stands under.

    `valg`: the decision that the colour of the whole row is said to mean.
    """

    sheet: str
    number: int
    title: Title
    cells: tuple[tuple[Column, str], ...]
    groups: tuple[Group, ...] = ()
    is_task: bool = False
    valg: str = ""

    def text(self, field: str) -> str:
        """Give what the cells of a field say; "" where none does."""
        return "\n".join(text for column, text in self.cells if column.field == field)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was not read as a plan: where it stands, its words, and what it looks like."""

    sheet: str
    number: int
    text: str
    kind: LineKind | str
    rest: str = ""
    has_more: bool = False
    """Whether the row says more than its title and its number."""


@dataclass
class ReadTable:
    """What came of one sheet: its columns, its plans, its headings, and everything else that stood in it."""

    ark: str
    layout: Layout
    legend: Legend
    shades: Shades
    rows: list[TableRow] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    is_shaded: bool = False
    unread_colours: list[int] = field(default_factory=list)
    row_colours: list[tuple[int, str]] = field(default_factory=list)
    asked: list[Line] = field(default_factory=list)
    untitled: list[Line] = field(default_factory=list)
    parted: list[Line] = field(default_factory=list)
    continued: list[Line] = field(default_factory=list)
    noter: dict[str, str] = field(default_factory=dict)
    """Lines that are no plans, lines that must be decided about, rows without a title, cells of several plans that
    became one plan each, rows that go on with the title above, and notes by their stars; before them the coloured
    cells without a text that are not read, and the colours of the plans' titles, by the numbers of their rows."""
    names: list[str] = field(default_factory=list)
    parents: frozenset[str] = frozenset()
    """The texts below the head of the titles, and the numbers that others stand under («2», of «2.1»)."""
    caption: str = ""
    heading: str = ""
    short_forms: dict[str, str] = field(default_factory=dict)
    numbers: bool | None = None
    """A line above the table that says who decides about its plans, and whether numbers below its years are man-years;
    None until the first row is read."""

    def unit(self, text: str) -> str:
        """Give a unit with its short form spelt out, as the file explains it: «KD», «HO og NU»."""
        return _SHORT_UNIT.sub(lambda match: self._spelt(match[0]), text) if _SHORT_UNITS.fullmatch(text) else text

    def _spelt(self, short: str) -> str:
        """Give what a short form means by the file's own table of them or its legend; itself where nothing does."""
        word = self.short_forms.get(mark_key(short)) or self.legend.word(short)
        return short if not word or step_of(word) or decision_of(word) else word[:1].upper() + word[1:]

    def is_in_capitals(self, line: str) -> bool:
        """Tell whether a line is written in capitals, in a table whose titles are not."""
        letters = sum(letter.isalpha() for letter in line)
        return line.isupper() and letters > _LETTERS and 2 * sum(map(str.isupper, self.names)) < len(self.names)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that say something."""
        return self.layout.columns
