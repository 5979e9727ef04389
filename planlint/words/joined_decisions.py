"""The decisions of one cell, put together: their times, their terms, and what comes after what."""

from __future__ import annotations

import re
from dataclasses import replace

from planlint.model import ABOUT_PLAN_IN_PLACE, ENDS_PLAN, REMOVES_PLAN
from planlint.words.facts import DecisionFact, EventFact, Fact, NoteFact, StatusFact, WorkFact

_UNTIL = re.compile(r"(?:frem |fram |inn)?til ", re.IGNORECASE)
_OWN_NEW = re.compile(
    r"\btil (?:det |den )?(?:ny|nytt|nye|revidert)(?: plan)?(?: er| blir| vert| ligg| foreligger)?(?: ved| føre|$)",
    re.IGNORECASE,
)


def with_times(facts: list[Fact]) -> list[Fact]:
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


def one_decision(facts: list[Fact]) -> list[Fact]:
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


def with_terms(facts: list[Fact], vilkaar: str, *, clean: bool) -> tuple[list[Fact], bool]:
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
    if not anew and all(fact.valg == "videreføres" for fact in carried):
        return [*(replace(fact, vilkaar=vilkaar) for fact in carried), *others], clean
    return [*carried, NoteFact(f"videreføres {vilkaar}" if anew else vilkaar), *others], clean
