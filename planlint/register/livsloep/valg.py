"""Municipal elections and what follows from them: computed, so that no table has to be kept up to date.

Kommunevalg is held every fourth year (1999, 2003, …) on the second Monday of September; 2003 was a week later. The new
council constitutes itself in October, and until plansystem.yaml declares the day, 31 October counts: kommuneloven § 7-1
allows no later day, and what is due a year after it is then never called late too early. The planstrategi is to be
adopted within a year of that day (pbl § 10-1); the first one by the end of 2012 (pbl § 34-2 andre ledd).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from planlint.base import N_, Duration, Message, add_years

if TYPE_CHECKING:
    from planlint.model import Plansystem

FIRST, TERM = 1999, 4
_OTHER_DAYS = {2003: date(2003, 9, 15)}
_FIRST = 2011
"""The first election after the planning act: the planstrategi was due within the first year after the election year."""
_READ = 2019
"""The first election after kommuneloven of 2018, whose § 7-1 was read."""


def valgaar(year: int) -> int:
    """Give the election year at or before a year: 2025 gives 2023."""
    return year - (year - FIRST) % TERM


def kommunevalg(year: int) -> date:
    """Give the day of the election in an election year."""
    first = date(year, 9, 1)
    return _OTHER_DAYS.get(year) or first + timedelta(days=(7 - first.weekday()) % 7 + 7)


def valgperiode_of(year: int) -> str:
    """Give the name of the term that begins in an election year: 2023 gives 2023-2027."""
    return f"{year}-{year + TERM}"


def konstituering(system: Plansystem, year: int) -> date:
    """Give the day the council of an election year was constituted: as declared, else 31 October."""
    declared = system.valgperioder.get(valgperiode_of(year))
    return (declared and declared.konstituert) or date(year, 10, 31)


def earliest_konstituering(system: Plansystem, year: int) -> date:
    """Give the first day the council can have been constituted: as declared, else by what has to come before it.

    The members are called with at least 14 days' notice, once the votes are counted (koml § 7-1, read for 2019 and on);
    for older elections it is the day after the election.
    """
    declared = system.valgperioder.get(valgperiode_of(year))
    notice = 14 if year >= _READ else 1
    return (declared and declared.konstituert) or kommunevalg(year) + timedelta(days=notice)


def is_certain(system: Plansystem, year: int, day: date) -> bool:
    """Tell whether a day that follows from a council's first one is certain: that is declared, or § 34-2 sets it."""
    declared = system.valgperioder.get(valgperiode_of(year))
    return bool(declared and declared.konstituert) or day == date(_FIRST + 1, 12, 31)


def at_latest(system: Plansystem, year: int, day: date) -> date | Message:
    """Give such a day as it may be told in a sentence: «senest» and why, where it is not certain."""
    if is_certain(system, year, day):
        return day
    return Message.of_text(N_("senest {dato} (dagen for konstitueringen er ikke oppgitt)"), dato=day)


def no_later(system: Plansystem, year: int, day: date) -> date | Message:
    """Give such a day as it may be told in a note or a table, beside the sentence that says why."""
    return day if is_certain(system, year, day) else Message.of_text(N_("senest {dato}"), dato=day)


def at_least(system: Plansystem, year: int, day: date, today: date) -> Duration | Message:
    """Give the time since such a day as it may be told: «minst» where the day is not certain, and so may be earlier."""
    since = Duration(day, today)
    return since if is_certain(system, year, day) else Message.of_text(N_("minst {tid}"), tid=since)


def planstrategi_frist(system: Plansystem, year: int) -> date:
    """Give the last day for the planstrategi of the council elected in a year."""
    due = add_years(konstituering(system, year), 1)
    return max(due, date(year + 1, 12, 31)) if year == _FIRST else due


def kontrollplan_frist(system: Plansystem, year: int) -> date:
    """Give the last day for the plans of the control committee: the end of the year after the council's first day."""
    return date(konstituering(system, year).year + 1, 12, 31)


def first_day(system: Plansystem, periode: str) -> date:
    """Give the first day of a term such as 2023-2027: the day its council was constituted."""
    return konstituering(system, max(int(periode[:4]), 1))


def last_day(system: Plansystem, periode: str) -> date:
    """Give the last day of a term: the day before the next council is constituted."""
    return konstituering(system, max(int(periode[5:]), 1)) - timedelta(days=1)
