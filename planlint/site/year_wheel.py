"""A year as a wheel: days in, places on a canvas out. The SVG itself is a macro in hjul.html.j2.

January begins at the top and the year goes round with the clock; each kind of date has a ring of its own.
"""

from __future__ import annotations

import math
from calendar import isleap
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SIZE = 640
_MIDDLE = SIZE / 2
_OUTER, _INNER, _MONTHS = 264, 96, 290
_FIRST, _LAST = 240, 122
_MARK = 13.5
_TOLD = 6


class DatedLink(NamedTuple):
    """A date in a drawing: the day, what it is (as it is told of the mark), where it leads, and its kind.

    `fra` is the first day of the span when only that is known; `dag` is then its last. `by_month`: where the span is a
    month, a mark in the middle of it says what is known, as of what comes round every year.
    """

    dag: date
    tittel: str
    sti: str
    slag: str
    fra: date | None = None
    by_month: bool = False

    @property
    def is_placed(self) -> bool:
        """Tell whether a mark can stand for it in the wheel."""
        in_month = self.fra is not None and (self.fra.year, self.fra.month) == (self.dag.year, self.dag.month)
        return self.is_day or (self.by_month and in_month)

    @property
    def middle(self) -> date:
        """The day that a mark stands at."""
        return self.dag - (self.dag - (self.fra or self.dag)) // 2

    @property
    def is_day(self) -> bool:
        """Tell whether the day itself is known."""
        return self.fra is None or self.fra == self.dag


class DateMark(NamedTuple):
    """A mark for one date, or for so many that lie too close to be told apart. `form` chooses its shape."""

    x: float
    y: float
    form: int
    antall: int
    sti: str
    tekst: str


class WheelMonth(NamedTuple):
    """A month's name and where it stands, and the line at which it begins."""

    navn: str
    x: float
    y: float
    strek: str


class WheelRing(NamedTuple):
    """A kind's ring."""

    navn: str
    r: float
    form: int
    antall: int


@dataclass(frozen=True, slots=True)
class WheelDrawing:
    """A whole wheel. `i_dag` is a line, "" in another year; `uten_dag` is how many dates have no day."""

    aar: int
    maaneder: tuple[WheelMonth, ...]
    ringer: tuple[WheelRing, ...]
    merker: tuple[DateMark, ...]
    i_dag: str
    antall: int
    uten_dag: int
    stoerrelse: int = SIZE
    ytre: int = _OUTER
    indre: int = _INNER


def _angle(day: date) -> float:
    """Give the angle of a day's middle in radians, from the top and with the clock."""
    days = 366 if isleap(day.year) else 365
    return 2 * math.pi * (day.timetuple().tm_yday - 0.5) / days


def _place(angle: float, radius: float) -> tuple[float, float]:
    x, y = _MIDDLE + radius * math.sin(angle), _MIDDLE - radius * math.cos(angle)
    return round(x, 1), round(y, 1)


def _line(day: date, share: float) -> str:
    angle = _angle(day) + 2 * math.pi * (share - 0.5) / 365
    (x, y), (to_x, to_y) = _place(angle, _INNER), _place(angle, _OUTER)
    return f"M{x:g} {y:g}L{to_x:g} {to_y:g}"


def clusters(places: Iterable[tuple[float, DatedLink]], gap: float) -> Iterator[tuple[float, list[DatedLink]]]:
    """Yield (place, dates) in order: a date nearer than `gap` to the place of a cluster is counted there."""
    first, held = 0.0, list[DatedLink]()
    for place, item in sorted(places, key=lambda pair: (pair[0], pair[1].tittel)):
        if held and place - first >= gap:
            yield first, held
            held = []
        first = first if held else place
        held.append(item)
    if held:
        yield first, held


def told(items: Sequence[DatedLink]) -> str:
    """Say what a mark stands for: each date, of very many the first."""
    texts = [item.tittel for item in items]
    return "; ".join([*texts[:_TOLD], *(["…"] if texts[_TOLD:] else [])])


def leads_to(items: Sequence[DatedLink], listed: str) -> str:
    """Give where a mark leads: to what its one date is about, else to the list beside the drawing."""
    return (items[0].sti if len(items) == 1 else "") or listed


def present_kinds(items: Sequence[DatedLink], kinds: Sequence[tuple[str, str]]) -> list[tuple[int, str, str]]:
    """Give (shape, code, name) of the kinds that there are dates of; a kind has the same shape in every drawing."""
    found = {item.slag for item in items}
    return [(form, kind, name) for form, (kind, name) in enumerate(kinds) if kind in found]


def radius_of(ring: int, rings: int) -> float:
    """Give a ring's radius, the first kind outermost."""
    return _FIRST - ring * (_FIRST - _LAST) / max(rings - 1, 1)


def draw_wheel(  # noqa: PLR0913 - what a wheel is drawn from
    year: int,
    items: Sequence[DatedLink],
    kinds: Sequence[tuple[str, str]],
    today: date,
    months: Sequence[str],
    listed: str = "",
) -> WheelDrawing:
    """Place the dates of a year: those in it whose kind is among `kinds` (pairs of code and name, the outermost first).

    `months` are the twelve names, and `listed` is where the same dates are listed.
    """
    inside = [item for item in items if item.dag.year == year and item.slag in dict(kinds)]
    exact = [item for item in inside if item.is_placed]
    shown = present_kinds(inside, kinds)
    rings, marks = [], list[DateMark]()
    for ring, (form, kind, name) in enumerate(shown):
        radius, own = radius_of(ring, len(shown)), [item for item in exact if item.slag == kind]
        rings.append(WheelRing(name, round(radius, 1), form, sum(item.slag == kind for item in inside)))
        for angle, held in clusters(((_angle(item.middle), item) for item in own), 2 * _MARK / radius):
            x, y = _place(angle, radius)
            marks.append(DateMark(x, y, form, len(held), leads_to(held, listed), told(held)))
    return WheelDrawing(
        aar=year,
        maaneder=tuple(
            WheelMonth(name, *_place(2 * math.pi * (at + 0.5) / 12, _MONTHS), _line(date(year, at + 1, 1), 0))
            for at, name in enumerate(months)
        ),
        ringer=tuple(rings),
        merker=tuple(marks),
        i_dag=_line(today, 0.5) if today.year == year else "",
        antall=len(inside),
        uten_dag=len(inside) - len(exact),
    )
