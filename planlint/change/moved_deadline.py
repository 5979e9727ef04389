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
    new, old = change.after.loaded.entities.get(kind, {}).get(id_), change.former(item.entity)
    if not fields or register is None or new is None or old is None or _is_shown(old, new):
        return False
    moved = {name: getattr(old, name) for name in fields if getattr(old, name) != getattr(new, name)}
    return bool(moved) and _is_found(item.code, new.model_copy(update=moved), register)


def is_put_off(item: Diagnostic, change: Comparison) -> bool:
    """Tell whether an event that the change registers gives a plan a later day, and it applies, whatever it lacks."""
    register, old = change.after.register, change.former(item.entity)
    new = register.planer.get(item.entity.removeprefix("plan/")) if register else None
    if item.code not in _DEADLINES or register is None or new is None or not isinstance(old, Plan):
        return False
    extended = any(event.til and not event.planlagt and event not in old.hendelser for event in new.hendelser)
    return extended and register.is_i_kraft(new)


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
