"""What a register is before the municipality has written in it: empty, or an example that shows how the files look.

The example is all that names a source that is made up (`oppdiktet: true`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register.hull import kilder_of

if TYPE_CHECKING:
    from planlint.model import Enhet
    from planlint.register.register import Register


def is_empty(register: Register) -> bool:
    """Tell whether nothing is entered, and nothing was before the change either; a file that cannot be read counts."""
    there = register.opaque or any(register.entities.values())
    return not there and (register.before is None or is_empty(register.before))


def oppdiktede_kilder(register: Register) -> frozenset[str]:
    """Give the ids of the sources that are made up."""
    return frozenset(id_ for id_, kilde in register.plansystem.kilder.items() if kilde.oppdiktet)


def is_oppdiktet(register: Register, entity: Enhet) -> bool:
    """Tell whether any fact of a file rests on a source that is made up: then none of it is to be believed."""
    return not oppdiktede_kilder(register).isdisjoint(kilder_of(entity))


def oppdiktede(register: Register) -> tuple[Enhet, ...]:
    """Give the files that rest on a source that is made up, by kind and id."""
    if not oppdiktede_kilder(register):
        return ()
    every = (entity for kind in register.entities.values() for entity in kind.values())
    return tuple(entity for entity in every if is_oppdiktet(register, entity))
