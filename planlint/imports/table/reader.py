"""A sheet becomes rows that are understood: plans with their cells, headings, lines that are no plans, and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.imports.fold_words import fold
from planlint.imports.table.beside import (
    NOTE,
    explaining,
    is_parent,
    is_rest_of_title,
    is_used,
    join_title,
    lacks_number,
    nested,
    notes,
    outside,
    parents,
)
from planlint.imports.table.cells_tell import with_letters
from planlint.imports.table.group import Group
from planlint.imports.table.groups import read_group
from planlint.imports.table.head_words import MARK, TITTEL, YEAR
from planlint.imports.table.heads import Column, field_of
from planlint.imports.table.layout import is_head_again, layout_of
from planlint.imports.table.legend import is_blank, legend
from planlint.imports.table.lines import has_verb, is_named_plan, is_work, is_work_heading, line_kind, several
from planlint.imports.table.read_table import Line, ReadTable, TableRow
from planlint.imports.table.shades import has_one_colour, shade_mark, shades_of
from planlint.imports.table.title_cell import read_title
from planlint.words import kind_of

if TYPE_CHECKING:
    from planlint.imports.cells import Sheet, SheetRow
    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.table.answers import UserAnswers
    from planlint.imports.table.legend import Legend

_UNITS = re.compile(
    r"^(?:tjenesteområde|tenesteområde|sektor|avdeling|enhet|eining|etat|kommunalområde)\b", re.IGNORECASE
)
_NO_UNIT = re.compile(r"plan(?:er|ar)?\b|dokument|strategi|forskrift|overordn", re.IGNORECASE)
"""A head of the titles that says that the headings are units («Tenesteområde/plan»), and a heading that is none."""
_SHORT_HEADING = 10
_ROMAN = re.compile(r"[IVX]{1,5}[.)]?")
"""The number of a part that is written in letters, which may well be three: «III», «VIII»."""
_CAPTION = re.compile(r"\b(?:administrative?|politiske?) (?:planer|planar|dokument|strategi)", re.IGNORECASE)
PLAN, NOT, TASK = "plan", "ikke", "oppgave"
_DOUBTED = frozenset(("doubtful", "work"))
"""The lines that are no plans until the user says so."""
_OF_PLANS = frozenset(("type", "vedtatt", "periode"))
"""What only a plan has: a row that says it is one, whatever its name."""


@dataclass(frozen=True, slots=True)
class TableAnswers:
    """The user's answers about columns, headings and lines."""

    columns: UserAnswers
    groups: UserAnswers
    rows: UserAnswers


class TableReader:
    """Reads sheets for one municipality."""

    def __init__(self, lookup: DeclaredWords, answers: TableAnswers) -> None:
        """Keep what is declared, and the user's answers."""
        self.lookup = lookup
        self.answers = answers
        self._told: dict[tuple[str, ...], Legend] = {}

    def read(self, sheet: Sheet) -> ReadTable | None:
        """Read a sheet; None where it has no head that is understood."""
        layout = layout_of(sheet, self.answers.columns)
        for answers in (self.answers.groups, self.answers.rows):
            answers.add(text for row in sheet.rows for text in row.texts)
        if layout is None:
            return None
        around, title = explaining(sheet), layout.title.index
        body, heads = sheet.rows[layout.body :], tuple(fold(column.head) for column in layout.columns)
        told = legend(around)
        self._told[heads] = told = told if told.words else told.with_others(self._told.get(heads, told), {})
        layout = replace(layout, columns=with_letters(layout.columns, body, told))
        table = ReadTable(sheet.name, layout, told, shades_of(sheet, around, title))
        marks = [column.index for column in layout.columns if column.field in {YEAR, MARK}]
        table.parents = parents(body, layout)
        table.heading = sheet.above[-1] if sheet.above else ""
        table.names = [row.text(title) for row in body if row.text(title)]
        table.is_shaded = not any(row.text(at) for row in body for at in marks) and has_one_colour(body, marks, title)
        groups = self._first(sheet, table)
        for row in sheet.rows[: layout.first]:
            if not row.is_empty and (text := " | ".join(dict.fromkeys(filter(None, row.texts)))):
                table.lines.append(Line(sheet.name, row.number, text, "above"))
        for row in sheet.rows[layout.body :]:
            groups = self._row(row, table, groups)
        table.caption = next((line for line in reversed(sheet.above) if _CAPTION.search(line)), "")
        table.noter |= dict(notes(sheet.below))
        return table

    def _first(self, sheet: Sheet, table: ReadTable) -> list[Group]:
        """Give the heading of the first rows: above the titles, the table or the sheet."""
        head = table.layout.title.head
        above = [row.texts for row in sheet.rows[: table.layout.first]]
        lines = [next(filter(None, texts)) for texts in reversed(above) if len({*filter(None, texts)}) == 1]
        plain = [head] if head and field_of(head)[0] != TITTEL and table.layout.title.why != "" else []
        if plain and not (self.lookup.is_heading(head) or any(column.field == YEAR for column in table.columns)):
            plain = [] if field_of(head)[0] else plain
        known = [text for text in (*lines[:1], sheet.heading, sheet.name) if text and self._tells(text)]
        return [self._group(text, table) for text in (plain or known)[:1]]

    def _tells(self, text: str) -> bool:
        """Tell whether a line above a table says what is decided about its plans, their type or their unit."""
        short = len(text.split()) <= _SHORT_HEADING
        told = short and read_group(text, self.lookup).kind in {"valg", "status"}
        return told or self.lookup.is_heading(text)

    def head_by_sheet(self, table: ReadTable) -> None:
        """Let the name of a table's sheet be a heading above all of its plans, asked about as others are."""
        self.answers.groups.add([table.ark])
        group = self._group(table.ark, table)
        table.rows = [replace(row, groups=(group, *row.groups)) for row in table.rows]

    def _group(self, text: str, table: ReadTable) -> Group:
        answers = self.answers.groups
        asked = answers.answer(text, others=False)
        group = read_group(text, self.lookup, asked)
        if group.kind == "unknown" and _UNITS.search(table.layout.title.head) and not _NO_UNIT.search(text):
            group = Group(group.text, "ansvarlig", self.lookup.sektor(group.text))
        elif not asked and (others := answers.for_others(text, is_asked=group.kind == "unknown")):
            group = read_group(text, self.lookup, others)
        table.groups.append(group)
        return group

    def _row(self, row: SheetRow, table: ReadTable, groups: list[Group]) -> list[Group]:
        """Read one row into the table; give the headings that hold for the next one."""
        title = table.layout.title
        name = row.text(title.index)
        if row.is_empty:
            return groups
        if row.number in table.shades.keys or is_head_again(row, table.columns):
            return self._aside(row, table, groups)
        cells = tuple(
            (c, text) for c in table.columns if c is not title and not is_blank(text := _marked(row, c, table))
        )
        cells += tuple(outside(row, table))
        said = [text for column, text in cells if not _is_number(column, text) and text != name]
        alone = not said or (not name and len({*said}) == 1)
        line = name or (said[0] if alone and said else "")
        if alone and (note := NOTE.match(line)):
            table.noter[note[1]] = " ".join(note[2].split())
            return groups
        if alone and name and is_rest_of_title(row, name, table) and not self.answers.rows.has(name):
            join_title(name, row, table)
        elif alone and self._is_group(row, line, table):
            head, _, rest = line.partition("\n")
            if rest:
                table.lines.append(Line(table.ark, row.number, rest, "sentence"))
            return nested(groups, self._group(head, table), fresh=is_used(groups, table))
        elif not name:
            text = " | ".join(filter(None, row.texts))
            table.untitled.append(Line(table.ark, row.number, text, "untitled"))
        else:
            self._plan(row, table, groups, cells, alone=alone)
        return groups

    def _aside(self, row: SheetRow, table: ReadTable, groups: list[Group]) -> list[Group]:
        """Read a row that explains a colour, or is the head once more, perhaps with a new heading in it."""
        title = table.layout.title
        name = row.text(title.index)
        if row.number in table.shades.keys:
            table.lines.append(Line(table.ark, row.number, next(filter(None, row.texts)), "legend"))
            return groups
        return [self._group(name, table)] if name and fold(name) != fold(title.head) else groups

    def _is_group(self, row: SheetRow, line: str, table: ReadTable) -> bool:
        """Tell whether a line on its own is a heading and no plan that there is already."""
        line = line.partition("\n")[0]
        plans = self.lookup.register.planer.values()
        if self.answers.rows.has(line) or any(fold(line) == fold(plan.tittel) for plan in plans):
            return False
        if line_kind(line, alone=True) != "doubtful" and not line.endswith(":"):
            return row.merged and self.answers.groups.has(line)
        if self.answers.groups.has(line):
            return True
        if not row.merged and not line.endswith(":") and read_title(line).beside:
            return False
        named = read_group(line, self.lookup)
        return (
            row.merged
            or line.endswith(":")
            or named.kind != "unknown"
            or table.is_in_capitals(line)
            or is_parent(row, table)
        )

    def _plan(
        self,
        row: SheetRow,
        table: ReadTable,
        groups: list[Group],
        cells: tuple[tuple[Column, str], ...],
        *,
        alone: bool,
    ) -> None:
        """Add a row that is a plan, or one that is none, or one that must be asked about."""
        name = row.text(table.layout.title.index)
        title = read_title(name)
        told = len(table.columns) == 1 or any(group.kind in {"valg", "status"} for group in groups)
        told = told or is_named_plan(title.text)
        kind = line_kind(title.text, alone=alone and not told and not title.beside and not title.labelled)
        if name.startswith(f"{title.text}. ") and has_verb(title.text):
            kind = "sentence"
        if kind == "plan" and lacks_number(row, table):
            kind = "doubtful"
        if kind == "plan" and (self._is_work(title.text, cells) or self._is_under_work(title.text, table, groups)):
            kind = "work"
        answer = self.answers.rows.answer(name, others=kind in _DOUBTED)
        rest = " | ".join(f"{column.head or '–'}: {text}" for column, text in cells)
        if kind != "plan" and answer not in {PLAN, TASK}:
            asked = kind in _DOUBTED and not answer
            (table.asked if asked else table.lines).append(Line(table.ark, row.number, name, kind, rest, not alone))
            return
        if answer == NOT:
            table.lines.append(Line(table.ark, row.number, name, "not", rest))
            return
        if kind == "plan" and len(plans := several(name)) > 1 and not answer:
            line = Line(table.ark, row.number, name, "several", "\n".join(plans))
            if any("\n" in text for _, text in cells):
                table.asked.append(line)
                return
            table.parted.append(line)
            every = [read_title(one) for one in plans]
            table.rows += [TableRow(table.ark, row.number, one, cells, tuple(groups)) for one in every]
            return
        self._note_colours(row, table)
        valg = table.shades.rows.get(row.shaded.get(table.layout.title.index, ""), "")
        table.rows.append(TableRow(table.ark, row.number, title, cells, tuple(groups), answer == TASK, valg))

    def _is_work(self, title: str, cells: tuple[tuple[Column, str], ...]) -> bool:
        """Tell whether a row has the name of work, and neither its cells nor the register say that it is a plan."""
        if not is_work(title) or any(column.field in _OF_PLANS for column, _ in cells):
            return False
        return all(fold(title) != fold(plan.tittel) for plan in self.lookup.register.planer.values())

    def _is_under_work(self, title: str, table: ReadTable, groups: list[Group]) -> bool:
        """Tell whether the heading of a row, or of its whole table, says that what stands below it is no plans."""
        headings = [*(group.text for group in groups), table.heading]
        plans = self.lookup.register.planer.values()
        known = kind_of(title) or any(fold(title) == fold(plan.tittel) for plan in plans)
        return not known and any(is_work_heading(text) for text in headings)

    def _note_colours(self, row: SheetRow, table: ReadTable) -> None:
        """Note the colours of a plan's row that nothing explains, so that they can be told of."""
        title = table.layout.title.index
        places = [column.index for column in table.columns if column.field in {YEAR, MARK}]
        own = row.shaded.get(title, "")
        empty = [at for at in places if row.shaded.get(at, own) != own and not row.text(at)]
        read = {column.index for column in table.columns if _marked(row, column, table)}
        table.unread_colours += [row.number for at in empty if at not in read]
        table.row_colours.append((row.number, "" if own in table.shades.rows else own))


def _marked(row: SheetRow, column: Column, table: ReadTable) -> str:
    """Give a cell's text, with a mark where its colour is one."""
    shade = shade_mark(row, column, table.layout.title.index, table.shades, alone=table.is_shaded)
    return f"{row.text(column.index)} {shade}".strip()


def _is_number(column: Column, text: str) -> bool:
    """Tell whether a cell only numbers its row; words in that column are a heading that begins there."""
    return column.field == "nummer" and bool(_ROMAN.fullmatch(text) or not re.search(r"[^\W\d_]{3}", text))
