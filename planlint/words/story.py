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

from planlint.model import ABOUT_PLAN_IN_PLACE
from planlint.words.facts import DecisionFact, Fact, NoteFact, Reading, StatusFact
from planlint.words.sentence_part import SentencePart, read_part, times_moved
from planlint.words.tell import tell
from planlint.words.telling_words import BLOCK, KEYWORD, KEYWORDS, PARENTHESIS, PIECES, SOFT, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.words.context import WordContext

_LONGEST = 1000
_OTHER_PLAN = re.compile(
    rf"(?<!\w)(?:{KEYWORDS['erstattes']}|{KEYWORDS['slås_sammen']})".replace("?P<sammen>", "?:"), re.IGNORECASE
)
_CLAUSES = re.compile(r",\s+(?=\D)|\s[–-]\s")
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
    return Reading(tuple(_one_decision([*dict.fromkeys(facts)])), tuple(rest))


def _one_decision(facts: list[Fact]) -> list[Fact]:
    """Put together what one cell decides: «videreføres, men revideres» is a revision."""
    decisions = [fact for fact in facts if isinstance(fact, DecisionFact)]
    if len(decisions) < 2:  # noqa: PLR2004 - one is one
        return facts
    there = any(fact.valg in ABOUT_PLAN_IN_PLACE for fact in decisions)
    made = [replace(fact, valg="revideres") if there and fact.valg == "ny" else fact for fact in decisions]
    strong = [fact for fact in made if fact.valg not in {"", "videreføres"}]
    if len({fact.valg for fact in strong}) != 1:
        return facts
    one = replace(
        strong[0],
        oppstart=next((fact.oppstart for fact in made if fact.oppstart), None),
        ferdig=next((fact.ferdig for fact in made if fact.ferdig), None),
        vilkaar=next((fact.vilkaar for fact in made if fact.vilkaar), ""),
        plan=next((fact.plan for fact in made if fact.plan), ""),
    )
    others = [fact for fact in facts if not isinstance(fact, DecisionFact)]
    return [one, *(fact for fact in others if not (there and fact == StatusFact("planlagt")))]


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
        loose = part.sted and any(isinstance(fact, DecisionFact) for fact in found or ())
        clean = clean and found is not None and not part.rart and not loose
        facts += found or []
        if found is not None:
            notes += [NoteFact(note) for note in part.noter]
        if part.slag in {"vurderes", "utenfor", "intet"}:
            clean = clean and part is parts[-1] and part.slag == "vurderes"
            facts = [] if part.slag == "intet" else facts
            break
    if vilkaar:
        facts, clean = _with_terms(facts, " ".join(vilkaar[0].split()), clean)
    return (facts + notes, clean) if facts or (clean and notes) else ([], False)


def _with_terms(facts: list[Fact], vilkaar: str, clean: bool) -> tuple[list[Fact], bool]:  # noqa: FBT001
    """Put the condition on the decision; without one nothing is said, since a condition may turn anything round."""
    if not any(isinstance(fact, DecisionFact) for fact in facts):
        return [], False
    return [_on_terms(fact, vilkaar) for fact in facts if isinstance(fact, DecisionFact)], clean


def _on_terms(fact: DecisionFact, vilkaar: str) -> DecisionFact:
    """Give a decision with its condition: what is carried on until there is a new plan, is to be made anew."""
    if fact.valg == "videreføres" and re.search(r"\btil (?:ny|nytt|nye)(?: plan)?(?: er| blir| vert)? ved", vilkaar):
        return DecisionFact("revideres", fact.oppstart, fact.ferdig, f"videreføres {vilkaar}", usikker=fact.usikker)
    return DecisionFact(fact.valg, fact.oppstart, fact.ferdig, vilkaar, usikker=fact.usikker)


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
