"""What an import would do: filled by the reading of a free table, or of an edited export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.imports.run.line_questions import asked_match

if TYPE_CHECKING:
    from planlint.base import Message
    from planlint.imports.match import Match
    from planlint.imports.plan_draft import DraftChange
    from planlint.imports.run.open_question import OpenQuestion
    from planlint.imports.table.read_table import Line, ReadTable


@dataclass(slots=True)
class ImportResult:
    """What an import would do, what must be decided first, and what was not read, each with its place.

    `questions` and `uavgjorte` must be answered before anything is written; `offered` may be.
    `faults` are answers that cannot be meant as they are typed: nothing is written while there are any.
    `unused` are the lines of the tables that became nothing. `others` are the files beside those of plans:
    plansystem.yaml, a new planstrategi. `memory` is what the table said, for its next edition: the path, what is there,
    and what it becomes.
    """

    endringer: list[DraftChange] = field(default_factory=list)
    uavgjorte: list[Match] = field(default_factory=list)
    questions: list[OpenQuestion] = field(default_factory=list)
    offered: list[OpenQuestion] = field(default_factory=list)
    hoppet_over: list[Match] = field(default_factory=list)
    gjentatte: list[Match] = field(default_factory=list)
    tabeller: list[ReadTable] = field(default_factory=list)
    unused: list[Line] = field(default_factory=list)
    ulest: list[tuple[str, int, Message]] = field(default_factory=list)
    merknader: list[Message] = field(default_factory=list)
    others: dict[str, bytes] = field(default_factory=dict)
    memory: tuple[str, bytes | None, bytes] | None = None
    faults: list[Message] = field(default_factory=list)
    rundtur: bool = False
    tomme: int = 0

    @property
    def is_open(self) -> bool:
        """Whether anything must be decided before files are written."""
        return bool(self.uavgjorte or self.questions or self.faults)

    def all_questions(self) -> list[OpenQuestion]:
        """Give all that must be decided, as questions."""
        return [*self.questions, *(asked_match(one.rad.tittel, one.rad.nummer, one.ligner) for one in self.uavgjorte)]

    def files(self) -> dict[str, bytes]:
        """Give the files that become new or others."""
        return self.others | {change.fil: change.raw for change in self.endringer if change.raw is not None}
