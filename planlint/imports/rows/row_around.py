"""What stands around the columns of a row: the headings above, the title's own words, and the remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.imports.rows.fact_keys import keep_facts
from planlint.imports.rows.remarks import decide_by_remark, read_remark
from planlint.imports.rows.row_text import sources
from planlint.imports.table.head_words import MARK
from planlint.words import Reading, StatusFact, read_cell

if TYPE_CHECKING:
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.words import WordContext

_VOTES = re.compile(r"vedtak|vedtatt|vedteke", re.IGNORECASE)
_VOTED = re.compile(r"(?:sist |er )?(?:vedtatt|vedteke|godkjen|under (?:arbeid|utarbeid))", re.IGNORECASE)
_TERMS = re.compile(r"(?:når|dersom|hvis|viss)\b", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\(((?:19|20)\d\d)\)$")
DURATION = re.compile(r"\d{1,2}\s?år", re.IGNORECASE)
"""A cell of periods that says only how long a plan is for."""
_ADMINISTRATIVE = re.compile(r"^administrative? (?:planer|planar|dokument|strategi)(?!.*politisk)", re.IGNORECASE)


def _beside(plan: ImportedPlan, row: TableRow, table: ReadTable, words: WordContext) -> list[str]:
    """Read what a title's cell says of votes, terms and work, and give the rest, which are remarks."""
    votes = bool(_VOTES.search(table.layout.title.head))
    left = []
    if votes and (match := _YEAR_BEHIND.search(plan.tittel)):
        plan.tittel = plan.felt["tittel"] = plan.tittel[: match.start()].rstrip()
        row.title.beside.append(match[1])
    for text in row.title.beside:
        reading = read_cell("vedtatt", table.legend.spelt(text), words)
        if (votes or _VOTED.match(text)) and reading.facts and not reading.rest:
            keep_facts(plan, reading, "vedtatt")
            plan.kilder += sources(text, reading)
            continue
        if _TERMS.match(text) and any(group.kind == "valg" for group in row.groups):
            plan.beslutning.setdefault("vilkår", text)
            continue
        left.append(text)
    return left


def read_around(plan: ImportedPlan, row: TableRow, table: ReadTable, words: WordContext) -> None:
    """Read what stands around the columns: the headings above, the title's own words, and the remarks."""
    for group in row.groups:
        if group.kind == "valg":
            plan.beslutning.setdefault("valg", group.value)
        elif group.kind == "status":
            keep_facts(plan, Reading((StatusFact(group.value),)), "status", soft=True)
        elif group.kind == "tid":
            _when(plan, group.value)
    if told := row.title.valg or row.valg:
        plan.beslutning.setdefault("valg", told)
    beside = _beside(plan, row, table, words)
    marked = any(column.field == MARK for column in table.columns)
    for text in filter(None, (*beside, row.text("merknad"))):
        decide_by_remark(plan, text, marked=marked)
    for text in filter(None, (*beside, row.text("merknad"), row.text("begrunnelse"))):
        read_remark(plan, text, words)
    prose = [*beside, *(text for column, text in row.cells if column.field == "merknad")]
    prose += ["Administrativ plan"] if _ADMINISTRATIVE.search(table.caption) else []
    prose = [*_duration(row), *prose, *(f"{head}: {text}" for head, text in plan.uten_tid)]
    if prose:
        plan.felt["merknad"] = " ".join(filter(None, [plan.felt.get("merknad", ""), *map(_ended, prose)])).strip()
    if len(prose) == 1 and "merknad" in plan.felt and prose[0] in plan.felt["merknad"]:
        plan.felt["merknad"] = plan.felt["merknad"].replace(_ended(prose[0]), prose[0])


def _when(plan: ImportedPlan, value: str) -> None:
    """Lay when a heading says that its plans shall be adopted onto a plan: every year, or the year of the vote."""
    if value.isdigit():
        plan.beslutning.setdefault("ferdig", int(value))
    else:
        plan.felt.setdefault("revisjon", {}).setdefault("rulleres", value)


def _duration(row: TableRow) -> list[str]:
    """Give a cell of periods that says only how long the plan is for, which no field holds, with its head."""
    said = [(column.head, text) for column, text in row.cells if column.field == "periode"]
    return [f"{head}: {text}" for head, text in said if DURATION.fullmatch(text)]


def _ended(text: str) -> str:
    """Give a remark that another can follow."""
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
