"""Times as people write them: 24.3.10, 17. og 18.04.18, juni 2019, høst 2019, 2021?, 2016–2020. Nothing is guessed."""

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
_Y4 = r"(?:19|20|21)\d\d"
_Y = rf"(?:{_Y4}|\d\d)"
_DAYS = r"(?P<days>(?:\d{1,2}\.\s?(?:,|og|–|-)\s?|\d{1,2}\sog\s)*)"
_FORMS = (
    ("two", rf"(?P<d1>\d\d?)\.\s?(?P<m1>\d\d?)\.?\s?(?:og|,)\s?(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>{_Y})(?!\d)"),
    ("iso", rf"(?P<iso>{_Y4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?)?(?!\d)"),
    ("part", rf"(?P<part>{_Y4}-(?:H[12]|K[1-4]))\b"),
    ("days", rf"{_DAYS}(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>{_Y})(?!\d)"),
    ("slash", rf"(?P<ds>\d{{1,2}})/(?P<ms>\d{{1,2}})\s?[-–/.]\s?(?P<ys>{_Y})(?!\d)"),
    ("named", rf"(?:(?P<dn>\d{{1,2}})\.?\s?)?{_MONTH.format('mn')}\s?(?P<yn>{_Y4})(?!\d)"),
    ("month", rf"(?P<mm>0?[1-9]|1[0-2])\.(?P<ym>{_Y4})(?!\d)"),
    ("half", rf"(?P<half>1\.|2\.|første|andre|fyrste)\s?halvår(?:et)?\s(?P<yh>{_Y4})"),
    ("quarter", rf"(?:(?P<quarter>[1-4])\.\s?kvartal|[QK](?P<q>[1-4]))\s(?P<yq>{_Y4})"),
    ("season", rf"(?P<season>vår(?:en)?|høst(?:en)?|haust(?:en)?)\s(?P<ysn>{_Y4})"),
    ("year", rf"(?<![-–—])(?P<year>{_Y4})(?![-–—]\d)"),
)  # fmt: skip
_TIME = re.compile(r"(?<![\d./])(?:" + "|".join(f"(?:{form})" for _, form in _FORMS) + r")(?![\d/])", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:\bca\.?|\bcirka|\btrolig|\btruleg|\bantatt|\bantakelig|\bmuligens|\bkanskje|\bomtrent)\s*$", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:\(\s?\?\s?\)|\?)")
_SPAN = re.compile(rf"(?<![\d-])({_Y4})\s?(?:[-–—]|til(?: og med)?)\s?({_Y4}|\d\d)(?![\d-])")
_FROM = re.compile(rf"(?:fra|frå|f\.?o\.?m\.?)\s({_Y4})|({_Y4})\s?[-–—]", re.IGNORECASE)
_TO = re.compile(rf"(?:til|ut|mot|t\.?o\.?m\.?|til og med|fram til|frem til)\s({_Y4})|[-–—]\s?({_Y4})", re.IGNORECASE)
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class ReadTime:
    """A time: as the files write it, whether the text doubts it, and where it stands in the text."""

    verdi: int | str
    usikker: bool
    start: int
    slutt: int

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return isinstance(self.verdi, str) and len(self.verdi) == len("2018-02-28")


def find_times(text: str) -> list[ReadTime]:
    """Give the times in a text, in order; what is no day of the calendar is left out, and so stays as text."""
    return [tid for match in _TIME.finditer(text) for tid in _times(text, match)]


def _times(text: str, match: re.Match[str]) -> Iterator[ReadTime]:
    start, end = match.span()
    if before := _BEFORE.search(text[:start]):
        start = before.start()
    doubt = _AFTER.match(text, end)
    end = doubt.end() if doubt else end
    values = [*_values(match)]
    if all(values):
        for value in values:
            yield ReadTime(value, bool(before or doubt), start, end)


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
    return _day(part["dn"], str(month), part["yn"]) if part["dn"] else f"{part['yn']}-{month:02}"


_READ: dict[str, Callable[[dict[str, str]], int | str]] = {
    "iso": lambda part: suggest(part["iso"]),
    "part": lambda part: part["part"].upper(),
    "ds": lambda part: _day(part["ds"], part["ms"], part["ys"]),
    "mn": _named,
    "mm": lambda part: f"{part['ym']}-{int(part['mm']):02}",
    "half": lambda part: f"{part['yh']}-H{1 if part['half'].lower() in {'1.', 'første', 'fyrste'} else 2}",
    "yq": lambda part: f"{part['yq']}-K{part['quarter'] or part['q']}",
    "season": lambda part: f"{part['ysn']}-H{1 if part['season'][0] in 'vV' else 2}",
    "year": lambda part: int(part["year"]),
}


def year_span(text: str) -> tuple[int, int] | None:
    """Give the first and the last year of a span of years in a text; None where there is none, or it runs backwards."""
    match = _SPAN.search(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    last += first // _CENTURY * _CENTURY if last < _CENTURY else 0
    return (first, last) if first <= last else None


def periode(text: str) -> dict[str, object] | None:
    """Give a period from the text of a column of periods, {} from an empty one; None when it is not understood."""
    text = " ".join(text.split())
    if not text:
        return {}
    doubt = {"usikker": True} if "?" in text else {}
    text = text.replace("?", "").strip()
    if (match := _SPAN.fullmatch(text)) and (span := year_span(match[0])):
        return {"fra": span[0], "til": span[1], **doubt}
    if match := _FROM.fullmatch(text):
        return {"fra": int(match[1] or match[2]), **doubt}
    if match := _TO.fullmatch(text):
        return {"til": int(match[1] or match[2]), **doubt}
    match find_times(text):
        case [first, last] if not text[: first.start].strip() and not text[last.slutt :].strip():
            if text[first.slutt : last.start].strip() in {"-", "–", "—", "til"}:
                return {"fra": first.verdi, "til": last.verdi, **doubt}
    return None


def period_in_title(title: str) -> dict[str, object]:
    """Give the period that a title states outright: «2016–2019», «mot 2035»; a single year may be anything, so none."""
    if span := year_span(title):
        return {"fra": span[0], "til": span[1]}
    towards = re.search(rf"\b(?:mot|fram til|frem til) ({_Y4})(?!\d)", title, re.IGNORECASE)
    return {"til": int(towards[1])} if towards else {}
