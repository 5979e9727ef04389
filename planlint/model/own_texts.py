"""The texts of a file that a person writes: what every field of free text says, and where it stands."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from planlint.model.annotations import parts
from planlint.model.shared import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Step

NOT_PROSE = frozenset(("arealplan_id", "avtrykk", "krav", "repositorium", "gren"))
"""Fields of text that no person composes: numbers that others give, prints, names of fields, places of code."""


def _inside(annotation: Any, metadata: Any = ()) -> bool:
    """Tell whether a value of an annotation may hold a text that a person writes, itself or in a part of it."""
    if PROSE in metadata:
        return True
    those = list(parts(annotation))
    return any(PROSE in getattr(one, "__metadata__", ()) or (isinstance(one, type) and _holds(one)) for one in those)


def _holds(one: type) -> bool:
    return issubclass(one, BaseModel) and bool(_fields(one))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a model that hold such texts: the name in the model, and the key in the file."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if (field.alias or name) not in NOT_PROSE and _inside(field.annotation, field.metadata)
    )


def own_texts(model: BaseModel) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Give each text that a person has written in a file or a part of one, with the keys that lead to it."""
    values = model.__dict__
    for name, key in _fields(type(model)):
        if value := values.get(name):
            yield from _walk((key,), value)


def _walk(at: tuple[Step, ...], value: Any) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, BaseModel):
        for path, text in own_texts(value):
            yield (*at, *path), text
    elif isinstance(value, tuple | dict):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _walk((*at, step), item)
