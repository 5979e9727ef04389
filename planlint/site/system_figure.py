"""The figure of the plan system as plain shapes: levels in, boxes, lines of words and arrows out."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.tables import PageLink

WIDTH = 1000
_LINE, _EDGE, _GAP = 20, 16, 18
_NAME, _TYPES = 44, 40
_LANE = 14


@dataclass(frozen=True, slots=True)
class LevelBox:
    """A level in plain words: its link, questions, horizon and types, and the numbers of the levels it steers."""

    lenke: PageLink
    spoersmaal: tuple[str, ...]
    horisont: str
    typer: tuple[str, ...]
    styrer: tuple[int, ...] = ()


class FigureLine(NamedTuple):
    """A line of words on the canvas."""

    x: int
    y: int
    tekst: str


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A level's box: its place, its name and its lines of words."""

    nivaa: LevelBox
    y: int
    hoeyde: int
    linjer: tuple[FigureLine, ...]


class Arrow(NamedTuple):
    """An arrow along the boxes' right side, from one level to another that it steers."""

    fra: int
    til: int
    x: int


@dataclass(frozen=True, slots=True)
class SystemFigure:
    """The whole figure: boxes from the top, arrows, and how large it is."""

    bokser: tuple[PlacedBox, ...]
    piler: tuple[Arrow, ...]
    hoeyde: int
    boks: int
    bredde: int = WIDTH


def _wrapped(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in wrap(text, width)]


def _place(level: LevelBox, y: int) -> PlacedBox:
    """Place a level: its name and questions to the left, the horizon and the types to the right."""
    left = _wrapped(level.spoersmaal, _NAME)
    right = _wrapped((*((level.horisont,) if level.horisont else ()), *level.typer), _TYPES)
    middle = WIDTH // 2 - 2 * _EDGE
    lines = [FigureLine(_EDGE, y + _EDGE + _LINE * (number + 2), text) for number, text in enumerate(left)]
    lines += [FigureLine(middle, y + _EDGE + _LINE * (number + 1), text) for number, text in enumerate(right)]
    return PlacedBox(level, y, 2 * _EDGE + _LINE * max(len(left) + 1, len(right)), tuple(lines))


def system_figure(levels: Sequence[LevelBox]) -> SystemFigure:
    """Place the levels, the first at the top, with an arrow from each level to each that it steers."""
    boxes, y = [], 2
    for level in levels:
        boxes.append(_place(level, y))
        y += boxes[-1].hoeyde + _GAP
    pairs = [(number, below) for number, level in enumerate(levels) for below in level.styrer]
    side = WIDTH - _LANE * (len(pairs) + 1)
    middle = [box.y + box.hoeyde // 2 for box in boxes]
    seats = [(side + _LANE * (at + 1), *pair) for at, pair in enumerate(pairs)]
    arrows = [Arrow(middle[start] + 3 * at, middle[end] + 3 * at, x) for at, (x, start, end) in enumerate(seats)]
    return SystemFigure(tuple(boxes), tuple(arrows), max(y - _GAP + 2, 0), side)
