"""The items of a list, as people write them after `=`, `+=` and `-=`: «vann, natur», «[vann, natur]», «{mål: id}»."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import is_quoted, pieces, without_quotes
from planlint.edit.plain_data import identity
from planlint.source import UnreadableError, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Step
    from planlint.register import Register

_NAMES = ("mål", "plan", "kilde", "hva", "url", "tittel")


class ListItem(NamedTuple):
    """An item as it was written, and what it can be, likeliest first."""

    text: str
    readings: tuple[Any, ...]


class KnownItems:
    """The items of a list, to be asked whether another is one of them: by its value, or by what a group is about."""

    def __init__(self, items: Iterable[Any]) -> None:
        """Begin with a list."""
        self._names: dict[str, list[int]] = defaultdict(list)
        self._values: dict[object, list[int]] = defaultdict(list)
        self._number = 0
        for item in items:
            self.add(item)

    def add(self, item: Any) -> None:
        """Count an item as one of them."""
        self._names[name_of(item)].append(self._number)
        self._values[identity(item)].append(self._number)
        self._number += 1

    def has(self, item: ListItem) -> bool:
        """Tell whether an item is one of them."""
        return item.text in self._names or any(identity(reading) in self._values for reading in item.readings)

    def places(self, item: ListItem) -> list[int]:
        """Give where in the list an item stands."""
        found = {*self._names.get(item.text, ())}
        return sorted(found.union(*(self._values.get(identity(reading), ()) for reading in item.readings)))


def name_of(item: Any) -> str:
    """Give what an item is called by: its value, or what a group of fields is about; "" for a group without that."""
    if isinstance(item, dict):
        return next((str(item[name]) for name in _NAMES if name in item), "")
    return str(item)


def items_of(path: tuple[Step, ...], text: str, register: Register | None) -> list[ListItem]:
    """Give the items that a text lists for the field at a path, each once.

    Commas stand between them; a value with a comma of its own stands in quotes. A plan is what `forankring` is anchored
    in where no goal has the id.
    """
    whole = typed(text)
    if isinstance(whole, list):
        items = [ListItem(str(item), (_anchored(path, item, register),)) for item in whole]
    else:
        items = [_item(path, piece, register) for piece in pieces(text)]
    once: dict[object, ListItem] = {}
    for item in items:
        once.setdefault((item.text, *map(identity, item.readings)), item)
    return [*once.values()]


def _item(path: tuple[Step, ...], piece: str, register: Register | None) -> ListItem:
    if is_quoted(piece):
        return ListItem(without_quotes(piece), (without_quotes(piece),))
    data = typed(piece) if piece.startswith(("{", "[")) else None
    if isinstance(data, dict | list):
        return ListItem(piece, (data,))
    anchored = _anchored(path, piece, register)
    if anchored is not piece:
        return ListItem(piece, (anchored,))
    return ListItem(piece, (int(piece), piece) if piece.isdecimal() else (piece,))


def _anchored(path: tuple[Step, ...], item: Any, register: Register | None) -> Any:
    is_id = path == ("forankring",) and register is not None and isinstance(item, str)
    if is_id and register and item in register.planer and item not in register.maal:
        return {"plan": item}
    return item


def typed(text: str) -> Any:
    """Give what YAML says that a text is, where that is no text; None for a text, and for what is no YAML."""
    try:
        data, issues = parse(f"k: {text}")
    except UnreadableError:
        return None
    value = data.get("k")
    return None if issues or len(data) != 1 or isinstance(value, str) else value
