"""Public holidays: the days that another calendar has, and the law's own where that calendar stops."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import holidays
import pytest

from planlint.register.livsloep.public_holidays import holiday

INSIDE = {"grunnlovsdag": "grunnlovsdagen", "kristi himmelfartsdag": "Kristi himmelfartsdag"}


def test_the_same_days_as_the_library() -> None:
    """Every day from 1947 through 2100 is a holiday in both or in neither, by the same name (the first of two)."""
    theirs = holidays.country_holidays("NO", language="no", years=range(1947, 2101))
    days = (date(1947, 1, 1) + timedelta(number) for number in range((date(2101, 1, 1) - date(1947, 1, 1)).days))
    for day in days:
        name = theirs.get(day, "").lower().split("; ")[0]
        assert holiday(day) == INSIDE.get(name, name), day


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1946-05-01", ""),
        ("1946-05-17", ""),
        ("1946-04-19", "langfredag"),
        ("1818-03-22", "første påskedag"),
        ("1943-04-25", "første påskedag"),
        ("1900-06-04", "andre pinsedag"),
        ("1837-12-26", "andre juledag"),
        ("2101-05-01", "arbeidernes dag"),
        ("2101-04-17", "første påskedag"),
        ("2101-05-26", "Kristi himmelfartsdag"),
        ("2285-03-22", "første påskedag"),
        ("2101-05-18", ""),
    ],
)
def test_the_years_that_the_library_does_not_know(day: str, name: str) -> None:
    """Earlier and later years have the same holidays; 1 and 17 May are so from the year in which the law came, 1947."""
    assert holiday(date.fromisoformat(day)) == name


@pytest.mark.parametrize("year", [1, 1582, 9999])
def test_every_year_has_its_holidays(year: int) -> None:
    """No year that a date can have is too early or too late to be asked about."""
    days = [date(year, 1, 1) + timedelta(number) for number in range(365)]
    assert len([day for day in days if holiday(day)]) >= 10


def test_no_other_country_is_read_about() -> None:
    """A day that is a holiday costs the day of Easter, and not every country's calendar."""
    code = (
        "import sys; from datetime import date; from planlint.register.livsloep.public_holidays import holiday\n"
        "print(holiday(date(2026, 5, 17)), 'holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["grunnlovsdagen", "False"]
