"""What a check finds: where, how serious, which rule, and the facts; never the text.

Text is made at output, in the reader's language (see `planlint.text`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from planlint.base.phrases import N_, NN_, Ord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

__all__ = [
    "NN_",
    "N_",
    "Diagnostic",
    "Finding",
    "Ord",
    "Place",
    "Related",
    "RuleClass",
    "Severity",
    "Span",
    "Step",
    "fingerprints",
]
Step = str | int


Cause = Literal["", "touched", "caused"]
"""What a change has to do with a finding: it stands in a file that the change edits, or is there because of it."""


class Severity(StrEnum):
    """How serious a finding is; `feil` is worst."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts errors first."""
        return list(Severity).index(self)


class RuleClass(StrEnum):
    """What a rule rests on: a statute, the municipality's own policy, or the file format itself."""

    LOV = "LOV"
    LOKAL = "LOKAL"
    FORMAT = "FORMAT"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: lines and columns from 1 in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, given as a path into its data; `part` tells the key from the value.

    `span` is set only by the reader, which knows it already; all others are looked up when a report is made.
    """

    file: str
    path: tuple[Step, ...] = ()
    part: Literal["value", "key"] = "value"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that has to do with the finding, and a note (a message with placeholders) on how."""

    place: Place
    note: str
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields. The engine adds code, severity and status.

    `entity` is "kind/id" (or the file's path where there is no entity); `variant` names one of the rule's texts;
    `key` tells apart several findings of one rule in one field, and must hold no date and no position; `lov` are the
    provisions it rests on, where they are not simply the rule's own; `lovdag` is the day whose law it is judged by;
    where a rule tells none, the engine sets the day of the check; `asks` is what the file lacks, where that is all.
    """

    entity: str
    place: Place
    args: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    variant: str = ""
    severity: Severity | None = None
    key: str = ""
    lov: tuple[str, ...] = ()
    lovdag: date | None = None
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its rule's code and its place in the life of the report.

    `reason` and `until` (the last day) are those of a known or suppressed one. A "gap" is no finding: none of the
    file's `sources` states what the rule asks for. A new finding with `sources` is one that no source answers, too, in
    a file that a change is judged in full for.
    """

    code: str
    severity: Severity
    finding: Finding
    status: Literal["new", "known", "suppressed", "gap"] = "new"
    fingerprint: str = ""
    reason: str = ""
    until: date | None = None
    sources: tuple[str, ...] = ()

    @property
    def entity(self) -> str:
        """The entity that the finding is about, as "kind/id"."""
        return self.finding.entity

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.finding.place


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give each diagnostic a mark that survives moved lines, other dates and reformatting.

    The mark is made of code, entity, field (list positions left out), variant and the rule's own key. Equal marks
    in one run are told apart by a running number.
    """
    seen: dict[str, int] = {}
    marked = []
    for diagnostic in diagnostics:
        finding = diagnostic.finding
        names = [step for step in finding.place.path if isinstance(step, str)]
        facts = "\x1f".join([diagnostic.code, finding.entity, "/".join(names), finding.variant, finding.key])
        seen[facts] = number = seen.get(facts, 0) + 1
        mark = facts if number == 1 else f"{facts}\x1f{number}"
        raw = mark.encode(errors="surrogateescape")  # a file's name may be no UTF-8
        marked.append(replace(diagnostic, fingerprint=hashlib.sha256(raw).hexdigest()[:12]))
    return marked
