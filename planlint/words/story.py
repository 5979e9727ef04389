"""Cells that tell a plan's story become facts: what was decided, what shall be done, and when.

A cell is cut into sentences, and a sentence where a word tells of something («vedtatt», «rulleres», «på høring»). What
is understood of a sentence is kept; a sentence that holds anything else is kept word for word beside it. A word that
turns the sense round («ikke», «delvis», «kan»), and one that speaks of another plan or a part of this one
(«handlingsdelen», «erstatter»), takes its sentence's facts away.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model import ABOUT_PLAN_IN_PLACE, ENDS_PLAN, REMOVES_PLAN
from planlint.words.facts import (
    DecisionFact,
    EventFact,
    Fact,
    NoteFact,
    Reading,
    RevisionFact,
    StatusFact,
    WorkFact,
)
from planlint.words.sentence_part import SentencePart, read_part, times_moved
from planlint.words.tell import tell
from planlint.words.telling_words import BLOCK, KEYWORD, KEYWORDS, PARENTHESIS, PIECES, SOFT, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.words.context import WordContext

_LONGEST = 1000
_OTHER_PLAN = re.compile(rf"(?<!\w)(?:{KEYWORDS['erstattes']}|{KEYWORDS['slås_sammen']})", re.IGNORECASE)
_CLAUSES = re.compile(r",\s+(?=\D)|\s[–-]\s")
_UNTIL = re.compile(r"(?:frem |fram |inn)?til ", re.IGNORECASE)
_OWN_NEW = re.compile(
    r"\btil (?:det |den )?(?:ny|nytt|nye|revidert)(?: plan)?(?: er| blir| vert| ligg| foreligger)?(?: ved| føre|$)",
    re.IGNORECASE,
)
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
    facts = _one_decision([*dict.fromkeys(facts)])
    return Reading(tuple(_with_times(facts) if kind == "beslutning" else facts), tuple(rest))


def _with_times(facts: list[Fact]) -> list[Fact]:
    """Give the one decision of a cell the times of its work: «Ny plan. Oppstart i 2025»."""
    decisions = [fact for fact in facts if isinstance(fact, DecisionFact)]
    if len(decisions) != 1:
        return facts
    one, left = decisions[0], []
    for fact in facts:
        if isinstance(fact, WorkFact) and not fact.usikker and _fits(one, fact):
            one = replace(one, oppstart=one.oppstart or fact.oppstart, ferdig=one.ferdig or fact.ferdig)
        elif not isinstance(fact, DecisionFact):
            left.append(fact)
    return [one, *left]


def _fits(one: DecisionFact, other: DecisionFact | WorkFact) -> bool:
    """Tell whether two say nothing different of when."""
    return not (one.oppstart and other.oppstart and one.oppstart != other.oppstart) and not (
        one.ferdig and other.ferdig and one.ferdig != other.ferdig
    )


def _one_decision(facts: list[Fact]) -> list[Fact]:
    """Put together what one cell decides: «videreføres, men revideres» is a revision, «ny, oppheves 2027» two things.

    What ends a plan on terms, or is only considered, comes after what is decided before it; else the strongest word
    is the decision.
    """
    decisions = [fact for fact in facts if isinstance(fact, DecisionFact)]
    if len(decisions) < 2:  # noqa: PLR2004 - one is one
        return facts
    there = decisions[0].valg in ABOUT_PLAN_IN_PLACE
    made = [replace(fact, valg="revideres") if there and fact.valg == "ny" else fact for fact in decisions]
    strong = [fact for fact in made if fact.valg not in {"", "videreføres"}] or made
    waits = strong[0].valg == "vurderes" or (strong[0].valg in ENDS_PLAN and strong[0].vilkaar)
    first = made[0] if waits else strong[0]
    others = [fact for fact in facts if not isinstance(fact, DecisionFact)]
    planned = StatusFact("planlagt")
    return [_joined(first, made), *(fact for fact in others if not (there and fact == planned))]


def _joined(first: DecisionFact, made: list[DecisionFact]) -> DecisionFact:
    """Give the first decision with what the others add to it, and after it those that say something else."""
    alike = {first.valg, "", "videreføres"} | (REMOVES_PLAN if first.valg in REMOVES_PLAN else frozenset())
    later: list[DecisionFact] = []
    for fact in made:
        if fact.valg in alike and _fits(first, fact) and (not fact.plan or not first.plan or fact.plan == first.plan):
            first = replace(
                first,
                oppstart=first.oppstart or fact.oppstart,
                ferdig=first.ferdig or fact.ferdig,
                vilkaar=first.vilkaar or fact.vilkaar,
                plan=first.plan or fact.plan,
                prioritet=first.prioritet or fact.prioritet,
                usikker=first.usikker or fact.usikker,
            )
        elif fact not in later:
            later.append(fact)
    return replace(first, deretter=tuple(later))


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
    text = PARENTHESIS.sub(lambda match: _inner(match[1], notes, context), told)
    vilkaar = TERMS.search(text)
    if vilkaar:
        text = f"{text[: vilkaar.start()]} {text[vilkaar.end() :]}"
    if BLOCK.search(_OTHER_PLAN.sub(" ", text)):
        return _turned(kind, text, context, " ".join(vilkaar[0].split()) if vilkaar else "")
    parts = _parts(kind, text, context)
    facts: list[Fact] = []
    clean = bool(parts)
    for part in parts:
        found = tell(part)
        clean = clean and found is not None and not part.rart and _told_all(part, found)
        facts += found or []
        if found is not None:
            notes += [NoteFact(note) for note in part.noter]
        if part.slag in {"vurderes", "utenfor", "intet"}:
            clean = clean and part is parts[-1] and part.slag == "vurderes"
            break
    if vilkaar:
        facts, clean = _with_terms(facts, " ".join(vilkaar[0].split()), clean=clean)
    return (facts + notes, clean) if facts or (clean and notes) else ([], False)


_WHEN = ("dato", "til", "oppstart", "ferdig", "neste", "fra")


def _told_all(part: SentencePart, found: list[Fact]) -> bool:
    """Tell whether the times, the interval and the body of a part are in its facts."""
    said = {tid.verdi for tid in part.tider}.union(*((span.fra, span.til) for span in part.spenn))
    timed = {getattr(fact, name, None) for fact in found for name in _WHEN}
    words = any(isinstance(fact, NoteFact) and part.tekst in fact.text for fact in found)
    often = any(isinstance(fact, RevisionFact) and fact.rulleres for fact in found)
    where = any(isinstance(fact, EventFact) for fact in found)
    return words or (said <= timed and (often or not part.rulleres) and (where or not part.sted))


def _with_terms(facts: list[Fact], vilkaar: str, *, clean: bool) -> tuple[list[Fact], bool]:
    """Put the terms on the decision; without one nothing is said, since terms may turn anything round.

    What is carried on until there is a new plan, is to be made anew; until another plan is there, is what it says.
    """
    decisions = [fact for fact in facts if isinstance(fact, DecisionFact)]
    dated = any(isinstance(fact, EventFact) for fact in facts)
    others = [fact for fact in facts if not isinstance(fact, DecisionFact) and (dated or fact != StatusFact("vedtatt"))]
    if not decisions:
        return [], False
    if not _UNTIL.match(vilkaar):
        return [*(replace(fact, vilkaar=vilkaar) for fact in decisions), *others], clean
    anew = bool(_OWN_NEW.search(vilkaar))
    carried = [replace(fact, valg="revideres") if anew and fact.valg == "videreføres" else fact for fact in decisions]
    return [*carried, NoteFact(f"videreføres {vilkaar}" if anew else vilkaar), *others], clean


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
        parts.append(read_part(kind, slag, match[0], f"{head} {text[match.end() : end]}", context))
    return times_moved(parts)
