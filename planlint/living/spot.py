"""What stands at a place in a text: the path into its data, and the very text there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from planlint.base import Span, Step


class Spot(NamedTuple):
    """A key or a value by its path into the data, the text that stands there without quotes, and where."""

    path: tuple[Step, ...]
    part: Literal["key", "value"]
    text: str
    span: Span
