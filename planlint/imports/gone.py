"""What a table said last time and says no longer, taken out where it still stands as it was written then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planlint.imports.rows.imported_plan import ImportedPlan

_LISTS = ("hendelser", "kilder")


def without_gone(
    data: Mapping[str, Any], row: ImportedPlan, source: str, references: Callable[[ImportedPlan], list[dict[str, Any]]]
) -> dict[str, Any]:
    """Give a plan's keys without the events, words and times that only the table's last edition said.

    What somebody has changed by hand since is not what the table said, and stays. `references` gives what a source
    says of a row.
    """
    if row.forrige is None:
        return dict(data)
    old, new = row.forrige
    found = dict(data)
    events = [event | ({"kilde": source} if source else {}) for event in _gone(old, new)]
    said = [ref for ref in references(old) if ref not in references(new)] if source else []
    for name, gone in zip(_LISTS, (events, said), strict=True):
        if isinstance(found.get(name), list) and gone:
            found[name] = _without(found[name], gone)
    if "arbeid" not in new.felt and old.felt.get("arbeid") and _text(old.felt["arbeid"]) == _text(found.get("arbeid")):
        del found["arbeid"]
    return found


def _gone(old: ImportedPlan, new: ImportedPlan) -> list[dict[str, Any]]:
    """Give the events to come that the table announced last time, and announces no longer."""
    now = new.felt.get("hendelser", [])
    return [event for event in old.felt.get("hendelser", []) if event.get("planlagt") and event not in now]


def _without(items: Iterable[Any], gone: Iterable[Mapping[str, Any]]) -> list[Any]:
    texts = [_text(one) for one in gone]
    return [item for item in items if _text(item) not in texts]


def _text(item: Any) -> Any:
    """Give a value so that a day that was written and one that was read are the same."""
    return {str(key): str(value) for key, value in item.items()} if hasattr(item, "items") else str(item)
