"""Questions about a plan that rules, tables and pages ask again and again: reckoned once for each register."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.register.register import Register

About = TypeVarTuple("About")
V = TypeVar("V")


def once_each(reckon: Callable[[Register, *About], V]) -> Callable[[Register, *About], V]:
    """Make a question be reckoned once about the same things, and forgotten with the register.

    What is asked about is told apart by identity, as in `Livsloep`, and is kept as long as the answer, which nobody may
    change.
    """

    @wraps(reckon)
    def answer(register: Register, *about: *About) -> V:
        known = register.answers[reckon]
        asked = tuple(map(id, about))
        if asked not in known:
            known[asked] = (reckon(register, *about), about)
        found: V = known[asked][0]
        return found

    return answer
