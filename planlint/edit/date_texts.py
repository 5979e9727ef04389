"""Texts that look like a day: a reader of the older YAML 1.1 makes a date of them, unless they stand in quotes.

Where the model has a point in time, a day is a day and needs none, and is read as people write it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel

from planlint.edit.written import Quoted, is_day_text
from planlint.model import TidspunktValue, forms
from planlint.words import read_point

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROLES = {
    **dict.fromkeys(("fra", "oppstart", "start"), "start"),
    **dict.fromkeys(("til", "ferdig", "slutt", "frist", "neste"), "end"),
}
"""The fields that tell when something begins or ends: «fra høsten 2027», «innen 2028»."""


def with_quotes(annotation: Any, value: Any) -> Any:
    """Give data in which every text that looks like a day, and is none by the model, is one to be quoted."""
    if isinstance(value, dict):
        return {name: with_quotes(_field(annotation, name), item) for name, item in value.items()}
    if isinstance(value, list):
        return [with_quotes(_item(annotation), item) for item in value]
    if isinstance(value, str) and is_day_text(value) and not _is_time(annotation):
        return Quoted(value)
    return value


def times_read(annotation: Any, path: Sequence[Any], value: Any) -> Any:
    """Give a value at a path with each time in it as the files write it: «18. november 2026», «18/11-26».

    What is no field of a time, or no time that has one meaning, is given back as it was: the check tells of it.
    """
    for step in path:
        annotation = _field(annotation, step)
    return _read(annotation, value, str(path[-1]))


def _read(annotation: Any, value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _read(_field(annotation, name), item, str(name)) for name, item in value.items()}
    if isinstance(value, list):
        return [_read(_item(annotation), item, key) for item in value]
    if isinstance(value, str) and _is_time(annotation):
        point = read_point(value, _ROLES.get(key, ""))
        return value if point is None else point
    return value


def _field(annotation: Any, name: object) -> Any:
    """Give what the model says of a group's field; None where it says nothing."""
    found = []
    for kind in forms(annotation):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found += [info.annotation for info in kind.model_fields.values() if info.alias == name]
        elif get_origin(kind) is dict:
            found.append(get_args(kind)[1])
    return Union[tuple(found)] if found else None  # noqa: UP007 - made of what was found


def _item(annotation: Any) -> Any:
    """Give what the model says of a list's items; None where it says nothing."""
    found = [get_args(kind)[0] for kind in forms(annotation) if get_origin(kind) is tuple]
    return Union[tuple(found)] if found else None  # noqa: UP007 - made of what was found


def _is_time(annotation: Any) -> bool:
    return any(kind in {TidspunktValue, date} for kind in forms(annotation))
