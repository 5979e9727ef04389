"""The decision about each plan is settled: which one it is, and where it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.imports.fold_words import fold
from planlint.imports.rows.row_text import sentence
from planlint.model import BEING_MADE, MADE_ANEW, PRESUPPOSES_PLAN, UNDER_WAY, VEDTAK_IN_EARNEST, VEDTATTE
from planlint.words import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.answers import UserAnswers

_TIMES = ("oppstart", "ferdig", "usikker")
_BY_WORD = ("beslutning", "prioritet", "utvalg")
"""Columns whose cells say in their own words what only a decision could hold."""
_IN_EVERY_PERIOD = frozenset(("årlig", "hver valgperiode"))
"""How often a plan is revised that is revised in the years of every planstrategi."""
_LEGAL = frozenset(("samfunnsdel", "arealdel", "handlingsdel"))
_NOT_YET = MADE_ANEW - PRESUPPOSES_PLAN
_TITLE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNKNOWN = re.compile(r"(?:ukjent|ukjend|uviss?t?|usikker|vet ikke|veit ikkje|\?)\W*", re.IGNORECASE)
"""A cell of status that says that nobody knows it."""
_CARRIED_ON = re.compile(r"videreføres\s+", re.IGNORECASE)
_FINISHED_LATER = re.compile(
    r"\b(?:ferdig|fullfør|slutt|vedta)\w*[^.;]{0,40}\b(?:neste|komm?ende|ny)\s+(?:plan|valg|val|kommunestyre|strategi)?periode",
    re.IGNORECASE,
)
"""Words which say that the work is finished after the years that the table has marks for."""


def settle(
    plans: Iterable[ImportedPlan], lookup: DeclaredWords, answers: UserAnswers, *, decides: bool
) -> list[ImportedPlan]:
    """Settle the decision of every plan; give those with work but no decision: nobody says what shall happen to them.

    The user's own answer goes before what the table says. Work on a plan that is in force is a revision of it; so is
    work on a part of the kommuneplan, which every municipality has by law (pbl § 11-1 and kommuneloven § 14-2).
    `decides` is False for a register that is no planstrategi, whose times are of the plans' own work.
    """
    open_ = []
    plans = [*plans]
    answers.add(plan.tittel for plan in plans)
    for plan in plans:
        decision = plan.beslutning
        asked = "" if plan.is_task or not decides else answers.answer(plan.tittel, others=False)
        decision |= {"valg": asked} if asked else {}
        _together(plan)
        _finished_later(plan)
        if decides and plan.felt.get("revisjon", {}).get("rulleres") in _IN_EVERY_PERIOD:
            decision.setdefault("valg", "revideres")
        revised = plan.felt.get("arbeid", {}) if plan.felt.get("status") in UNDER_WAY else {}
        if decides and (decision or revised) and not decision.get("valg") and not plan.is_task:
            work = {*decision, *revised} & {*_TIMES, "årsverk"}
            follows = _follows(plan, lookup) if work else ""
            plan.utledet |= {"valg"} if follows else set()
            derived = follows or (_of_all_others(plan, lookup, answers) if work else "")
            if derived:
                decision["valg"] = derived
            elif work:
                open_.append(plan)
        _rounds(decision)
        _place(plan)
        _status(plan)
        _draft(plan, lookup)
    return open_


def _is_adopted(plan: ImportedPlan) -> bool:
    """Tell whether a row says that a plan is in force."""
    events = plan.felt.get("hendelser", [])
    told = any(event["hva"] in VEDTAK_IN_EARNEST and not event.get("planlagt") for event in events)
    return told or plan.felt.get("status") in VEDTATTE


def _together(plan: ImportedPlan) -> None:
    """Make the parts of a row agree: a new plan where one is in force is a revision; work on that one likewise.

    Where the decision itself is «Ny plan» and no more, the new one is to replace the other, as the table says.

    What is carried on until there is a new plan, is a revision where the row plans the work, else it is carried on.
    """
    decision, status = plan.beslutning, plan.felt.get("status", "")
    if _is_adopted(plan) and status in BEING_MADE:
        plan.felt["status"] = "under_revisjon"
    if decision.get("valg") == "ny" and _is_adopted(plan) and not plan.is_said_new:
        decision["valg"] = "revideres"
    condition = str(decision.get("vilkår", ""))
    times = {"oppstart", "ferdig", "årsverk"} & decision.keys()
    if decision.get("valg") == "revideres" and (match := _CARRIED_ON.match(condition)):
        if times:
            decision["merknad"] = sentence(decision.pop("vilkår"))
        else:
            decision["valg"], decision["vilkår"] = "videreføres", condition[match.end() :]


def _finished_later(plan: ImportedPlan) -> None:
    """Take away a last year that only a mark says, where a cell says that the work is finished in the next period."""
    if "ferdig" not in plan.heads and any(_FINISHED_LATER.search(text) for text in plan.celler.values()):
        last = plan.beslutning.pop("ferdig", None)
        if last is not None:
            plan.beslutning.setdefault("oppstart", last)


def _rounds(decision: dict[str, Any]) -> None:
    """Settle a second round of the same work: what is made or revised once, is revised in the next."""
    for step in decision.get("deretter", []):
        if not step.get("valg") and (valg := decision.get("valg")):
            step["valg"] = "revideres" if valg in MADE_ANEW else valg


def _follows(plan: ImportedPlan, lookup: DeclaredWords) -> str:
    """Give the decision that follows from what is known: the plan is adopted, or the law requires that there is one."""
    type_ = lookup.plansystem.plantyper.get(plan.felt.get("type", ""))
    kind = kind_of(plan.tittel)
    legal = (type_ is not None and type_.rolle in _LEGAL) or (kind is not None and kind.rolle in _LEGAL)
    return "revideres" if _is_adopted(plan) or legal else ""


def _of_all_others(plan: ImportedPlan, lookup: DeclaredWords, answers: UserAnswers) -> str:
    """Give the answer for all others; a plan that is adopted already is not made new by it."""
    valg, title = answers.get("*", ""), fold(plan.tittel)
    known = any(fold(one.tittel) == title and one.status in VEDTATTE for one in lookup.register.planer.values())
    return "" if valg == "ny" and known else valg


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
    for name in _BY_WORD:
        head = plan.heads.get(name, "")
        plan.ordrett += [
            said for said in plan.sagt if name in plan.heads and said[0] == head and said not in plan.ordrett
        ]
    plan.aarsverk = decision.get("årsverk", {})
    for name, value in decision.items():
        if name in _TIMES or name in _BY_WORD or name == "valg":
            continue
        plan.ordrett.append((name.capitalize(), _as_text(value)))
    plan.beslutning = {}


def _as_text(value: Any) -> str:
    """Give a value of a decision as words."""
    if isinstance(value, list):
        return "; ".join(map(_as_text, value))
    if isinstance(value, dict):
        return "; ".join(f"{k}: {v}".replace(".", ",") for k, v in value.items())
    return str(value)


def _draft(plan: ImportedPlan, lookup: DeclaredWords) -> None:
    """Say of a draft of what is adopted, that it is being made: «utkast» is a status of what is only known."""
    type_ = lookup.plansystem.plantyper.get(plan.felt.get("type", ""))
    if plan.felt.get("status") == "utkast" and type_ is not None and not type_.kunnskapsgrunnlag:
        plan.felt["status"] = "igangsatt"


def _has_older(plan: ImportedPlan) -> bool:
    """Tell whether a title is of a plan that is older than the new one: «Klimaplan (2011)», work in 2025."""
    work = plan.beslutning.get("oppstart") or plan.beslutning.get("ferdig")
    years = [int(year) for year in _TITLE_YEAR.findall(plan.tittel)]
    return bool(work and years) and max(years) < int(str(work)[:4])


def _status(plan: ImportedPlan) -> None:
    """Give the status that the decision presupposes, where no cell says one.

    That work is planned does not say that it has begun, whichever year it is planned for.
    """
    valg, status = plan.beslutning.get("valg", ""), plan.felt.get("status", "")
    if valg == "revideres" and status == "igangsatt":
        plan.felt["status"] = "under_revisjon"
    if status == "planlagt" and "status" not in plan.heads and _has_older(plan):
        del plan.felt["status"]
    if status or _UNKNOWN.fullmatch(plan.celler.get(plan.heads.get("status", ""), "").strip()):
        return
    if _is_adopted(plan) or valg in PRESUPPOSES_PLAN:
        plan.felt["status"] = "vedtatt"
    elif any(item.kolonne in {"status", "vedtatt"} for item in plan.uforstaatt) or _has_older(plan):
        return
    elif (valg in _NOT_YET or (not valg and "arbeid" in plan.felt)) and not plan.may_have_begun:
        plan.felt["status"] = "planlagt"
    else:
        return
    plan.soft.add("status")
