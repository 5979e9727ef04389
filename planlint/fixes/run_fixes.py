"""Mend all that can be mended: round by round, as one fix may let another be seen, until nothing is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.change import compare
from planlint.fixes.fix import Source
from planlint.fixes.fixable import FORM
from planlint.fixes.registry import propose
from planlint.fixes.spelling import propose as propose_form
from planlint.fixes.trial import State, attempt, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.change import OutcomeChange
    from planlint.fixes.fix import FixProposal
    from planlint.system import System


@dataclass(frozen=True, slots=True)
class FixRequest:
    """What a user asked for: beginnings of codes (and `form`), files and folders, and whether guesses count."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    unsafe: bool = False

    def chooses_rule(self, code: str) -> bool:
        """Tell whether findings of a rule (or the form of files) are to be mended."""
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))

    def chooses_file(self, file: str) -> bool:
        """Tell whether findings in a file are to be mended."""
        return not self.only or any(path in {".", file} or file.startswith(f"{path}/") for path in self.only)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A plan system before and after, with the fixes that were made, and the guesses that were not."""

    before: State
    after: State
    made: tuple[FixProposal, ...]
    left: tuple[FixProposal, ...]

    @property
    def changes(self) -> dict[str, bytes | None]:
        """Give the files that become others, new or (None) deleted."""
        old, new = self.before.system.contents, self.after.system.contents
        gone: dict[str, bytes | None] = {file: None for file in old if file not in new}
        return gone | {file: raw for file, raw in new.items() if isinstance(raw, bytes) and raw != old.get(file)}

    @property
    def change(self) -> OutcomeChange:
        """Give the findings that come and go; one that only has a new name does neither."""
        found = self.before.found
        for moved in self.after.moved:
            found = moved(found)
        return compare(found, self.after.found)

    @property
    def was(self) -> dict[str, bytes | None]:
        """Give what was read of the files that change; None for new ones."""
        found = {file: self.before.system.contents.get(file) for file in self.changes}
        return {file: raw if isinstance(raw, bytes) else None for file, raw in found.items()}


def repair(system: System, day: date, asked: FixRequest) -> Repaired:
    """Mend a plan system in memory, as it is on a day."""
    before = State(system, day)
    after, made = _all(before, asked, unsafe=asked.unsafe)
    left: list[FixProposal] = []
    if not asked.unsafe:
        left = [item for item in _all(after, asked, unsafe=True)[1] if not item.safe]
    return Repaired(before, after, tuple(made), tuple(left))


def _all(state: State, asked: FixRequest, *, unsafe: bool) -> tuple[State, list[FixProposal]]:
    made: list[FixProposal] = []
    refused: set[object] = set()
    for step in (_of_rules, _of_form):
        while found := [item for item in step(state, asked, unsafe=unsafe) if _name(item) not in refused]:
            after, taken = _largest(state, _batch(found), refused)
            state = after or state
            made += taken
    return state, made


def _name(proposal: FixProposal) -> object:
    return (*facts(proposal.finding), proposal.finding.fingerprint) if proposal.finding else (FORM, proposal.file)


def _of_rules(state: State, asked: FixRequest, *, unsafe: bool) -> Iterator[FixProposal]:
    source = Source(state.system)
    for item in state.found:
        if item.status == "new" and asked.chooses_rule(item.code) and asked.chooses_file(item.place.file):
            proposal = propose(source, item)
            if proposal and (proposal.safe or unsafe):
                yield proposal


def _of_form(state: State, asked: FixRequest, *, unsafe: bool) -> Iterator[FixProposal]:  # noqa: ARG001 - as the other
    if not asked.chooses_rule(FORM):
        return
    for file, raw in state.system.contents.items():
        if asked.chooses_file(file) and isinstance(raw, bytes) and (proposal := propose_form(file, raw)):
            yield proposal


def _batch(found: list[FixProposal]) -> list[FixProposal]:
    """Give those that can be tried together: whole files, and edits that follow references, go one by one."""
    together = [item for item in found if not item.make and (not item.files or item.finding is None)]
    return together or sorted(found, key=lambda item: item.make is not None)[:1]


def _largest(
    state: State, proposals: list[FixProposal], refused: set[object]
) -> tuple[State | None, list[FixProposal]]:
    """Give what comes of all of them, or of the first part of them that can be made; note those that cannot."""
    if after := attempt(state, proposals):
        return after, proposals
    if len(proposals) == 1:
        refused.add(_name(proposals[0]))
        return None, []
    half = len(proposals) // 2
    after, taken = _largest(state, proposals[:half], refused)
    return (after, taken) if after else _largest(state, proposals[half:], refused)
