"""How time grows: something done at n and at 4n, in processor time of this process, the best of a few tries."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 4
"""How much larger the second input is."""
MOST = 5.0
"""How many times as long it may take: what grows as the input takes four, with the logarithm of sorting and noise."""


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
        return self.large / self.small if self.small else 0.0

    @property
    def too_much(self) -> bool:
        """Whether it grows faster than its input."""
        return self.times > MOST


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


def growth(
    name: str, make: Callable[[int], Callable[[], Any]], start: int, most: int, least: float = 0.004, tries: int = 3
) -> Growth:
    """Measure at n and 4n, with the first n that takes long enough to be measured, or the largest.

    What seems to grow too fast is measured again, twice as carefully: a busy machine is no growth.
    """
    n = start
    while (small := seconds(lambda: make(n), tries)) < least and n * 2 <= most:
        n *= 2
    found = Growth(name, n, small, seconds(lambda: make(n * TIMES), tries))
    for _ in range(2):
        if not found.too_much:
            break
        small, large = (seconds(lambda size=size: make(size), tries * 2) for size in (n, n * TIMES))  # type: ignore[misc]
        found = Growth(name, n, min(found.small, small) if small > found.small else small, min(found.large, large))
    return found
