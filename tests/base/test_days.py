"""Days moved by months and years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from planlint.base import add_months, add_years


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(9999, 10, 30), 48, date.max),
        (date(1, 2, 28), -2, date.min),
    ],
)
def test_a_day_is_moved_by_months(day: date, months: int, moved: date) -> None:
    """The last day of a shorter month, and the calendar's own ends: a file may say any year."""
    assert add_months(day, months) == moved


@given(st.dates(), st.integers(-12000, 12000))
def test_a_day_can_always_be_moved(day: date, years: int) -> None:
    """No year is too far: the answer lies on the right side of the day."""
    moved = add_years(day, years)
    assert moved >= day if years > 0 else moved <= day
