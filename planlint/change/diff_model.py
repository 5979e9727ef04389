"""What a comparison gives: facts only, with the models' own values. The words are made at output."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.base import Step
    from planlint.change.consequence_model import Consequences
    from planlint.change.outcome import OutcomeChange
    from planlint.source import Unntak

Kind = Literal["added", "removed", "changed", "reordered", "unreadable", "readable"]
What = Literal[
    "new", "removed", "renamed", "moved", "changed", "follows", "form", "unreadable", "readable", "doubled"
]  # fmt: skip
OFF = "av"
QUIET = frozenset(("form", "moved", "follows"))
"""What has happened to a file that says what it said before."""


class Detail(NamedTuple):
    """One thing that is changed in a file: where (YAML keys and ids), and its value before and after."""

    change: Kind
    path: tuple[Step, ...]
    old: Any = None
    new: Any = None


@dataclass(frozen=True, slots=True)
class DiffEntry:
    """What has happened to one file. `kind` is empty where it holds no plan, goal or other entity.

    `old_id` and `old_file` are set where they were others; `guessed`: a new id known by the content alone.
    "moved", "follows" and "form": nothing but the folder, references to what has got a new id, or comments and way of
    writing, is changed. "doubled": another file has the same name, so that this one is not read.
    """

    kind: str
    id: str
    tittel: str
    file: str
    what: What
    details: tuple[Detail, ...] = ()
    old_id: str = ""
    old_file: str = ""
    guessed: bool = False

    @property
    def entity(self) -> str:
        """Its name in reports: kind and id, or the file's path."""
        return f"{self.kind}/{self.id}" if self.kind else self.file


class RuleChange(NamedTuple):
    """A rule that is as serious as before no longer: feil, advarsel, info or av. `known`: findings of it accepted."""

    code: str
    old: str
    new: str
    known: int = 0

    @property
    def is_off(self) -> bool:
        """Tell whether it is asked about no longer."""
        return self.new == OFF


class LaterEnd(NamedTuple):
    """Known findings that are accepted for longer than before, by what they are `about`; None is without a last day."""

    old: date | None
    new: date | None
    about: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many they are."""
        return len(self.about)


class KnownChange(NamedTuple):
    """How many known findings of a rule are gained and lost; `reworded`: reasons or last days changed.

    `reasons` are those that the gained ones have, `longer` the last days that are later than before.
    """

    code: str
    added: int
    removed: int
    reworded: bool = False
    reasons: tuple[str, ...] = ()
    longer: tuple[LaterEnd, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """What is changed in plansystem.yaml and the known findings, and in the suppressions of all files."""

    details: tuple[Detail, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    known: tuple[KnownChange, ...] = ()
    suppressed: tuple[Unntak, ...] = ()
    unsuppressed: tuple[Unntak, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is."""
        return self != Declared()


@dataclass(frozen=True, slots=True)
class Diff:
    """Two versions compared. `base` and `head` are as asked for ("" as head: the files on disk).

    `commit` is what was compared from, `start` how it was found (`planlint.change.comparison.Start`); `names` are the
    titles of what the details refer to, by kind and id; `touched` every file that is another than before.
    `consequences` and `findings` are None where plansystem.yaml (or a known finding) cannot be used, in the files that
    `unjudged` names; `unread` counts files that could be read neither before nor after. `is_unsettled`: something
    is known by its content alone to have got another name, and others refer to it by the former one, in vain. `drafts`
    are goals that are none yet: a draft has the title of what it becomes.
    """

    base: str
    head: str
    commit: str
    start: str
    day: date
    entries: tuple[DiffEntry, ...]
    declared: Declared
    consequences: Consequences | None
    findings: OutcomeChange | None
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    unjudged: tuple[str, ...] = ()
    unread: int = 0
    is_unsettled: bool = False
    drafts: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything at all is changed."""
        return bool(self.touched)

    @property
    def is_quiet(self) -> bool:
        """Tell whether the files say what they said before: only comments, ways of writing and folders are others."""
        return not self.declared and all(entry.what in QUIET for entry in self.entries)

    @property
    def is_unread(self) -> bool:
        """Tell whether something cannot be read after the change."""
        fields = any(detail.change == "unreadable" for entry in self.entries for detail in entry.details)
        return fields or bool(self.unread) or any(entry.what == "unreadable" for entry in self.entries)

    @property
    def is_partly_read(self) -> bool:
        """Tell whether something cannot be read on one side or both: what follows from it nobody can tell."""
        return self.is_unread or any(entry.what == "readable" for entry in self.entries)
