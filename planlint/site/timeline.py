"""The timeline as plain shapes: days in, places on a canvas out. The SVG itself is in tidslinje.html.j2."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH = 1120
_EDGE = 16
_AXIS, _HEADING, _ROW = 46, 40, 44
_LINE, _ABOVE = 17, 18
_TITLE_SIGN, _NOTE_SIGN = 8.0, 7.1
"""About how wide a letter is: a note that does not fit beside its title stands under it, and none is cut."""
_CLOSE = 10
_LEAST = 10
_PAST, _FUTURE = 15, 20
_STEPS = (1, 2, 5, 10)
_MOST = 18


@dataclass(frozen=True, slots=True)
class PlanTime:
    """A plan's time in plain values.

    `slag` is how the bar is drawn: «gjelder», «over», «arbeid» or «slutt». `merknad` says the same in words. What is
    only known by its year, or another span of time, stands in `vedtaksrom` and `revisjonsrom`, drawn over all of it.
    """

    tittel: str
    sti: str
    merknad: str
    slag: str
    fra: date | None = None
    til: date | None = None
    vedtak: tuple[date, ...] = ()
    revisjon: date | None = None
    forfalt: bool = False
    vedtaksrom: tuple[tuple[date, date], ...] = ()
    revisjonsrom: tuple[date, date] | None = None

    @property
    def note_lines(self) -> tuple[str, ...]:
        """The note line by line where it does not fit beside the title; else nothing."""
        wide = _TITLE_SIGN * len(self.tittel) + _NOTE_SIGN * len(self.merknad)
        if wide <= WIDTH - 2 * _EDGE:
            return ()
        return tuple(textwrap.wrap(self.merknad, int((WIDTH - 2 * _EDGE) / _NOTE_SIGN)))

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that the axis would like to reach."""
        spans = (*self.vedtaksrom, *([self.revisjonsrom] if self.revisjonsrom else []))
        days = (self.fra, self.til, self.revisjon, *self.vedtak, *(day for span in spans for day in span))
        return tuple(day for day in days if day)


class AxisYear(NamedTuple):
    """A year on the axis."""

    x: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis: from the first of January of a year to the last day of another."""

    foerste: int
    siste: int

    def x(self, day: date) -> int:
        """Give a day's place; a day outside lies on the edge."""
        first, last = date(self.foerste, 1, 1).toordinal(), date(self.siste, 12, 31).toordinal()
        inside = min(max(day.toordinal(), first), last)
        return _EDGE + round((inside - first) * (WIDTH - 2 * _EDGE) / (last - first))

    def is_outside(self, day: date) -> bool:
        """Tell whether a day lies outside."""
        return not self.foerste <= day.year <= self.siste

    @property
    def years(self) -> tuple[AxisYear, ...]:
        """The years that get a line, as many as there is room for."""
        years = self.siste - self.foerste + 1
        step = next((step for step in _STEPS if years <= step * _MOST), _STEPS[-1])
        return tuple(
            AxisYear(self.x(date(year, 1, 1)), str(year))
            for year in range(self.foerste, self.siste + 1)
            if not year % step
        )


def make_axis(days: Iterable[date], today: date) -> Axis:
    """Give an axis that takes in the days, though not those of very long ago or very far ahead."""
    years = [day.year for day in days]
    first = max(min([today.year - 1, *years]), today.year - _PAST, 1)
    return Axis(first, min(max([today.year + 1, *years]), today.year + _FUTURE, 9999))


@dataclass(frozen=True, slots=True)
class Bar:
    """A plan's line on the canvas, `y` from its own top.

    `bredde` is 0 where no period is known. A dashed line goes on where a beginning or an end is not known (`stiplet`):
    of a plan that applies without a period, from its adoption to today; an arrow where the axis is short (`pil`).
    `lines_height` is how far down the bar is moved by lines of text under the title.
    """

    plan: PlanTime
    y: int
    x: int
    bredde: int
    stiplet: tuple[tuple[int, int], ...]
    pil: tuple[int, ...]
    vedtak: tuple[int, ...]
    revisjon: int | None
    vedtaksrom: tuple[tuple[int, int], ...] = ()
    revisjonsrom: tuple[int, int] | None = None

    @property
    def lines_height(self) -> int:
        """How far the lines under the title move the bar down."""
        return _LINE * len(self.plan.note_lines)

    @property
    def today_line(self) -> tuple[int, int]:
        """Where the line of today begins under the text, on the canvas, and how long it is."""
        return self.y + self.lines_height + _ABOVE, _ROW - _ABOVE


class SectorHeading(NamedTuple):
    """A sector's heading, or (without a text) only the years once more."""

    tekst: str
    y: int


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """A sector's part of the canvas: from where and how far down, its headings and its lines."""

    navn: str
    y: int
    hoeyde: int
    overskrifter: tuple[SectorHeading, ...]
    streker: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The whole timeline."""

    hoeyde: int
    aar: tuple[AxisYear, ...]
    i_dag: int
    overskrifter: tuple[SectorHeading, ...]
    streker: tuple[Bar, ...]

    @property
    def sektorer(self) -> tuple[TimelineGroup, ...]:
        """The same sector by sector, so that each is drawn by itself: no page breaks in it, and it is read whole."""
        tops = [heading for heading in self.overskrifter if heading.tekst]
        ends = [*(heading.y for heading in tops[1:]), self.hoeyde]
        return tuple(
            TimelineGroup(
                heading.tekst,
                heading.y,
                end - heading.y,
                tuple(one for one in self.overskrifter if heading.y <= one.y < end),
                tuple(bar for bar in self.streker if heading.y <= bar.y < end),
            )
            for heading, end in zip(tops, ends, strict=True)
        )


def _open_line(plan: PlanTime, axis: Axis, today: date) -> tuple[tuple[int, int], ...]:
    """Give a dashed line from the last adoption to today of a plan that applies without a period; else nothing."""
    known = (*plan.vedtak, *(end for _, end in plan.vedtaksrom))
    adopted = max((day for day in known if day <= today), default=None)
    return ((axis.x(adopted), axis.x(today)),) if adopted and plan.slag == "gjelder" else ()


def _bar(plan: PlanTime, axis: Axis, y: int, today: date) -> Bar:
    """Place one plan. Of a period with one known end, a short bar is drawn there, and a dashed line beyond it."""
    left, right = axis.x(date(axis.foerste, 1, 1)), axis.x(date(axis.siste, 12, 31))
    start, end = plan.fra or plan.til, plan.til or plan.fra
    begin, done = (axis.x(start), axis.x(end)) if start and end and start <= end else (0, 0)
    dashed = []
    if end and not plan.fra:
        dashed.append((left, begin))
    if start and not plan.til:
        dashed.append((done, right))
    return Bar(
        plan=plan,
        y=y,
        x=begin,
        bredde=max(done - begin, 4) if begin else 0,
        stiplet=tuple(dashed) if plan.fra or plan.til else _open_line(plan, axis, today),
        pil=tuple(sorted({axis.x(day) for day in plan.days if axis.is_outside(day)})),
        vedtak=tuple(sorted({axis.x(day) for day in plan.vedtak if not axis.is_outside(day)})),
        revisjon=axis.x(plan.revisjon) if plan.revisjon and not axis.is_outside(plan.revisjon) else None,
        vedtaksrom=tuple(_span(axis, *span) for span in plan.vedtaksrom if not axis.is_outside(span[1])),
        revisjonsrom=_span(axis, *plan.revisjonsrom)
        if plan.revisjonsrom and not axis.is_outside(plan.revisjonsrom[0])
        else None,
    )


def _span(axis: Axis, first: date, last: date) -> tuple[int, int]:
    """Give where a span of time begins and how wide it is, wide enough to be seen."""
    begin, done = axis.x(first), axis.x(last)
    return begin, max(done - begin, _LEAST)


def _layout(groups: Iterable[tuple[str, Sequence[PlanTime]]]) -> Iterator[tuple[str, PlanTime | None, int]]:
    """Yield headings and plans with their heights, the years once more after every tenth plan."""
    for name, plans in groups:
        yield name, None, _HEADING + _AXIS
        for at, plan in enumerate(plans):
            if at and not at % _CLOSE:
                yield "", None, _AXIS
            yield "", plan, _ROW + _LINE * len(plan.note_lines)


def draw_timeline(
    groups: Sequence[tuple[str, Sequence[PlanTime]]], today: date, axis: Axis | None = None
) -> TimelineDrawing:
    """Place all plans, sector by sector, on an axis that others share or that takes in just these."""
    axis = axis or make_axis((day for _, plans in groups for plan in plans for day in plan.days), today)
    heads, lines, y = [], [], 0
    for name, plan, height in _layout(groups):
        if plan:
            lines.append(_bar(plan, axis, y, today))
        else:
            heads.append(SectorHeading(name, y))
        y += height
    return TimelineDrawing(y + _EDGE, axis.years, axis.x(today), tuple(heads), tuple(lines))
