"""How many findings today's files would have given on earlier days, by the rules that follow time and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planlint.check import count_findings, read_settings

if TYPE_CHECKING:
    from planlint.tables import Nettsted

REGLER = ("PL2", "PL3", "PL4")
_YEARS = 5
_WIDTH, _BOTTOM, _HEIGHT = 47, 164, 130


@dataclass(frozen=True, slots=True)
class Maaling:
    """The number of findings on a day, in all and by REGLER, and its bar in a drawing."""

    dag: str
    merke: str
    antall: int
    fordelt: tuple[int, ...]
    x: int
    y: int
    hoeyde: int


def _count(site: Nettsted, day: date) -> tuple[int, ...]:
    """Count the findings on a day by REGLER, known and suppressed ones among them."""
    register = site.register
    settings, _ = read_settings(register.plansystem, REGLER)
    then = register if day == register.today else register.at(day)
    found = count_findings(then, settings)
    return tuple(sum(count for code, count in found.items() if code.startswith(rules)) for rules in REGLER)


def trend(site: Nettsted) -> tuple[Maaling, ...]:
    """Count the findings on 1 January of the last years, and today."""
    today = site.register.today
    days = sorted({today, *(date(year, 1, 1) for year in range(today.year - _YEARS + 1, today.year + 1))})
    counts = [_count(site, day) for day in days]
    most = max(1, *(sum(count) for count in counts))
    measured = []
    for place, (day, count) in enumerate(zip(days, counts, strict=True)):
        height = round(sum(count) / most * _HEIGHT)
        label = site.lang.gettext("nå") if day == today else str(day.year)
        bar = (place * _WIDTH + 3, _BOTTOM - height, height)
        measured.append(Maaling(site.lang.dato(day), label, sum(count), count, *bar))
    return tuple(measured)
