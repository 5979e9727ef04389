"""The days of the example: always before the day it is made, on days when a council meets, and good for years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planlint.register import TERM, holiday, valgaar, valgperiode_of

_KONSTITUERT = (10, 31)
_PUBLIC = timedelta(days=42)
_WEDNESDAY, _SATURDAY = 2, 5


@dataclass(frozen=True, slots=True)
class ExampleDays:
    """The day, the term, the year when the plans are to be revised, and the days of the decisions."""

    dag: date
    aar: int
    valgperiode: str
    revisjon: int
    samfunnsdel_vedtatt: date
    arealdel_vedtatt: date
    temaplan_vedtatt: date
    strategi_offentlig: date
    strategi_vedtatt: date


def _wednesday(year: int, month: int) -> date:
    """Give the third Wednesday of a month; in June, October and November it is never a holiday."""
    first = date(year, month, 1)
    return first + timedelta(days=(_WEDNESDAY - first.weekday()) % 7 + 14)


def _is_free(day: date) -> bool:
    return day.weekday() >= _SATURDAY or bool(holiday(day))


def _strategi(day: date) -> tuple[int, date]:
    """Give the term and the day its planstrategi was adopted: within a year of the election, and not after the day.

    Where a new council has not had time for it, the planstrategi is that of the council before.
    """
    year = valgaar(day.year)
    first = date(year, *_KONSTITUERT)
    adopted = min(_wednesday(year + 1, 6), day)
    while _is_free(adopted):
        adopted -= timedelta(days=1)
    return (year, adopted) if adopted >= first else (year - TERM, _wednesday(year - TERM + 1, 6))


def example_days(day: date) -> ExampleDays:
    """Give the days of an example that is made on a day."""
    year, adopted = _strategi(day)
    last = day.year - 1
    return ExampleDays(
        dag=day,
        aar=day.year,
        valgperiode=valgperiode_of(year),
        revisjon=valgaar(day.year) + TERM + TERM // 2,
        samfunnsdel_vedtatt=_wednesday(last, 6),
        arealdel_vedtatt=_wednesday(last, 10),
        temaplan_vedtatt=_wednesday(last, 11),
        strategi_offentlig=adopted - _PUBLIC,
        strategi_vedtatt=adopted,
    )
