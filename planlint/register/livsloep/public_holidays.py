"""Norwegian public holidays, by the library that knows every country's (lov om helligdager og helligdagsfred § 2).

Its import takes a fifth of a small check, so it is only asked about days that can be one: councils meet midweek.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from planlint.base import N_

if TYPE_CHECKING:
    from datetime import date

# The library's names, as they stand inside a sentence.
_NAMES = {
    "Første nyttårsdag": N_("første nyttårsdag"),
    "Skjærtorsdag": N_("skjærtorsdag"),
    "Langfredag": N_("langfredag"),
    "Første påskedag": N_("første påskedag"),
    "Andre påskedag": N_("andre påskedag"),
    "Arbeidernes dag": N_("arbeidernes dag"),
    "Grunnlovsdag": N_("grunnlovsdagen"),
    "Kristi himmelfartsdag": N_("Kristi himmelfartsdag"),
    "Første pinsedag": N_("første pinsedag"),
    "Andre pinsedag": N_("andre pinsedag"),
    "Første juledag": N_("første juledag"),
    "Andre juledag": N_("andre juledag"),
}
_FIXED = frozenset(((1, 1), (5, 1), (5, 17), (12, 25), (12, 26)))
_MOVABLE = (3, 19), (6, 14)
"""Skjærtorsdag when Easter is at its earliest, andre pinsedag when it is at its latest."""
_MOVABLE_WEEKDAYS = frozenset((0, 3, 4, 6))


def _can_be(day: date) -> bool:
    """Tell whether a day could be a holiday in any year."""
    when = (day.month, day.day)
    return when in _FIXED or (day.weekday() in _MOVABLE_WEEKDAYS and _MOVABLE[0] <= when <= _MOVABLE[1])


@cache
def _calendar() -> Any:
    import holidays  # noqa: PLC0415 - see above

    return holidays.country_holidays("NO", language="no")


def holiday(day: date) -> str:
    """Give the name of the holiday that a day is, as inside a sentence (of two, the first); "" for any other day."""
    if not _can_be(day):
        return ""
    first = str(_calendar().get(day, "")).partition("; ")[0]
    return _NAMES.get(first, first)
