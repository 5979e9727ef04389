"""A plan as a row of a table tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.base import Message

if TYPE_CHECKING:
    from planlint.base import SayableText
    from planlint.imports.table.read_table import ReadTable, TableRow


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A text that was not understood: in which column, and why."""

    kolonne: str
    tekst: str
    grunn: Message


@dataclass(slots=True)
class ImportedPlan:
    """A plan as a row tells of it. `soft` are keys that are inferred: they fill what is missing, and change nothing.

    `beslutning`: what the planstrategi decides about it. `ordrett`: cells that are kept word for word, by their heads.
    `sagt`: the cells that the decision is read from. `heads`: the heads by their fields. `celler`: every cell by its
    head, for the next edition of the table. `organer`: bodies that are not declared, in their words. `is_task`: work
    that is no plan. `is_typed_by_all`: only the answer for all others gave its type. `is_next`: its revision is told by
    a column of next revisions only, which a planstrategi decides and a register foresees. `is_under_words`: a heading
    above it is only words, which no field holds. `lest_av`: the row it was read from, where the row is one plan.
    `forrige`: the row as the table told it last time, and whole as it tells it now, where they differ.
    `aarsverk`: man-years that no decision holds. `uten_tid`: cells of times that say no time, by their
    heads. `utledet`: what is concluded and stands in no cell. `may_have_begun`: a remark gives the first year of the
    table as the start, so that nobody can tell whether the work is planned or under way. `is_said_new`: the decision is
    «ny plan» and a time at most, so that it is new also where there is an old one. `uenig`: other decisions about it,
    each with where it stands.
    """

    ark: str
    nummer: int
    tittel: str
    gruppe: str = ""
    id: str = ""
    felt: dict[str, Any] = field(default_factory=dict)
    soft: set[str] = field(default_factory=set)
    kilder: list[dict[str, Any]] = field(default_factory=list)
    uforstaatt: list[NotUnderstood] = field(default_factory=list)
    bare_tittel: bool = False
    fotnote: str = ""
    notetekst: str = ""
    beslutning: dict[str, Any] = field(default_factory=dict)
    ordrett: list[tuple[str, str]] = field(default_factory=list)
    sagt: list[tuple[str, str]] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    celler: dict[str, str] = field(default_factory=dict)
    organer: dict[str, None] = field(default_factory=dict)
    aarsverk: dict[int, float] = field(default_factory=dict)
    utledet: set[str] = field(default_factory=set)
    uten_tid: list[tuple[str, str]] = field(default_factory=list)
    uenig: list[tuple[str, Message]] = field(default_factory=list)
    may_have_begun: bool = False
    is_said_new: bool = False
    is_task: bool = False
    is_typed_by_all: bool = False
    is_next: bool = False
    is_under_words: bool = False
    lest_av: tuple[TableRow, ReadTable] | None = None
    forrige: tuple[ImportedPlan, ImportedPlan] | None = None

    def note_unclear(self, kolonne: str, tekst: str, grunn: SayableText | Message, **args: object) -> None:
        """Note a text that was not understood."""
        self.uforstaatt.append(NotUnderstood(kolonne, " ".join(tekst.split()), Message.of_text(grunn, **args)))
