"""What a row says of a plan's next round: the revision that is foreseen or decided, and the vote that is expected."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.imports.table.legend import is_blank
from planlint.model import VEDTAK_IN_EARNEST
from planlint.words import DecisionFact, EventFact, Reading, RevisionFact, WorkFact

if TYPE_CHECKING:
    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import ReadTable, TableRow

_REVISION = re.compile(r"rev|rull|oppdater|endr|just|forny", re.IGNORECASE)
_SPAN = re.compile(r"20\d\d\s*[-–]")
_ADOPTS = re.compile(r"vedtas|vedtak|vedtek|besluttet", re.IGNORECASE)
"""A head of a column of bodies that says that they adopt the plan, and not only that they have the matter."""


def is_of_no_plan(row: TableRow, table: ReadTable) -> bool:
    """Tell whether a row has only times below a head of revisions, in a table whose votes say of others that they are.

    That a head says «Neste rullering» is then no word of a plan that nobody has adopted.
    """
    told = row.text("status") or row.text("beslutning") or is_blank(row.text("rullering"))
    return bool(table.layout.of("vedtatt")) and is_blank(row.text("vedtatt")) and not told


def read_revision(plan: ImportedPlan, reading: Reading, text: str = "") -> Reading:
    """Give a reading of a column of revisions: work on an adopted plan is a revision, and a vote to come is its end.

    A revision with a time is decided in a planstrategi, and foreseen in a register; one without a time is neither.
    `text` is the cell where only its head says that it is a revision: of a plan that there is none of, it is work.
    """
    if text and not _REVISION.search(text):
        times = [fact for fact in reading.of(DecisionFact) if fact.oppstart or fact.ferdig]
        if times and all(fact.valg == "revideres" for fact in times):
            return Reading(tuple(WorkFact(one.oppstart, one.ferdig, one.usikker) for one in times), reading.rest)
    if coming := [fact.dato for fact in reading.of(EventFact) if fact.planlagt]:
        plan.beslutning.setdefault("ferdig", coming[-1])
    adopted = any(event["hva"] in VEDTAK_IN_EARNEST for event in plan.felt.get("hendelser", []))
    work = [fact for fact in reading.of(WorkFact) if fact.oppstart and adopted]
    if work and not reading.of(DecisionFact):
        plan.is_next = True
        facts = [fact for fact in reading.facts if fact not in work]
        decided = [DecisionFact("revideres", one.oppstart, one.ferdig, usikker=one.usikker) for one in work]
        return Reading((*facts, *decided), reading.rest)
    if not reading.of(RevisionFact) or _SPAN.search(plan.heads.get("rullering", "")):
        return reading
    timed = [fact for fact in reading.of(DecisionFact) if fact.oppstart or fact.ferdig]
    plan.is_next = bool(timed)
    other = plan.beslutning.get("valg", "")
    left = [fact for fact in reading.facts if not isinstance(fact, DecisionFact)]
    return Reading((*left, *(replace(fact, valg=other or fact.valg) for fact in timed)), reading.rest)


def read_expected(plan: ImportedPlan, row: TableRow, lookup: DeclaredWords) -> None:
    """Note the vote that a column of expected votes announces: when, and by whom where a head says who adopts."""
    column = next((column for column, _ in row.cells if column.field == "ferdig"), None)
    if column is None or "vedta" not in column.head.lower():
        return
    dato = plan.beslutning.get("ferdig") or plan.felt.get("arbeid", {}).get("ferdig")
    if dato:
        adopts = _ADOPTS.search(plan.heads.get("utvalg", ""))
        organ = lookup.organ(row.text("utvalg")) if adopts else ""
        what = "revidert" if plan.beslutning.get("valg") == "revideres" else "vedtatt"
        event = {"hva": what, "dato": dato, **({"organ": organ} if organ else {}), "planlagt": True}
        plan.felt.setdefault("hendelser", []).append(event)
