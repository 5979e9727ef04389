"""What has got a new id, and the old version as it would read with the new ids: a rename is no other change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from planlint.model import KINDS, find_references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.base import Step
    from planlint.model import Enhet, Reference
    from planlint.system import Loaded

    Key = tuple[str, str]

_KEYED, _KEY_DEPTH = frozenset(("beslutninger", "sitat", "mål_på_side")), 2


@dataclass(frozen=True, slots=True)
class Renames:
    """New ids by kind and old id; `guessed` are those that the content alone tells of."""

    new: Mapping[Key, str]
    guessed: frozenset[Key] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.new)


def _lonely(one: Loaded, other: Loaded) -> dict[Key, Enhet]:
    """Give the entities whose id is not in the other version at all."""
    return {
        (kind, id_): entity
        for kind, entities in one.entities.items()
        for id_, entity in entities.items()
        if id_ not in other.entities[kind] and (kind, id_) not in other.opaque
    }


def renames(before: Loaded, after: Loaded) -> Renames:
    """Find what has got a new id: `tidligere_id` says so, or the content is the same and no other has it."""
    gone, come = _lonely(before, after), _lonely(after, before)
    found = {}
    for (kind, id_), entity in come.items():
        old = next((name for name in reversed(getattr(entity, "tidligere_id", ())) if (kind, name) in gone), None)
        if old and (kind, old) not in found:
            found[kind, old] = id_
    said = frozenset(found)
    while same := dict(_same_content(gone, come, found)):
        found |= same
    return Renames(found, frozenset(found) - said)


def _same_content(
    gone: Mapping[Key, Enhet], come: Mapping[Key, Enhet], found: Mapping[Key, str]
) -> Iterator[tuple[Key, str]]:
    taken = {(kind, new) for (kind, _), new in found.items()}
    olds, news = defaultdict(list), defaultdict(list)
    for key, entity in gone.items():
        if key not in found:
            olds[_content(renamed(entity, found))].append(key)
    for key, entity in come.items():
        if key not in taken:
            news[_content(entity)].append(key)
    for content, keys in olds.items():
        if len(keys) == 1 and len(news[content]) == 1:
            yield keys[0], news[content][0][1]


def _content(entity: Enhet) -> str:
    return f"{entity.kind} {entity.model_dump_json(exclude={'tidligere_id'})}"


def renamed(entity: Enhet, new: Mapping[Key, str]) -> Enhet:
    """Give an entity with the new ids where it refers to old ones; its own id is left."""
    old = [reference for reference in find_references(entity) if (reference.kind, reference.id) in new]
    if not old:
        return entity
    data: Any = entity.model_dump(by_alias=True)
    for reference in sorted(old, key=_is_key):  # a key last: the way to what is under it goes by the old one
        *steps, last = reference.path
        here, id_ = data, new[reference.kind, reference.id]
        for step in steps:
            here = here[step]
        if _is_key(reference):
            here[id_] = here.pop(last)
        elif isinstance(here, tuple):
            _holder(data, steps)[steps[-1]] = tuple(id_ if item == reference.id else item for item in here)
        else:
            here[last] = id_
    return KINDS[entity.kind].model_validate(data).placed(entity.id, entity.file)


def _holder(data: Any, steps: list[Step]) -> Any:
    """Give what holds the list that a path leads to."""
    for step in steps[:-1]:
        data = data[step]
    return data


def _is_key(reference: Reference) -> bool:
    return reference.path[0] in _KEYED and len(reference.path) == _KEY_DEPTH


def with_new_ids(loaded: Loaded, found: Renames) -> Loaded:
    """Give what was read with the new ids, in references too."""
    if not found:
        return loaded
    entities: dict[str, dict[str, Enhet]] = {kind: {} for kind in loaded.entities}
    for kind, those in loaded.entities.items():
        for id_, entity in those.items():
            other = renamed(entity, found.new)
            name = found.new.get((kind, id_), id_)
            entities[kind][name] = other if name == id_ else other.model_copy().placed(name, entity.file)
    broken = {_entity(name, found): fields for name, fields in loaded.broken.items()}
    return replace(loaded, entities=entities, broken=broken)


def _entity(name: str, found: Renames) -> str:
    kind, _, id_ = name.partition("/")
    new = found.new.get((kind, id_))
    return f"{kind}/{new}" if new else name
