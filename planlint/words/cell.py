"""The one door: from the text of a cell, and what its column is about, to facts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model import VEDTAK_IN_EARNEST, VEDTATTE
from planlint.words.basis import read_basis
from planlint.words.facts import DecisionFact, EventFact, OwnerFact, PeriodFact, Reading, RevisionFact, StatusFact
from planlint.words.fold import fold
from planlint.words.joined_decisions import with_times
from planlint.words.spans import find_spans, periode
from planlint.words.story import read_story
from planlint.words.telling_words import EMPTY, NONE, YEARS
from planlint.words.titles import read_kind, read_title

if TYPE_CHECKING:
    from planlint.words.context import WordContext
    from planlint.words.facts import Fact

STORY = frozenset(("vedtatt", "status", "beslutning", "tid", "oppstart", "ferdig", "revisjon", "merknad"))
_PLAIN = frozenset(("periode", "prioritet", "ansvarlig", "hjemmel", "type", "tittel"))
_URGENCY = {
    "høy": "høy", "høg": "høg", "høyt": "høy", "høgt": "høg", "middels": "middels", "medium": "middels", "lav": "lav",
    "låg": "låg", "lavt": "lav", "lågt": "låg",
}  # fmt: skip
"""The words for how much something matters, each in the language that it is written in."""
_NUMBER = re.compile(r"(?:pri(?:oritet)?\.?\s*)?([1-9])\.?(?:\s?prioritet)?", re.IGNORECASE)
_ANSWERS = {"ja": "revideres", "nei": "videreføres"}
"""What «ja» and «nei» decide in a column that asks for revision."""


_YES = re.compile(r"ja\s*[,.:;–-]\s*(?=\w)", re.IGNORECASE)


def read_cell(kind: str, text: str, context: WordContext) -> Reading:
    """Read a cell of a column of a kind: `vedtatt`, `status`, `tittel` and so on. Raises ValueError for no such kind.

    A line, a blank cell and «ingen» say nothing, and nothing is left of them; a decision «ingen» says nothing either.
    """
    if kind not in STORY | _PLAIN:
        raise ValueError(kind)
    if EMPTY.fullmatch(text) or fold(text) in NONE:
        return Reading()
    if kind in STORY:
        return _story(kind, text, context)
    return _plain(kind, text, context)


def _story(kind: str, text: str, context: WordContext) -> Reading:
    said = fold(context.told(text))
    if kind == "revisjon" and (found := _ANSWERS.get(said)):
        return Reading((DecisionFact(found),))
    if kind == "revisjon" and (years := YEARS.fullmatch(text.strip())):
        return Reading((RevisionFact(rulleres=f"hvert {years['n']}. år"),))
    if kind == "revisjon" and (yes := _YES.match(text)):
        return _after_yes(text[yes.end() :], context)
    if kind == "vedtatt" and said in {"nei", "ikke vedtatt", "ikkje vedteke"}:
        return Reading()
    reading = read_story(kind, text, context)
    return Reading(reading.facts, (" ".join(text.split()),)) if kind == "merknad" else reading


def _after_yes(text: str, context: WordContext) -> Reading:
    """Read what follows a yes to revision: «Ja, vedtas 2025»; another decision than a revision goes before the yes."""
    told = read_story("beslutning", text, context)
    own = any(fact.valg for fact in told.of(DecisionFact))
    facts = told.facts if own else with_times([DecisionFact("revideres"), *told.facts])
    return Reading(tuple(facts), told.rest)


def _period(text: str, context: WordContext) -> Reading:
    found = periode(text)
    if found:
        return Reading((PeriodFact(**found),))  # type: ignore[arg-type] # its keys are the names of the fields
    told = read_story("periode", text, context)
    kept = [fact for fact in told.facts if isinstance(fact, PeriodFact)]
    spans = find_spans(text)
    own = (
        re.fullmatch(r"\(?\s*(?:19|20|21)\d\d\s*\)?", f"{text[: spans[0].start]}{text[spans[0].slutt :]}".strip())
        if spans
        else None
    )
    others = [fact for fact in told.facts if fact not in kept and fact != StatusFact("vedtatt")]
    if len(kept) == 1 and not (others or told.rest):
        return Reading(tuple(kept))
    if own:
        return Reading((PeriodFact(spans[0].fra, spans[0].til),), (" ".join(text.split()),))
    return Reading((), (" ".join(text.split()),))


def _urgency(text: str, context: WordContext) -> Reading:
    if match := _NUMBER.fullmatch(text.strip()):
        return Reading((DecisionFact(prioritet=int(match[1])),))
    if word := _URGENCY.get(fold(text).removesuffix(" prioritet")):
        return Reading((DecisionFact(prioritet=word),))
    told = read_story("prioritet", text, context)
    return told if told.of(DecisionFact) else Reading((), (" ".join(text.split()),))


def _plain(kind: str, text: str, context: WordContext) -> Reading:
    match kind:
        case "periode":
            return _period(text, context)
        case "prioritet":
            return _urgency(text, context)
        case "hjemmel":
            return read_basis(text, context.bestemmelser)
        case "type":
            return read_kind(context.told(text))
        case "tittel":
            return read_title(text)
    return Reading((OwnerFact(" ".join(text.split())),))


def settled(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Give the facts of a whole row as they go together: «ny plan» where there is an adopted one is a revision."""
    events = [fact for fact in facts if isinstance(fact, EventFact) and fact.hva in VEDTAK_IN_EARNEST]
    told = [fact for fact in facts if isinstance(fact, StatusFact) and fact.value in VEDTATTE]
    adopted = bool(told) or any(not event.planlagt for event in events)
    if not adopted:
        return facts
    return tuple(_revised(fact) for fact in facts if not (isinstance(fact, StatusFact) and fact.value == "planlagt"))


def _revised(fact: Fact) -> Fact:
    if isinstance(fact, DecisionFact) and fact.valg == "ny":
        return replace(fact, valg="revideres")
    return fact
