"""What the remarks of a row say of the plan: work that goes on, what shall be done, a period and a legal basis.

A remark is always kept word for word as well; what it says fills what no column has said, and never tells a decision.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.imports.rows.fact_keys import keep_facts
from planlint.imports.table.legend import begun_decision, decision_of
from planlint.model import NOT_NOW, TOLD_BY_REMARK, VEDTAK
from planlint.words import BasisFact, DecisionFact, EventFact, PeriodFact, Reading, StatusFact, WorkFact, read_cell

if TYPE_CHECKING:
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.words import Fact, WordContext

_AGAIN = re.compile(
    r"^(?:(?:start|påbegynn|oppstart|gjennomfør|gjennomgå)\w*\s+(?:av\s+|en\s+|ein\s+|opp\s+)?)?(?:revi(?:sjon|der)|ruller)",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(r"^(?:(?:ikke|ikkje) prioritert|nedprioriter)", re.IGNORECASE)
_LAST = re.compile(r"^slutt?(?:behandl|vedtak|handsam)", re.IGNORECASE)
_PERIOD = re.compile(
    r"^(?:gjeldende|gjeldande|vedtatt|vedteken|dagens)?\s*plan(?:en)?\s+(?:er\s+|gjelder\s+|gjeld\s+)?(?:for\s+)?"
    r"(?:perioden\s+)?(?P<span>(?:19|20)\d\d\s*[-–]\s*(?:20)?\d\d)(?:\W*$|,|\s+og\s)",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:\b(?:forskrift|lov)\s[^§;.]{3,70}|\b[\w-]{1,60}lov(?:en|a)\b[^§;.]{0,20}|\bpbl\b\.?)\s*§+\s*\d[\d\s-]*+(?:(?<=\d)[a-z]\b)?",
    re.IGNORECASE,
)
_GOES_ON: frozenset[Fact] = frozenset(StatusFact(status) for status in TOLD_BY_REMARK)
_MARKS = re.compile(r"[\"«»]")


def read_remark(plan: ImportedPlan, text: str, words: WordContext) -> None:
    """Read a remark, a reason or a title's own remark, onto a plan."""
    reading = read_cell("merknad", text, words)
    told = [fact for fact in reading.facts if isinstance(fact, DecisionFact | WorkFact | PeriodFact)]
    facts: list[Fact] = [fact for fact in told if not (_is_put_off(fact) and _is_planned(plan))]
    facts += [fact for fact in reading.facts if isinstance(fact, StatusFact) and fact.value in TOLD_BY_REMARK]
    if not any(isinstance(fact, EventFact) for fact in reading.facts):
        keep_facts(plan, Reading(tuple(facts)), "merknad", soft=True)
    begun = " ".join(text.split())
    again = _AGAIN.match(begun) or any(fact == StatusFact("under_revisjon") for fact in reading.facts)
    if _NOT_NOW.match(begun) and not _is_planned(plan):
        plan.beslutning.setdefault("valg", "ikke_prioritert")
    elif again:
        plan.beslutning.setdefault("valg", "revideres")
    if _LAST.match(begun):
        plan.felt.setdefault("status", "igangsatt")
    if "periode" not in plan.felt and (period := _PERIOD.match(begun)):
        keep_facts(plan, Reading(tuple(read_cell("periode", period["span"], words).of(PeriodFact))), "periode")
    named_basis(plan, begun, words)


def decide_by_remark(plan: ImportedPlan, text: str, *, marked: bool) -> None:
    """Take a remark whose first sentence is a decision and no more for one, where no column has decided: «Ny plan».

    `marked`: the table has columns for decisions, and none of them is marked in this row; there a remark may say more
    than the decision («Vert vurdert i 2027»).
    """
    first = re.split(r"(?<=\w)[.;:]\s|\n", text.strip(), maxsplit=1)[0]
    valg = decision_of(first.rstrip(".")) or (begun_decision(first) if marked else "")
    if valg and (not plan.beslutning.get("valg") or (plan.is_next and not _has_vote(plan))):
        plan.beslutning["valg"] = valg


def _has_vote(plan: ImportedPlan) -> bool:
    return any(event["hva"] in VEDTAK and not event.get("planlagt") for event in plan.felt.get("hendelser", []))


def has_only_status(plan: ImportedPlan, text: str, words: WordContext) -> bool:
    """Read a cell below a head of terms; tell whether it says only that the work goes on, which is no term."""
    reading = read_cell("status", text, words)
    told = bool(reading.facts) and not reading.rest and _GOES_ON.issuperset(reading.facts)
    if told:
        keep_facts(plan, reading, "merknad", soft=True)
    return told


def _is_put_off(fact: Fact) -> bool:
    return isinstance(fact, DecisionFact) and fact.valg in NOT_NOW


def _is_planned(plan: ImportedPlan) -> bool:
    """Tell whether a row plans work in years, or is a task: what is given less priority then, is not left undone."""
    return plan.is_task or bool({"oppstart", "ferdig"} & plan.beslutning.keys())


def named_basis(plan: ImportedPlan, text: str, words: WordContext) -> None:
    """Note the provisions that a remark names with law and section."""
    plain = re.sub(r"\s*,?\s*§", " §", _MARKS.sub("", text))
    for match in _BASIS.finditer(plain):
        found: list[Any] = [id_ for fact in read_cell("hjemmel", match[0], words).of(BasisFact) for id_ in fact.ids]
        there = plan.felt.get("hjemmel", [])
        if new := [id_ for id_ in found if id_ not in there]:
            plan.felt["hjemmel"] = [*there, *new]
