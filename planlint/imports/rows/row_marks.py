"""The marks of a row below years and decisions, laid onto its plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.imports.rows.fact_keys import keep_facts
from planlint.imports.rows.years import has_numbers, read_marks
from planlint.imports.table.head_words import MARK, YEAR
from planlint.imports.table.legend import NOTHING
from planlint.imports.table.shades import parted
from planlint.words import Reading, StatusFact, read_cell

if TYPE_CHECKING:
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.heads import Column
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.words import WordContext

_TIMES = frozenset(("oppstart", "ferdig"))
_SHARED = 2
YEARS = "år"
"""What the years of man-years are told under, beside the numbers; a decision has them as its own."""
_MADE_HERE = re.compile(r"planstrategi(?:en)?\s+(?:og|med)\b", re.IGNORECASE)
"""A title that says that the planstrategi itself is made together with a plan: where its work is of the first year,
the document at hand shows that it goes on."""
_BEGINS = re.compile(r"(?:oppstart|start(?:es|er|ar|ast)?)(?: i)? (20\d\d)\W*$", re.IGNORECASE)


def read_row_marks(plan: ImportedPlan, row: TableRow, table: ReadTable, words: WordContext) -> None:
    """Read the columns of years and of decisions with marks."""
    cells = [(column, text) for column, text in row.cells if column.field in {YEAR, MARK}]
    if table.numbers is None:
        every = [text for one in table.rows for column, text in one.cells if column.field == YEAR]
        table.numbers = has_numbers(table.columns, every)
    years = sum(column.field == YEAR for column in table.columns)
    told = read_marks(cells, table.legend, table.shades, numbers=table.numbers, years=years)
    if "årsverk" in told.beslutning:
        _say_amounts(plan, row, table, cells)
        for key in _TIMES & {*plan.beslutning, *plan.felt.get("arbeid", {})}:
            told.beslutning.pop(key, None)
    plan.beslutning |= told.beslutning
    plan.is_said_new |= any(column.field == YEAR and table.legend.valg(text) == "ny" for column, text in cells)
    first = min((column.year for column in table.columns if column.field == YEAR), default=0)
    if _MADE_HERE.match(plan.tittel) and first and plan.beslutning.get("oppstart") == first:
        plan.utledet |= set() if "status" in plan.felt else {"status"}
        plan.felt.setdefault("status", "under_revisjon")
    begins = _BEGINS.match(row.text("merknad"))
    plan.may_have_begun = begins is not None and int(begins[1]) == first
    if not cells and table.legend.nothing and any(column.field == YEAR for column in table.columns):
        plan.beslutning.setdefault("valg", "videreføres")
        plan.beslutning.setdefault("begrunnelse", _sentence_of(table.legend.nothing))
    plan.ordrett += told.rest
    for column, text in cells:
        if column.field == MARK:
            said = read_cell("status", text, words).of(StatusFact)
            keep_facts(plan, Reading(tuple(said)), "status", soft=True)
    lettered = sum(bool(parted(text)[0]) for _, text in cells)
    if table.legend.votes and years > _SHARED and lettered == years and "deretter" not in plan.beslutning:
        plan.beslutning.setdefault("merknad", "Hvert år.")


def _say_amounts(plan: ImportedPlan, row: TableRow, table: ReadTable, cells: list[tuple[Column, str]]) -> None:
    """Keep man-years as the source says them, in one text, with the remark beside them."""
    every_year = [column for column in table.columns if column.field == YEAR]
    said = {column.index: text for column, text in cells}
    told = {(column.head, said.get(column.index)) for column in every_year}
    plan.sagt = [one for one in plan.sagt if one not in told]
    amounts = "/".join(said.get(column.index, "–") for column in every_year)
    plan.sagt.append(("årsverk", re.sub(r"(?:/–)+$", "", amounts)))
    if remark := row.text("merknad"):
        plan.sagt.append(("", remark))
    years = [column.year for column in every_year]
    plan.sagt.append((YEARS, f"{min(years)}–{max(years)}"))


def _sentence_of(line: str) -> str:
    """Give the sentence of a line that says what no mark means."""
    return next((one for one in re.split(r"(?<=\.)\s+", line) if NOTHING.search(one)), line)
