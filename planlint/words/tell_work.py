"""When the work on a plan begins and ends, and that it goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.words.facts import DecisionFact, Fact, NoteFact, RevisionFact, StatusFact, WorkFact
from planlint.words.sentence_part import BOTH, REMARK

if TYPE_CHECKING:
    from planlint.words.sentence_part import SentencePart

_FROM = re.compile(r"(?:fra|frå|f\.?o\.?m\.?)(?: og med)?\s|\d{4}\s?(?:→|->|[-–—])\s*$", re.IGNORECASE)


def tell_arbeid(part: SentencePart) -> list[Fact] | None:
    """Tell that the work goes on, and from when to when."""
    if part.sted or len(part.tider) > BOTH or len(part.spenn) > 1 or part.rulleres:
        return None
    facts: list[Fact] = [StatusFact("igangsatt")]
    if part.spenn:
        return [WorkFact(part.spenn[0].fra, part.spenn[0].til), *facts]
    if part.tider:
        end = part.tider[1].verdi if len(part.tider) == BOTH else None
        return [WorkFact(part.tider[0].verdi, end, part.is_doubted), *facts]
    return facts


def tell_work(part: SentencePart, key: str) -> list[Fact] | None:
    """Give when the work begins or ends, or both from a span."""
    if part.sted or len(part.tider) > 1 or len(part.spenn) > 1 or not part.has_time or part.rart_before_time:
        return None
    if part.spenn:
        return [WorkFact(part.spenn[0].fra, part.spenn[0].til)]
    time = part.tider[0].verdi
    return [
        WorkFact(oppstart=time, usikker=part.is_doubted)
        if key == "oppstart"
        else WorkFact(ferdig=time, usikker=part.is_doubted)
    ]


def tell_oppstart(part: SentencePart) -> list[Fact] | None:
    """Tell when the work begins."""
    if not part.ord and not part.has_time:
        return _without_time(part)
    return tell_work(part, "oppstart") or ([] if part.ord and (part.i_perioden or part.noter) else None)


def tell_ferdig(part: SentencePart) -> list[Fact] | None:
    """Tell when the work ends."""
    return tell_work(part, "ferdig") if part.ord or part.has_time else _without_time(part)


def _without_time(part: SentencePart) -> list[Fact] | None:
    """Tell of a cell that says how often, or some time in the period."""
    if part.rart:
        return None
    if part.rulleres:
        return [RevisionFact(rulleres=part.rulleres)]
    return [NoteFact(part.tekst)] if part.i_perioden or part.noter else None


def tell_time_alone(part: SentencePart) -> list[Fact] | None:
    """Tell what a time without a word means in a column of times: the end, or both ends of a span."""
    if part.rart:
        return None
    if not part.has_time:
        return _without_time(part)
    return tell_work(part, "oppstart" if _FROM.match(part.tekst) else "ferdig")


def tell_begin(part: SentencePart) -> list[Fact] | None:
    """Tell of work that first_year on a new plan or on a revision."""
    time = part.tider[0].verdi if part.tider else part.first_year()
    if len(part.tider) > 1 or part.sted:
        return None
    if part.kolonne == REMARK:
        return [WorkFact(oppstart=time, usikker=part.is_doubted)] if time else None
    valg = "revideres" if part.slag == "oppstart_rev" else "ny"
    end = part.last_time() if part.spenn else None
    new: list[Fact] = [StatusFact("planlagt")] if valg == "ny" else []
    return [DecisionFact(valg, time, end, usikker=part.is_doubted), *new]
