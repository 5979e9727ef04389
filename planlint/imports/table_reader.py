"""A sheet becomes rows that are understood: where its head is, which rows are headings, and the notes below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.imports.column_heads import TITTEL, Column, columns, field_of, score
from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.cells import Sheet, SheetRow
    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.plan_row_reader import ImportedPlan, RowReader

_LOOK = 40
_ENOUGH = 2
_NOTE = re.compile(r"^(\*+)\s*(\S.*)$", re.DOTALL)


@dataclass(slots=True)
class ReadTable:
    """What came of one sheet: its columns, the heads that were not known, plans, headings, and notes without a plan."""

    ark: str
    kolonner: list[Column]
    ukjente: list[str]
    planer: list[ImportedPlan] = field(default_factory=list)
    overskrifter: list[str] = field(default_factory=list)
    uten_tittel: list[tuple[int, str]] = field(default_factory=list)
    noter: dict[str, str] = field(default_factory=dict)


def head_of(sheet: Sheet) -> int | None:
    """Give the place of the row that heads a table of plans; None where no row near the top does."""
    best, place = 0, None
    for index, row in enumerate(sheet.rows[:_LOOK]):
        found = score(row.texts)
        named = {column.field for column in columns(row.texts)[0]}
        if found >= _ENOUGH and TITTEL in named and found > best and not row.merged:
            best, place = found, index
    return place


def read_table(sheet: Sheet, leser: RowReader, oppslag: DeclaredWords) -> ReadTable | None:
    """Read a sheet; None where it has no head that is understood."""
    head = head_of(sheet)
    if head is None:
        return None
    row = sheet.rows[head]
    found, unknown = columns(row.texts)
    table = ReadTable(sheet.name, found, unknown)
    title = next(column for column in found if column.field == TITTEL)
    group = _first_group(sheet, title, head, oppslag)
    if group:
        table.overskrifter.append(group)
    for row in sheet.rows[head + 1 :]:
        group = _row(row, table, title, group, leser, oppslag)
    table.noter |= dict(_notes(sheet.below))
    for plan in table.planer:
        if note := table.noter.get(plan.fotnote):
            told = plan.felt.get("merknad", "")
            plan.felt["merknad"] = f"{told} {note}".strip() if note not in told else told
            plan.notetekst = note
    return table


def _first_group(sheet: Sheet, title: Column, head: int, oppslag: DeclaredWords) -> str:
    """Give the heading of the first rows: the head above the titles, the line or heading above, or the sheet's name."""
    above = [row.texts for row in sheet.rows[:head]]
    lines = [next(text for text in texts if text) for texts in reversed(above) if sum(map(bool, texts)) == 1]
    plain = [] if field_of(title.head)[0] == TITTEL else [title.head]
    known = (text for text in (*plain, *lines[:1], sheet.heading, sheet.name) if text and oppslag.is_heading(text))
    return next(known, plain[0] if plain else "")


def _row(row: SheetRow, table: ReadTable, title: Column, group: str, leser: RowReader, oppslag: DeclaredWords) -> str:  # noqa: PLR0913
    """Read one row into the table; give the heading that holds for the next one."""
    cells = {column.field: row.text(column.index) for column in table.kolonner}
    name = " ".join(cells[TITTEL].split())
    if row.is_empty:
        return group
    note = _NOTE.match(name)
    if note and not any(text for field, text in cells.items() if field != TITTEL):
        table.noter[note[1]] = " ".join(note[2].split())
        return group
    if _repeats(row, table):
        return name if name != title.head and oppslag.is_heading(name) else group
    alone = not any(
        text for index, text in enumerate(row.texts) if index != title.index and text != row.text(title.index)
    )
    if name and alone and (row.merged or oppslag.is_heading(name)) and not _is_plan(name, oppslag):
        table.overskrifter.append(name)
        return name
    if not name:
        table.uten_tittel.append((row.number, " | ".join(text for text in row.texts if text)))
        return group
    table.planer += leser.read(cells, group, table.ark, row.number)
    return group


def _is_plan(name: str, oppslag: DeclaredWords) -> bool:
    """Tell whether a name that is also a type is one of the plans that the system has already."""
    return any(fold(plan.tittel) == fold(name) for plan in oppslag.register.planer.values())


def _repeats(row: SheetRow, table: ReadTable) -> bool:
    """Tell whether a row is the head once more, as on a new page or above a new group."""
    others = [column for column in table.kolonner if column.field != TITTEL]
    same = [column for column in others if fold(row.text(column.index)) == fold(column.head)]
    return bool(others) and len(same) == len(others)


def _notes(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the notes below a table by their stars."""
    for line in lines:
        if match := _NOTE.match(line):
            yield match[1], match[2]
