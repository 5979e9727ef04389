"""What a cell says, as small facts; times are as the files write them: 2027, "2027-H1", "2027-03-18"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from planlint.model import BEING_MADE, VEDTATTE

Time = int | str


@dataclass(frozen=True, slots=True)
class EventFact:
    """Something that happened, or is announced (`planlagt`), on a day or in a period.

    `organ` is the id of a declared body, `organ_ord` the body as the text names it, declared or not.
    """

    hva: str
    dato: Time
    organ: str = ""
    sak: str = ""
    til: Time | None = None
    planlagt: bool = False
    usikker: bool = False
    organ_ord: str = ""


@dataclass(frozen=True, slots=True)
class StatusFact:
    """What the plan is now, as one of the words of the format."""

    value: str


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """What shall happen to the plan; `valg` is "" where a cell gives only a time or a priority.

    `vilkaar` is the condition in the text's own words, `deretter` what is decided to follow, and `plan` the plan that
    this one is merged with or replaced by, as the text names it.
    """

    valg: str = ""
    oppstart: Time | None = None
    ferdig: Time | None = None
    vilkaar: str = ""
    prioritet: int | str | None = None
    deretter: tuple[DecisionFact, ...] = ()
    usikker: bool = False
    plan: str = ""


@dataclass(frozen=True, slots=True)
class WorkFact:
    """When the work first_year and last_time."""

    oppstart: Time | None = None
    ferdig: Time | None = None
    usikker: bool = False


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """What time the plan is for."""

    fra: Time | None = None
    til: Time | None = None
    usikker: bool = False


@dataclass(frozen=True, slots=True)
class RevisionFact:
    """When the plan is to be revised next, and how often."""

    neste: Time | None = None
    rulleres: str = ""
    usikker: bool = False


@dataclass(frozen=True, slots=True)
class BasisFact:
    """The provisions that a cell names, by id."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindFact:
    """The kind of plan that a title or a cell names: its name in the singular, and its role in the law or ""."""

    navn: str
    rolle: str = ""


@dataclass(frozen=True, slots=True)
class OwnerFact:
    """Who is responsible, in the text's own words."""

    navn: str


@dataclass(frozen=True, slots=True)
class NoteFact:
    """What was understood and has no field of its own («siste del av perioden»), word for word."""

    text: str


Fact = (
    EventFact
    | StatusFact
    | DecisionFact
    | WorkFact
    | PeriodFact
    | RevisionFact
    | BasisFact
    | KindFact
    | OwnerFact
    | NoteFact
)
_F = TypeVar(
    "_F",
    EventFact,
    StatusFact,
    DecisionFact,
    WorkFact,
    PeriodFact,
    RevisionFact,
    BasisFact,
    KindFact,
    OwnerFact,
    NoteFact,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a cell, in its order, and what was not: each sentence of that word for word."""

    facts: tuple[Fact, ...] = ()
    rest: tuple[str, ...] = ()

    def of(self, kind: type[_F]) -> list[_F]:
        """Give the facts of one kind."""
        return [fact for fact in self.facts if isinstance(fact, kind)]

    @property
    def status(self) -> str:
        """Give the status that the cell's own words come to, or ""."""
        found = ""
        for fact in self.of(StatusFact):
            found = status_after(found, fact.value)
        return found


def status_after(old: str, new: str) -> str:
    """Give what two statuses of one plan come to: work on what is adopted is a revision."""
    if old in VEDTATTE and new in BEING_MADE:
        return "under_revisjon"
    return old if old in VEDTATTE and new == "planlagt" else new or old
