"""PL314: the year in a case number is another than that of the time beside it, or the number is cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import BESLUTNINGER, Plan, Planstrategi
from planlint.register import doubted_events
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding, Step
    from planlint.model import Enhet, TidspunktValue
    from planlint.register import Register

_NUMBER = re.compile(r"(?<!\d)(\d+)/((?:19|20)\d\d|\d\d)(?!\d)")
_OLD = re.compile(r"(?<![\d/])(\d{4}|\d\d)/(?!(?:19|20)\d\d(?!\d))\d{4,}(?!\d)")
"""A matter of an archive: the year, and a number of four digits or more that is no year («24/2022» is of 2022)."""
_CUT = re.compile(r"\d/\s*$")
_YEARS_BEFORE = 10
"""A matter filed at most so many years before its decision may have the year first: «18/45» is the 45th of 2018."""


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)  # noqa: PLR2004


def _year(sak: str, day: TidspunktValue) -> int | None:
    """Give the year that a case number says, where it says one and the day cannot be in it.

    A matter is decided in the year that a council numbers it by, and never before the year that it is filed under.
    """
    filed = [_full(year) for year in _OLD.findall(sak)]
    if filed and min(filed) > day.slutt.year:
        return min(filed)
    found = _NUMBER.findall(sak)
    if len(found) != 1:
        return None
    number, year = found[0]
    first, last = day.start.year, day.slutt.year
    if first <= _full(year) <= last or (len(number) in {2, 4} and first - _YEARS_BEFORE <= _full(number) <= last):
        return None
    return _full(year)


def _numbered(entity: Enhet, today: date) -> Iterator[tuple[tuple[Step, ...], str, TidspunktValue | None]]:
    """Yield every case number of a file, where it stands, and the day beside it.

    A decision on a day ahead is for PL307, PL313 or PL807.
    """
    for field in ("hendelser", "kilder"):
        for index, item in enumerate(getattr(entity, field, ())):
            told = item.dato and item.dato.start > today and (field == "hendelser" or item.hva in BESLUTNINGER)
            if item.sak:
                yield (field, index, "sak"), item.sak, None if told else item.dato


def _doubted(register: Register, entity: Enhet) -> set[int]:
    """Give the events of a file, by number, of which PL802 or PL807 says that they are on another day."""
    if not isinstance(entity, Plan | Planstrategi):
        return set()
    kinds = doubted_events(register, entity)
    return {index for index, event in enumerate(entity.hendelser) if event.hva in kinds}


@rule(
    "PL314",
    "saksnummer-fra-annet-år",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="`sak` og `dato` i `hendelser` og `kilder`",
    krav="Året i et saksnummer er året i tidspunktet det står ved.",
    hvorfor=(
        "En politisk sak er nummerert i året den ble behandlet. Er årene ulike, er enten tidspunktet eller saken feil."
    ),
    tekst=FindingText(
        melding="Saken {sak} er fra {aar}, men tidspunktet som er ført, er {dato}.",
        merke="en sak fra {aar}",
        hjelp="slå opp saken i møteprotokollen, og rett `dato` eller `sak`.",
    ),
    varianter={
        "kuttet": FindingText(
            melding="Saksnummeret «{sak}» mangler det som skal stå etter skråstreken.",
            merke="ikke et helt saksnummer",
            hjelp="skriv hele nummeret, for eksempel `12/24`.",
        ),
    },
    felt=("hendelser", "kilder"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield case numbers of another year than their day, in every kind of file; other rules tell of days ahead."""
    for entity in (one for kind in register.entities.values() for one in kind.values()):
        doubted: set[int] | None = None
        for path, sak, day in _numbered(entity, register.today):
            if _CUT.search(sak):
                yield finding(entity, *path, variant="kuttet", key=sak, sak=sak)
            elif day and (year := _year(sak, day)):
                doubted = _doubted(register, entity) if doubted is None else doubted
                if path[0] != "hendelser" or path[1] not in doubted:
                    yield finding(entity, *path, key=f"{sak} {path[0]} {path[1]}", sak=sak, aar=year, dato=day)
