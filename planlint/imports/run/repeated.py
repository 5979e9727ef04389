"""Rows of one title: the first is the plan, and what the others say otherwise is listed, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.imports.fold_words import fold
from planlint.imports.match import Match
from planlint.imports.table.read_table import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.rows.imported_plan import ImportedPlan


def without_repeated(result: ImportResult, plans: Iterable[ImportedPlan], skipped: Iterable[str]) -> list[ImportedPlan]:
    """Give the rows without those whose title an earlier one has; tell in the result what those say otherwise.

    Rows that the user leaves out, and work that is no plan, are as they are.
    """
    first: dict[str, ImportedPlan] = {}
    left_out = {fold(title) for title in skipped}
    kept = []
    for plan in plans:
        title = fold(plan.tittel)
        if plan.is_task or title in left_out or first.setdefault(title, plan) is plan:
            kept.append(plan)
            continue
        other = [f"{head}: {text}" for head, text in plan.celler.items() if not _is_told(first[title], plan, head)]
        if other:
            text = N_("samme tittel som rad {nummer}. Bare den første er lest")
            plan.note_unclear("tittel", plan.tittel, text, nummer=first[title].nummer)
            result.unused.append(Line(plan.ark, plan.nummer, plan.tittel, "again", " | ".join(other)))
        result.gjentatte.append(Match(plan, "gjentatt"))
    return kept


def _is_told(first: ImportedPlan, plan: ImportedPlan, head: str) -> bool:
    """Tell whether a cell says nothing, or what the first row says under the same head."""
    text = plan.celler[head].split()
    there = (first.celler.get(head, ""), first.celler.get(f"{plan.ark}: {head}", ""))
    return not text or text in [each.split() for each in there]
