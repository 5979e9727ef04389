"""Times as people write them: 24.3.10, 17. og 18.04.18, 18/3-26, juni 2019, feb 23, Q1 2027, høst 2019, 2021?, 2026-27.

Nothing is guessed: a year stands in the text, and what is less exact than the format's own times is read as the
least that holds it (a summer is its year), with its words kept beside (`vagt`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_MONTH = (
    r"(?P<{}>jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|des(?:ember)?)\.?"
)
YEAR = r"(?:19|20|21)\d\d"
_Y = rf"(?:{YEAR}|\d\d)"
_SHORT_YEAR = rf"(?:{YEAR}|['’]\d\d|\d\d(?![./\d]))"
"""A year, also of two digits where nothing but a year can stand."""
_IN = r"[\s,]*(?:(?:av|i|/|-|–)\s*)?"
_DAYS = r"(?P<days>(?:\d{1,2}\.\s?(?:,|og|–|-)\s?|\d{1,2}\sog\s)*)"
_FIRST, _SECOND = r"(?:1\.|første|fyrste)", r"(?:2\.|andre|siste)"
_WITHIN_TIME = r"(?:(?:utgangen|løpet) av )?"
_FORMS = (
    ("two", rf"(?P<d1>\d\d?)\.\s?(?P<m1>\d\d?)\.?\s?(?:og|,)\s?(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>{_Y})(?!\d)"),
    ("iso", rf"(?P<iso>{YEAR}-\d\d-\d\d)(?:[T ]00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?)?(?!\d)"),
    ("part", rf"(?P<part>{YEAR}[-\s]?(?:H[12]|K[1-4]|Q[1-4]))\b"),
    ("days", rf"{_DAYS}(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})[.\s]\s?(?P<y>{_Y})(?!\d)"),
    ("slash", rf"(?P<ds>\d{{1,2}})/(?P<ms>\d{{1,2}})(?:\s?[-–/.]\s?|\s)(?P<ys>{_Y})(?!\d)"),
    ("named", rf"(?:(?P<dn>\d{{1,2}})\.?\s?)?{_MONTH.format('mn')}[\s,–-]*(?P<yn>{_SHORT_YEAR})(?!\d)"),
    ("month", rf"(?P<mm>0?[1-9]|1[0-2])[./-](?P<ym>{YEAR})(?!\d)"),
    ("half", (rf"{_WITHIN_TIME}(?P<half>(?:{_FIRST}|{_SECOND})(?=\s?halv)|H[12])"
        rf"(?:\s?halv(?:år|del)(?:en|et)?)?{_IN}(?P<yh>{YEAR})")),
    ("quarter", (rf"{_WITHIN_TIME}(?:(?P<quarter>[1-4]\.?|første|fyrste|andre|tredje|fjerde)\s?(?:kvartal(?:et)?|kv\.?)"
        rf"|(?:kvartal\s?|[QK])(?P<q>[1-4])){_IN}(?P<yq>{YEAR})")),
    ("third", rf"(?:(?P<third>[1-3])\.\s?tertial(?:et)?|T(?P<t>[1-3])){_IN}(?P<yt>{YEAR})"),
    ("season", (rf"(?:tidlig |tidleg |sein[t]? |sent )?(?:på |i )?(?:vinter/)?"
        rf"(?P<season>vår(?:en|e)?|høst(?:en)?|haust(?:en)?){_IN}(?P<ysn>{_SHORT_YEAR})(?!\d)")),
    ("vague", (rf"(?P<vague>sommar(?:en)?|sommer(?:en)?|vinter(?:en)?|før sommer(?:en)?|tidl[ie]+g|sein[t]?|sent"
        rf"|utgangen|slutten|begynnelsen|starten|byrjinga|midten|løpet|ila\.?|primo|medio|ultimo|våren/sommeren)"
        rf"\s*(?:av |i |på )?(?P<yv>{YEAR})(?![-–/]\d)")),
    ("year", rf"(?<![-–—])(?P<year>{YEAR})(?![-–—]\d)"),
)  # fmt: skip
_TIME = re.compile(
    r"(?<![\d/\w])(?<!\d\.)(?:" + "|".join(f"(?:{form})" for _, form in _FORMS) + r")(?![\d/]\d|\d)", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:\bca\.?|\bcirka|\btrolig|\btruleg|\bantatt|\bantakelig|\bmuligens|\bkanskje|\bomtrent)\s*$", re.IGNORECASE
)
_NOT_IN = re.compile(r"(?:\b(?:etter|før|tidligst|tidlegast|utover|over)|>)\s*$", re.IGNORECASE)
"""Before a time that is only a bound: «etter 2027» is not 2027."""
_WITHIN = re.compile(r"løpet|ila|utgangen", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:\(\s?\?\s?\)|\?)")
_QUOTES = "'’"
_QUARTERS = {"første": "1", "fyrste": "1", "andre": "2", "tredje": "3", "fjerde": "4"}


@dataclass(frozen=True, slots=True)
class ReadTime:
    """A time: as the files write it, whether the text doubts it, and where it stands in the text.

    `vagt`: the text says it less exactly than any of the format's times does.
    """

    verdi: int | str
    usikker: bool
    start: int
    slutt: int
    vagt: bool = False

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return isinstance(self.verdi, str) and len(self.verdi) == len("2018-02-28")


def find_times(text: str) -> list[ReadTime]:
    """Give the times in a text, in order; what is no day of the calendar is left out, and so stays as text."""
    return [tid for match in _TIME.finditer(text) for tid in _times(text, match)]


def is_no_day(text: str) -> bool:
    """Tell whether a whole text is written as a day, and no calendar has that day."""
    match = _TIME.fullmatch(text.strip())
    return match is not None and not all(_values(match))


def _times(text: str, match: re.Match[str]) -> Iterator[ReadTime]:
    start, end = match.span()
    if before := _BEFORE.search(text, max(0, start - 14), start):
        start = before.start()
    if _NOT_IN.search(text, max(0, start - 14), start) or text[end : end + 1] == "+":
        return
    doubt = _AFTER.match(text, end)
    end = doubt.end() if doubt else end
    values = [*_values(match)]
    if all(values):
        vague = bool(match["third"] or match["t"] or (match["vague"] and not _WITHIN.match(match["vague"])))
        for value in values:
            yield ReadTime(value, bool(before or doubt), start, end, vague)


def _values(match: re.Match[str]) -> Iterator[int | str]:
    """Yield the values of one match; an empty one for a day that does not exist."""
    part = match.groupdict()
    if part["d1"]:
        yield _day(part["d1"], part["m1"], part["y2"])
        yield _day(part["d2"], part["m2"], part["y2"])
    elif part["d"]:
        for day in (*re.findall(r"\d+", part["days"] or ""), part["d"]):
            yield _day(day, part["m"], part["y"])
    else:
        yield next(read(part) for name, read in _READ.items() if part[name])


def _day(day: str, month: str, year: str) -> str:
    return suggest(f"{day}.{month}.{year}")


def _named(part: dict[str, str]) -> str:
    month = _MONTHS.index(part["mn"][:3].lower()) + 1
    year = _year(part["yn"])
    return _day(part["dn"], str(month), year) if part["dn"] else f"{year}-{month:02}"


def _year(text: str) -> str:
    """Give a year of four digits."""
    return suggest(f"1.1.{text.strip(_QUOTES)}")[:4]


def _part(part: dict[str, str]) -> str:
    year, third = part["yt"], part["third"] or part["t"]
    return year if third == "2" else f"{year}-H{1 if third == '1' else 2}"


_READ: dict[str, Callable[[dict[str, str]], int | str]] = {
    "iso": lambda part: suggest(part["iso"]),
    "part": lambda part: f"{part['part'][:4]}-{part['part'][-2:].upper().replace('Q', 'K')}",
    "ds": lambda part: _day(part["ds"], part["ms"], part["ys"]),
    "mn": _named,
    "mm": lambda part: f"{part['ym']}-{int(part['mm']):02}",
    "half": lambda part: f"{part['yh']}-H{1 if part['half'].lower() in {'1.', 'første', 'fyrste', 'h1'} else 2}",
    "yq": lambda part: f"{part['yq']}-K{part['q'] or _QUARTERS.get(part['quarter'].lower(), part['quarter'][0])}",
    "yt": lambda part: int(_part(part)) if _part(part).isdigit() else _part(part),
    "season": lambda part: f"{_year(part['ysn'])}-H{1 if part['season'][0] in 'vV' else 2}",
    "yv": lambda part: int(part["yv"]),
    "year": lambda part: int(part["year"]),
}
