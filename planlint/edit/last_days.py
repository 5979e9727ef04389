"""Last days for many known findings: spread over months, so that not all begin to count on one morning."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANY = 20
"""More known findings than this should not end on one day."""


def month_ends(first: date, last: date) -> Iterator[date]:
    """Give the last days of the months from one day to another; the other day alone where there is none."""
    days = [date(year, month, monthrange(year, month)[1]) for year in range(first.year, last.year + 1)
            for month in range(1, 13)]  # fmt: skip
    inside = [day for day in days if first <= day <= last]
    yield from inside or [last]


def spread(number: int, first: date, last: date, taken: Mapping[date, int]) -> list[date]:
    """Give so many last days, each time the month that has fewest, the earliest of them; `taken` are there already."""
    load = {day: taken.get(day, 0) for day in month_ends(first, last)}
    days = []
    for _ in range(number):
        day = min(load, key=lambda one: (load[one], one))
        load[day] += 1
        days.append(day)
    return sorted(days)


def too_many(number: int, day: date, taken: Mapping[date, int]) -> int:
    """Give how many would end on a day, where that is more than people can go through at once; else 0."""
    all_ = taken.get(day, 0) + number
    return all_ if all_ > MANY else 0
