"""What an import would do: filled by the reading of a free table, or of an edited export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.base import Message
    from planlint.imports.match import Match
    from planlint.imports.plan_draft import DraftChange
    from planlint.imports.table_reader import ReadTable


@dataclass(slots=True)
class ImportResult:
    """What an import would do, what must be decided first, and what was not read, each with its place."""

    endringer: list[DraftChange] = field(default_factory=list)
    uavgjorte: list[Match] = field(default_factory=list)
    hoppet_over: list[Match] = field(default_factory=list)
    gjentatte: list[Match] = field(default_factory=list)
    tabeller: list[ReadTable] = field(default_factory=list)
    ulest: list[tuple[str, int, Message]] = field(default_factory=list)
    merknader: list[Message] = field(default_factory=list)
    rundtur: bool = False
    tomme: int = 0

    def files(self) -> dict[str, bytes]:
        """Give the files that become new or others."""
        return {change.fil: change.raw for change in self.endringer if change.raw is not None}
