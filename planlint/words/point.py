"""The one time that a whole text is, with what people put around it: a weekday, «den», a time of day, «innen»."""

from __future__ import annotations

import re

from planlint.model import suggest
from planlint.words.times import find_times

_WEEKDAY = (
    r"(?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|man|tirs?|ty|ons|tors?|fre|lør"
    r"|lau|søn|sun)"
)
_BEFORE = {
    "": "",
    "start": r"|fra(?: og med)?|frå(?: og med)?|f\.?o\.?m\.?|i|på",
    "end": r"|til(?: og med)?|t\.?o\.?m\.?|innen|innan|ut|ut året|i|på|senest|seinast|ved",
}
"""What may stand before the time, by whether something begins or ends then."""
_LEADS = {
    role: re.compile(rf"(?:dato:?)?\s*(?:{_WEEKDAY}[.,]?)?\s*(?:den|dagen{more})?\s*", re.IGNORECASE)
    for role, more in _BEFORE.items()
}
_TRAILS = re.compile(r"[.,;]?\s*+(?:(?:kl\.?|klokk[ae]n?)\s*+\d{1,2}(?:[.:]\d\d)?)?[\s.]*+", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})\s*[-.,/ ]\s*(\d{1,2})\s*[-.,/ ]\s*((?:19|20|21)\d\d)")
_TOGETHER = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)")
_MONTH = r"(?:jan|feb|mars?|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-zæøå]*"
_NO_YEAR = re.compile(
    rf"(?:{_WEEKDAY}[.,]?\s*)?(?:den\s*)?(?:\d{{1,2}}\.?\s?{_MONTH}|\d{{1,2}}[./]\s?\d{{1,2}}|{_MONTH}|våren|høsten|hausten)"
    r"[\s.]*",
    re.IGNORECASE,
)


def read_point(text: str, role: str = "") -> int | str | None:
    """Give the one time that a whole text is, as a form or an edit wants it; None for anything else.

    `role` is "start" or "end" where the text tells when something begins or ends: «innen 2028», «fra høsten 2027».
    """
    if day := _figures(text.strip(" .")):
        return day
    match find_times(text):
        case [one] if not (one.usikker or one.vagt):
            whole = _LEADS[role].fullmatch(text[: one.start]) and _TRAILS.fullmatch(text[one.slutt :])
            return one.verdi if whole else None
    return None


def _figures(text: str) -> str:
    """Read a day of figures with other signs between, the year of four: 18-03-2026, 20260318; "" for anything else."""
    if match := _FIGURES.fullmatch(text):
        return suggest(".".join(match.groups()))
    match = _TOGETHER.fullmatch(text)
    return suggest("-".join(match.groups()) if match else text)


def has_no_year(text: str) -> bool:
    """Tell whether a whole text is a day, a month or a season that says no year: «18. mars», «18/3», «våren»."""
    return _NO_YEAR.fullmatch(text.strip()) is not None
