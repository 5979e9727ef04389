"""The parts that a comparison is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import NN_

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTED = {
    "plan": NN_("{n} plan", "{n} planer"),
    "planstrategi": NN_("{n} planstrategi", "{n} planstrategier"),
    "maal": NN_("{n} mål", "{n} mål"),
    "tiltak": NN_("{n} tiltak", "{n} tiltak"),
    "indikator": NN_("{n} indikator", "{n} indikatorer"),
    "utfordring": NN_("{n} utfordring", "{n} utfordringer"),
    "innspill": NN_("{n} innspill", "{n} innspill"),
    "avvik": NN_("{n} kjent avvik", "{n} kjente avvik"),
    "": NN_("{n} annen fil", "{n} andre filer"),
}
"""How many of a kind; "" for files that hold nothing of the plan system."""
MANY = 4
"""So many that say the same are told as one."""


class RowPart(NamedTuple):
    """One of many that a row is told of: its name, its file if it has one, and what is said of it alone.

    `under` is the heading that it stands under, where a row is told of more than one kind.
    """

    name: str
    file: str = ""
    word: str = ""
    under: str = ""


class DiffRow(NamedTuple):
    """One thing that is told: a sign (+ - ~ !), what it is about, a word on it, and lines under it.

    `file` is the file that it is about, and `code` the rule, where a reader may be led to them.
    `heads` are the names that the head lists, where it lists several. `those` is all that the row is told of, where it
    names only the first.
    """

    sign: str
    head: str
    word: str = ""
    lines: tuple[str, ...] = ()
    file: str = ""
    code: str = ""
    heads: tuple[str, ...] = ()
    those: tuple[RowPart, ...] = ()


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
