"""Charts as plain shapes: numbers in, places on a canvas out. The SVG itself is a macro in tegning.html.j2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planlint.site.axis import axis_span, axis_steps, axis_years, is_drawable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

WIDTH, HEIGHT = 640, 320
_RIGHT, _TOP, _BOTTOM = 612, 28, 282
_LETTER = 8.5  # the width of a letter at the chart's size of type, roughly
_LINE = 18
_SPARK = (96, 28, 4)


class ChartNumber(NamedTuple):
    """A number of a year, and how it is written."""

    aar: int
    verdi: float
    tekst: str


class ChartPoint(NamedTuple):
    """A place on the canvas."""

    x: float
    y: float


class ChartLabel(NamedTuple):
    """A text on the canvas; `anker` is SVG's text-anchor."""

    x: float
    y: float
    tekst: str
    anker: str = "middle"


@dataclass(frozen=True, slots=True)
class Diagram:
    """A line chart by years: lines as SVG's points, marks as places, words as labels."""

    venstre: float
    verdier: str
    prognose: str
    punkter: tuple[ChartPoint, ...]
    prognosepunkter: tuple[ChartPoint, ...]
    maal: tuple[ChartPoint, ...]
    ord: tuple[ChartLabel, ...]
    y_akse: tuple[ChartLabel, ...]
    x_akse: tuple[ChartLabel, ...]
    fra: str
    bredde: int = WIDTH
    hoeyde: int = HEIGHT
    hoeyre: int = _RIGHT
    bunn: int = _BOTTOM


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A small line without axes, and its last point."""

    linje: str
    siste: ChartPoint
    bredde: int = _SPARK[0]
    hoeyde: int = _SPARK[1]


class _Canvas:
    """A canvas: years across, numbers upwards."""

    def __init__(self, years: Sequence[int], ticks: Sequence[float], labels: Sequence[str]) -> None:
        """Leave room for the longest label to the left."""
        self.first, self.last = min(years), max(years)
        self.low, self.high = ticks[0], ticks[-1]
        self.left = round(max(len(label) for label in labels) * _LETTER + 20)

    def x(self, aar: int) -> float:
        inner, room = self.left + 24, _RIGHT - self.left - 48
        share = (aar - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return round(inner + room * share, 1)

    def y(self, verdi: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * (verdi - self.low) / (self.high - self.low), 1)

    def points(self, numbers: Iterable[ChartNumber]) -> tuple[ChartPoint, ...]:
        return tuple(ChartPoint(self.x(number.aar), self.y(number.verdi)) for number in numbers)


def _line(points: Iterable[ChartPoint]) -> str:
    return " ".join(f"{point.x:g},{point.y:g}" for point in points)


def _place_labels(wanted: Iterable[tuple[ChartPoint, str]], left: float) -> tuple[ChartLabel, ...]:
    """Put each text above its point, or else below it, where no earlier text stands; what finds no room is left out."""
    placed: list[tuple[float, float, ChartLabel]] = []
    for point, tekst in wanted:
        half = len(tekst) * _LETTER / 2
        middle = min(max(point.x, left + half), WIDTH - half - 2)
        for y in (point.y - 12, point.y + 24):
            free = all(abs(middle - x) > half + other or abs(y - text.y) >= _LINE for x, other, text in placed)
            if free and _TOP - 16 <= y <= _BOTTOM - 2:
                placed.append((middle, half, ChartLabel(round(middle, 1), y, tekst)))
                break
    return tuple(text for *_, text in placed)


def diagram(
    verdier: Sequence[ChartNumber],
    prognose: Sequence[ChartNumber],
    maal: Sequence[ChartNumber],
    skriv: Callable[[float], str],
) -> Diagram | None:
    """Place measured values, forecasts and targets (each oldest first); None when fewer than two can be drawn."""
    verdier, prognose, maal = ([item for item in part if is_drawable(item.verdi)] for part in (verdier, prognose, maal))
    alle = [*verdier, *prognose, *maal]
    if len(alle) < 2:  # noqa: PLR2004 - one number is no line
        return None
    ticks = axis_steps(*axis_span(item.verdi for item in alle))
    texts = [skriv(int(tick) if tick == int(tick) else tick) for tick in ticks]
    canvas = _Canvas([item.aar for item in alle], ticks, texts)
    values, expected, targets = canvas.points(verdier), canvas.points(prognose), canvas.points(maal)
    joined = verdier and prognose and prognose[0].aar > verdier[-1].aar
    named = [*verdier[-1:], *maal[::-1], *verdier[:-1][:1], *prognose[-1:]]
    return Diagram(
        venstre=canvas.left,
        verdier=_line(values) if values[1:] else "",
        prognose=_line((values[-1], *expected)) if joined else _line(expected) if expected[1:] else "",
        punkter=values,
        prognosepunkter=expected,
        maal=targets,
        ord=_place_labels(zip(canvas.points(named), (item.tekst for item in named), strict=True), canvas.left),
        y_akse=tuple(
            ChartLabel(canvas.left - 8, canvas.y(tick), text, "end") for tick, text in zip(ticks, texts, strict=True)
        ),
        x_akse=tuple(
            ChartLabel(canvas.x(year), _BOTTOM + 24, str(year)) for year in axis_years(canvas.first, canvas.last)
        ),
        fra="" if ticks[0] == 0 else texts[0],
    )


def sparkline(numbers: Sequence[tuple[int, float]]) -> Sparkline | None:
    """Place the values by year (oldest first) on a small canvas; None when fewer than two can be drawn."""
    found = [(year, float(value)) for year, value in numbers if is_drawable(value)]
    if len(found) < 2:  # noqa: PLR2004 - one number is no line
        return None
    width, height, edge = _SPARK
    low, high = min(value for _, value in found), max(value for _, value in found)
    first, years = found[0][0], found[-1][0] - found[0][0]
    points = [
        ChartPoint(
            round(edge + (width - 2 * edge) * (year - first) / years, 1),
            round(height - edge - (height - 2 * edge) * ((value - low) / (high - low) if high > low else 0.5), 1),
        )
        for year, value in found
    ]
    return Sparkline(_line(points), points[-1])
