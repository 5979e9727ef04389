"""The timeline as plain shapes: days in, places on a canvas out. The SVG itself is in tidslinje.html.j2."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BREDDE = 1120
_KANT = 16
_AKSE, _OVERSKRIFT, _RAD = 46, 40, 44
_TETTE = 10
_FORTID, _FRAMTID = 15, 20
_STEG = (1, 2, 5, 10)
_FLEST = 18


@dataclass(frozen=True, slots=True)
class Plantid:
    """A plan's time in plain values.

    `slag` is how the bar is drawn: «gjelder», «over», «arbeid» or «slutt». `merknad` says the same in words.
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

    @property
    def dager(self) -> tuple[date, ...]:
        """Every day that the axis would like to reach."""
        return tuple(day for day in (self.fra, self.til, self.revisjon, *self.vedtak) if day)


class Aar(NamedTuple):
    """A year on the axis."""

    x: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Akse:
    """The axis: from the first of January of a year to the last day of another."""

    foerste: int
    siste: int

    def x(self, day: date) -> int:
        """Give a day's place; a day outside lies on the edge."""
        first, last = date(self.foerste, 1, 1).toordinal(), date(self.siste, 12, 31).toordinal()
        inside = min(max(day.toordinal(), first), last)
        return _KANT + round((inside - first) * (BREDDE - 2 * _KANT) / (last - first))

    def utenfor(self, day: date) -> bool:
        """Tell whether a day lies outside."""
        return not self.foerste <= day.year <= self.siste

    @property
    def aar(self) -> tuple[Aar, ...]:
        """The years that get a line, as many as there is room for."""
        years = self.siste - self.foerste + 1
        step = next((step for step in _STEG if years <= step * _FLEST), _STEG[-1])
        return tuple(
            Aar(self.x(date(year, 1, 1)), str(year)) for year in range(self.foerste, self.siste + 1) if not year % step
        )


def akse(days: Iterable[date], today: date) -> Akse:
    """Give an axis that takes in the days, though not those of very long ago or very far ahead."""
    years = [day.year for day in days]
    first = max(min([today.year - 1, *years]), today.year - _FORTID, 1)
    return Akse(first, min(max([today.year + 1, *years]), today.year + _FRAMTID, 9999))


@dataclass(frozen=True, slots=True)
class Strek:
    """A plan's line on the canvas, `y` from its own top.

    `bredde` is 0 where no period is known. A dashed line goes on where a beginning or an end is not known (`stiplet`),
    and an arrow where the axis is too short (`pil`).
    """

    plan: Plantid
    y: int
    x: int
    bredde: int
    stiplet: tuple[tuple[int, int], ...]
    pil: tuple[int, ...]
    vedtak: tuple[int, ...]
    revisjon: int | None


class Overskrift(NamedTuple):
    """A sector's heading, or (without a text) only the years once more."""

    tekst: str
    y: int


@dataclass(frozen=True, slots=True)
class Tegning:
    """The whole timeline."""

    hoeyde: int
    aar: tuple[Aar, ...]
    i_dag: int
    overskrifter: tuple[Overskrift, ...]
    streker: tuple[Strek, ...]


def _strek(plan: Plantid, axis: Akse, y: int) -> Strek:
    """Place one plan. Of a period with one known end, a short bar is drawn there, and a dashed line beyond it."""
    left, right = axis.x(date(axis.foerste, 1, 1)), axis.x(date(axis.siste, 12, 31))
    start, end = plan.fra or plan.til, plan.til or plan.fra
    begin, done = (axis.x(start), axis.x(end)) if start and end and start <= end else (0, 0)
    dashed = []
    if end and not plan.fra:
        dashed.append((left, begin))
    if start and not plan.til:
        dashed.append((done, right))
    return Strek(
        plan=plan,
        y=y,
        x=begin,
        bredde=max(done - begin, 4) if begin else 0,
        stiplet=tuple(dashed) if begin else (),
        pil=tuple(sorted({axis.x(day) for day in plan.dager if axis.utenfor(day)})),
        vedtak=tuple(sorted({axis.x(day) for day in plan.vedtak if not axis.utenfor(day)})),
        revisjon=axis.x(plan.revisjon) if plan.revisjon and not axis.utenfor(plan.revisjon) else None,
    )


def _oppsett(groups: Iterable[tuple[str, Sequence[Plantid]]]) -> Iterator[tuple[str, Plantid | None, int]]:
    """Yield headings and plans with their heights, the years once more after every tenth plan."""
    for name, plans in groups:
        yield name, None, _OVERSKRIFT + _AKSE
        for at, plan in enumerate(plans):
            if at and not at % _TETTE:
                yield "", None, _AKSE
            yield "", plan, _RAD


def tegn(groups: Sequence[tuple[str, Sequence[Plantid]]], today: date) -> Tegning:
    """Place all plans, sector by sector."""
    axis = akse((day for _, plans in groups for plan in plans for day in plan.dager), today)
    heads, lines, y = [], [], 0
    for name, plan, height in _oppsett(groups):
        if plan:
            lines.append(_strek(plan, axis, y))
        else:
            heads.append(Overskrift(name, y))
        y += height
    return Tegning(y + _KANT, axis.aar, axis.x(today), tuple(heads), tuple(lines))
