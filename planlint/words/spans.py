"""Times with a line between them: 2016–2020, 2013-17, 2026/2027, januar 2026 – juni 2027; and periods."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import parse
from planlint.words.times import YEAR, find_times

if TYPE_CHECKING:
    from planlint.words.times import ReadTime

_SPAN = re.compile(rf"(?<![\d./-])({YEAR})\s?(?:[-–—→]|til(?: og med)?)\s?({YEAR}|\d\d)(?![\d-])")
_STROKE = re.compile(rf"(?<![\d/-])({YEAR})\s?/\s?({YEAR}|\d\d)(?![\d/-])")
_PERIOD = re.compile(r"^(?:plan)?perioden?:?\s+", re.IGNORECASE)
_LINE = re.compile(r"\s*(?:[-–—]|til(?: og med)?|t\.o\.m\.)\s*")
_FROM = re.compile(rf"(?:fra|frå|f\.?o\.?m\.?)\s(?:og med\s)?({YEAR})|({YEAR})\s?(?:[-–—→>]|->)", re.IGNORECASE)
_TO = re.compile(
    rf"(?:til og med|til|ut|ut året|mot|t\.?o\.?m\.?|fram til|frem til)\s({YEAR})|[-–—→]\s?({YEAR})", re.IGNORECASE
)
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """Two years, or two other times, with a line between them, and where they stand in the text."""

    fra: int | str
    til: int | str
    start: int
    slutt: int
    skraa: bool = False


def find_spans(text: str) -> list[ReadSpan]:
    """Give the spans of years in a text («2026-27», «2026/2027»), not those that run backwards."""
    found = [*((match, False) for match in _SPAN.finditer(text)), *((match, True) for match in _STROKE.finditer(text))]
    years = [(*_years(match), *match.span(), slash) for match, slash in found]
    return sorted((ReadSpan(*one) for one in years if one[0] <= one[1]), key=lambda span: span.start)


def joined(text: str, times: list[ReadTime]) -> ReadSpan | None:
    """Give the span that two times and nothing but a line between them make: «januar 2026 – juni 2027»."""
    match times:
        case [first, last] if _LINE.fullmatch(text[first.slutt : last.start]) and _runs(first.verdi, last.verdi):
            return ReadSpan(first.verdi, last.verdi, first.start, last.slutt)
    return None


def _runs(first: int | str, last: int | str) -> bool:
    return parse(str(first)).start <= parse(str(last)).slutt


def _years(match: re.Match[str]) -> tuple[int, int]:
    first, last = int(match[1]), int(match[2])
    return first, last + (first // _CENTURY * _CENTURY if last < _CENTURY else 0)


def periode(text: str) -> dict[str, object] | None:
    """Give a period from the text of a column of periods, {} from an empty one; None when it is not understood."""
    text = " ".join(text.split())
    if not text:
        return {}
    doubt = {"usikker": True} if "?" in text else {}
    text = _PERIOD.sub("", text.replace("?", "")).strip()
    spans = find_spans(text)
    if spans and (spans[0].start, spans[0].slutt) == (0, len(text)):
        return {"fra": spans[0].fra, "til": spans[0].til, **doubt}
    if match := _FROM.fullmatch(text):
        return {"fra": int(match[1] or match[2]), **doubt}
    if match := _TO.fullmatch(text):
        return {"til": int(match[1] or match[2]), **doubt}
    whole = joined(text, find_times(text))
    if whole and (whole.start, whole.slutt) == (0, len(text)):
        return {"fra": whole.fra, "til": whole.til, **doubt}
    return None
