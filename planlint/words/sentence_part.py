"""One part of a sentence: the word that tells, and its times, body, case and interval; and what in it is strange."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint.model import parse
from planlint.words.organ import ADMINISTRATION, BodyAndCase
from planlint.words.spans import ReadSpan, find_spans, joined
from planlint.words.telling_words import ABOUT_WHEN, EVERY, FILLERS, HARMLESS, IN_PERIOD, MORE, ORDINALS, TURNING
from planlint.words.times import ReadTime, find_times

if TYPE_CHECKING:
    from datetime import date

    from planlint.words.context import WordContext

REMARK = "merknad"
"""The column of remarks, which is read strictly: only what a sentence says from one end to the other."""
BOTH = 2
_WORD = re.compile(r"[^\W_]+")
_EACH = frozenset(("vedtatt", "revidert", "orientering", "opphevet", "forlenget", "høring"))
"""What happens on each of several times."""
_WHEN = frozenset(("oppstart", "oppstart_ny", "oppstart_rev", "ferdig", "varslet"))


@dataclass(frozen=True, slots=True)
class SentencePart:
    """One part: `slag` is the kind of the word that tells, "" where none does; `sagt` is that word as it stands.

    `kolonne` is the kind of the column, and `today` the day on which it is read.
    """

    kolonne: str
    today: date
    slag: str
    sagt: str
    tekst: str
    tider: tuple[ReadTime, ...] = ()
    spenn: tuple[ReadSpan, ...] = ()
    rulleres: str = ""
    sted: BodyAndCase = field(default_factory=BodyAndCase)
    rart: bool = False
    rart_before_time: bool = False
    i_perioden: bool = False
    noter: tuple[str, ...] = ()
    is_negated: bool = False
    hele: str = ""

    @property
    def ord(self) -> str:
        """Give the telling word in small letters."""
        return self.sagt.lower()

    @property
    def is_doubted(self) -> bool:
        """Whether the text itself doubts the time."""
        return any(tid.usikker for tid in self.tider)

    @property
    def has_time(self) -> bool:
        """Whether the part says when."""
        return bool(self.tider or self.spenn)

    def is_coming(self, time: int | str) -> bool:
        """Tell whether a time has not begun."""
        return parse(str(time)).start > self.today

    def first_year(self) -> int | str | None:
        """Give the first year of a span; None without one."""
        return self.spenn[0].fra if self.spenn else None

    def last_time(self) -> int | str | None:
        """Give the last year of a span, or the one time."""
        return self.spenn[0].til if self.spenn else self.tider[0].verdi if self.tider else None


def read_part(kind: str, slag: str, word: str, text: str, context: WordContext, whole: str = "") -> SentencePart:  # noqa: PLR0913
    """Read one part; `text` is what stands around the word, and `whole` both in their order."""
    left, sted = context.organer.read(text)
    if sted.ord == ADMINISTRATION and not sted.sak and slag and slag not in _EACH:
        left, sted = text, BodyAndCase()
    left, vague = _take(ABOUT_WHEN, left) if not find_times(left) else (left, ())
    spans = find_spans(left)
    if spans and slag not in _EACH and (line := joined(left, find_times(left))) and line.start < spans[0].start:
        spans = [line]
    left = _blank(left, [(span.start, span.slutt) for span in spans])
    times = find_times(left)
    left = _blank(left, [(tid.start, tid.slutt) for tid in times])
    every = EVERY.search(left)
    left = _blank(left, [every.span()] if every else [])
    left, period = _take(IN_PERIOD, left)
    years = [tid.verdi for tid in times if isinstance(tid.verdi, int)]
    if not spans and slag not in _EACH and len(years) == len(times) > 1 and _follow(years):
        spans, times = [ReadSpan(years[0], years[-1], times[0].start, times[-1].slutt)], []
    if not spans and slag not in _EACH and (line := joined(text, times)):
        spans, times = [line], []
        left = _blank(left, [(line.start, line.slutt)])
    last = max([*(tid.start for tid in times), *(span.start for span in spans)], default=-1)
    odd = [match for match in _WORD.finditer(left) if not _known(match[0].lower(), slag)]
    hard = [match for match in odd if match[0].lower() not in HARMLESS]
    exact = tuple(text[tid.start : tid.slutt].strip() for tid in times if tid.vagt)
    return SentencePart(
        kind, context.today, slag, word, " ".join(text.split()), tuple(times), tuple(spans), interval_of(every), sted,
        bool(odd), any(match.start() < last for match in hard), bool(period), (*vague, *exact),
        any(match[0].lower() in TURNING for match in odd), " ".join((whole or f"{word} {text}").split()),
    )  # fmt: skip


def _follow(years: list[int]) -> bool:
    """Tell whether years follow each other: 2024, 2025 and 2026 are one span."""
    return years == [*range(years[0], years[0] + len(years))]


def _known(word: str, slag: str) -> bool:
    return word in FILLERS or word in MORE.get(slag, ())


def _blank(text: str, places: list[tuple[int, int]]) -> str:
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    found = [*pattern.finditer(text)]
    return _blank(text, [match.span() for match in found]), tuple(match[0].strip() for match in found)


def interval_of(match: re.Match[str] | None) -> str:
    """Give an interval as the files write it, from a match of EVERY; "" without one."""
    if match is None:
        return ""
    if match["number"]:
        number = ORDINALS.get(match["number"].lower()) or int(match["number"])
        return f"hvert {number}. år" if 1 < number < 40 else "årlig" if number == 1 else ""  # noqa: PLR2004
    if match["second"]:
        return "hvert 2. år"
    return "årlig" if match["yearly"] else "hver valgperiode" if match["term"] else "ved behov"


def times_moved(parts: list[SentencePart]) -> list[SentencePart]:
    """Give a time to the word before that says what it is the time of: «Oppstart revidering 2026»."""
    for index in range(len(parts) - 1):
        one, other = parts[index], parts[index + 1]
        if one.slag in _WHEN and not one.has_time and other.has_time and other.slag in {"ny", "rulleres", "begge"}:
            parts[index] = replace(one, tider=other.tider, spenn=other.spenn)
            parts[index + 1] = replace(other, tider=(), spenn=(), rulleres=other.rulleres)
    return parts
