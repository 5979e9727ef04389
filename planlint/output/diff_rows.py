"""The parts that a comparison is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class DiffRow(NamedTuple):
    """One thing that is told: a sign (+ - ~ !), what it is about, a word on it, and lines under it."""

    sign: str
    head: str
    word: str = ""
    lines: tuple[str, ...] = ()


class DiffSection(NamedTuple):
    """A heading and its rows; `over` is the heading that several sections share. Without a heading: sentences.

    `several` is how many things the rows are about, where a row can be about more than one.
    """

    heading: str
    rows: Sequence[DiffRow]
    over: str = ""
    several: int = 0

    @property
    def number(self) -> int:
        """How many things the section is about."""
        return self.several or len(self.rows)
