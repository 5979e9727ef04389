"""Plans that are gone from the table, and that the user says have ended: their status, and what replaced them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import Document
from planlint.imports.cells import ImportFault
from planlint.imports.plan_draft import DraftChange

if TYPE_CHECKING:
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.known_plans import KnownPlan
    from planlint.system import System


def end_plan(system: System, result: ImportResult, plan: KnownPlan, answer: str, ids: set[str]) -> None:
    """Note that a plan has ended, or which plan has replaced it. Raises EditError."""
    if answer != "utgått" and answer not in ids:
        raise ImportFault(
            N_("--gone «{id}={svar}»: svar står, utgått, eller id-en til planen som erstatter den"),
            id=plan.id,
            svar=answer,
        )
    raw = system.contents[plan.fil]
    document = Document.read(raw if isinstance(raw, bytes) else b"", "plan")
    status = "utgått" if answer == "utgått" else "erstattet"
    old = document.data.get("status")
    document.set(("status",), status)
    lines = (("status", old, status),)
    result.endringer.append(
        DraftChange(f"plan/{plan.id}", plan.tittel, plan.fil, "endret", ("", 0), lines, document.bytes())
    )
    if answer != "utgått":
        _replaces(system, result, answer, plan.id)


def _replaces(system: System, result: ImportResult, id_: str, old: str) -> None:
    """Write in the plan that replaces another one that it does."""
    for index, change in enumerate(result.endringer):
        if change.navn == f"plan/{id_}":
            raw = change.raw or system.contents.get(change.fil)
            document = Document.read(raw if isinstance(raw, bytes) else b"", "plan")
            document.append(("erstatter",), old)
            lines = (*change.linjer, ("erstatter", None, [old]))
            what = change.hva if change.hva == "ny" else "endret"
            result.endringer[index] = replace(change, raw=document.bytes(), linjer=lines, hva=what)
            return
