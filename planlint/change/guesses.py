"""An id that nothing has may be a slip of the pen, and is read as another: but not one that was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register import Register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.change.renames import Key


def without_guesses(register: Register, before: Register, new: Mapping[Key, str] | None = None) -> Register:
    """Give a register in which an id that was there before the change is not taken for a slip of the pen.

    It is what has the id now, where a file says so, or the content does (`new`), and else nothing.
    """
    asked = register.missing | register.assumed.keys()
    there = {(kind, id_) for kind, id_ in asked if id_ in before.entities.get(kind, {})}
    moved = {key: id_ for key in there if (id_ := (new or {}).get(key) or register.new_id(*key)) != key[1]}
    if all(moved.get(key) == register.assumed.get(key) for key in there):
        return register
    return Register(
        register.plansystem,
        register.entities,
        register.today,
        opaque=register.opaque,
        assumed={**{key: id_ for key, id_ in register.assumed.items() if key not in there}, **moved},
        broken=register.broken,
        missing=(register.missing | there) - moved.keys(),
    )
