"""Try fixes together in memory, and say whether they did what they claim and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from yaml.error import YAMLError

from planlint.base import Severity
from planlint.check import Request, diagnostics
from planlint.edit import Document, EditError, Workspace, changed, get
from planlint.fixes.fix import kind_of
from planlint.fixes.fix_comments import comments
from planlint.source import UnreadableError, decode
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from planlint.base import Diagnostic
    from planlint.fixes.fix import Edit, FixProposal
    from planlint.system import System

    Moved = Callable[[list[Diagnostic]], list[Diagnostic]]

_BOM = b"\xef\xbb\xbf"
_FORM_FAULTS = "PL100"
_FAULTS = "PL104"
_LETS_READ = frozenset(("PL002", "PL004", "PL007"))
_ORDER = {"set": 0, "rename": 1, "remove": 2}


class State:
    """A plan system between two fixes, and what a check finds in it."""

    def __init__(self, system: System, day: date, moved: tuple[Moved, ...] = ()) -> None:
        """Keep the plan system and the day; `moved` give older findings the names that they have here."""
        self.system = system
        self.day = day
        self.moved = moved

    @cached_property
    def found(self) -> list[Diagnostic]:
        """Every finding; where known ones cannot be read, only those about the files' form, as in a check."""
        loaded = self.system.loaded
        return diagnostics(replace(self.system, register=None) if loaded.lost_avvik else self.system, Request(self.day))


Facts = tuple[str, ...]


def facts(item: Diagnostic) -> Facts:
    """Give what tells a finding from others, but for places in lists: those move."""
    finding = item.finding
    names = [step for step in finding.place.path if isinstance(step, str)]
    return item.code, finding.entity, "/".join(names), finding.variant, finding.key


def _shown(found: Iterable[Diagnostic]) -> Counter[Facts]:
    return Counter((*facts(item), item.status) for item in found)


def attempt(state: State, proposals: Sequence[FixProposal]) -> State | None:
    """Carry out fixes; None where one cannot be, or where they do not hold what they promise."""
    work = Workspace(state.system, day=state.day)
    try:
        for proposal in proposals:
            if proposal.make:
                proposal.make(work)
            work.files.update(proposal.files)
        _cut(work, proposals)
        _edit(work, [edit for proposal in proposals for edit in proposal.edits])
        after = State(work.after(), state.day, (*state.moved, work.moved))
        good = work.changes() and _kept(state, work, proposals) and _mended(state, after, proposals)
    except (EditError, UsageError, UnreadableError, YAMLError, LookupError):
        return None
    return after if good else None


def _cut(work: Workspace, proposals: Iterable[FixProposal]) -> None:
    cuts = [cut for proposal in proposals for cut in proposal.cuts]
    for file in dict.fromkeys(file for file, _ in cuts):
        raw = work.system.contents[file]
        old = raw if isinstance(raw, bytes) else b""
        new = changed(decode(old), dict.fromkeys(change for other, change in cuts if other == file))
        bom = _BOM if old.startswith(_BOM) else b""
        work.documents[file] = Document.read(bom + new.encode(), kind_of(file))


def _edit(work: Workspace, edits: list[Edit]) -> None:
    """Values first, then keys from the inside out, then what goes, from the end: so the paths hold."""
    inner = [edit for edit in edits if edit.what != "set"]
    inner.sort(key=lambda edit: [(isinstance(step, str), step) for step in edit.path], reverse=True)
    ordered = sorted([*(edit for edit in edits if edit.what == "set"), *inner], key=lambda edit: _ORDER[edit.what])
    for file in dict.fromkeys(edit.file for edit in ordered):
        document = work.open(file, kind_of(file))
        here = [edit for edit in ordered if edit.file == file]
        document.edit([(edit.what, edit.path, edit.value) for edit in here if edit.what != "remove"])
        removals = [edit for edit in here if edit.what == "remove"]
        for _, those in groupby(removals, key=lambda edit: (edit.path[:-1], edit.whole)):
            _remove(document, [*those])


def _remove(document: Document, edits: list[Edit]) -> None:
    """Take out some of the children of one part of a file, and what is left empty."""
    positions = [edit.path[-1] for edit in edits if isinstance(edit.path[-1], int)]
    if len(edits) == len(positions) > 1:
        document.remove_all(edits[0].path[:-1], positions)
        _sweep(document, edits[0])
        return
    for edit in edits:
        document.remove(edit.path)
        _sweep(document, edit)


def _sweep(document: Document, edit: Edit) -> None:
    for length in range(len(edit.path) - 1, 0, -1):
        if get(document.data, edit.path[:length]) in ([], {}):
            document.remove(edit.path[: edit.whole if length == edit.whole + 1 else length])


def _comments(files: Mapping[str, bytes | None]) -> Counter[str]:
    found: Counter[str] = Counter()
    for raw in files.values():
        found += comments(decode(raw)) if raw is not None else Counter()
    return found


def _kept(state: State, work: Workspace, proposals: Iterable[FixProposal]) -> bool:
    """Tell whether every comment is there still, but for those that a fix is about."""
    was = {file: raw for file, raw in work.was().items() if not _unreadable(state, file)}
    lost = _comments(was) - _comments(work.changes())
    meant = Counter(drop.rstrip() for proposal in proposals for drop in proposal.drops)
    return not lost - meant


def _unreadable(state: State, file: str) -> bool:
    return any(code == "PL002" and item.place.file == file for code, item in state.system.loaded.findings)


def _mended(before: State, after: State, proposals: Sequence[FixProposal]) -> bool:
    """Tell whether what the fixes claim to mend is gone, and nothing wrong has come instead."""
    was, left = Counter(map(facts, before.found)), Counter(map(facts, after.found))
    claimed = Counter(facts(proposal.finding) for proposal in proposals if proposal.finding)
    if any(left[claim] > was[claim] - number for claim, number in claimed.items()):
        return False
    if not claimed:
        return _shown(before.found) == _shown(after.found)
    if _has_hidden(before, after, proposals):
        return False
    new = [item for item in after.found if not was[facts(item)] and item.severity is Severity.FEIL]
    if any(proposal.make for proposal in proposals) and any(item.code < _FAULTS for item in new):
        return False
    return all(item.code >= _FORM_FAULTS or any(_shows(proposal, item) for proposal in proposals) for item in new)


def _has_hidden(before: State, after: State, proposals: Iterable[FixProposal]) -> bool:
    """Tell whether a finding that was told is suppressed now, and no fix was about what the suppressions say."""
    if any(proposal.drops for proposal in proposals):
        return False
    was, now = _shown(after.moved[-1](before.found)), _shown(after.found)
    hidden = [(*told, status) for *told, status in now if status == "suppressed"]
    return any(now[mark] > was[mark] and now[_told(mark)] < was[_told(mark)] for mark in hidden)


def _told(mark: Facts) -> Facts:
    """Give the mark of the same finding where it is told."""
    return (*mark[:-1], "new")


def _shows(proposal: FixProposal, item: Diagnostic) -> bool:
    """Tell whether a safe fix only lets a fault be seen: in what nobody could read, or in what nobody looked at."""
    file, path = item.place.file, item.place.path
    if not proposal.safe or file not in {proposal.file, *proposal.files}:
        return False
    if proposal.code in _LETS_READ:
        return True
    targets = [edit.path if edit.what == "set" else (*edit.path[:-1], edit.value) for edit in proposal.edits]
    return any(path[: len(target)] == target for target in targets)
