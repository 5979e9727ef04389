"""A room's face: the names that others may use, each loaded when somebody first asks for it.

A command loads only what it needs, so that start-up stays quick; and who reads a room's `__init__` sees all that the
room offers and where it lives. For the type checker the same names are imported beside it; a test holds the two equal.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def face(room: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """Give a room's `__getattr__`: `names` says for each name «module:name in it», the module as seen from the room.

    The module is "" for one of the room's modules as a whole. What has been asked for once is kept in the room itself.
    """

    def load(name: str) -> Any:
        try:
            module, _, inside = names[name].partition(":")
        except KeyError:
            message = f"module {room!r} has no attribute {name!r}"
            raise AttributeError(message) from None
        found = getattr(import_module(f"{room}.{module}"), inside) if module else import_module(f"{room}.{inside}")
        vars(import_module(room))[name] = found
        return found

    return load
