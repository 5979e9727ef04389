"""Facts that were read from cells become the keys of a plan's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.words import EventFact, NoteFact, RevisionFact, StatusFact, WorkFact, status_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.words import Fact, Reading


def _event(fact: EventFact) -> dict[str, Any]:
    marks = {name: True for name in ("planlagt", "usikker") if getattr(fact, name)}
    values = {"hva": fact.hva, "dato": fact.dato, "organ": fact.organ, "sak": fact.sak, "til": fact.til}
    return {name: value for name, value in values.items() if value} | marks


def events(reading: Reading) -> list[dict[str, Any]]:
    """Give the events of a reading as the files write them."""
    return [_event(fact) for fact in reading.of(EventFact)]


def _with_doubt(fact: RevisionFact | WorkFact, *names: str) -> dict[str, Any]:
    told = {name: getattr(fact, name) for name in names if getattr(fact, name)}
    return told | ({"usikker": True} if fact.usikker else {})


def keep(felt: dict[str, Any], facts: Iterable[Fact]) -> list[str]:
    """Lay facts over the keys of a plan, and give the notes among them; decisions are a planstrategi's own."""
    notes: list[str] = []
    for fact in facts:
        match fact:
            case StatusFact(value):
                felt["status"] = status_after(felt.get("status", ""), value)
            case EventFact():
                there = felt.get("hendelser", [])
                felt["hendelser"] = there if _event(fact) in there else [*there, _event(fact)]
            case RevisionFact():
                felt["revisjon"] = {**felt.get("revisjon", {}), **_with_doubt(fact, "rulleres", "neste")}
            case WorkFact():
                felt["arbeid"] = {**felt.get("arbeid", {}), **_with_doubt(fact, "oppstart", "ferdig")}
            case NoteFact(text):
                notes.append(text)
    return notes
