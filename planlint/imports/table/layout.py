"""How a sheet is laid out: which one or two rows head it, and what each of its columns is about and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.imports.fold_words import fold
from planlint.imports.table.cells_tell import complete
from planlint.imports.table.head_words import MARK, OTHER, TITTEL, YEAR
from planlint.imports.table.heads import BY_ANSWER, BY_HEAD, BY_NEAR, BY_PLACE, GROUP, Column, field_of, part_of_year
from planlint.imports.table.legend import decision_of
from planlint.imports.table.shades import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.imports.cells import Sheet, SheetRow

_LOOK = 40
_SAMPLE = 400
_ENOUGH = 2
_YEAR = re.compile(r"(?:[^\W\d]{2,12}\s+)?(?:i\s+)?(20\d\d)(?:\s*\*)?(?:\s*\([^()]*\))?")
_NO_HEAD = re.compile(r"\([^()]*\)|(?:20\d\d\s*(?:[-–—/,]\s*)?){2,}")
"""What stands below a head and only says more of it: a parenthesis, or the years that it is for."""
_WORDS_OF_A_HEAD = 4
_COMING = frozenset(("tid", "rullering", "oppstart", "ferdig", "beslutning"))
_WORK_TO_COME = re.compile(r"planarbeid|framdrift|fremdrift|\btid\b|planlagt", re.IGNORECASE)
"""A wide head below which a vote is one to come."""


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
    halves = _numbered(heads)
    named = [_by_head(index, parts, answers, halves.get(index, "")) for index, parts in enumerate(heads)]
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
    columns = complete(named, body)
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


def _below_each(above: list[str], below: list[str]) -> list[tuple[str, str]]:
    """Give each head of the second line with the wide one above it."""
    group, heads = "", []
    for one, other in zip(above, below, strict=True):
        group = one or (group if other else "")
        heads.append((group, other))
    return heads


def _two_lines(above: list[str], below: list[str]) -> list[tuple[str, str]] | None:
    """Join two rows of heads; None where the second says more than a head does, or stands below no wider head."""
    if sum(map(bool, above)) < _ENOUGH:
        return None
    heads, under, group = [], 0, ""
    halves = _numbered(_below_each(above, below))
    for index, (one, other) in enumerate(zip(above, below, strict=True)):
        group = one or (group if other else "")
        if one and _NO_HEAD.fullmatch(other):
            heads.append(("", f"{one} {other}"))
        elif other and other != one:
            wide = not one or (index + 1 < len(above) and not above[index + 1] and below[index + 1])
            short = _YEAR.fullmatch(other) or len(other.split()) <= _WORDS_OF_A_HEAD
            told = _YEAR.fullmatch(other) or decision_of(other) or field_of(other)[0] or field_of(group)[0]
            if not (wide and short and (told or (_YEAR.fullmatch(group) and (part_of_year(other) or index in halves)))):
                return None
            under += 1
            heads.append((group, other))
        else:
            heads.append(("", one))
    return heads if under >= _ENOUGH else None


def _numbered(heads: Sequence[tuple[str, str]]) -> dict[int, str]:
    """Give the parts of a year by column, where numbers alone stand below it: two are halves, four quarters."""
    below: dict[str, list[int]] = {}
    for index, (top, low) in enumerate(heads):
        if _YEAR.fullmatch(top) and low:
            below.setdefault(top, []).append(index)
    found = dict[int, str]()
    for places in below.values():
        said = [heads[at][1].rstrip(".") for at in places]
        sign = _SIGNS.get(tuple(said), "")
        found |= {at: f"{sign}{number}" for at, number in zip(places, said, strict=True) if sign}
    return found


_SIGNS = {("1", "2"): "H", ("1", "2", "3", "4"): "K"}


def _by_head(index: int, parts: tuple[str, str], answers: Mapping[str, str], part: str = "") -> Column:
    """Give what a column's head alone says it is about; `part`: the part of the year that its number means."""
    top, low = parts
    head = f"{top}: {low}" if top else low
    for key in (head, low, f"kolonne {index + 1}"):
        if asked := answers.get(fold(key), ""):
            return Column(index, asked, head, valg=decision_of(low), why=BY_ANSWER)
    if (year := _YEAR.fullmatch(top)) and (part := part_of_year(low) or part):
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
