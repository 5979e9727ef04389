"""Years and decisions as columns: what the marks of a row, or its man-years, say of the work with the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from planlint.imports.rows.colour_marks import by_colours, place_colours
from planlint.imports.rows.step_marks import MarksTold, without_steps
from planlint.imports.table.head_words import MARK, YEAR
from planlint.imports.table.heads import part_of_year
from planlint.imports.table.legend import is_cross, is_doubtful, is_no, is_question, number_of
from planlint.model import REMOVES_PLAN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.table.heads import Column
    from planlint.imports.table.legend import Legend
    from planlint.imports.table.shades import Shades

_WORK = re.compile(r"årsverk|ressurs|timer|stilling|månedsverk", re.IGNORECASE)
_OTHER_WORK = re.compile(r"månedsverk|månadsverk|timer|timar|ukeverk|vekeverk|dagsverk", re.IGNORECASE)
"""Measures of work that are no man-years, whose numbers are kept as they stand."""


_ENDS = REMOVES_PLAN | {"vurderes"}
"""Decisions that a mark gives the time of, and no work before it."""
_ONLY_DOUBT = re.compile(r"usikker|uviss|foreløpig|førebels", re.IGNORECASE)
_PARTS_OF_A_YEAR = {"H": 2, "K": 4}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark below a year: the decision that it means, or "" for work and no more."""

    year: int
    valg: str
    doubtful: bool
    condition: str = ""
    part: str = ""
    is_told: bool = False
    """Whether the mark itself tells the part of the year («Q3»), in a table whose columns are whole years."""

    @property
    def time(self) -> int | str:
        """The time of the mark as the files write it."""
        return f"{self.year}-{self.part}" if self.part else self.year

    def is_before(self, other: Mark) -> bool:
        """Tell whether the other mark stands in the next year, or the next part of one."""
        if not (self.part and other.part) or (self.is_told and other.is_told):
            return other.year == self.year + 1
        each = _PARTS_OF_A_YEAR[self.part[0]]
        return each * (other.year - self.year) + int(other.part[1]) - int(self.part[1]) == 1


def has_numbers(columns: Iterable[Column], cells: Iterable[str]) -> bool:
    """Tell whether the numbers below the years of a table are man-years: its head says so, or they have decimals."""
    heads = [column.head for column in columns if column.field == YEAR]
    return any(_WORK.search(head) for head in heads) or any(
        "," in text and number_of(text) is not None for text in cells
    )


def read_marks(
    cells: Iterable[tuple[Column, str]], legend: Legend, shades: Shades, *, numbers: bool, years: int = 0
) -> MarksTold:
    """Give what the cells below years and decisions say.

    `numbers`: a number there is man-years. `years`: how many columns of years the table has.
    """
    told, marks = MarksTold(), []
    cells, worked, voted = by_colours(without_steps(cells, legend, told, years), shades, told.rest)
    amounts: dict[int, float] = {}
    for column, text in cells:
        if column.field == MARK:
            _decided(column, text, legend, told)
        elif column.field == YEAR and numbers and (amount := number_of(text)) is not None:
            amounts[column.year] = int(amount) if amount == int(amount) else amount
        elif column.field == YEAR and (mark := _mark(column, text, legend)):
            marks.append(mark)
        elif column.field == YEAR:
            told.rest.append((column.head, text))
    if amounts and any(_OTHER_WORK.search(column.head) for column, _ in cells):
        told.rest += [(column.head, text) for column, text in cells if column.field == YEAR]
    elif amounts:
        told.beslutning["årsverk"] = amounts
    if amounts:
        marks += [Mark(year, "", doubtful=False) for year, amount in amounts.items() if amount]
    if worked and not (marks or voted):
        marks, worked, legend = [Mark(year, "", doubtful=False) for year in worked], [], legend._replace(votes=False)
    _work(sorted(marks, key=lambda mark: (mark.year, mark.part)), legend, told, yearly=bool(amounts))
    place_colours(told.beslutning, told.rest, worked, voted)
    return told


def _decided(column: Column, text: str, legend: Legend, told: MarksTold) -> None:
    """Note a mark below a decision; the first one counts, and a word beside it is kept.

    A no says that the plan is not revised, which is to carry it on; below another decision it only says what is not so.
    """
    if is_no(text):
        told.rest.append((column.head, text))
        if column.valg == "revideres":
            told.beslutning.setdefault("valg", "videreføres")
        return
    if not is_cross(text) or "valg" in told.beslutning:
        told.rest.append((column.head, text))
    if "valg" not in told.beslutning:
        asked = legend.valg(text) if is_question(text) else ""
        told.beslutning["valg"] = asked or column.valg
        if is_doubtful(text) or (is_question(text) and not asked):
            told.beslutning["usikker"] = True


def _mark(column: Column, text: str, legend: Legend) -> Mark | None:
    """Give what a mark below a year means; None for what is no mark that anybody has explained."""
    word, own = legend.word(text), "" if column.part else part_of_year(text.strip("()"))
    valg = legend.valg(text) or (column.valg if is_cross(text) else "")
    if not (valg or word or own or is_cross(text)):
        return None
    if valg:
        return Mark(column.year, valg, is_doubtful(text), _condition(word) or _doubt(text, legend), column.part)
    meant = (word or _doubt(text, legend)) if is_doubtful(text) else ""
    return Mark(column.year, column.valg, is_doubtful(text), meant, column.part or own, is_told=bool(own))


def _doubt(text: str, legend: Legend) -> str:
    """Give what the legend says of marks in a parenthesis, where this is one and it says more than a doubt."""
    return legend.doubt if is_doubtful(text) and not _ONLY_DOUBT.search(legend.doubt) else ""


def _condition(word: str) -> str:
    """Give the condition in an explanation: «Oppheve når ny er vedtatt» is on one."""
    found = re.search(r"\b(?:når|dersom|hvis|viss|forutsatt|under føresetnad)\b.*", word, re.IGNORECASE)
    return found[0] if found else ""


def _work(marks: list[Mark], legend: Legend, told: MarksTold, *, yearly: bool) -> None:
    """Make times of marks: a run of years is one work; what comes after it, or is decided otherwise, comes next."""
    if not marks:
        return
    runs = _runs(marks)
    first, *others = runs
    beslutning = told.beslutning
    if first[0].valg:
        beslutning.setdefault("valg", first[0].valg)
    if any(mark.doubtful for mark in first):
        beslutning["usikker"] = True
    if condition := next((mark.condition for mark in first if mark.condition), ""):
        beslutning["vilkår"] = condition
    beslutning |= _times(first, legend, yearly=yearly)
    for run in others:
        if run[0].valg:
            step: dict[str, Any] = {
                "valg": run[0].valg,
                "vilkår": next((mark.condition for mark in run if mark.condition), ""),
            }
            step |= _times(run, legend, yearly=yearly)
            beslutning.setdefault("deretter", []).append({key: value for key, value in step.items() if value})
        elif yearly:
            beslutning["ferdig"] = run[-1].time
        else:
            beslutning.setdefault("deretter", []).append(_times(run, legend, yearly=yearly))


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    """Part marks where a year is left out, or something else is decided."""
    runs = [[marks[0]]]
    for one, other in pairwise(marks):
        if one.is_before(other) and other.valg == one.valg:
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _times(run: list[Mark], legend: Legend, *, yearly: bool) -> dict[str, int | str]:
    """Give when the work begins and ends; where a mark is the year of the vote, one mark is only the end."""
    if (legend.votes or run[0].valg in _ENDS) and not yearly and len(run) == 1:
        return {"ferdig": run[0].time}
    return {"oppstart": run[0].time, "ferdig": run[-1].time}
