"""Steps of the work below years, by letters that a legend explains or by words: the start, the vote, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.imports.table.head_words import YEAR
from planlint.imports.table.legend import is_doubtful, is_step, step_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.table.heads import Column
    from planlint.imports.table.legend import Legend

_SEVERAL = 3
_ON_CONDITION = re.compile(r"\b(?:når|dersom|hvis|viss)\b.*")
"""What a legend says that a step in a parenthesis hangs on."""
_PLANPROGRAM = re.compile(r"planprogram|varsel|varsling", re.IGNORECASE)
"""What the work on a plan begins with, where nothing else is said to be its start."""


@dataclass(slots=True)
class MarksTold:
    """What the marks of a row say: keys of a decision, and cells that said something else."""

    beslutning: dict[str, Any] = field(default_factory=dict)
    rest: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work: its phase, the column that it stands in, its cell, and the cell with what it means."""

    phase: str
    column: Column
    text: str
    said: str


def without_steps(
    cells: Iterable[tuple[Column, str]], legend: Legend, told: MarksTold, years: int
) -> list[tuple[Column, str]]:
    """Read the cells that are steps of the work (O = oppstart, «Vedtak»); give the other cells.

    A lone start and a lone vote are times, and so are votes in every year (`years`); steps between them, and votes that
    come again, are kept as they stand.
    """
    cells = [*cells]
    explained = {"oppstart", "ferdig"} <= {step_of(word) for word in legend.words.values()}
    left, steps = [], []
    for column, text in cells:
        if found := _steps(column, text, legend if explained else None):
            steps += found
        else:
            left.append((column, text))
    first = next((one for one in steps if _PLANPROGRAM.match(one.said)), None)
    if first and not any(one.phase == "oppstart" for one in steps):
        told.beslutning["oppstart"] = first.column.time
    for name in ("oppstart", "ferdig"):
        steps = _timed(name, steps, told, years)
    for said in dict.fromkeys(one.said for one in steps):
        told.rest.append((", ".join(one.column.head for one in steps if one.said == said), said))
    return left


def _steps(column: Column, text: str, legend: Legend | None) -> list[Step]:
    """Give the steps that a cell is: one, or two letters with a stroke between them that the legend explains: «O/V»."""
    letters = [letter.strip() for letter in _STROKE.split(text)]
    if legend and len(letters) > 1 and not legend.word(text) and all(legend.word(letter) for letter in letters):
        found = [_step(column, letter, legend) for letter in letters]
        return [one for one in found if one] if all(found) else []
    one = _step(column, text, legend)
    return [one] if one else []


_STROKE = re.compile(r"[/+&,]")


def _step(column: Column, text: str, legend: Legend | None) -> Step | None:
    """Give the step that a cell is, by the legend or by its own word; None where it is none."""
    bare = text.strip("() ")
    word = (legend.word(text) or legend.word(bare)) if legend else ""
    if column.field != YEAR:
        return None
    if phase := step_of(word):
        return Step(phase, column, text, f"{text} ({word})")
    return Step(step_of(bare), column, text, text) if not word and is_step(bare) else None


def _timed(name: str, steps: list[Step], told: MarksTold, years: int) -> list[Step]:
    """Make a time of the one step of a phase, or of the votes of every year; give the steps that are left."""
    mine = [one for one in steps if one.phase == name]
    if name == "ferdig" and len(mine) == years >= _SEVERAL:
        told.beslutning |= {"oppstart": mine[0].column.time, "ferdig": mine[-1].column.time, "merknad": "Hvert år."}
    elif len(mine) == 1:
        told.beslutning[name] = mine[0].column.time
        if is_doubtful(mine[0].text):
            told.beslutning["usikker"] = True
            if condition := _ON_CONDITION.search(mine[0].said.rstrip(")")):
                told.beslutning["vilkår"] = condition[0]
    else:
        return steps
    return [one for one in steps if one.phase != name or (" " in one.text and one.text == one.said)]
