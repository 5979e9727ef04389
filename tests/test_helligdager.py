"""The holidays that planlint computes are those of a library that knows every country's."""

from __future__ import annotations

from datetime import date, timedelta

import holidays

from planlint.livsloep.helligdager import helligdag, paaskedag

INSIDE = {"grunnlovsdag": "grunnlovsdagen", "kristi himmelfartsdag": "Kristi himmelfartsdag"}


def test_the_same_days_as_the_library() -> None:
    """Every day from 1947 through 2100 is a holiday in both or in neither, by the same name (or one of its two)."""
    theirs = holidays.country_holidays("NO", language="no", years=range(1947, 2101))
    days = (date(1947, 1, 1) + timedelta(number) for number in range((date(2101, 1, 1) - date(1947, 1, 1)).days))
    for day in days:
        names = theirs.get(day, "").lower().split("; ")
        assert helligdag(day) in [INSIDE.get(name, name) for name in names], day


def test_easter_at_its_earliest_and_latest() -> None:
    """The exceptions in the count of full moons are there: 1954 and 1981 are the ones that a simpler formula misses."""
    easters = {1818: (3, 22), 1943: (4, 25), 1954: (4, 18), 1981: (4, 19), 2024: (3, 31), 2026: (4, 5), 2285: (3, 22)}
    assert all(paaskedag(year) == date(year, *day) for year, day in easters.items())
