"""What cannot be read in one version, taken from the other: a slip of the pen is not told as a plan that ended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from planlint.model.felles import Model

if TYPE_CHECKING:
    from planlint.system.load import Loaded

M = TypeVar("M", bound=Model)
_NONE: frozenset[str] = frozenset()


def mended(one: Loaded, other: Loaded) -> Loaded:
    """Give one version, with what could not be read in it (files and fields) as it is in the other."""
    lost = {(kind, id_) for kind, id_ in one.opaque if id_ in other.entities[kind]}
    faulty = [name for name, fields in one.broken.items() if fields - other.broken.get(name, _NONE)]
    if not lost and not faulty:
        return one
    entities = {kind: dict(those) for kind, those in one.entities.items()}
    for kind, id_ in lost:
        entities[kind][id_] = other.entities[kind][id_]
    for name in faulty:
        kind, _, id_ = name.partition("/")
        here, there = entities.get(kind, {}).get(id_), other.entities.get(kind, {}).get(id_)
        if here and there:
            entities[kind][id_] = _filled(here, there, one.broken[name])
    plansystem = one.plansystem
    if plansystem and other.plansystem:
        plansystem = _filled(plansystem, other.plansystem, one.broken.get("plansystem", _NONE))
    return replace(one, entities=entities, plansystem=plansystem, opaque=one.opaque - lost)


def _filled(here: M, there: M, fields: frozenset[str]) -> M:
    names = (name for name, info in type(here).model_fields.items() if (info.alias or name) in fields)
    update = {name: getattr(there, name) for name in names}
    return here.model_copy(update=update) if update else here
