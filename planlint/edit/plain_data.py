"""The same edits on plain data: what a file must say when its text has been edited."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.edit.error import EditError
from planlint.model import TidspunktValue

if TYPE_CHECKING:
    from planlint.base import Step

    Path = tuple[Step, ...]


def normal(value: Any) -> Any:
    """Give a value as reading a file gives it: dates as text, tuples as lists. Raises EditError for anything else."""
    if isinstance(value, Mapping):
        return {key: normal(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [normal(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, TidspunktValue):
        return int(value.tekst) if value.tekst.isdigit() else value.tekst
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise EditError(N_("verdien «{verdi}» kan ikke skrives i en fil"), verdi=str(value))


def is_same(one: Any, other: Any) -> bool:
    """Tell whether two pieces of data are equal and of the same types: 1, 1.0 and true are three things."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = {(type(key), key) for key in one} == {(type(key), key) for key in other}
        return keys and all(is_same(item, other[key]) for key, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, str):  # also of planlint's own kinds of text
        return isinstance(other, str) and one == other
    return type(one) is type(other) and bool(one == other)


def identity(value: Any) -> object:
    """Give what two pieces of data share when they are the same, as `is_same` says, and never else; to look them up."""
    if isinstance(value, dict):
        return frozenset((type(key), key, identity(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(map(identity, value))
    return str if isinstance(value, str) else type(value), value


def _has(data: Any, step: Step) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def get(data: Any, path: Path) -> Any:
    """Give what stands at a path; None where nothing does."""
    for step in path:
        if not _has(data, step):
            return None
        data = data[step]
    return data


def _told(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else str(step) for step in path)


def _parent(data: Any, path: Path) -> Any:
    """Give the group or list that holds a path's last step, with the groups that are missing on the way."""
    for at, step in enumerate(path[:-1]):
        if isinstance(data, dict) and data.get(step) is None:
            data[step] = {}
        elif not _has(data, step):
            raise EditError(N_("det finnes ingen {sti}"), sti=_told(path[: at + 1]))
        data = data[step]
    if not isinstance(data, dict) and not _has(data, path[-1]):
        raise EditError(N_("det finnes ingen {sti}"), sti=_told(path))
    return data


def _renamed(data: Any, path: Path, name: Any) -> Any:
    holder = get(data, path[:-1])
    if not isinstance(holder, dict) or path[-1] not in holder or name in holder:
        raise EditError(N_("{sti} kan ikke bytte navn til {navn}"), sti=_told(path), navn=str(name))
    pairs = [(name if key == path[-1] else key, item) for key, item in holder.items()]
    holder.clear()
    holder.update(pairs)
    return data


def edited(data: Any, what: str, path: Path, value: Any) -> Any:
    """Give a copy of the data with an edit: `set`, `append`, `remove` or (a key) `rename`. Raises EditError."""
    return edited_by_all(data, [(what, path, value)])


def edited_by_all(data: Any, edits: Iterable[tuple[str, Path, Any]]) -> Any:
    """Give a copy of the data with several edits, made in turn. Raises EditError."""
    data = copy.deepcopy(data)
    for what, path, value in edits:
        data = _edit(data, what, path, value)
    return data


def _edit(data: Any, what: str, path: Path, value: Any) -> Any:
    """Make an edit in the data itself."""
    if not path:
        raise EditError(N_("en endring må gjelde et felt"))
    if what == "remove":
        holder = get(data, path[:-1])
        if not _has(holder, path[-1]):
            raise EditError(N_("det finnes ingen {sti}"), sti=_told(path))
        del holder[path[-1]]
        return data
    if what == "rename":
        return _renamed(data, path, value)
    holder = _parent(data, path)
    if what == "set":
        holder[path[-1]] = value
        return data
    if holder.get(path[-1]) is None if isinstance(holder, dict) else holder[path[-1]] is None:
        holder[path[-1]] = []
    if not isinstance(holder[path[-1]], list):
        raise EditError(N_("{sti} er ingen liste"), sti=_told(path))
    holder[path[-1]].append(value)
    return data
