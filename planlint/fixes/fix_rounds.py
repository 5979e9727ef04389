"""Fixes made round by round, as one may let another be seen, until nothing is left to do.

A safe fix adds no error. A round may let an error be seen that the next one mends; what is still there when there is
nothing more to mend is laid at the door of the fix that brought it, and all is done again without that one. Whether a
suppression or a known finding is unused is judged last, when nothing else changes any more; while the file that it is
about has an error, taking it out is a guess.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Severity
from planlint.fixes.fix import Source
from planlint.fixes.fixable import FORM
from planlint.fixes.registry import propose
from planlint.fixes.spelling import propose as propose_form
from planlint.fixes.trial import attempt, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal
    from planlint.fixes.fix_request import FixRequest
    from planlint.fixes.trial import State

    Step = Callable[[State], Iterable[FixProposal]]

_OF_KNOWN = "PL900"
"""Findings from this one on are about what is accepted."""
UNUSED = frozenset(("PL903", "PL905"))


class _Made(NamedTuple):
    """Fixes that were made together, and the errors that came with them."""

    proposals: tuple[FixProposal, ...]
    came: list[Diagnostic]


def name_of(proposal: FixProposal) -> object:
    """Give what a fix is known by from one round to the next."""
    return (*facts(proposal.finding), proposal.finding.fingerprint) if proposal.finding else (FORM, proposal.file)


def _errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [item for item in found if item.status == "new" and item.severity is Severity.FEIL]


def added_errors(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give the errors after something that were not there before it."""
    known, added = Counter(map(facts, _errors(before))), []
    for item in _errors(after):
        known[facts(item)] -= 1
        if known[facts(item)] < 0:
            added.append(item)
    return added


def _faulty_files(state: State) -> frozenset[str]:
    """Give the files with an error: what is unused there may be needed again when that is mended."""
    errors = (item for item in state.found if item.status == "new" and item.severity is Severity.FEIL)
    return frozenset(item.place.file for item in errors if item.code < _OF_KNOWN)


def _about(state: State, item: Diagnostic) -> set[str]:
    """Give the file that something unused stands in, and that of what it is about."""
    register, name = state.system.register, str(item.finding.args.get("gjelder", ""))
    kind, _, id_ = name.partition("/")
    entity = register.find(kind, id_) if register and name else None
    return {item.place.file, *([entity.file] if entity else [])}


class Rounds:
    """A plan system being mended as somebody asked for: the state that it has come to, and the fixes made so far.

    `doubted` are the names of the fixes that are safe by their rule, and would add an error here.
    """

    def __init__(self, state: State, asked: FixRequest) -> None:
        """Begin with a state."""
        self.state = state
        self.asked = asked
        self.doubted: set[object] = set()
        self.made: list[FixProposal] = []
        self._refused: set[object] = set()
        self._alone: set[object] = set()
        self._history: list[_Made] = []

    def make_safe(self) -> None:
        """Make every safe fix that adds no error to what there was."""
        start = self.state
        while True:
            self._make(lambda state: self._of_rules(state, unsafe=False))
            added = self._added_since(start)
            if not added:
                return
            self._doubt(added)
            self.state, self.made, self._history, self._refused = start, [], [], set(self.doubted)

    def make_all(self) -> None:
        """Make the guesses too."""
        self._refused.clear()
        self._make(lambda state: self._of_rules(state, unsafe=True))

    def tidy(self, *, unsafe: bool) -> None:
        """Put files in form, and take out what is unused now that nothing else changes."""
        self._make(self._of_form)
        self._make(lambda state: self._of_rules(state, unsafe=unsafe, last=True))
        self._make(self._of_form)

    def _make(self, step: Step) -> None:
        while found := [item for item in step(self.state) if name_of(item) not in self._refused]:
            after, taken = self._largest(self._batch(found))
            if after:
                moved = after.moved[-1]
                came = added_errors(moved(self.state.found), after.found)
                self._history = [made._replace(came=moved(made.came)) for made in self._history]
                self._history.append(_Made(tuple(taken), came))
                self.state = after
            self.made += taken

    def _of_rules(self, state: State, *, unsafe: bool, last: bool = False) -> Iterator[FixProposal]:
        source, doubtful = Source(state.system), _faulty_files(state) if last else frozenset[str]()
        for item in state.found:
            chosen = self.asked.chooses_rule(item.code) and self.asked.chooses_file(item.place.file)
            if item.status == "new" and chosen and (item.code in UNUSED) == last:
                proposal = propose(source, item)
                if proposal and not doubtful.isdisjoint(_about(state, item)):
                    proposal = replace(proposal, safe=False)
                if proposal and (proposal.safe or unsafe):
                    yield proposal

    def _of_form(self, state: State) -> Iterator[FixProposal]:
        if not self.asked.chooses_rule(FORM):
            return
        for file, raw in state.system.contents.items():
            chosen = self.asked.chooses_file(file) and isinstance(raw, bytes)
            if chosen and isinstance(raw, bytes) and (proposal := propose_form(file, raw)):
                yield proposal

    def _batch(self, found: list[FixProposal]) -> list[FixProposal]:
        """Give those that can be tried together: whole files, and edits that follow references, go one by one."""
        together = [item for item in found if not item.make and (not item.files or item.finding is None)]
        together = [item for item in together if name_of(item) not in self._alone]
        return together or sorted(found, key=lambda item: item.make is not None)[:1]

    def _largest(self, proposals: list[FixProposal]) -> tuple[State | None, list[FixProposal]]:
        """Give what comes of all of them, or of the first part of them that can be made; note those that cannot."""
        if after := attempt(self.state, proposals):
            return after, proposals
        if len(proposals) == 1:
            self._refused.add(name_of(proposals[0]))
            return None, []
        half = len(proposals) // 2
        after, taken = self._largest(proposals[:half])
        return (after, taken) if after else self._largest(proposals[half:])

    def _added_since(self, start: State) -> list[Diagnostic]:
        found = start.found
        for moved in self.state.moved[len(start.moved) :]:
            found = moved(found)
        return added_errors(found, self.state.found)

    def _doubt(self, added: list[Diagnostic]) -> None:
        """Note the fixes that brought errors: one is doubted, of several each is to be tried alone."""
        marks = {facts(item) for item in added}
        suspects = [made for made in self._history if marks & set(map(facts, made.came))] or self._history
        for made in suspects:
            files = {item.place.file for item in made.came if facts(item) in marks}
            near = [item for item in made.proposals if not files.isdisjoint(_files(item))] or made.proposals
            names = set(map(name_of, near))
            if len(names) == 1 or names <= self._alone:
                self.doubted |= names
            self._alone |= names


def _files(proposal: FixProposal) -> set[str]:
    return {proposal.file, *proposal.files, *(edit.file for edit in proposal.edits)}
