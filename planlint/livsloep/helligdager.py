"""Norwegian public holidays: computed, because a library of every country's takes a third of a small check to import.

The days are those of lov om helligdager og helligdagsfred § 2 and of lov om 1. og 17. mai, the same since 1947.
The tests hold them against that library, day by day.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from planlint.diagnostic import N_

_FROM_EASTER = {
    -3: N_("skjærtorsdag"),
    -2: N_("langfredag"),
    0: N_("første påskedag"),
    1: N_("andre påskedag"),
    39: N_("Kristi himmelfartsdag"),
    49: N_("første pinsedag"),
    50: N_("andre pinsedag"),
}
_FIXED = {
    (1, 1): N_("første nyttårsdag"),
    (5, 1): N_("arbeidernes dag"),
    (5, 17): N_("grunnlovsdagen"),
    (12, 25): N_("første juledag"),
    (12, 26): N_("andre juledag"),
}


def paaskedag(year: int) -> date:
    """Give Easter Sunday: the first after the full moon of the church on or after 21 March (Oudin's formula, 1940)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)


@cache
def helligdager(year: int) -> dict[date, str]:
    """Give the holidays of a year by day, with their names as inside a sentence; of two on one day, the one by date."""
    easter = paaskedag(year)
    movable = {easter + timedelta(after): name for after, name in _FROM_EASTER.items()}
    return movable | {date(year, month, day): name for (month, day), name in _FIXED.items()}


def helligdag(day: date) -> str:
    """Give the name of the holiday that a day is; "" for a day that is none."""
    return helligdager(day.year).get(day, "")
