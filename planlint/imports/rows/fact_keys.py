"""Facts of a cell become the keys of a plan's file, or of the decision about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.imports.rows.row_text import sentence
from planlint.words import (
    DecisionFact,
    EventFact,
    NoteFact,
    PeriodFact,
    RevisionFact,
    StatusFact,
    WorkFact,
    status_after,
)

if TYPE_CHECKING:
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.words import Reading

_SPELT = {"vilkaar": "vilkår"}
_TIMES = frozenset(("oppstart", "ferdig", "usikker"))


def keep_facts(plan: ImportedPlan, reading: Reading, column: str, *, soft: bool = False) -> None:
    """Put the facts of a reading on a plan; `soft`: they only fill what no column has said."""
    for fact in reading.facts:
        if isinstance(fact, EventFact):
            _event(plan, fact)
        elif isinstance(fact, StatusFact):
            _status(plan, fact, soft=soft)
        elif isinstance(fact, DecisionFact):
            _lay(plan.beslutning, _keys(fact), soft=soft or column in {"vedtatt", "status"})
        elif isinstance(fact, NoteFact) and fact.text.lower().startswith("videreføres") and "valg" in plan.beslutning:
            plan.beslutning.setdefault("vilkår", fact.text)
        elif isinstance(fact, NoteFact):
            told = plan.felt.get("merknad", "")
            if sentence(fact.text) not in told:
                plan.felt["merknad"] = f"{told} {sentence(fact.text)}".strip()
        elif isinstance(fact, WorkFact | RevisionFact | PeriodFact):
            name = {WorkFact: "arbeid", RevisionFact: "revisjon", PeriodFact: "periode"}[type(fact)]
            _lay(plan.felt.setdefault(name, {}), _keys(fact), soft=soft)


def _keys(fact: DecisionFact | WorkFact | RevisionFact | PeriodFact) -> dict[str, Any]:
    """Give a fact's own values by the keys of the files."""
    names = [name for name in fact.__slots__ if getattr(fact, name) not in ("", None, False, ())]
    keys = {_SPELT.get(name, name): getattr(fact, name) for name in names}
    keys.pop("plan", None)
    if later := keys.get("deretter"):
        keys["deretter"] = [{"valg": later}] if isinstance(later, str) else [_keys(one) for one in later]
    return keys


def _lay(there: dict[str, Any], keys: dict[str, Any], *, soft: bool) -> None:
    """Lay values over those that are there; soft ones only fill, and no time beside one that is told already."""
    if soft and _TIMES & keys.keys() & there.keys():
        keys = {key: value for key, value in keys.items() if key not in _TIMES}
    for key, value in keys.items():
        if not soft or key not in there:
            there[key] = value


def _status(plan: ImportedPlan, fact: StatusFact, *, soft: bool) -> None:
    old = plan.felt.get("status", "")
    if old and fact.value == "planlagt":
        return
    if not soft or not old or old == "vedtatt":
        plan.felt["status"] = status_after(old, fact.value)


def _event(plan: ImportedPlan, fact: EventFact) -> None:
    """Add an event; a body that is not declared is left to be offered."""
    event: dict[str, Any] = {"hva": fact.hva, "dato": fact.dato}
    event |= {key: value for key in ("organ", "sak", "til") if (value := getattr(fact, key))}
    event |= {key: True for key in ("planlagt", "usikker") if getattr(fact, key)}
    events = plan.felt.setdefault("hendelser", [])
    if event not in events:
        events.append(event)
    if fact.organ_ord and not fact.organ:
        plan.organer.setdefault(fact.organ_ord, None)
