"""Some years as a strip with a lane for each kind of date. The SVG itself is a macro in hjul.html.j2."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planlint.site.year_wheel import DatedLink, DateMark, clusters, leads_to, present_kinds, told

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 1000
_EDGE, _AXIS, _LANE, _SPANS = 20, 40, 64, 30
_GAP = 30.0


class StripYear(NamedTuple):
    """A year's line, and its number."""

    x: float
    tekst: str


class StripSpan(NamedTuple):
    """Dates that are only known to lie somewhere in a span of time."""

    x: float
    y: float
    bredde: float
    antall: int
    sti: str
    tekst: str


class StripLane(NamedTuple):
    """A kind's lane."""

    navn: str
    y: float
    form: int
    antall: int


@dataclass(frozen=True, slots=True)
class StripDrawing:
    """A whole strip; `i_dag` is None where the day lies outside."""

    hoeyde: int
    aar: tuple[StripYear, ...]
    kvartaler: tuple[float, ...]
    felt: tuple[StripLane, ...]
    merker: tuple[DateMark, ...]
    tidsrom: tuple[StripSpan, ...]
    i_dag: float | None
    bredde: int = WIDTH


class _Strip:
    """Places days between the first and the last."""

    def __init__(self, first: date, last: date, listed: str) -> None:
        self.first, self.last, self.listed = first, last, listed

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / max((self.last - self.first).days, 1)
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)

    def marks(self, items: Sequence[DatedLink], form: int, y: float) -> list[DateMark]:
        placed = ((self.x(item.dag), item) for item in items if item.is_day)
        return [
            DateMark(round(x, 1), y, form, len(held), leads_to(held, self.listed), told(held))
            for x, held in clusters(placed, _GAP)
        ]

    def spans(self, items: Sequence[DatedLink], y: float) -> list[StripSpan]:
        """Give a band for each span of time, the next below where the last one is in the way."""
        found: dict[tuple[date, date], list[DatedLink]] = defaultdict(list)
        for item in items:
            if item.fra and not item.is_day:
                found[item.fra, item.dag].append(item)
        ends, bands = list[float](), []
        for (start, end), held in sorted(found.items()):
            begin, done = self.x(start), self.x(end)
            row = next((at for at, taken in enumerate(ends) if taken <= begin), len(ends))
            ends[row:] = [done, *ends[row + 1 :]]
            text = told(held)
            bands.append(StripSpan(begin, y + row * _SPANS, done - begin, len(held), leads_to(held, self.listed), text))
        return bands


def _quarters(first: date, last: date) -> list[date]:
    days = (date(year, month, 1) for year in range(first.year, last.year + 1) for month in (1, 4, 7, 10))
    return [day for day in days if first <= day <= last]


def draw_strip(  # noqa: PLR0913 - what a strip is drawn from
    first: date,
    last: date,
    items: Sequence[DatedLink],
    kinds: Sequence[tuple[str, str]],
    today: date,
    listed: str = "",
) -> StripDrawing:
    """Place the dates between two days, those of each kind (pairs of code and name) in a lane of its own."""
    strip, y = _Strip(first, last, listed), float(_AXIS)
    lanes, marks, spans = list[StripLane](), list[DateMark](), list[StripSpan]()
    inside = [item for item in items if first <= item.dag and (item.fra or item.dag) <= last]
    for form, kind, name in present_kinds(inside, kinds):
        own = [item for item in inside if item.slag == kind]
        lanes.append(StripLane(name, y, form, len(own)))
        exact = strip.marks(own, form, y + _LANE - 20)
        bands = strip.spans(own, y + (_LANE if exact else _SPANS))
        marks, spans = marks + exact, spans + bands
        y = max((band.y + _SPANS for band in bands), default=y + _LANE)
    quarters = _quarters(first, last)
    return StripDrawing(
        hoeyde=round(y) + 8,
        aar=tuple(StripYear(strip.x(day), str(day.year)) for day in quarters if day.month == 1),
        kvartaler=tuple(strip.x(day) for day in quarters if day.month > 1),
        felt=tuple(lanes),
        merker=tuple(marks),
        tidsrom=tuple(spans),
        i_dag=strip.x(today) if first <= today <= last else None,
    )
