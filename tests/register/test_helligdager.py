"""The days that the library is never asked about are no holidays."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import holidays

from planlint.register.livsloep.public_holidays import holiday

INSIDE = {"grunnlovsdag": "grunnlovsdagen", "kristi himmelfartsdag": "Kristi himmelfartsdag"}


def test_the_same_days_as_the_library() -> None:
    """Every day from 1947 through 2100 is a holiday in both or in neither, by the same name (the first of two)."""
    theirs = holidays.country_holidays("NO", language="no", years=range(1947, 2101))
    days = (date(1947, 1, 1) + timedelta(number) for number in range((date(2101, 1, 1) - date(1947, 1, 1)).days))
    for day in days:
        name = theirs.get(day, "").lower().split("; ")[0]
        assert holiday(day) == INSIDE.get(name, name), day


def test_a_wednesday_in_autumn_needs_no_library() -> None:
    """What takes long to import is not imported for the days on which councils meet."""
    code = (
        "import sys; from datetime import date; from planlint.register.livsloep.public_holidays import holiday\n"
        "print(repr(holiday(date(2026, 11, 18))), 'holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["''", "False"]
