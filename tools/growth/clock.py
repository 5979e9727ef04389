"""How time grows: something done at n and at 4n, in processor time of this process, the best of a few tries."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 4
"""How much larger the second input is."""
MOST = 5.0
"""How many times as long it may take: what grows as the input takes four, with the logarithm of sorting and noise."""
LEAST = 0.01
"""Seconds: what takes less says nothing about how it grows, only how busy the machine is."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What was tried, with how much, and the seconds that it took at n and at 4n."""

    name: str
    n: int
    small: float
    large: float

    @property
    def times(self) -> float:
        """How many times as long the larger took."""
        return self.large / max(self.small, 1e-6)

    @property
    def too_much(self) -> bool:
        """Whether it grows faster than its input, as far as can be told."""
        return self.times > MOST and self.large >= LEAST

    def __str__(self) -> str:
        """Give a row of a table."""
        return f"{self.name:40} {self.n:7} {self.small * 1000:10.1f} {self.large * 1000:10.1f} {self.times:6.1f}"


def seconds(make: Callable[[], Callable[[], Any]], tries: int) -> float:
    """Give the least processor time that the work takes; what `make` does to prepare it is not counted."""
    best = float("inf")
    for _ in range(tries):
        work = make()
        gc.collect()
        gc.disable()
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
        gc.enable()
    return best


def growth(  # noqa: PLR0913 - what is measured, and how
    name: str, make: Callable[[int], Callable[[], Any]], start: int, most: int, tries: int = 3, *, rest: bool = False
) -> Growth:
    """Measure at n and 4n, with the first n that takes long enough to be measured, or the largest.

    With `rest`, what the same takes at nothing is taken off both, before anything is said of them. What seems to grow
    too fast is measured again, up to three times and each more carefully: a busy machine is no growth. What took so
    little that the clock says nothing is measured again with more, up to eight times as much: what grows with the
    square does so there too, and noise does not.
    """
    gc.freeze()  # what was there before is not gone through: after a thousand tests that takes a second each time
    try:
        return _growth(name, make, start, most, tries, rest=rest)
    finally:
        gc.collect()


def _growth(  # noqa: PLR0913 - as above
    name: str, make: Callable[[int], Callable[[], Any]], start: int, most: int, tries: int, *, rest: bool
) -> Growth:
    zero = seconds(partial(make, 0), tries + 1) if rest else 0.0
    n = start
    make(n)()  # what is made ready once is no growth
    while (small := seconds(partial(make, n), tries)) - zero < LEAST and n * 2 <= most:
        n *= 2
    large = seconds(partial(make, n * TIMES), tries)
    found = Growth(name, n, small - zero, large - zero)
    for more in (2, 4, 8):
        if not found.too_much:
            break
        n *= 1 if small - zero >= LEAST else 2
        small, large = _in_turn(make, n, tries * more)
        zero = min(zero, seconds(partial(make, 0), tries * more)) if rest else 0.0
        found = Growth(name, n, small - zero, large - zero)
    return found


def _in_turn(make: Callable[[int], Callable[[], Any]], n: int, tries: int) -> tuple[float, float]:
    """Measure at n and at 4n in turn, so that what slows the machine for a while slows both; give the least of each."""
    small = large = float("inf")
    for _ in range(tries):
        small = min(small, seconds(partial(make, n), 1))
        large = min(large, seconds(partial(make, n * TIMES), 1))
    return small, large
