"""A plan system many times over, in memory: copies of its entities under other names, or longer lists in each."""

from __future__ import annotations

import copy
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from planlint.output.examples import BASE, SHARED, lay_out
from planlint.register import Register
from planlint.system import open_system

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.model import Enhet

EXAMPLES = Path(__file__).parents[2] / "tests" / "rules"
Entities = dict[str, dict[str, "Enhet"]]


@cache
def opened(example: Path) -> tuple[date, Register, Register | None]:
    """Give the day of a rule's example, its register, and the one before the change where it is about a change."""
    with tempfile.TemporaryDirectory() as folder:
        after, before = Path(folder, "naa"), Path(folder, "foer")
        day = lay_out(example, after)
        register = open_system(after, day).register
        assert register
        if not (example / BASE).is_dir():
            return day, register, None
        both = example / BASE
        _copy(EXAMPLES / SHARED, before)
        _copy(both, before)
        return day, register, open_system(before, day).register


def _copy(source: Path, target: Path) -> None:
    for file in source.rglob("*.yaml"):
        to = target / file.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())


def _walk(value: Any, change: Callable[[Any], Any]) -> Any:
    """Copy models, groups and lists at any depth, with every plain value and list as `change` gives it."""
    if isinstance(value, BaseModel):
        made = copy.copy(value)
        made.__dict__.update({key: _walk(part, change) for key, part in value.__dict__.items()})
        return made
    if isinstance(value, dict):
        return {change(key): _walk(part, change) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_walk(part, change) for part in change(value))
    return change(value)


def _many(entities: Mapping[str, Mapping[str, Enhet]], n: int) -> Entities:
    ids = {id_ for those in entities.values() for id_ in those}
    found: Entities = {kind: dict(those) for kind, those in entities.items()}
    for number in range(1, n):
        names = {id_: f"{id_}-{number}" for id_ in ids}

        def renamed(value: Any, names: dict[str, str] = names) -> Any:
            return names.get(value, value) if isinstance(value, str) else value

        for kind, those in entities.items():
            for id_, entity in those.items():
                made = _walk(entity, renamed)
                new = names[id_]
                found[kind][new] = made.placed(new, entity.file.replace(id_, new))
    return found


def _longer(entities: Mapping[str, Mapping[str, Enhet]], n: int) -> Entities:
    def longer(value: Any) -> Any:
        return type(value)(value) * n if isinstance(value, tuple | list) else value

    def whole(entity: Enhet) -> Enhet:
        made = copy.copy(entity)
        made.__dict__.update({key: _walk(longer(part), lambda one: one) for key, part in entity.__dict__.items()})
        return made

    return {kind: {id_: whole(entity) for id_, entity in those.items()} for kind, those in entities.items()}


WAYS: dict[str, Callable[[Mapping[str, Mapping[str, Enhet]], int], Entities]] = {"kopier": _many, "lister": _longer}


def enlarged(register: Register, way: str, n: int) -> Register:
    """Give a register with its entities n times, or with every list in them n times as long."""
    return Register(
        register.plansystem,
        WAYS[way](register.entities, n),
        register.today,
        opaque=register.opaque,
        assumed=register.assumed,
        broken=register.broken,
        missing=register.missing,
    )


def fresh(register: Register) -> Register:
    """Give the same register as if nobody had asked it anything."""
    return Register(
        register.plansystem,
        register.entities,
        register.today,
        opaque=register.opaque,
        assumed=register.assumed,
        broken=register.broken,
        missing=register.missing,
    )
