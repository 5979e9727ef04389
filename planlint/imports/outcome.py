"""What an import would do: filled by the reading of a free table, or of an edited export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.base.trouble import Melding
    from planlint.imports.match import Treff
    from planlint.imports.plan_draft import Endring
    from planlint.imports.table_reader import Tabell


@dataclass(slots=True)
class Resultat:
    """What an import would do, what must be decided first, and what was not read, each with its place."""

    endringer: list[Endring] = field(default_factory=list)
    uavgjorte: list[Treff] = field(default_factory=list)
    hoppet_over: list[Treff] = field(default_factory=list)
    gjentatte: list[Treff] = field(default_factory=list)
    tabeller: list[Tabell] = field(default_factory=list)
    ulest: list[tuple[str, int, Melding]] = field(default_factory=list)
    merknader: list[Melding] = field(default_factory=list)
    rundtur: bool = False
    tomme: int = 0

    def filer(self) -> dict[str, bytes]:
        """Give the files that become new or others."""
        return {change.fil: change.raw for change in self.endringer if change.raw is not None}
