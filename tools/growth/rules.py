"""How the time of each rule grows: with more of what it has findings on, longer lists, and shapes of many links."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from growth.clock import Growth, growth
from growth.copies import EXAMPLES, WAYS, enlarged, fresh, opened
from planlint.rules.all_rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from planlint.register import Register

JUDGING = tuple(code for code, rule in RULES.items() if rule.check is not None)


def example_of(code: str) -> Path:
    """Give the first example in which a rule has a finding."""
    return min((EXAMPLES / code).glob("bad-*"))


def _made(code: str, way: str) -> Callable[[int], Callable[[], Any]]:
    _, register, before = opened(example_of(code))

    @cache
    def larger(n: int) -> tuple[Register, Register | None]:
        return enlarged(register, way, n), enlarged(before, way, n) if before else None

    def make(n: int) -> Callable[[], Any]:
        now, old = larger(n)
        asked = fresh(now).against(fresh(old)) if old else fresh(now)
        return lambda: list(RULES[code].run(asked, {}))

    return make


def of_rule(code: str, way: str, start: int, most: int) -> Growth:
    """Measure one rule in one way: copies of all that its example has, or longer lists in it."""
    return growth(f"{code} {way}", _made(code, way), start, most, tries=2)


def every(start: int, most: int) -> Iterator[Growth]:
    """Measure every rule in every way."""
    for code in JUDGING:
        for way in WAYS:
            yield of_rule(code, way, start, most)
