"""What has happened to a plan, or is announced: a word, its times, its body and its case become events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model import HOERING_ENDS
from planlint.words.facts import DecisionFact, EventFact, Fact, PeriodFact, RevisionFact, StatusFact
from planlint.words.sentence_part import BOTH, REMARK
from planlint.words.tell_work import tell_work

if TYPE_CHECKING:
    from planlint.words.sentence_part import SentencePart

_PLANS = frozenset(("revisjon", "tid", "oppstart", "ferdig", "beslutning"))
"""Columns that tell what shall be, not what has been."""
_OPEN = re.compile(r"((?:19|20|21)\d\d)\s?(?:[-–—→]|->)")
"""A year and a line with nothing behind it: the plan is adopted that year, and holds from then on."""
_CASE_YEAR = re.compile(r"(?P<number>\d{1,4})/(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))")
_NO_DAY = re.compile(r"(?:3[2-9]|[4-9]\d|\d{3,4})/\d\d|\d{1,4}/(?:1[3-9]|[2-9]\d|(?:19|20)\d\d)")
"""A number that can be no day and month, so that behind a body it is a case though no word says so."""
_ONE_LETTER = re.compile(r"(?<!\w)[KkFf][\s.]*\d")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d/")
"""A case that is told with its year first, as archives do: the rest is no year."""


def tell_events(part: SentencePart, hva: str, status: str) -> list[Fact] | None:
    """Give one event for each time; a day that has not come is announced, and says nothing of the status."""
    if part.spenn or part.rulleres or (part.rart and (part.rart_before_time or not part.tider)) or part.i_perioden:
        return None
    if len(part.tider) > 1 and not _listed(part):
        return None
    sted = part.sted
    events: list[Fact] = [
        EventFact(hva, tid.verdi, sted.organ, sted.sak, planlagt=part.is_coming(tid.verdi), usikker=tid.usikker,
              organ_ord=sted.ord)
        for tid in part.tider
    ]  # fmt: skip
    happened = not part.tider or any(isinstance(one, EventFact) and not one.planlagt for one in events)
    return [*events, StatusFact(status)] if happened else events


def _listed(part: SentencePart) -> bool:
    """Tell whether several times are a list of days, or of years."""
    return all(tid.is_day for tid in part.tider) or all(isinstance(tid.verdi, int) for tid in part.tider)


def tell_vedtatt(part: SentencePart) -> list[Fact] | None:
    """Tell of an adoption; a column of votes without a telling word is about one."""
    if part.rulleres:
        return [RevisionFact(rulleres=part.rulleres)]
    sted = part.sted
    bare = not part.ord and (part.rart or not (part.has_time or _year_of_case(part)))
    had_only = part.ord.startswith("sist ") and "vedt" not in part.ord and not (sted.ord or sted.organ)
    if part.kolonne == REMARK or bare or had_only:
        return None
    if part.ord == "vedtak" and part.kolonne in _PLANS:
        return tell_varslet(part)
    return (None if part.ord else _told_by_years(part)) or _by_case(part) or tell_events(part, "vedtatt", "vedtatt")


def _told_by_years(part: SentencePart) -> list[Fact] | None:
    """Tell of a column's years alone: two with a stroke are two votes, one with a line behind holds from then on."""
    if two := _pair_of_years(part):
        return [*(EventFact("vedtatt", year, planlagt=part.is_coming(year)) for year in two), StatusFact("vedtatt")]
    if open_ := _OPEN.fullmatch(part.tekst):
        return [*(tell_events(part, "vedtatt", "vedtatt") or ()), PeriodFact(fra=int(open_[1]))]
    return None


def _by_case(part: SentencePart) -> list[Fact] | None:
    """Tell of a vote by the year of its case, where there is no day; the case's number says no more of when."""
    year = _year_of_case(part)
    if not year or part.has_time or part.rart or part.i_perioden:
        return None
    sted = part.sted
    return [EventFact("vedtatt", year, sted.organ, sted.sak, organ_ord=sted.ord), StatusFact("vedtatt")]


def _year_of_case(part: SentencePart) -> int:
    """Give the year of a vote that is told by its body and its case: the council's case 45/19 is of 2019; else 0."""
    named = part.sted.ord or part.sted.organ
    match = _CASE_YEAR.fullmatch(part.sted.sak) if named else None
    if match is None or _YEAR_FIRST.match(part.sted.sak):
        return 0
    is_told = "sak" in part.tekst.lower()
    if not is_told and (_ONE_LETTER.search(part.tekst) or not _NO_DAY.fullmatch(part.sted.sak)):
        return 0
    year = int(match["year"] or 0) or part.today.year // 100 * 100 + int(match["short"])
    if year > part.today.year and match["short"] and len(match["number"]) > len("12"):
        year -= 100
    return year if year <= part.today.year else 0


def _pair_of_years(part: SentencePart) -> tuple[int, ...]:
    """Give the years of «2012/2016»; two that follow each other are one winter's, and of no use."""
    years = [int(year) for span in part.spenn if span.skraa for year in (span.fra, span.til)]
    return tuple(years) if len(years) == BOTH and years[1] - years[0] > 1 and not part.tider else ()


def tell_varslet(part: SentencePart) -> list[Fact] | None:
    """Tell of a vote to come: in a column of plans it is when the work ends."""
    if part.kolonne in _PLANS - {"revisjon"} or part.kolonne == REMARK:
        if part.i_perioden and not part.has_time:
            return []
        return tell_work(part, "ferdig")
    if (not part.tider and part.ord != "til vedtak") or (part.rart and not part.tider):
        return None
    sted = part.sted
    events: list[Fact] = [
        EventFact("vedtatt", tid.verdi, sted.organ, sted.sak, planlagt=True, usikker=tid.usikker, organ_ord=sted.ord)
        for tid in part.tider
    ]
    return [*events, StatusFact("til_vedtak")] if part.kolonne == "status" else events


def tell_orientering(part: SentencePart) -> list[Fact] | None:
    """Tell that the plan was noted."""
    return tell_events(part, "til_orientering", "til_orientering")


def tell_planprogram(part: SentencePart) -> list[Fact] | None:
    """Tell that the planprogram was laid down."""
    return tell_events(part, "planprogram_fastsatt", "igangsatt")


def tell_revidert(part: SentencePart) -> list[Fact] | None:
    """Tell of a revision that has been."""
    return tell_events(part, "revidert", "vedtatt") if part.tider and part.kolonne != REMARK else None


def tell_opphevet(part: SentencePart) -> list[Fact] | None:
    """Tell of a repeal; in a column of what shall be, it is decided and not done."""
    if part.kolonne in _PLANS and not part.has_time and not part.rart:
        return [DecisionFact("oppheves")]
    return tell_events(part, "opphevet", "opphevet")


def tell_paa_vent(part: SentencePart) -> list[Fact] | None:
    """«Satt på vent», with the day where it is told."""
    return tell_events(part, "satt_på_vent", "satt_på_vent")


def tell_forlenget(part: SentencePart) -> list[Fact] | None:
    """Tell of more time: the day it was decided, and the new end."""
    if len(part.tider) != BOTH or not re.search(r"\btil\b", part.tekst) or part.rart:
        return None
    decided, until = part.tider
    sted = part.sted
    event = EventFact(
        "forlenget", decided.verdi, sted.organ, sted.sak, until.verdi, part.is_coming(decided.verdi), part.is_doubted,
        sted.ord,
    )  # fmt: skip
    return [event, StatusFact("vedtatt")]


def tell_hoering(part: SentencePart) -> list[Fact] | None:
    """Tell of a hearing: when it begins and ends, and whether it goes on."""
    if len(part.tider) > BOTH or part.sted or part.spenn or part.rart:
        return None
    now = part.ord.startswith(("på", "ute", "er", "sendt", "lagt"))
    last_time = len(part.tider) == 1 and (part.ord.endswith("frist") or re.search(r"\b(?:til|frist)\b", part.tekst))
    kinds = ("høring_slutt",) if last_time else HOERING_ENDS
    facts: list[Fact] = [
        EventFact(
            hva, tid.verdi, planlagt=not now or hva == "høring_slutt" or part.is_coming(tid.verdi), usikker=tid.usikker
        )
        for hva, tid in zip(kinds, part.tider, strict=False)
    ]
    return [*facts, StatusFact("på_høring")] if now else facts or None
