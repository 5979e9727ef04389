"""A new edition of the same table: only what has changed in it since last time changes the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.imports.fold_words import years
from planlint.imports.run.joined import loose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.rows.imported_plan import ImportedPlan

_GROUPS = frozenset(("periode", "arbeid", "revisjon"))


def only_changed(new: ImportedPlan, old: ImportedPlan) -> None:
    """Take out of a plan what the same table said of it last time; what is left has changed since."""
    for key in [*new.felt]:
        if key == "tittel":
            continue
        left = _difference(key, new.felt[key], old.felt.get(key))
        if left in (None, {}, []):
            del new.felt[key]
        else:
            new.felt[key] = left
    new.beslutning = {key: value for key, value in new.beslutning.items() if old.beslutning.get(key) != value}
    new.kilder = [ref for ref in new.kilder if ref not in old.kilder]
    new.ordrett = [item for item in new.ordrett if item not in old.ordrett]
    new.uforstaatt = [item for item in new.uforstaatt if item not in old.uforstaatt]
    new.soft -= {key for key in new.soft if key not in new.felt}


def _difference(key: str, new: Any, old: Any) -> Any:
    if old is None:
        return new
    if key in _GROUPS:
        return {name: value for name, value in new.items() if old.get(name) != value}
    if isinstance(new, list):
        return [item for item in new if item not in old]
    return None if new == old else new


def gone(rows: Mapping[str, Mapping[str, str]], hits: Iterable[str], plans: Mapping[str, KnownPlan]) -> list[KnownPlan]:
    """Give the plans that the table had last time and has no longer."""
    here = {*hits}
    return [plans[id_] for id_ in rows if id_ in plans and id_ not in here and plans[id_].tittel]


def successor(plan: KnownPlan, new: Iterable[tuple[str, str]]) -> str:
    """Give the id of the new plan that may replace one: the same title with other years; "" for none."""
    bare = _without_years(plan.tittel)
    for id_, title in new:
        if _without_years(title) == bare and years(title) != years(plan.tittel):
            return id_
    return ""


def _without_years(title: str) -> str:
    return " ".join(word for word in loose(title).split() if not (word.isdigit() and len(word) in {2, 4}))
