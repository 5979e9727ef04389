"""Every link between two entities, found once and kept both ways."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import find_references
from planlint.tables.harmless_cells import once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model import Enhet
    from planlint.register import Register


@dataclass(frozen=True, slots=True)
class EntityLink:
    """A link: the entity whose file says it, the field, and the entity at the other end, both as kind/id."""

    fra: str
    felt: str
    til: str


@dataclass(frozen=True, slots=True)
class EntityLinks:
    """All links in the order of the files, and those out of and into each entity."""

    alle: tuple[EntityLink, ...]
    ut: Mapping[str, tuple[EntityLink, ...]]
    inn: Mapping[str, tuple[EntityLink, ...]]


def all_entities(register: Register) -> list[Enhet]:
    """Give every entity by kind and id: plans, goals, indicators, measures, challenges, planstrategier, input.

    A draft stands after the goals.
    """
    groups = (
        register.planer,
        {**register.maal, **register.utkast},
        register.indikatorer,
        register.tiltak,
        register.utfordringer,
        register.planstrategier,
        register.innspill,
    )
    return [entity for group in groups for entity in group.values()]


@once
def find_entity_links(register: Register) -> EntityLinks:
    """Give the links of a register; a misspelt id is read as the one it most likely means."""
    out: dict[str, list[EntityLink]] = defaultdict(list)
    into: dict[str, list[EntityLink]] = defaultdict(list)
    every = []
    for entity in all_entities(register):
        for ref in find_references(entity):
            other = register.find(ref.kind, ref.id)
            link = EntityLink(entity.entity, ref.field, other.entity) if other else None
            if link and link not in out[link.fra]:
                out[link.fra].append(link)
                into[link.til].append(link)
                every.append(link)
    return EntityLinks(
        tuple(every),
        {key: tuple(found) for key, found in out.items()},
        {key: tuple(found) for key, found in into.items()},
    )
