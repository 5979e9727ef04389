"""The steps from one format of the files to the next: what `planlint upgrade` does, in order.

A release that changes what files look like adds a step here and moves `FORMAT` in `planlint/model/format.py`, once for
all of its steps. A step edits a `Workspace`: `work.open(path, kind)` for a file that is edited in place (comments,
line endings and indentation stay), `work.files` for files that are new (bytes), written whole or deleted (None). It
reads old files from `work.system.contents`, as what the models say is the new format. It appends to `work.notes` what
it did, a sentence for each file; a step that finds nothing to do changes nothing, and is not told of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.edit.avvik_upgrade import split_list
from planlint.model import FIRST
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.base import Ord
    from planlint.edit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FormatStep:
    """A step by its name: the format it starts from and the one it leads to, what it does in words, and the doing."""

    name: str
    start: int
    to: int
    what: Ord
    make: Callable[[Workspace], None]


def _say_format(work: Workspace) -> None:
    """Let plansystem.yaml say which format the files are in. Raises EditError."""
    work.open(PLANSYSTEM, "plansystem").set(("format",), FIRST + 1)
    work.notes.append(Message.of_text(N_("{fil}: `format: {format}` er ført"), fil=PLANSYSTEM, format=FIRST + 1))


STEPS = (
    FormatStep("format", 1, 2, N_("plansystem.yaml sier hvilket format filene er skrevet i"), _say_format),
    FormatStep("avvik", 1, 2, N_("hvert kjent avvik får sin egen fil, med sin egen grunn"), split_list),
)
