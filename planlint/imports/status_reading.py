"""What has been read of a status text, and one part of such a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.model import BEING_MADE, VEDTATTE

if TYPE_CHECKING:
    from planlint.imports.times import ReadTime


@dataclass(slots=True)
class StatusReading:
    """What a status text says, as the keys of a plan's file; `rest` is what was not understood.

    `aar` is this year: what is set for a later one has not begun.
    """

    status: str = ""
    hendelser: list[dict[str, Any]] = field(default_factory=list)
    revisjon: dict[str, Any] = field(default_factory=dict)
    arbeid: dict[str, Any] = field(default_factory=dict)
    merknad: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    aar: int = 0

    def note_status(self, status: str) -> None:
        """Note a status; work on what is adopted is a revision."""
        self.status = "under_revisjon" if self.status in VEDTATTE and status in BEING_MADE else status


@dataclass(frozen=True, slots=True)
class StatusPart:
    """One part of a text: the word that tells, what goes with it, and whether anything strange is left."""

    slag: str
    ord: str
    tekst: str
    tider: tuple[ReadTime, ...]
    rulleres: str
    sted: dict[str, str]
    rent: bool

    @property
    def usikker(self) -> dict[str, bool]:
        """The key that says that the text itself doubts the time."""
        return {"usikker": True} if any(tid.usikker for tid in self.tider) else {}
