"""How a sheet is laid out: which one or two rows head it, and what each of its columns is about and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.imports.fold_words import fold
from planlint.imports.table.head_words import MARK, OTHER, TITTEL, YEAR
from planlint.imports.table.heads import GROUP, Column, field_of, near_field, part_of_year
from planlint.imports.table.legend import begun_decision, decision_of, is_blank, is_cross, is_mark, is_no, is_question
from planlint.imports.table.shades import key_of
from planlint.words import find_times

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planlint.imports.cells import Sheet, SheetRow

_LOOK = 40
_SAMPLE = 400
_ENOUGH = 2
_YEAR = re.compile(r"(?:[^\W\d]{2,12}\s+)?(?:i\s+)?(20\d\d)\s*\*?")
_WORDS_OF_A_HEAD = 4
_MOSTLY = 0.6
_LAW = re.compile(r"^(?!ja\b|nei\b).*(?:§|(?<=\w{3})lov(?:en|a)?\b)", re.IGNORECASE | re.DOTALL)
"""A cell that names a law, and says neither yes nor no."""
_DISTINCT = 0.7
# The fields that only some words may fill: others than these are read as what their head says.
_TIMES = frozenset(("rullering", "beslutning", "status", "oppstart", "ferdig", "vedtatt", "lovpålagt", "hjemmel"))
_COMING = frozenset(("tid", "rullering", "oppstart", "ferdig", "beslutning"))
_WORK_TO_COME = re.compile(r"planarbeid|framdrift|fremdrift|\btid\b|planlagt", re.IGNORECASE)
"""A wide head below which a vote is one to come."""
BY_HEAD, BY_NEAR = N_("overskriften"), N_("nærmeste treff")
BY_CELLS, BY_ANSWER = N_("innholdet i cellene"), N_("valgt med --column")
BY_PLACE = N_("første kolonne med tekst")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the head of a table is, how many rows it has, and its columns."""

    first: int
    height: int
    columns: tuple[Column, ...]

    @property
    def title(self) -> Column:
        """The column of the titles."""
        return next(column for column in self.columns if column.field == TITTEL)

    @property
    def body(self) -> int:
        """The place of the first row below the head."""
        return self.first + self.height

    def of(self, field: str) -> Column | None:
        """Give the column that fills a field."""
        return next((column for column in self.columns if column.field == field), None)


def layout_of(sheet: Sheet, answers: Mapping[str, str]) -> Layout | None:
    """Give how a sheet is laid out; None where no row near the top heads a table of plans.

    `answers` are the user's own words for columns: the field by the folded head, or by the number of the column.
    """
    best: tuple[int, Layout] | None = None
    for at in range(min(_LOOK, len(sheet.rows))):
        for height in (1, 2):
            found = _try(sheet.rows, at, height, answers)
            if found and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else _plain_list(sheet)


def _plain_list(sheet: Sheet) -> Layout | None:
    """Give the layout of a list without a head: one cell a line, headings that end in a colon, and names of plans."""
    lines = [(at, row, [i for i, text in enumerate(row.texts) if text]) for at, row in enumerate(sheet.rows)]
    lines = [one for one in lines if one[2]]
    if not lines or any(len(places) > 1 for _, _, places in lines) or len({one[2][0] for one in lines}) > 1:
        return None
    index = lines[0][2][0]
    texts = [row.text(index) for _, row, _ in lines]
    heads = [at for (at, _, _), text in zip(lines, texts, strict=True) if text.endswith(":")]
    named = sum(bool(GROUP.search(text)) for text in texts)
    if not heads or 2 * named < len(texts):
        return None
    return Layout(heads[0], 0, (Column(index, TITTEL, "", guessed=True, why=BY_PLACE),))


def _try(rows: Sequence[SheetRow], at: int, height: int, answers: Mapping[str, str]) -> tuple[int, Layout] | None:
    """Give how well some rows head a table, and the layout that they make of it; None where they do not."""
    heads = _heads(rows, at, height)
    if heads is None:
        return None
    named = [_by_head(index, parts, answers) for index, parts in enumerate(heads)]
    fields = {column.field for column in named} - {"", "nummer", YEAR, MARK}
    years = [column.year for column in named if column.year]
    marks = [column.valg for column in named if column.valg]
    points = len(fields) + (_ENOUGH if len(years) >= _ENOUGH else 0) + (_ENOUGH if len(marks) >= _ENOUGH else 0)
    points += any(column.part for column in named)
    filled = sum(bool(" ".join(parts).strip()) for parts in heads)
    if not (points >= _ENOUGH or (TITTEL in fields and filled <= _FEW_HEADS) or (TITTEL in fields and answers)):
        return None
    below = rows[at + height : at + height + _SAMPLE]
    body = [row for row in below if not is_head_again(row, named) and not key_of(row)]
    columns = _complete(named, body)
    return (points, Layout(at, height, tuple(columns))) if any(one.field == TITTEL for one in columns) else None


_FEW_HEADS = 4


def _heads(rows: Sequence[SheetRow], at: int, height: int) -> list[tuple[str, str]] | None:
    """Give the two lines of each column's head; None where the second row is no part of a head."""
    top, width = rows[at], max(len(row.cells) for row in rows)
    if top.merged or top.is_empty:
        return None
    above = [" ".join(top.text(index).split()) for index in range(width)]
    if height == 1:
        return [("", text) for text in above]
    if at + 1 >= len(rows) or rows[at + 1].merged:
        return None
    below = [" ".join(rows[at + 1].text(index).split()) for index in range(width)]
    return _two_lines(above, below)


def _two_lines(above: list[str], below: list[str]) -> list[tuple[str, str]] | None:
    """Join two rows of heads; None where the second says more than a head does, or stands below no wider head."""
    if sum(map(bool, above)) < _ENOUGH:
        return None
    heads, under, group = [], 0, ""
    for index, (one, other) in enumerate(zip(above, below, strict=True)):
        group = one or (group if other else "")
        if other and other != one:
            wide = not one or (index + 1 < len(above) and not above[index + 1] and below[index + 1])
            short = _YEAR.fullmatch(other) or len(other.split()) <= _WORDS_OF_A_HEAD
            told = _YEAR.fullmatch(other) or decision_of(other) or field_of(other)[0]
            if not (wide and short and (told or (_YEAR.fullmatch(group) and part_of_year(other)))):
                return None
            under += 1
            heads.append((group, other))
        else:
            heads.append(("", one))
    return heads if under >= _ENOUGH else None


def _by_head(index: int, parts: tuple[str, str], answers: Mapping[str, str]) -> Column:
    """Give what a column's head alone says it is about."""
    top, low = parts
    head = f"{top}: {low}" if top else low
    for key in (head, low, f"kolonne {index + 1}"):
        if asked := answers.get(fold(key), ""):
            return Column(index, asked, head, valg=decision_of(low), why=BY_ANSWER)
    if (year := _YEAR.fullmatch(top)) and (part := part_of_year(low)):
        return Column(index, YEAR, head, year=int(year[1]), part=part, why=BY_HEAD)
    if year := _YEAR.fullmatch(low):
        return Column(index, YEAR, head, year=int(year[1]), valg=decision_of(top or _before_year(low)), why=BY_HEAD)
    field, guessed = field_of(low)
    if not field and top:
        field, guessed = field_of(top)
    if field == "vedtatt" and top and (field_of(top)[0] in _COMING or _WORK_TO_COME.search(top)):
        field = "ferdig"
    return Column(index, field, head, guessed, valg=decision_of(low), why=BY_NEAR if guessed else BY_HEAD)


def _before_year(head: str) -> str:
    return re.sub(r"\s*\d{4}.*", "", head)


def is_head_again(row: SheetRow, columns: Sequence[Column]) -> bool:
    """Tell whether a row is the head once more, as on a new page or above a new group.

    Of a wide head that is merged over several columns, the row says the word once, and nothing over the others.
    """
    others = [column for column in columns if column.head and column.field not in {TITTEL, OTHER, ""}]
    same = [c for c in others if fold(row.text(c.index)) in {fold(part) for part in (c.head, *c.head.split(": "))}]
    wide = {c.head.partition(": ")[0] for c in same if ": " in c.head}
    empty = [c for c in others if not row.text(c.index) and c.head.partition(": ")[0] in wide]
    whole = len(same) + len(empty) == len(others)
    return whole and (len(same) > 1 or (len(others) == 1 and not row.merged))


def _complete(named: list[Column], body: Sequence[SheetRow]) -> list[Column]:
    """Give every column that holds anything its field: by its head, else by its cells, else word for word."""
    columns = [_by_cells(column, body) for column in named]
    columns = _decided_in_remarks(columns, body)
    columns = _one_each(columns)
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


def _by_cells(column: Column, body: Sequence[SheetRow]) -> Column:
    """Correct a column by what its cells hold: marks below a decision, decisions below a head nobody knows."""
    texts = [text for text in _texts(column, body) if not is_blank(text)]
    if not texts or column.why == BY_ANSWER:
        return column
    answers = [is_cross(text) for text in texts if is_cross(text) or is_no(text) or is_question(text)]
    if column.valg and column.field != YEAR and any(answers) and len(answers) > _MOSTLY * len(texts):
        return replace(column, field=MARK, why=BY_CELLS)
    if column.field == YEAR and not sum(is_mark(text) for text in texts) / len(texts) > _MOSTLY:
        field, guessed = field_of(column.head)
        column = replace(column, field=field or OTHER, year=0, guessed=guessed, why=BY_HEAD if field else "")
        return column if not field else replace(column, **_corrected(column, texts))
    return replace(column, **_corrected(column, texts))


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
