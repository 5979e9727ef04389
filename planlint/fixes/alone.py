"""Safe fixes one by one, each tried alone: what a reader may take or leave without looking at the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.fixes.fix import Source
from planlint.fixes.fix_rounds import added_errors
from planlint.fixes.registry import propose
from planlint.fixes.trial import State, attempt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.fixes.fix import FixProposal
    from planlint.fixes.fix_request import FixRequest
    from planlint.system import System


class LoneFix(NamedTuple):
    """A fix and the one file that it changes: its bytes before and after."""

    proposal: FixProposal
    file: str
    before: bytes
    after: bytes


def each_alone(system: System, day: date, asked: FixRequest) -> Iterator[LoneFix]:
    """Yield every safe fix (and guess, where asked for) that changes one file and keeps its name.

    None that lets an error be seen that was not there.
    """
    state = State(system, day)
    source = Source(system)
    for item in state.found:
        if item.status == "new" and asked.chooses_rule(item.code) and asked.chooses_file(item.place.file):
            proposal = propose(source, item)
            found = _tried(state, proposal) if proposal and (proposal.safe or asked.unsafe) else None
            if found:
                yield found


def _tried(state: State, proposal: FixProposal) -> LoneFix | None:
    after = attempt(state, [proposal])
    if after is None or added_errors(after.moved[-1](state.found), after.found):
        return None
    old, new = state.system.contents, after.system.contents
    changed = [file for file in {**old, **new} if old.get(file) != new.get(file)]
    before, mended = old.get(changed[0]), new.get(changed[0])
    if len(changed) == 1 and isinstance(before, bytes) and isinstance(mended, bytes):
        return LoneFix(proposal, changed[0], before, mended)
    return None
