"""What a table's cells tell of its columns: marks, decisions, votes, laws and names, whatever the head says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planlint.imports.fold_words import fold
from planlint.imports.table.head_words import MARK, OTHER, PERIOD, TITTEL, YEAR
from planlint.imports.table.heads import (
    BY_ANSWER,
    BY_CELLS,
    BY_HEAD,
    BY_NEAR,
    BY_PLACE,
    BY_PLACE_BEHIND,
    GROUP,
    Column,
    end_of_period,
    field_of,
    near_field,
    part_of_year,
)
from planlint.imports.table.legend import (
    begun_decision,
    decision_of,
    is_blank,
    is_cross,
    is_mark,
    is_no,
    is_question,
    is_step,
)
from planlint.words import find_times

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planlint.imports.cells import SheetRow
    from planlint.imports.table.legend import Legend

_MOSTLY = 0.6
_DISTINCT = 0.7
_VOTE_HEADS = frozenset(("vedtak", "politisk vedtak", "endelig vedtak", "endeleg vedtak", "vedtak år"))
_DAY_OR_CASE = re.compile(
    r"\d{1,2}\.\s?(?:\d|jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)|\d/\d|sak", re.IGNORECASE
)
_LAW = re.compile(r"^(?!ja\b|nei\b).*(?:§|(?<=\w{3})lov(?:en|a)?\b)", re.IGNORECASE | re.DOTALL)
"""A cell that names a law, and says neither yes nor no."""


def complete(named: list[Column], body: Sequence[SheetRow]) -> list[Column]:
    """Give every column that holds anything its field: by its head, else by its cells, else word for word."""
    columns = [_by_cells(column, body) for column in named]
    columns = _decided_in_remarks(columns, body)
    columns = _one_each(_coming_votes(columns, body))
    if not any(column.field == TITTEL for column in columns):
        if _lists_types(columns, body):
            return []
        columns = _with_title(columns, body)
    filled = [c for c in columns if c.field or c.head or any(row.text(c.index) for row in body)]
    return [column if column.field else _kept(column, body) for column in filled]


def _decided_in_remarks(columns: list[Column], body: Sequence[SheetRow]) -> list[Column]:
    """Read remarks as decisions where most of them begin with one, and no other column decides."""
    if any(column.field in {"beslutning", MARK} or column.valg for column in columns):
        return columns
    found = [column for column in columns if column.field == "merknad" and _decisions(_texts(column, body))]
    return [
        replace(column, field="beslutning", guessed=True, why=BY_CELLS) if column in found[:1] else column
        for column in columns
    ]


def _coming_votes(columns: list[Column], body: Sequence[SheetRow]) -> list[Column]:
    """Read a column «Vedtak» behind one of the work's start as the vote to come: none of its cells tells a day."""
    if any(column.field == "ferdig" for column in columns):
        return columns
    return [
        replace(column, field="ferdig", guessed=True, why=BY_PLACE_BEHIND)
        if column.field == "vedtatt"
        and column.why != BY_ANSWER
        and fold(column.head) in _VOTE_HEADS
        and (before.field == "oppstart" or is_step(before.head))
        and not any(_DAY_OR_CASE.search(text) for text in _texts(column, body))
        else column
        for before, column in zip([columns[0], *columns], columns, strict=False)
    ]


def _texts(column: Column, body: Sequence[SheetRow]) -> list[str]:
    return [text for row in body if not row.merged and (text := row.text(column.index))]


def _lists_types(columns: list[Column], body: Sequence[SheetRow]) -> bool:
    """Tell whether a table explains plan types, each once, and names no plans."""
    column = next((one for one in columns if one.field), None)
    if column is None or column.field != "type" or column.index != 0:
        return False
    texts = [fold(text) for text in _texts(column, body)]
    return len(texts) > 1 and len({*texts}) == len(texts)


def _kept(column: Column, body: Sequence[SheetRow]) -> Column:
    """Keep a column word for word; one without a head that holds sentences is of remarks."""
    texts = [text for row in body if (text := row.text(column.index))]
    prose = not column.head and sum(len(text.split()) > 1 for text in texts) > _MOSTLY * len(texts)
    return replace(column, field="merknad" if prose else OTHER, guessed=prose, why=BY_CELLS if prose else "")


def with_letters(columns: Sequence[Column], body: Sequence[SheetRow], legend: Legend) -> tuple[Column, ...]:
    """Read a column that no head names as decisions, where its letters are explained as such: «N/R/V/U»."""
    if any(column.field in {"beslutning", MARK} for column in columns):
        return tuple(columns)
    found = [one for one in columns if one.field == OTHER and one.why != BY_ANSWER and _has_letters(one, body, legend)]
    told = {one.index: replace(one, field="beslutning", guessed=True, why=BY_CELLS) for one in found[:1]}
    return tuple(told.get(column.index, column) for column in columns)


def _has_letters(column: Column, body: Sequence[SheetRow], legend: Legend) -> bool:
    texts = [text for text in _texts(column, body) if not is_blank(text)]
    return bool(texts) and _most(texts, lambda text: legend.word(text) and legend.valg(text))


def _by_cells(column: Column, body: Sequence[SheetRow]) -> Column:
    """Correct a column by what its cells hold: marks below a decision, decisions below a head nobody knows."""
    texts = [text for text in _texts(column, body) if not is_blank(text)]
    if not texts or column.why == BY_ANSWER:
        return column
    answers = [is_cross(text) for text in texts if is_cross(text) or is_no(text) or is_question(text)]
    if column.valg and column.field != YEAR and any(answers) and len(answers) > _MOSTLY * len(texts):
        return replace(column, field=MARK, why=BY_CELLS)
    if column.field == YEAR and not _most(texts, _marks_a_year):
        field, guessed = field_of(column.head)
        column = replace(column, field=field or OTHER, year=0, guessed=guessed, why=BY_HEAD if field else "")
        return column if not field else replace(column, **_corrected(column, texts))
    return replace(column, **_corrected(column, texts))


_TWO = re.compile(r"[^\W\d_]{1,2}\s?/\s?[^\W\d_]{1,2}")
"""Two letters with a stroke between them, as «O/V» for a start and a vote in one year."""


def _marks_a_year(text: str) -> bool:
    """Tell whether a cell below a year is a mark, or says in a word or a part of the year what happens then."""
    return is_mark(text) or is_step(text) or bool(part_of_year(text) or decision_of(text) or _TWO.fullmatch(text))


def _corrected(column: Column, texts: list[str]) -> dict[str, Any]:
    """Give what the cells of a column without marks correct of it."""
    near = near_field(column.head) if column.head and not column.field else ""
    if found := _told_by_cells(column, near, texts):
        return {"field": found, "guessed": True, "why": BY_CELLS}
    return {"field": near, "guessed": True, "why": BY_NEAR} if near else {}


def _told_by_cells(column: Column, near: str, texts: list[str]) -> str:
    """Give the field that the cells of a column are of, where that is another than the one of its head; or ""."""
    field = column.field
    if (field == TITTEL or (not field and column.head)) and _decisions(texts):
        return "beslutning"
    if field == "beslutning" and _titles(texts) and GROUP.search(column.head):
        return TITTEL
    if "organ" in {field, near} and _most(texts, find_times):
        return "vedtatt"
    if field == "lovpålagt" and _most(texts, _LAW.search):
        return "hjemmel"
    return "type" if not field and fold(column.head) == "kode" and _has_few_codes(texts) else ""


def _most(texts: list[str], holds: Callable[[str], object]) -> bool:
    """Tell whether something holds for most of some texts."""
    return sum(bool(holds(text)) for text in texts) > _MOSTLY * len(texts)


def _has_few_codes(texts: list[str]) -> bool:
    """Tell whether a column holds a few short words, each many times: codes of kinds, and no code of its own a row."""
    return all(is_mark(text) for text in texts) and len({*texts}) * 2 <= len(texts)


def _decisions(texts: list[str]) -> bool:
    """Tell whether most cells of a column are decisions, or begin with one."""
    return sum(bool(decision_of(text) or begun_decision(text)) for text in texts) > _MOSTLY * len(texts)


def _titles(texts: list[str]) -> bool:
    """Tell whether the cells of a column are names: different from each other, with letters, and no decisions."""
    distinct = len({fold(text) for text in texts}) >= _DISTINCT * len(texts)
    plans = sum(bool(GROUP.search(text)) for text in texts)
    return distinct and not _decisions(texts) and plans * 3 > len(texts)


def _one_each(columns: list[Column]) -> list[Column]:
    """Let one column fill each field: the user's own, then an exact head, then the first; the others are kept so.

    Remarks, resources and reasons may have several columns, and years and decisions with marks always do.
    """
    taken: dict[str, Column] = {}
    for column in sorted(columns, key=lambda one: (one.why != BY_ANSWER, one.guessed, one.index)):
        taken.setdefault(column.field, column)
    many = {"", YEAR, MARK, OTHER, "merknad", "kostnad", "begrunnelse", "lenke"}
    if {end_of_period(column.head) for column in columns if column.field == PERIOD} == {"fra", "til"}:
        many.add(PERIOD)
    return [
        column if column.field in many or taken[column.field] is column else replace(column, field="", why="")
        for column in columns
    ]


def _with_title(columns: list[Column], body: Sequence[SheetRow]) -> list[Column]:
    """Name the column of titles where no head does: the first one without another field that is filled with names."""
    for column in columns:
        texts = [text for row in body if not row.merged and (text := row.text(column.index))]
        free = column.field in {"", OTHER} and len(texts) * 2 > sum(not row.is_empty for row in body)
        if (
            free
            and sum(bool(re.search(r"[^\W\d_]{3}", text)) for text in texts) > _MOSTLY * len(texts)
            and _names(texts)
        ):
            titled = replace(column, field=TITTEL, guessed=True, why=BY_PLACE)
            return [titled if one is column else one for one in columns]
    return columns


def _names(texts: list[str]) -> bool:
    return len({fold(text) for text in texts}) >= _DISTINCT * len(texts) and not _decisions(texts)
