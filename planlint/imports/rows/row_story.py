"""The columns that tell a plan's story: its votes, its status, what is decided of it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.imports.rows.fact_keys import keep_facts
from planlint.imports.rows.next_round import is_of_no_plan, read_revision
from planlint.imports.rows.remarks import named_basis
from planlint.imports.rows.row_text import sources
from planlint.imports.table.legend import begun_decision, decision_of, decision_word
from planlint.words import (
    DecisionFact,
    EventFact,
    NoteFact,
    PeriodFact,
    Reading,
    StatusFact,
    WorkFact,
    read_cell,
)

if TYPE_CHECKING:
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.legend import Legend
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.words import WordContext

_STORY = ("vedtatt", "status", "rullering", "beslutning", "oppstart", "ferdig", "tid", "prioritet")
_KIND = {"rullering": "revisjon"}
_SHORT = 40
_REPEATED = frozenset(("rullering", "beslutning", "ferdig", "tid"))
_STARTS = re.compile(
    r"\s*(?:(?:bør|skal|må|vil)\s*)?(?:ha\s+)?oppstart\s+(?:i|av)\s+(?P<later>neste\s+)?(?:plan|valg|val)?periode",
    re.IGNORECASE,
)
_CURRENT = re.compile(r"gjeld(?:ende|ande)", re.IGNORECASE)
_BARE = re.compile(r"[\d\s.–/-]+|mangl(?:er|ar)", re.IGNORECASE)
_ONLY_TIMES = frozenset(("oppstart", "ferdig"))
_TIMED = (WorkFact, DecisionFact, EventFact, NoteFact, StatusFact)
_UNDECIDED = re.compile(
    r"(?:ikk(?:e|je) )?(?:avklart|avklara|bestemt|fastsatt|fastsett|tidfestet|tidfesta)|uavklart|uavklara|ukjent|ukjend"
    r"|uviss?t?|åpent?|ope|ope[nt]",
    re.IGNORECASE,
)
"""A cell of times that says that nobody knows."""
_NEW = re.compile(
    r"ny(?:tt|e)?(?: plan)?(?:\W+(?:ferdig|oppstart|innen|innan|i|vår(?:en)?|høst(?:en)?|haust(?:en)?|[12]\.\s?halvår"
    r"|20\d\d))*\W*",
    re.IGNORECASE,
)
"""A decision that is a new plan, and when."""
_REVISED_NOW = StatusFact("under_revisjon")
"""What a decision says that only tells that the revision goes on."""
_YEARLY = re.compile(r"\s*(?:årlig|årleg|hvert år|kvart år)\b", re.IGNORECASE)


def _is_current(plan: ImportedPlan, name: str, text: str) -> bool:
    """Tell whether a column of the plan in force holds only its day or its period."""
    return name == "status" and bool(_CURRENT.search(plan.heads.get(name, ""))) and bool(_BARE.fullmatch(text))


def _current(head: str, text: str, words: WordContext) -> Reading:
    """Read the day or the period of the plan in force, which the column says that there is, or that none is."""
    if text[0].isalpha():
        return Reading((NoteFact(f"{head}: {text}"),))
    period = read_cell("periode", text, words).of(PeriodFact)
    if period and len(text) > len("2018"):
        return Reading((*period, StatusFact("vedtatt")))
    return read_cell("vedtatt", text, words)


def read_row_story(plan: ImportedPlan, row: TableRow, shared: str, table: ReadTable, words: WordContext) -> None:
    """Read the columns that tell the plan's story: what was decided first, so that the status comes last."""
    for name in _STORY:
        text = shared if shared and name == "status" else row.text(name)
        if not text:
            continue
        reading = _cell(plan, name, text, table, words)
        if name == "prioritet" and reading.rest and _is_word(text):
            plan.beslutning["prioritet"] = " ".join(text.split())
            continue
        if name in _REPEATED and not reading.facts and _YEARLY.match(text):
            plan.felt.setdefault("revisjon", {})["rulleres"] = "årlig"
        if name in _ONLY_TIMES and not any(isinstance(fact, _TIMED) for fact in reading.facts):
            plan.uten_tid.append((plan.heads.get(name, ""), text))
        for rest in () if _UNDECIDED.fullmatch(text) else reading.rest:
            plan.note_unclear(name, rest, N_("forstår ikke teksten"))
        if name == "rullering":
            reading = read_revision(plan, reading, text if is_of_no_plan(row, table) else "")
        keep_facts(plan, reading, name)
        plan.kilder += _said(name, text, reading, words)


def _cell(plan: ImportedPlan, name: str, text: str, table: ReadTable, words: WordContext) -> Reading:
    """Read one cell; a decision may also name provisions, or that the work begins in a period."""
    if _is_current(plan, name, text):
        return _current(plan.heads[name], text, words)
    if name in {"beslutning", "rullering"}:
        text = _spelt_out(text, plan.heads.get(name, ""), table.legend)
    spelt = table.legend.spelt(text) if name in {"vedtatt", "status"} else text
    reading = read_cell(_KIND.get(name, name), spelt, words)
    if (
        name == "status"
        and reading.rest
        and not reading.facts
        and (voted := _vote(spelt, words, current=bool(_CURRENT.search(plan.heads.get(name, "")))))
    ):
        return voted
    if name in _REPEATED and _NEW.fullmatch(text.strip()):
        plan.is_said_new = True
    if name in {"beslutning", "rullering"}:
        named_basis(plan, text, words)
    if name in {"beslutning", "rullering"} and not reading.of(DecisionFact) and _REVISED_NOW in reading.facts:
        plan.beslutning.setdefault("valg", "revideres")
    if name == "beslutning" and not reading.of(DecisionFact) and (start := _STARTS.match(text)):
        plan.beslutning.setdefault("valg", "utsettes" if start["later"] else "ny")
        plan.felt.setdefault("status", "planlagt")
    return reading


_LETTER_BEFORE = re.compile(r"(?P<mark>[^\W\d_]{1,2})(?:\s*[-–—:,;]\s*|\s+(?=\(?\d))(?P<rest>\S.*)", re.DOTALL)
_CROSS_BEFORE = re.compile(r"[xX](?:\s+(?:under|i|innen|innan))?(?:\s+(?P<rest>\S.*))?", re.DOTALL)


def _spelt_out(text: str, head: str, legend: Legend) -> str:
    """Give a cell of decisions with its letter spelt out: «R», «R – 2025», «X 2026» below «Revideres i perioden»."""
    word = legend.word(text)
    if word and legend.valg(text):
        return word
    if (begun := decision_word(begun_decision(head))) and (cross := _CROSS_BEFORE.fullmatch(text.strip())):
        return " ".join(filter(None, [begun, cross["rest"]]))
    if timed := _below_decision(text, head):
        return timed
    match = _LETTER_BEFORE.fullmatch(text.strip())
    word = (legend.word(match["mark"]) or decision_word(legend.valg(match["mark"]))) if match else ""
    return f"{word} {match['rest']}" if match and word and legend.valg(match["mark"]) else text


def _below_decision(text: str, head: str) -> str:
    """Give a cross or a time with the decision that its own head is, below a wider one: «Hva skjer: Ny»; or ""."""
    _, wide, low = head.rpartition(": ")
    valg = decision_of(low) if wide else ""
    if valg and (cross := _CROSS_BEFORE.fullmatch(text.strip())):
        return " ".join(filter(None, [decision_word(valg), cross["rest"]]))
    return f"{decision_word(valg)} {text}" if valg == "ny" and _ONLY_A_TIME.fullmatch(text.strip()) else ""


_ONLY_A_TIME = re.compile(
    r"(?:(?:på |i )?(?:vår|høst|haust|sommer|sommar|vinter)(?:en)?,? |[12]\. halvår )?20\d\d"
    r"(?:\s*[-–—/]\s*(?:20)?\d\d)?",
    re.IGNORECASE,
)


def _vote(text: str, words: WordContext, *, current: bool = False) -> Reading | None:
    """Read a status that is only the day and the case of a vote; None where it is anything else.

    `current`: the column is of the plan in force, so that a body and a time are enough: «FSK 02.02.2021».
    """
    reading = read_cell("vedtatt", text, words)
    told = [
        fact
        for fact in reading.of(EventFact)
        if (fact.sak or (current and (fact.organ or fact.organ_ord))) and not fact.planlagt
    ]
    return reading if told and not reading.rest else None


def _said(name: str, text: str, reading: Reading, words: WordContext) -> list[dict[str, Any]]:
    """Give what the source says of votes, in its own words; a case without a day is told beside them."""
    said = sources(text, reading) if name in {"status", "vedtatt"} else []
    place = words.organer.read(text)[1]
    if name != "vedtatt" or reading.of(EventFact) or not place.sak:
        return said
    told = {"sak": place.sak, **({"organ": place.organ} if place.organ else {})}
    return [ref | told for ref in said]


def _is_word(text: str) -> bool:
    """Tell whether a priority is told in words of its own: «Må», «Høy prioritet»."""
    return len(text) <= _SHORT and not any(letter.isdigit() for letter in text)
