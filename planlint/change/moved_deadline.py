"""A known finding that is not there since its deadline was moved: not put right where nothing shows why.

That a plan was to be revised, or to end, by a day, is a fact of the municipality: another day in the file settles it
only with a decision, an event or a source that shows who set it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import Plan
from planlint.register import Register
from planlint.rules import RULES

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.change.comparison import Comparison
    from planlint.model import Enhet

_DEADLINES: dict[str, tuple[str, ...]] = {
    "PL301": ("periode",),
    "PL302": ("revisjon",),
    "PL303": ("periode",),
    "PL406": ("arbeid", "beslutninger"),
    "PL505": ("beslutninger",),
    "PL506": ("periode",),
    "PL612": ("revisjon",),
    "PL707": ("frist",),
}
"""The rules that tell of a day that has passed, and the fields that the day stands in."""


def is_only_moved(item: Diagnostic, change: Comparison) -> bool:
    """Tell whether a known finding would be there still with the deadline that it was about, and nothing shows why."""
    fields, register = _DEADLINES.get(item.code), change.after.register
    kind, _, id_ = item.entity.partition("/")
    new, old = change.after.loaded.entities.get(kind, {}).get(id_), _former(kind, id_, change)
    if not fields or register is None or new is None or old is None or _is_shown(old, new):
        return False
    moved = {name: getattr(old, name) for name in fields if getattr(old, name) != getattr(new, name)}
    return bool(moved) and _is_found(item.code, new.model_copy(update=moved), register)


def _former(kind: str, id_: str, change: Comparison) -> Enhet | None:
    """Give something as it was before the change, under whatever id."""
    former = {new: old for (one, old), new in change.renames.new.items() if one == kind}
    return change.before.loaded.entities.get(kind, {}).get(former.get(id_, id_))


def _is_shown(old: Enhet, new: Enhet) -> bool:
    """Tell whether the change registers an event, a decision or a source that may have set another day."""
    if any(one not in getattr(old, "kilder", ()) for one in getattr(new, "kilder", ())):
        return True
    if not isinstance(old, Plan) or not isinstance(new, Plan):
        return False
    source = new.revisjon.kilde if new.revisjon else None
    was = old.revisjon.kilde if old.revisjon else None
    happened = any(event not in old.hendelser and not event.planlagt for event in new.hendelser)
    return happened or (source is not None and source != was) or not new.beslutninger.keys() <= old.beslutninger.keys()


def _is_found(code: str, entity: Enhet, after: Register) -> bool:
    """Tell whether a rule finds something about an entity, were it as given."""
    entities = {kind: dict(those) for kind, those in after.entities.items()}
    entities[entity.kind][entity.id] = entity
    register = Register(
        after.plansystem,
        entities,
        after.today,
        opaque=after.opaque,
        assumed=after.assumed,
        broken=after.broken,
        missing=after.missing,
    )
    return any(found.entity == entity.entity for found in RULES[code].run(register, {}))
