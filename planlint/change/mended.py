"""What cannot be read in one version, taken from the other: a slip of the pen is not told as a plan that ended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from planlint.model.felles import Model
from planlint.system.system import link

if TYPE_CHECKING:
    from planlint.system.load import Loaded
    from planlint.system.system import System

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


def undisputed(before: System, after: System) -> System:
    """Give a system in which an id that two files claim still belongs to the file that had it before the change.

    The reader takes the first by path, which may be the new one; nothing has become of the other, which is still there.
    """
    claimed = [tuple(finding.entity.split("/")) for code, finding in after.loaded.findings if code == "PL101"]
    stays = [
        old for kind, id_ in claimed if (old := before.loaded.entities[kind].get(id_)) and old.file in after.contents
    ]
    if not stays or after.register is None:
        return after
    entities = {kind: dict(those) for kind, those in after.loaded.entities.items()}
    for old in stays:
        if entities[old.kind].get(old.id, old).file != old.file:
            entities[old.kind][old.id] = old
    return link(after.root, after.contents, replace(after.loaded, entities=entities), after.register.today)
