"""What a row says laid over what a file says: fill what is missing, change what differs, and take nothing away."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from planlint.model import AVSLUTTEDE, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.imports.rows.imported_plan import ImportedPlan

_PROSE = frozenset(("merknad", "sammendrag"))
_GROUPS = frozenset(("periode", "arbeid", "revisjon"))
_CERTAIN = {"usikker": False, "planlagt": False}


def merge_row(data: Mapping[str, Any], row: ImportedPlan, source: str) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Give the keys that change with their new values, and what stands as it was although the row says otherwise.

    Prose that is there already is never replaced, and neither is anything by what was only inferred (`row.soft`).
    """
    changes: dict[str, Any] = {}
    kept: list[tuple[str, str]] = []
    for key, value in row.felt.items():
        old = data.get(key)
        if key == "tittel" or (old is not None and key in row.soft):
            continue
        if key in _PROSE and old is not None:
            kept += [(key, value)] if value not in old else []
            continue
        new = _merged(key, old, value, source)
        if new != old:
            changes[key] = new
    if data.get("status") in AVSLUTTEDE and "hendelser" not in changes and "status" in changes:
        kept.append(("status", str(changes.pop("status"))))  # an old decision does not revive a plan
    return changes, kept


def _merged(key: str, old: Any, value: Any, source: str) -> Any:
    if key in _GROUPS:
        return _group(key, old or {}, value, source)
    if key == "hendelser":
        return _events(old or [], value, source)
    if key == "lenker":
        urls = {link.get("url") for link in old or []}
        return [*(old or []), *(link for link in value if link["url"] not in urls)]
    if key == "forankring":
        named = {_anchor(item) for item in old or []}
        return [*(old or []), *(item for item in value if _anchor(item) not in named)]
    if isinstance(value, list):
        return [*(old or []), *(item for item in value if item not in (old or []))]
    return value


def _anchor(item: Any) -> tuple[str, str]:
    if isinstance(item, dict):
        return item.get("mål", ""), item.get("plan", "")
    return str(item), ""


def _group(key: str, old: Mapping[str, Any], value: Mapping[str, Any], source: str) -> dict[str, Any]:
    """Lay a period, a revision or work over the old one; a doubt or a source belongs to the value it was about."""
    if all(old.get(name) == item for name, item in value.items()):
        return dict(old)
    new = {**old, **value}
    changed = {name for name, item in value.items() if name in old and old[name] != item}
    if changed and "usikker" not in value:
        new.pop("usikker", None)
    if key == "revisjon":
        if source and (changed or "kilde" not in old):
            new["kilde"] = source
        elif changed:
            new.pop("kilde", None)
    return new


def _events(old: list[Any], value: list[Any], source: str) -> list[Any]:
    """Add the events that are not there; one that is there is filled with what it lacks, or given its exact day."""
    new = copy.deepcopy(old)
    for event in value:
        match = _same(new, event)
        if match is None:
            new.insert(_place(new, event), {**event, **({"kilde": source} if source else {})})
            continue
        if str(match["dato"]) != str(event["dato"]) and _within(event["dato"], match["dato"]):
            match["dato"] = event["dato"]
        if match.get("planlagt") and not event.get("planlagt"):
            match.pop("planlagt")
        for name, item in event.items():
            if name not in match and name not in _CERTAIN:
                match[name] = item
    return new


def _place(events: list[Any], event: Mapping[str, Any]) -> int:
    """Give where an event belongs among the others, oldest first; those that cannot be read stay before it."""
    start = parse(str(event["dato"])).start
    later = (index for index, one in enumerate(events) if (when := _start(one)) and when > start)
    return next(later, len(events))


def _start(event: Any) -> date | None:
    try:
        return parse(str(event["dato"])).start
    except (ValueError, KeyError, TypeError):
        return None


def _same(events: list[Any], event: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give the event that tells of the same as this one: the same kind and day, else times that can be one."""
    alike = [one for one in events if isinstance(one, dict) and one.get("hva") == event["hva"] and "dato" in one]
    for one in alike:
        if str(one["dato"]) == str(event["dato"]):
            return one
    near = [one for one in alike if _within(event["dato"], one["dato"]) or _within(one["dato"], event["dato"])]
    return near[0] if len(near) == 1 else None


def _within(inner: object, outer: object) -> bool:
    """Tell whether a time lies within a less exact one: a day in its year."""
    try:
        one, other = parse(str(inner)), parse(str(outer))
    except ValueError:
        return False
    return other.start <= one.start and one.slutt <= other.slutt


def kilder(old: list[Any], new: list[dict[str, Any]]) -> list[Any]:
    """Add what a source says where it has not been noted, wherever in the source it stands."""
    noted = [(ref.get("kilde"), ref.get("oppgir"), str(ref.get("dato", ""))) for ref in old if isinstance(ref, dict)]
    added = []
    for ref in new:
        mark = (ref["kilde"], ref.get("oppgir"), str(ref.get("dato", "")))
        loose = {(kilde, oppgir) for kilde, oppgir, _ in noted}
        if mark not in noted and not ("dato" not in ref and mark[:2] in loose):
            added.append(ref)
            noted.append(mark)
    return [*old, *added]
