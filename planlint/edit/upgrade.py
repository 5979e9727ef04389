"""Lift files that were written in an older format, step by step, in memory; what is lifted is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Severity
from planlint.change import OutcomeChange, compare
from planlint.check import Request, diagnostics
from planlint.edit.error import EditError
from planlint.edit.format_steps import STEPS
from planlint.edit.plain_data import is_same
from planlint.edit.workspace import FORM_FAULT, FaultError, Workspace
from planlint.model import FIRST, FORMAT
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planlint.base import Message
    from planlint.edit.format_steps import FormatStep
    from planlint.system import System


class Lifted(NamedTuple):
    """The steps that change something, each with what it told of the files; and what check says of the result."""

    work: Workspace
    steps: tuple[tuple[FormatStep, tuple[Message, ...]], ...]
    before: int
    outcome: OutcomeChange | None


def format_of(system: System) -> int:
    """Give the format that the files of a plan system are in. Raises EditError where what they say is no format."""
    work = Workspace(system)
    said = work.open(PLANSYSTEM, "plansystem").data.get("format", FIRST)
    if not any(is_same(said, known) for known in range(FIRST, FORMAT + 1)):
        raise EditError(
            N_("«{verdi}» i feltet `format` i plansystem.yaml er ikke et format planlint kjenner"), verdi=said
        )
    return int(said)


def lift(system: System, day: date, steps: Sequence[FormatStep] = STEPS) -> Lifted:
    """Lift a plan system to the newest format, in memory: each step in its turn, then the number in plansystem.yaml.

    Files that are in the newest format are not touched. Raises EditError, also where the result would have a fault
    that was not there.
    """
    before = format_of(system)
    work = Workspace(system, day=day)
    if before == FORMAT:
        return Lifted(work, (), before, None)
    made: list[tuple[FormatStep, tuple[Message, ...]]] = []
    for step in steps:
        if step.start >= before and step.to <= FORMAT:
            was, told = work.changes(), len(work.notes)
            step.make(work)
            if work.changes() != was:
                made.append((step, tuple(work.notes[told:])))
    work.open(PLANSYSTEM, "plansystem").set(("format",), FORMAT)
    return Lifted(work, tuple(made), before, _judged(work))


def _judged(work: Workspace) -> OutcomeChange:
    """Compare the findings; what was wrong may stay so, but a step may make no file faulty."""
    request = Request(work.today)
    after = work.after()
    if after.register is None:
        raise EditError(N_("plansystem.yaml kan ikke brukes. Kjør `planlint check` og rett den først"))
    change = compare(work.moved(diagnostics(work.system, request)), diagnostics(after, request))
    faults = [item for item in change.new if item.code < FORM_FAULT and item.severity is Severity.FEIL]
    if faults:
        raise FaultError(faults)
    return change
