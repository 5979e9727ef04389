"""Work that is done a step at a time, so that something else can be done between."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

V = TypeVar("V")


def finished(steps: Generator[None, None, V]) -> V:
    """Do all the steps, and give what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            value: V = done.value
            return value
