"""The living register: one plan system in memory, whose files are replaced one by one and which is judged again.

What stands in memory is at all times what a fresh check of the same files gives: only the work is less.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.change import compare
from planlint.check import Locator, Request, diagnostics as judge, report_of, report_on, report_steps
from planlint.living.pointed import Pointed, pointed
from planlint.living.replace_files import listed, replaced
from planlint.living.spots import Texts
from planlint.rules import RULES
from planlint.source import PLANS
from planlint.system import UsageError, open_system, something_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from planlint.base import Diagnostic
    from planlint.change import OutcomeChange
    from planlint.check import Report
    from planlint.system import System


class Moment(NamedTuple):
    """A plan system and what was found in it at one moment, to be compared with later."""

    system: System
    found: tuple[Diagnostic, ...]


class Living:
    """A plan system that follows its files.

    `request` says how it is judged, as for a check; `usable` is the last state that had a register, for whoever asks
    while plansystem.yaml is being written. One at a time may use it: it has no lock of its own.
    """

    def __init__(self, system: System, request: Request) -> None:
        """Begin with a plan system that has been read."""
        self.request = request
        self.usable = system
        self._system = system
        self._waiting: dict[str, bytes | OSError | None] = {}
        self._error: UsageError | None = None
        self._found: tuple[Diagnostic, ...] | None = None
        self._report: Report | None = None
        self._ruled: tuple[Diagnostic, ...] | None = None
        self._texts = Texts()
        self._locator = Locator(system.contents)

    @classmethod
    def open(cls, root: Path, request: Request) -> Living:
        """Read the plan system in a folder. Raises UsageError as a check does."""
        return cls(open_system(root, request.today), request)

    @property
    def system(self) -> System:
        """The plan system as the files are now. Raises UsageError where opening them afresh would."""
        if self._error:
            raise self._error
        return self._system

    @property
    def contents(self) -> Mapping[str, bytes | OSError]:
        """The files as they are now, by path."""
        if not self._waiting:
            return self._system.contents
        merged = {**self._system.contents, **self._waiting}
        return {path: raw for path, raw in merged.items() if raw is not None}

    def replace(self, path: str, raw: bytes | OSError | None) -> None:
        """Give a file other bytes, or (None) take it away. What is judged is not found again before it is asked for."""
        self.replace_all({path: raw})

    def replace_all(self, changes: Mapping[str, bytes | OSError | None]) -> None:
        """Give several files other bytes, or (None) take them away, as one change."""
        new = {path: raw for path, raw in changes.items() if self.contents.get(path) != raw}
        if new:
            self._take(new)

    def at(self, request: Request) -> None:
        """Judge as another request says from now on: another day, other rules."""
        if request != self.request:
            other_day, self.request = request.today != self.request.today, request
            self._take({} if other_day else None)

    def _take(self, changes: Mapping[str, bytes | OSError | None] | None) -> None:
        self._found = self._report = None
        if changes is None:
            return
        self._waiting.update(changes)
        try:
            self._system, self._error = replaced(self._system, self._waiting, self.request.today), None
            self._waiting = {}
            something_to_read(self._system.root, listed(self._system.contents))
        except UsageError as error:  # what cannot be taken in waits: the next change may mend it
            self._error = error
        if self._error is None and self._system.register is not None:
            self.usable = self._system

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Every finding, marked new, known or suppressed; without places. Raises UsageError as `system`."""
        if self._found is None:
            self._found = tuple(judge(self.system, self.request))
        return self._found

    @property
    def report(self) -> Report:
        """The report that a check of these files gives, with places. Raises UsageError as `system`."""
        if self._report is None:
            self._locator = self._locator.of(self.system.contents)
            return self._keep(report_of(self.system, self.request, locator=self._locator))
        return self._report

    def judging(self) -> Iterator[None]:
        """Judge a step at a time; once it has come to an end, `report` is there.

        It gives up where the files, or how they are judged, are changed between two steps. Raises UsageError as
        `system`.
        """
        if self._report is not None:
            return
        system, request = self.system, self.request
        self._locator = self._locator.of(system.contents)
        steps = report_steps(system, request, self._locator)
        while system is self._system and request is self.request and self._error is None:
            try:
                next(steps)
            except StopIteration as done:
                self._keep(done.value)
                return
            yield

    def _keep(self, report: Report) -> Report:
        self._report = report
        told = (*report.findings, *report.known, *report.suppressed, *report.gaps)
        self._ruled = tuple(item.diagnostic for item in told if RULES[item.diagnostic.code].check)
        return report

    @property
    def early(self) -> Report:
        """What can be told before the rules have been tried on the files as they are now, or the report where it is.

        What is wrong with form and references is that of the files now; what the rules say is what they said last.
        Raises UsageError as `system`.
        """
        system = self.system
        if self._report is not None or self._ruled is None or system.register is None or system.unusable:
            return self.report
        form = judge(replace(system, register=None), self.request)
        ruled = (item for item in self._ruled if item.place.file in system.contents)
        self._locator = self._locator.of(system.contents)
        return report_on(system, self.request, [*form, *ruled], self._locator)

    @property
    def seen(self) -> Moment:
        """What there is now, to be compared with later. Raises UsageError as `system`."""
        return Moment(self.system, self.found)

    def changed_since(self, before: Moment) -> OutcomeChange:
        """Give which findings have come and gone since. Raises UsageError as `system`."""
        return compare(before.found, self.found)

    def pointed(self, path: str, line: int, column: int) -> Pointed | None:
        """Give what stands at a place in a file, line and column from 1; None where nothing does, or nobody can tell.

        It holds while the text is broken: what has not been touched is where it was, or has moved with its line.
        """
        raw = self.contents.get(path)
        spot = self._texts.spot(path, raw, line, column) if isinstance(raw, bytes) else None
        return pointed(self.usable, path, spot) if spot else None


def is_followed(path: str) -> bool:
    """Tell whether a path from the root is one that a plan system may hold."""
    return path.startswith(f"{PLANS}/") and bool(listed({path: b""}))
