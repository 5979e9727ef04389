"""A point in time as sources give it: a day, a month, a quarter, a half-year or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from planlint.base import N_, Duration, Message, add_months

_ISO = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])|K([1-4])))?")
_NORWEGIAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MIDNIGHT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)00?:00(?::00(?:[.,]0+)?)?\s*(?:[Zz]|[+-]00:?00)?")
"""A day as editors and databases save it: with the time of its first moment, and no zone but Greenwich's."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
PATTERN = r"^\d{4}(-(\d{2}(-\d{2})?|H[12]|K[1-4]))?$"


@dataclass(frozen=True, slots=True)
class TidspunktValue:
    """A point in time with its precision: `start` and `slutt` are its first and last day, `tekst` how it is written."""

    tekst: str
    start: date
    slutt: date

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.start == self.slutt

    def __str__(self) -> str:
        """Give the text of the file."""
        return self.tekst


def _months(year: int, first: int, count: int, text: str) -> TidspunktValue:
    last = first + count - 1
    return TidspunktValue(text, date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def moved(point: TidspunktValue, months: int) -> TidspunktValue:
    """Move a point in time by months, as precisely as it is known: 2016 and four years is 2020, no day of it.

    What does not come out as a whole part of a year is told by the month that it ends in.
    """
    start, end = add_months(point.start, months), add_months(point.slutt, months)
    if point.is_day:
        return TidspunktValue(end.isoformat(), end, end)
    if point.tekst == f"{point.start.year}" and start.month == 1:
        return _months(start.year, 1, 12, f"{start.year}")
    return _months(end.year, end.month, 1, f"{end:%Y-%m}")


def time_since(point: TidspunktValue, today: date) -> Duration | Message:
    """Give the time since something that has happened: «minst» where the day of it is not known."""
    since = Duration(point.slutt, today)
    return since if point.is_day else Message.of_text(N_("minst {tid}"), tid=since)


def time_until(point: TidspunktValue, today: date) -> Duration | Message:
    """Give the time until something that has not happened: «minst» where the day of it is not known."""
    until = Duration(today, point.start)
    return until if point.is_day else Message.of_text(N_("minst {tid}"), tid=until)


def suggest(text: str) -> str:
    """Give the right form of a date written otherwise (24.3.10, 2018-2-8, 2018-02-08T00:00Z), or an empty string."""
    if match := _NORWEGIAN.fullmatch(text.strip()):
        day, month, year = (int(part) for part in match.groups())
        year += 2000 if year < 70 else 1900 if year < 100 else 0  # noqa: PLR2004 - two-digit years as sources write them
    elif match := _LOOSE.fullmatch(text.strip()) or _MIDNIGHT.fullmatch(text.strip()):
        year, month, day = (int(part) for part in match.groups())
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def parse(text: str) -> TidspunktValue:
    """Read `2018`, `2018-02`, `2018-H1`, `2018-K2` or `2018-02-28`.

    Raises PydanticCustomError: type `dato_form` for another form (context `riktig`: the right form or ""), type
    `dato_umulig` for a day that no calendar has.
    """
    match = _ISO.fullmatch(text)
    if match is None:
        raise PydanticCustomError("dato_form", "not a date", {"verdi": text, "riktig": suggest(text)})
    year = int(match[1])
    try:
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError  # noqa: TRY301 - told as any other day that does not exist
        if match[4]:
            return _months(year, 6 * int(match[4]) - 5, 6, text)
        if match[5]:
            return _months(year, 3 * int(match[5]) - 2, 3, text)
        if match[3]:
            day = date(year, int(match[2]), int(match[3]))
            return TidspunktValue(text, day, day)
        return _months(year, int(match[2]), 1, text) if match[2] else _months(year, 1, 12, text)
    except ValueError:
        raise PydanticCustomError("dato_umulig", "no such day", {"verdi": text}) from None


def _validate(value: Any) -> TidspunktValue:
    if isinstance(value, TidspunktValue):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("dato_form", "not a date", {"verdi": str(value), "riktig": ""})
    return parse(str(value))


def _validate_day(value: Any) -> date:
    if isinstance(value, date):
        return value
    point = _validate(value)
    if not point.is_day:
        raise PydanticCustomError("dato_dag", "not a day", {"verdi": str(value)})
    return point.start


Tidspunkt = Annotated[
    TidspunktValue,
    PlainValidator(_validate),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
                {"type": "string", "pattern": PATTERN},
            ],
            "examples": ["2018-02-28", 2018, "2020-H1", "2020-K2", "2018-02"],
        }
    ),
]
Day = Annotated[
    date,
    PlainValidator(_validate_day),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2018-02-28"]}),
]
