"""Days, years and spans of time; every function takes the day as an argument."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in_oslo() -> date:  # pragma: no cover - tests never read the clock
    """Give today's date in Europe/Oslo: the one place where the clock is read."""
    return oslo_day(datetime.now(UTC))


def oslo_day(moment: datetime) -> date:
    """Give the date in Europe/Oslo at a moment, whatever the machine's own zone is."""
    return moment.astimezone(ZoneInfo("Europe/Oslo")).date()


def add_months(day: date, months: int) -> date:
    """Move a day by calendar months; the 31st becomes the month's last day where it is shorter.

    What would lie outside the calendar (years 1 to 9999) is its first or last day: a file may say any year.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Move a day by years; 29 February becomes 28 February in a common year."""
    return add_months(day, 12 * years)


@dataclass(frozen=True, slots=True)
class Duration:
    """The time between two days, told in years, months and days as people say it."""

    fra: date
    til: date

    @property
    def parts(self) -> tuple[int, int, int]:
        """Whole years, then whole months, then days."""
        months = (self.til.year - self.fra.year) * 12 + self.til.month - self.fra.month
        months -= add_months(self.fra, months) > self.til
        days = (self.til - add_months(self.fra, months)).days
        return months // 12, months % 12, days


def interval(rulleres: str | None) -> int | None:
    """Give the months between revisions that a text such as «hvert 4. år» asks for; None when it sets no interval."""
    match (rulleres or "").split():
        case ["årlig"]:
            return 12
        case ["hver", "valgperiode"]:
            return 48
        case ["hvert", number, "år"]:
            return 12 * int(number.rstrip("."))
    return None
