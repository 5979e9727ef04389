"""What is read of one file alone, remembered as long as what was read of the file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model.shared import Enhet

V = TypeVar("V")


class PerEntity(Generic[V]):
    """Makes a value of an entity, which is never changed, once; it is forgotten with the entity."""

    def __init__(self, make: Callable[[Enhet], V]) -> None:
        """Know how it is made: of the entity alone."""
        self._make = make
        self._known: dict[int, tuple[ref[Enhet], V]] = {}

    def __call__(self, entity: Enhet) -> V:
        """Give what is made of an entity."""
        key = id(entity)
        known = self._known.get(key)
        if known is None:
            known = ref(entity, lambda _: self._known.pop(key, None)), self._make(entity)
            self._known[key] = known
        return known[1]
