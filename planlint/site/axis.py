"""The axes of a chart: which span to show, and which round numbers and years to write beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LARGEST = 1e15
_MOST = 5
_MOST_YEARS = 6


def is_drawable(verdi: float) -> bool:
    """Tell whether a number can be drawn: neither infinite nor beyond what a float can tell apart."""
    return -_LARGEST < verdi < _LARGEST  # false for nan, and exact for integers of any size


def axis_steps(lav: float, hoey: float) -> tuple[float, ...]:
    """Give three to five round numbers that hold a span."""
    if lav == hoey:
        lav, hoey = lav - (abs(lav) / 10 or 1), hoey + (abs(hoey) / 10 or 1)
    size = 10.0 ** (math.floor(math.log10(hoey - lav)) - 1)
    for step in (factor * size for factor in (1, 2, 2.5, 5, 10, 20, 25, 50, 100)):
        first, last = math.floor(lav / step), math.ceil(hoey / step)
        if last - first < _MOST:
            digits = max(0, 2 - math.floor(math.log10(step)))
            return tuple(round(number * step, digits) for number in range(first, last + 1))
    return (lav, (lav + hoey) / 2, hoey)


def axis_span(numbers: Iterable[float]) -> tuple[float, float]:
    """Give the lowest and highest number to show, zero with them unless it is far away."""
    found = [float(number) for number in numbers]
    low, high = min(found), max(found)
    if 0 <= low <= high / 2:
        return 0.0, high
    return (low, 0.0) if low / 2 <= high <= 0 else (low, high)


def axis_years(first: int, last: int) -> tuple[int, ...]:
    """Give at most six years to write under the axis, as far apart as it takes."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if (last - first) // step < _MOST_YEARS)
    return tuple(range(first, last + 1, step))
