"""Rules that a fault keeps silent on one side of a change: what they would say is no difference.

Where a file cannot be read, or an id is not found, nobody can say that something is missing, so many rules of law hold
their tongue. That no finding is given then, tells nothing of the municipality.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.change.comparison import mended
from planlint.register import Register
from planlint.system import link_system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planlint.base import Diagnostic
    from planlint.system import Loaded, System

    Mark = tuple[str, str]


def heard(system: System, other: System) -> System | None:
    """Give one side of a change with every rule able to speak: what is at fault in it, taken from the other side.

    None where nothing keeps a rule silent, and where no rule can be tried on one of the sides.
    """
    register = system.register
    if register is None or system.unusable or other.register is None or other.unusable:
        return None
    if not (register.opaque or register.missing or any(system.broken.values())):
        return None
    loaded = replace(system.loaded, broken=system.broken)
    filled = mended(loaded, replace(other.loaded, broken=other.broken))
    filled = _declared(replace(filled, broken=system.loaded.broken), other.loaded)
    linked = link_system(system.root, system.contents, filled, register.today)
    found = linked.register
    if found is None:
        return None
    whole = Register(
        found.plansystem,
        found.entities,
        found.today,
        opaque=found.opaque,
        assumed=found.assumed,
        broken=found.broken,
        before=register.before,
        usammenlignet=register.usammenlignet,
    )
    return replace(linked, register=whole)


def _declared(one: Loaded, other: Loaded) -> Loaded:
    """Leave out the new plans whose type nobody has declared: nobody can say what they are."""
    types = one.plansystem.plantyper if one.plansystem else {}
    plans = one.entities["plan"]
    strange = [id_ for id_, plan in plans.items() if getattr(plan, "type", "") not in types]
    strange = [id_ for id_ in strange if id_ not in other.entities["plan"]]
    left = {id_: plan for id_, plan in plans.items() if id_ not in strange}
    return replace(one, entities={**one.entities, "plan": left}) if strange else one


def unheard(
    system: System, other: System, judge: Callable[[System], Iterable[Diagnostic]], found: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Give the findings that a fault in one side of a change keeps the rules from making; `found` are those made."""
    whole = heard(system, other)
    if whole is None:
        return []
    said: set[Mark] = {(item.code, item.fingerprint) for item in found}
    return [item for item in judge(whole) if (item.code, item.fingerprint) not in said]
