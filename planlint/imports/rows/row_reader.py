"""A row of a table becomes a plan: what is understood as the keys of a file, and what is not, with the reason."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.imports.rows.declared_cells import read_body_of_all, read_declared
from planlint.imports.rows.fact_keys import keep_facts
from planlint.imports.rows.imported_plan import ImportedPlan
from planlint.imports.rows.next_round import read_expected
from planlint.imports.rows.remarks import has_only_status
from planlint.imports.rows.row_around import DURATION, read_around
from planlint.imports.rows.row_marks import read_row_marks
from planlint.imports.rows.row_story import read_row_story
from planlint.imports.rows.row_text import SharedPart, parts
from planlint.imports.rows.row_type import read_type
from planlint.imports.table.head_words import MARK, OTHER, PERIOD, YEAR
from planlint.imports.table.heads import end_of_period
from planlint.imports.table.legend import is_blank
from planlint.words import (
    PeriodFact,
    Reading,
    period_in_title,
    read_cell,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.table.heads import Column
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.words import WordContext

_SAID = frozenset(("beslutning", "rullering", "tid", "oppstart", "ferdig", "prioritet", "utvalg", YEAR, MARK))
_PROSE = ("begrunnelse", "vilkår")
_KEPT = (OTHER, "kostnad", "årsverk", "utfordring", "bestilt")

_UNTIL = re.compile(r"\b(?:til|utløper|utløp|går ut)\W*$", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\s*(?:31\.12\.)?((?:19|20)\d\d)\s*")
"""A head of the last year of a period alone, and a cell below it."""


class RowReader:
    """Reads the rows of tables for one municipality."""

    def __init__(self, lookup: DeclaredWords, words: WordContext) -> None:
        """Keep what is declared, and what the words must know."""
        self.lookup = lookup
        self.words = words

    def read(self, row: TableRow, table: ReadTable) -> list[ImportedPlan]:
        """Give the plans of a row: one, or the parts of a kommuneplan that share it."""
        if found := parts(row.title.text, row.text("status")):
            return [self._part(row, part, table) for part in found]
        plan = self._row(row, table)
        plan.lest_av = row, table
        return [plan]

    def again(self, plan: ImportedPlan, cells: Mapping[str, str]) -> ImportedPlan | None:
        """Give a plan as its row was read when its cells said something else; None where the row is not known."""
        if plan.lest_av is None:
            return None
        row, table = plan.lest_av
        old = tuple(
            (c, text) for c, _ in row.cells if (text := cells.get(_head(c)) or cells.get(f"{row.sheet}: {_head(c)}"))
        )
        missing = [c for c in table.columns if c.index not in {one.index for one, _ in row.cells}]
        more = tuple((c, text) for c in missing if (text := cells.get(_head(c))) and c.field != "tittel")
        return self._row(replace(row, cells=(*old, *more)), table)

    def _part(self, row: TableRow, part: SharedPart, table: ReadTable) -> ImportedPlan:
        plan = self._row(row, table, part)
        plan.kilder = [{**ref, "oppgir": part.linje} for ref in plan.kilder]
        return plan

    def _row(self, row: TableRow, table: ReadTable, part: SharedPart | None = None) -> ImportedPlan:
        groups = " / ".join(filter(None, [table.caption, *(group.text for group in row.groups)]))
        plan = ImportedPlan(row.sheet, row.number, part.tittel if part else row.title.text, groups, row.text("id"))
        plan.is_task = row.is_task
        plan.is_under_words = any(group.kind in {"heading", "unknown"} for group in row.groups)
        plan.celler = {_head(column): text for column, text in row.cells}
        plan.sagt = [(column.head, text) for column, text in row.cells if column.field in _SAID]
        plan.heads = {column.field: column.head for column, _ in row.cells}
        plan.felt["tittel"] = plan.tittel
        read_type(plan, row, table, self.lookup, part.rolle if part else "")
        read_row_story(plan, row, part.tekst if part else "", table, self.words)
        read_row_marks(plan, row, table, self.words)
        read_around(plan, row, table, self.words)
        self._period(plan, _period_of(row))
        read_expected(plan, row, self.lookup)
        read_declared(plan, row, self.lookup, table)
        if table.legend.body:
            read_body_of_all(plan, table.legend.body, self.lookup)
        self._kept(plan, row)
        self._notes(plan, row)
        return plan

    def _period(self, plan: ImportedPlan, text: str) -> None:
        last = _LAST_YEAR.fullmatch(text) if _UNTIL.search(plan.heads.get("periode", "")) else None
        told = Reading((PeriodFact(til=int(last[1])),)) if last else read_cell("periode", text, self.words)
        for rest in () if DURATION.fullmatch(text) else told.rest:
            plan.note_unclear("periode", rest, N_("forstår ikke perioden. Skriv første og siste år, som 2016–2020"))
        keep_facts(plan, Reading(tuple(told.of(PeriodFact))), "periode")
        own = period_in_title(plan.tittel)
        period = plan.felt.get("periode", {})
        if own and own.fra is not None and period == {"til": own.til}:
            plan.felt["periode"] = {"fra": own.fra, **period}
        if own and "periode" not in plan.felt:
            plan.felt["periode"] = {key: value for key in ("fra", "til") if (value := getattr(own, key)) is not None}
            plan.soft.add("periode")

    def _kept(self, plan: ImportedPlan, row: TableRow) -> None:
        """Keep the columns that have no field of their own, and prose about the decision."""
        if row.text("nummer") and plan.beslutning:
            plan.beslutning["nummer"] = row.text("nummer").rstrip(".")
        for column, text in row.cells:
            if column.field in _KEPT or (column.field == "vilkår" and has_only_status(plan, text, self.words)):
                plan.ordrett.append((column.head, text))
            elif column.field in _PROSE:
                joined = [plan.beslutning.get(column.field, ""), text]
                plan.beslutning[column.field] = " ".join(filter(None, joined))

    def _notes(self, plan: ImportedPlan, row: TableRow) -> None:
        """Note which stars point to a note below the table, for the notes are read last."""
        plan.fotnote = " ".join(row.title.stars)
        others = [text for column, text in row.cells if column.field not in {"nummer", "id"}]
        beside = row.title.beside or row.title.labelled or row.title.stars
        plan.bare_tittel = not others and not beside


def _period_of(row: TableRow) -> str:
    """Give the cell of a row's period; of two columns, where one has the first year and one the last, both together."""
    cells = [(end_of_period(column.head), text) for column, text in row.cells if column.field == PERIOD]
    ends = {end: text for end, text in cells if end and not is_blank(text)}
    if len(ends) != len(cells) or not ends or (len(cells) == 1 and _LAST_YEAR.fullmatch(cells[0][1]) is None):
        return row.text(PERIOD)
    return f"{ends['fra']}–{ends['til']}" if len(ends) > 1 else " ".join(next(iter(ends.items())))


def _head(column: Column) -> str:
    """Give the name that a column's cells are remembered by."""
    return column.head or f"kolonne {column.index + 1}"
