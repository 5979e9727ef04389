"""Charts as plain shapes: numbers in, places on a canvas out. The SVG itself is a macro in tegning.html.j2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planlint.site.axis import aarstall, spenn, tegnbar, trinn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BREDDE, HOEYDE = 640, 320
_HOEYRE, _TOPP, _BUNN = 612, 28, 282
_TEGN = 8.5  # the width of a letter at the chart's size of type, roughly
_LINJE = 18
_GNIST = (96, 28, 4)


class Tall(NamedTuple):
    """A number of a year, and how it is written."""

    aar: int
    verdi: float
    tekst: str


class Punkt(NamedTuple):
    """A place on the canvas."""

    x: float
    y: float


class Etikett(NamedTuple):
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
    punkter: tuple[Punkt, ...]
    prognosepunkter: tuple[Punkt, ...]
    maal: tuple[Punkt, ...]
    ord: tuple[Etikett, ...]
    y_akse: tuple[Etikett, ...]
    x_akse: tuple[Etikett, ...]
    fra: str
    bredde: int = BREDDE
    hoeyde: int = HOEYDE
    hoeyre: int = _HOEYRE
    bunn: int = _BUNN


@dataclass(frozen=True, slots=True)
class Gnist:
    """A small line without axes, and its last point."""

    linje: str
    siste: Punkt
    bredde: int = _GNIST[0]
    hoeyde: int = _GNIST[1]


class _Lerret:
    """A canvas: years across, numbers upwards."""

    def __init__(self, years: Sequence[int], ticks: Sequence[float], labels: Sequence[str]) -> None:
        """Leave room for the longest label to the left."""
        self.first, self.last = min(years), max(years)
        self.low, self.high = ticks[0], ticks[-1]
        self.left = round(max(len(label) for label in labels) * _TEGN + 20)

    def x(self, aar: int) -> float:
        inner, room = self.left + 24, _HOEYRE - self.left - 48
        share = (aar - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return round(inner + room * share, 1)

    def y(self, verdi: float) -> float:
        return round(_BUNN - (_BUNN - _TOPP) * (verdi - self.low) / (self.high - self.low), 1)

    def punkter(self, numbers: Iterable[Tall]) -> tuple[Punkt, ...]:
        return tuple(Punkt(self.x(number.aar), self.y(number.verdi)) for number in numbers)


def _linje(points: Iterable[Punkt]) -> str:
    return " ".join(f"{point.x:g},{point.y:g}" for point in points)


def _plasser(wanted: Iterable[tuple[Punkt, str]], left: float) -> tuple[Etikett, ...]:
    """Put each text above its point, or else below it, where no earlier text stands; what finds no room is left out."""
    placed: list[tuple[float, float, Etikett]] = []
    for point, tekst in wanted:
        half = len(tekst) * _TEGN / 2
        middle = min(max(point.x, left + half), BREDDE - half - 2)
        for y in (point.y - 12, point.y + 24):
            free = all(abs(middle - x) > half + other or abs(y - text.y) >= _LINJE for x, other, text in placed)
            if free and _TOPP - 16 <= y <= _BUNN - 2:
                placed.append((middle, half, Etikett(round(middle, 1), y, tekst)))
                break
    return tuple(text for *_, text in placed)


def diagram(
    verdier: Sequence[Tall], prognose: Sequence[Tall], maal: Sequence[Tall], skriv: Callable[[float], str]
) -> Diagram | None:
    """Place measured values, forecasts and targets (each oldest first); None when fewer than two can be drawn."""
    verdier, prognose, maal = ([item for item in part if tegnbar(item.verdi)] for part in (verdier, prognose, maal))
    alle = [*verdier, *prognose, *maal]
    if len(alle) < 2:  # noqa: PLR2004 - one number is no line
        return None
    ticks = trinn(*spenn(item.verdi for item in alle))
    texts = [skriv(int(tick) if tick == int(tick) else tick) for tick in ticks]
    canvas = _Lerret([item.aar for item in alle], ticks, texts)
    values, expected, targets = canvas.punkter(verdier), canvas.punkter(prognose), canvas.punkter(maal)
    joined = verdier and prognose and prognose[0].aar > verdier[-1].aar
    named = [*verdier[-1:], *maal[::-1], *verdier[:-1][:1], *prognose[-1:]]
    return Diagram(
        venstre=canvas.left,
        verdier=_linje(values) if values[1:] else "",
        prognose=_linje((values[-1], *expected)) if joined else _linje(expected) if expected[1:] else "",
        punkter=values,
        prognosepunkter=expected,
        maal=targets,
        ord=_plasser(zip(canvas.punkter(named), (item.tekst for item in named), strict=True), canvas.left),
        y_akse=tuple(
            Etikett(canvas.left - 8, canvas.y(tick), text, "end") for tick, text in zip(ticks, texts, strict=True)
        ),
        x_akse=tuple(Etikett(canvas.x(year), _BUNN + 24, str(year)) for year in aarstall(canvas.first, canvas.last)),
        fra="" if ticks[0] == 0 else texts[0],
    )


def gnist(numbers: Sequence[tuple[int, float]]) -> Gnist | None:
    """Place the values by year (oldest first) on a small canvas; None when fewer than two can be drawn."""
    found = [(year, float(value)) for year, value in numbers if tegnbar(value)]
    if len(found) < 2:  # noqa: PLR2004 - one number is no line
        return None
    width, height, edge = _GNIST
    low, high = min(value for _, value in found), max(value for _, value in found)
    first, years = found[0][0], found[-1][0] - found[0][0]
    points = [
        Punkt(
            round(edge + (width - 2 * edge) * (year - first) / years, 1),
            round(height - edge - (height - 2 * edge) * ((value - low) / (high - low) if high > low else 0.5), 1),
        )
        for year, value in found
    ]
    return Gnist(_linje(points), points[-1])
