"""Cells that tell a plan's story become facts: what was decided, what shall be done, and when.

A cell is cut into sentences, and a sentence where a word tells of something («vedtatt», «rulleres», «på høring»). What
is understood of a sentence is kept; a sentence that holds anything else is kept word for word beside it. A word that
turns the sense round («ikke», «delvis», «kan»), and one that speaks of another plan or a part of this one
(«handlingsdelen», «erstatter»), takes its sentence's facts away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.words.facts import (
    DecisionFact,
    EventFact,
    Fact,
    NoteFact,
    Reading,
    RevisionFact,
)
from planlint.words.joined_decisions import one_decision, with_terms, with_times
from planlint.words.organ import case_of_its_day
from planlint.words.sentence_part import SentencePart, read_part, times_moved
from planlint.words.tell import tell
from planlint.words.telling_words import BLOCK, KEYWORD, KEYWORDS, PARENTHESIS, PIECES, SOFT, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.words.context import WordContext

_LONGEST = 1000
_OTHER_PLAN = re.compile(rf"(?<!\w)(?:{KEYWORDS['erstattes']}|{KEYWORDS['slås_sammen']})", re.IGNORECASE)
_HOLDS = re.compile(r"^\s*(?:planen )?(?:gjeld(?:er)?|(?:er )?gjeld[ae]nde)\s*$", re.IGNORECASE)
"""What is left of «Gjelder til ny plan er vedtatt» without its terms: the plan goes on until then."""
_CLAUSES = re.compile(r",\s+(?=\D)|\s[–-]\s")
_BY_LAW = re.compile(
    r"[,(]?\s?\b(?:jfr?\.?|etter|i medhold av|i henhold til)\s[^.;,()§]{1,60}§+\s?\d[\d\s–-]*+[a-z]?\b\)?",
    re.IGNORECASE,
)
"""A reference to the law that asks for what the sentence says."""
DEFAULT = {"vedtatt": "vedtatt", "revisjon": "rulleres", "oppstart": "oppstart", "ferdig": "ferdig", "tid": "tid",
           "beslutning": "beslutning"}  # fmt: skip
"""What a cell without a telling word is about, by its column."""


def read_story(kind: str, text: str, context: WordContext) -> Reading:
    """Read a cell of a column that tells the story."""
    facts: list[Fact] = []
    rest: list[str] = []
    for piece in _pieces(kind, text, context):
        found, clean = _piece(kind, piece, context) if len(piece) <= _LONGEST else ([], False)
        facts += found
        if not clean:
            rest.append(" ".join(piece.split()))
    facts = one_decision([*dict.fromkeys(facts)])
    return Reading(tuple(with_times(facts) if kind == "beslutning" else facts), tuple(rest))


def _pieces(kind: str, text: str, context: WordContext) -> Iterator[str]:
    """Yield sentences and lines; one with only a time, a body or a case belongs to the one before."""
    waiting = ""
    for piece in PIECES.split(text):
        if not re.search(r"\w", piece):
            continue
        if waiting and len(waiting) + len(piece) < _LONGEST and not KEYWORD.search(piece):
            part = read_part(kind, "", "", piece, context)
            if not part.rart and (part.has_time or part.sted) and KEYWORD.search(waiting):
                waiting += f" {piece}"
                continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _piece(kind: str, piece: str, context: WordContext) -> tuple[list[Fact], bool]:
    """Give the facts of one sentence, and whether they are all of it."""
    told = context.told(piece)
    notes: list[Fact] = []
    case = case_of_its_day(told)
    own = case["number"] if case else ""
    text = PARENTHESIS.sub(
        lambda match: f" {own} " if match[1].strip() == own else _inner(match[1], notes, context), told
    )
    if kind != "merknad":
        text = _BY_LAW.sub(lambda match: _aside(match[0], notes), text)
    vilkaar = TERMS.search(text)
    if vilkaar:
        text = _HOLDS.sub("videreføres", f"{text[: vilkaar.start()]} {text[vilkaar.end() :]}")
    if BLOCK.search(_OTHER_PLAN.sub(" ", text)):
        return _turned(kind, text, context, " ".join(vilkaar[0].split()) if vilkaar else "")
    parts = _parts(kind, text, context)
    facts: list[Fact] = []
    clean = bool(parts)
    for part in parts:
        found = tell(part)
        clean = clean and found is not None and not part.rart and _told_all(part, found)
        if (part.slag == "ferdig" and not part.has_time) or (part.slag == "vurderes" and _is_one_part(text)):
            facts = [fact for fact in facts if not isinstance(fact, DecisionFact)]
        facts += found or []
        if found is not None:
            notes += [NoteFact(note) for note in part.noter]
        if part.slag in {"vurderes", "utenfor", "intet"}:
            clean = clean and part is parts[-1] and part.slag == "vurderes"
            break
    if vilkaar:
        facts, clean = with_terms(facts, " ".join(vilkaar[0].split()), clean=clean)
    return (facts + notes, clean) if facts or (clean and notes) else ([], False)


def _aside(text: str, notes: list[Fact]) -> str:
    """Keep a reference to a law as a remark, so that the rest of the sentence can be read."""
    notes.append(NoteFact(text.strip(" ,()")))
    return " "


def _is_one_part(text: str) -> bool:
    """Tell whether a sentence is one clause, so that «behov for revisjon vurderes» is about one thing."""
    return not re.search(r"[,:]|\b(?:og|men)\b", text)


_WHEN = ("dato", "til", "oppstart", "ferdig", "neste", "fra")


def _told_all(part: SentencePart, found: list[Fact]) -> bool:
    """Tell whether the times, the interval and the body of a part are in its facts."""
    said = {tid.verdi for tid in part.tider}.union(*((span.fra, span.til) for span in part.spenn))
    timed = {getattr(fact, name, None) for fact in found for name in _WHEN}
    words = any(isinstance(fact, NoteFact) and part.tekst in fact.text for fact in found)
    often = any(isinstance(fact, RevisionFact) and fact.rulleres for fact in found)
    where = any(isinstance(fact, EventFact) for fact in found)
    return words or (said <= timed and (often or not part.rulleres) and (where or not part.sted))


def _turned(kind: str, text: str, context: WordContext, vilkaar: str) -> tuple[list[Fact], bool]:
    """Read a sentence where a word takes away the sense: the clauses between commas that are free of it."""
    first = KEYWORD.search(text)
    if first and _slag(first) == "vurderes" and kind != "merknad" and not BLOCK.search(SOFT.sub(" ", text)):
        return [DecisionFact("vurderes", vilkaar=vilkaar)], False
    if vilkaar:
        return [], False
    clauses = _CLAUSES.split(text)
    facts: list[Fact] = []
    for clause in clauses if len(clauses) > 1 else ():
        if not BLOCK.search(_OTHER_PLAN.sub(" ", clause)):
            found, clean = _piece(kind, clause, context)
            facts += found if clean else []
    return facts, False


def _inner(text: str, notes: list[Fact], context: WordContext) -> str:
    """Give what stands in a parenthesis a place in the sentence, if it has one there; else it is a remark."""
    part = read_part("", "", "", text, context)
    if KEYWORD.match(text.strip()) or (not part.rart and (part.has_time or part.sted)):
        return f" {text} "
    notes.append(NoteFact(" ".join(text.split())))
    return " "


def _slag(match: re.Match[str]) -> str:
    return next(name for name in KEYWORDS if match[name])


def _parts(kind: str, text: str, context: WordContext) -> list[SentencePart]:
    found = [*KEYWORD.finditer(text)]
    if not found:
        slag = DEFAULT.get(kind, "")
        return [read_part(kind, slag, "", text, context)] if slag else []
    parts = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        head = text[: match.start()] if index == 0 else ""
        slag = _slag(match)
        if index == 0 and slag != "vedtatt" and head and kind == "vedtatt":
            before = read_part(kind, "vedtatt", "", head, context)
            if before.has_time and not before.rart:
                parts.append(before)
                head = ""
        tail = text[match.end() : end]
        parts.append(read_part(kind, slag, match[0], f"{head} {tail}", context, f"{head}{match[0]}{tail}"))
    return times_moved(parts)
