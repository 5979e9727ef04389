"""Norwegian public holidays: helligdagsfredloven § 2, and lov om 1. og 17. mai som høgtidsdager from 1947 on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from planlint.base import N_

_FIXED = {
    (1, 1): N_("første nyttårsdag"),
    (12, 25): N_("første juledag"),
    (12, 26): N_("andre juledag"),
}
_SINCE_1947 = {
    (5, 1): N_("arbeidernes dag"),
    (5, 17): N_("grunnlovsdagen"),
}
_FIRST_YEAR = 1947
"""Lov 26 April 1947 no. 1 on 1 and 17 May as holidays applied at once."""
_MOVABLE = {
    -3: N_("skjærtorsdag"),
    -2: N_("langfredag"),
    0: N_("første påskedag"),
    1: N_("andre påskedag"),
    39: N_("Kristi himmelfartsdag"),
    49: N_("første pinsedag"),
    50: N_("andre pinsedag"),
}
"""By the number of days after Easter Sunday."""


@cache
def _of_year(year: int) -> dict[date, str]:
    """Give the holidays of a year; a day that is two goes by the name that comes first in the alphabet."""
    fixed = _FIXED if year < _FIRST_YEAR else {**_FIXED, **_SINCE_1947}
    sunday = easter(year)
    named = [(date(year, *when), name) for when, name in fixed.items()]
    named += [(sunday + timedelta(days), name) for days, name in _MOVABLE.items()]
    return dict(sorted(named, key=lambda pair: pair[1].casefold(), reverse=True))


def holiday(day: date) -> str:
    """Give the name of the holiday that a day is, as inside a sentence (of two, the first); "" for any other day."""
    return _of_year(day.year).get(day, "")
