"""An edit of several files before it is written: what they shall say, what the user is told, and what follows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.base import N_, Severity
from planlint.change import OutcomeChange, compare
from planlint.check import Request, diagnostics
from planlint.edit.document import Document
from planlint.edit.error import EditError
from planlint.edit.newly_excused import drop_newly_excused
from planlint.edit.small_changes import text_changes
from planlint.edit.unntak_follow import gone_with
from planlint.living import replaced
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from planlint.base import Diagnostic, Message
    from planlint.edit.nodes import NodeChange
    from planlint.system import System

_TO_PLANLINT = b"planlint"
_PERSON = "PL009"
FORM_FAULT = "PL104"
"""Findings before this one are about a file's own form, and ids that do not exist: nobody writes those on purpose."""


@dataclass(slots=True)
class Workspace:
    """The files of a plan system as an edit leaves them.

    `notes` are sentences for the user, `moved` gives findings from before the edit the names they have after it, and
    `renamed` are the files that say what they said, with another id: their gaps are gaps still. `day` is for edits that
    work also where plansystem.yaml cannot be used: that may be what they mend.
    """

    system: System
    documents: dict[str, Document] = field(default_factory=dict)
    files: dict[str, bytes | None] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)
    moved: Callable[[list[Diagnostic]], list[Diagnostic]] = list
    renamed: frozenset[str] = frozenset()
    day: date | None = None
    _made: tuple[dict[str, bytes | None], System] | None = None

    @property
    def today(self) -> date:
        """The day that findings are judged on. Raises EditError where there is no register to judge."""
        if self.day:
            return self.day
        if self.system.register is None:
            raise EditError(N_("plansystem.yaml kan ikke brukes. Kjør `planlint check` og rett den først"))
        return self.system.register.today

    def open(self, path: str, kind: str = "") -> Document:
        """Give a file to edit; the same one the next time. Raises EditError."""
        if path not in self.documents:
            raw = self.system.contents.get(path)
            try:
                self.documents[path] = Document.read(raw if isinstance(raw, bytes) else b"", kind)
            except EditError as error:
                raise EditError(N_("{sti}: {feil}"), sti=path, feil=error) from None
        return self.documents[path]

    @property
    def told(self) -> list[Message]:
        """The sentences for the user, with those about suppressions that went with what they stood at."""
        gone = ((path, document.dropped) for path, document in sorted(self.documents.items()))
        return [*self.notes, *(message for path, dropped in gone for message in gone_with(path, dropped))]

    def changes(self) -> dict[str, bytes | None]:
        """Give the files that become others, new or (None) deleted."""
        edited = {path: document.bytes() for path, document in self.documents.items()}
        return {path: raw for path, raw in (edited | self.files).items() if raw != self.system.contents.get(path)}

    def edits(self) -> dict[str, list[NodeChange]]:
        """Give the changes as small ones of the texts that were read; a new file is one at its beginning.

        Files that are deleted, or that were or become no UTF-8, are not among them: `changes` has all.
        """
        was = self.was()
        found: dict[str, list[NodeChange]] = {}
        for path, raw in self.changes().items():
            if raw is not None:
                with suppress(UnicodeDecodeError):
                    found[path] = text_changes((was[path] or b"").decode(), raw.decode())
        return found

    def was(self) -> dict[str, bytes | None]:
        """Give what was read of the files that change; None for new ones."""
        found = {path: self.system.contents.get(path) for path in self.changes()}
        return {path: raw if isinstance(raw, bytes) else None for path, raw in found.items()}

    def after(self) -> System:
        """Give the plan system as the edit leaves it; what does not change is not read again."""
        changes = self.changes()
        if self._made is None or self._made[0] != changes:
            self._made = changes, replaced(self.system, changes, self.today)
        return self._made[1]


def consequences(work: Workspace, before: Sequence[Diagnostic] | None = None) -> OutcomeChange:
    """Compare the findings before an edit with those after it; `before` are the former, where they are known already.

    Raises EditError where the edit makes a file faulty, names what is not there, or puts a person in an input.
    """
    found_before = diagnostics(work.system, Request(work.today)) if before is None else list(before)
    was = work.moved(found_before)
    after, found = _judged(work)
    if drop_newly_excused(work.documents, after, was, found):
        after, found = _judged(work)
    change = compare(was, found)
    _refuse(after, change)
    return change


def refuse_faults(work: Workspace, before: Sequence[Diagnostic]) -> None:
    """See to it that an edit makes no file faulty, by the few rules that tell; `before` is what was found before it.

    Raises EditError as `consequences` does, which is asked where a comment of an edited file speaks to planlint.
    """
    if any(_TO_PLANLINT in document.bytes().lower() for document in work.documents.values()):
        consequences(work, before)
        return
    after, few = work.after(), tuple(code for code in RULES if code < FORM_FAULT)
    full = frozenset(work.changes()) - work.renamed
    found = diagnostics(after, Request(work.today, select=few, full=full))
    _refuse(after, compare(work.moved(list(before)), found))


def _refuse(after: System, change: OutcomeChange) -> None:
    faults = [item for item in change.new if item.code < FORM_FAULT and _is_refused(item)]
    if after.register is None or faults:
        raise FaultError(faults)


def _is_refused(item: Diagnostic) -> bool:
    """Tell whether a finding on form stops an edit: a fault, or a person in an input, as git forgets nothing."""
    return item.severity is Severity.FEIL or (item.code == _PERSON and item.entity.startswith("innspill/"))


def _judged(work: Workspace) -> tuple[System, list[Diagnostic]]:
    """Give the plan system as an edit leaves it, and its findings; in what is edited, gaps are findings."""
    after = work.after()
    return after, diagnostics(after, Request(work.today, full=frozenset(work.changes()) - work.renamed))


class FaultError(EditError):
    """The edit would make files faulty; holds how."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        """Keep the findings."""
        super().__init__(N_("filene ville fått feil"))
        self.faults = faults
