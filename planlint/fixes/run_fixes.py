"""Mend all that can be mended without asking anybody, and say what more there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.change import compare
from planlint.fixes.fix_rounds import Rounds, name_of
from planlint.fixes.trial import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planlint.change import OutcomeChange
    from planlint.fixes.fix import FixProposal
    from planlint.fixes.fix_request import FixRequest
    from planlint.system import System


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
    rounds = Rounds(before, asked)
    rounds.make_safe()
    if asked.unsafe:
        rounds.make_all()
    rounds.tidy(unsafe=asked.unsafe)
    guesses = [] if asked.unsafe else _guesses(rounds)
    return Repaired(before, rounds.state, tuple(_as_judged(rounds.made, rounds)), tuple(guesses))


def _guesses(rounds: Rounds) -> list[FixProposal]:
    """Give what more could be mended, of which nobody knows that it is right."""
    further = Rounds(rounds.state, rounds.asked)
    further.make_all()
    further.tidy(unsafe=True)
    return [item for item in _as_judged(further.made, rounds) if not item.safe]


def _as_judged(made: Iterable[FixProposal], rounds: Rounds) -> Iterator[FixProposal]:
    """Give fixes as they were judged: one that adds an error is not safe, whatever its rule says."""
    for item in made:
        yield replace(item, safe=False) if name_of(item) in rounds.doubted else item
