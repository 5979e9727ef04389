"""The decision about each plan is settled: which one it is, and where it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.imports.rows.row_text import sentence
from planlint.model import BEING_MADE, MADE_ANEW, PRESUPPOSES_PLAN, VEDTAK_IN_EARNEST, VEDTATTE
from planlint.words import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.answers import UserAnswers

_TIMES = ("oppstart", "ferdig", "usikker")
_LEGAL = frozenset(("samfunnsdel", "arealdel", "handlingsdel"))
_NOT_YET = MADE_ANEW - PRESUPPOSES_PLAN | {"utsettes"}
_CARRIED_ON = re.compile(r"videreføres\s+", re.IGNORECASE)


def settle(
    plans: Iterable[ImportedPlan], lookup: DeclaredWords, answers: UserAnswers, first: int, *, decides: bool
) -> list[ImportedPlan]:
    """Settle the decision of every plan; give those with work but no decision: nobody says what shall happen to them.

    Work on a plan that is in force is a revision of it; so is work on a part of the kommuneplan, which every
    municipality has by law (pbl § 11-1 and kommuneloven § 14-2). `first` is the first year of the planstrategi;
    `decides` is False for a register that is none, whose times are of the plans' own work.
    """
    open_ = []
    for plan in plans:
        decision = plan.beslutning
        _together(plan)
        yearly = plan.felt.get("revisjon", {}).get("rulleres") == "årlig"
        if decides and yearly:
            decision.setdefault("valg", "revideres")
        if decides and decision and not decision.get("valg") and not plan.is_task:
            work = {*decision} & {*_TIMES, "årsverk"}
            derived = (_follows(plan, lookup) or answers.answer(plan.tittel)) if work else ""
            if valg := answers.get_own(plan.tittel) or derived:
                decision["valg"] = valg
            elif work:
                open_.append(plan)
        _place(plan)
        _status(plan, first)
    return open_


def _is_adopted(plan: ImportedPlan) -> bool:
    """Tell whether a row says that a plan is in force."""
    events = plan.felt.get("hendelser", [])
    told = any(event["hva"] in VEDTAK_IN_EARNEST and not event.get("planlagt") for event in events)
    return told or plan.felt.get("status") in VEDTATTE


def _together(plan: ImportedPlan) -> None:
    """Make the parts of a row agree: a new plan where one is in force is a revision; work on that one likewise.

    What is carried on until there is a new plan, is a revision where the row plans the work, else it is carried on.
    """
    decision, status = plan.beslutning, plan.felt.get("status", "")
    if _is_adopted(plan) and status in BEING_MADE:
        plan.felt["status"] = "under_revisjon"
    if decision.get("valg") == "ny" and _is_adopted(plan):
        decision["valg"] = "revideres"
    condition = str(decision.get("vilkår", ""))
    times = {"oppstart", "ferdig", "årsverk"} & decision.keys()
    if decision.get("valg") == "revideres" and (match := _CARRIED_ON.match(condition)):
        if times:
            decision["merknad"] = sentence(decision.pop("vilkår"))
        else:
            decision["valg"], decision["vilkår"] = "videreføres", condition[match.end() :]


def _follows(plan: ImportedPlan, lookup: DeclaredWords) -> str:
    """Give the decision that follows from what is known: the plan is adopted, or the law requires that there is one."""
    type_ = lookup.plansystem.plantyper.get(plan.felt.get("type", ""))
    kind = kind_of(plan.tittel)
    legal = (type_ is not None and type_.rolle in _LEGAL) or (kind is not None and kind.rolle in _LEGAL)
    return "revideres" if _is_adopted(plan) or legal else ""


def _place(plan: ImportedPlan) -> None:
    """Put the work's times where they belong: with the decision where there is one, else with the plan's own work."""
    decision, work = plan.beslutning, plan.felt.get("arbeid")
    if decision.get("valg") and work:
        for name in _TIMES:
            if name in work and not ({"oppstart", "ferdig"} & decision.keys() and name == "usikker"):
                decision.setdefault(name, work[name])
        del plan.felt["arbeid"]
    if not decision.get("valg") and not plan.is_task:
        times = {name: decision[name] for name in _TIMES if name in decision}
        if times:
            plan.felt["arbeid"] = {**times, **(work or {})}
        _in_words(plan, decision)


def _in_words(plan: ImportedPlan, decision: Mapping[str, Any]) -> None:
    """Keep word for word what only a decision could hold."""
    for name, value in decision.items():
        if name in _TIMES or name == "valg":
            continue
        text = (
            ", ".join(f"{k}: {v}".replace(".", ",") for k, v in value.items())
            if isinstance(value, dict)
            else str(value)
        )
        plan.ordrett.append((name.capitalize(), text))
    plan.beslutning = {}


def _status(plan: ImportedPlan, first: int) -> None:
    """Give the status that the decision presupposes, where no cell says one.

    What a planstrategi gives time in its own first year is under way when it is adopted (pbl § 10-1: within a year).
    """
    valg, status = plan.beslutning.get("valg", ""), plan.felt.get("status", "")
    if valg == "revideres" and status == "igangsatt":
        plan.felt["status"] = "under_revisjon"
    if status:
        return
    begun = plan.beslutning.get("oppstart") or plan.felt.get("arbeid", {}).get("oppstart")
    under_way = bool(first) and str(begun)[:4] == str(first)
    if _is_adopted(plan) or valg in PRESUPPOSES_PLAN:
        plan.felt["status"] = "under_revisjon" if under_way and valg == "revideres" else "vedtatt"
    elif valg in _NOT_YET or (not valg and "arbeid" in plan.felt):
        plan.felt["status"] = "igangsatt" if under_way else "planlagt"
    else:
        return
    plan.soft.add("status")
