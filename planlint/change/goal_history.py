"""What git remembers of the goals: what each has said, and the words that somebody confirmed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Diagnostic, Related, TypedCode
from planlint.change import git
from planlint.register import (
    GoalCore,
    fold,
    former_ids,
    goal_core,
    is_known,
    is_same,
)
from planlint.rules import related
from planlint.source import SourceFile, UnreadableError, decode, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from planlint.base import Finding
    from planlint.model import Maal
    from planlint.register import Register
    from planlint.system import System

CODE = "PL210"
_GOALS = "plans/maal"
_CHANGED = {
    "tittel": N_("ordlyden var «{gammel}», nå er den «{ny}»"),
    "type": N_("typen var {gammel}, nå er den {ny}"),
    "overordnet": N_("målet lå under {gammel}, nå ligger det under {ny}"),
}
_PLACED = N_("målet lå ikke under noe annet, nå ligger det under {ny}")
_LOOSENED = N_("målet lå under {gammel}, nå ligger det ikke under noe annet")


class GoalVersion(NamedTuple):
    """What a goal said from a day on (year-month-day, as git has it)."""

    day: str
    fields: GoalCore


def _id(path: str) -> str:
    return SourceFile(path, "maal").stem


def _fields(raw: bytes | OSError | None) -> GoalCore | None:
    """Give the meaningful fields of a goal's file as it was; None where it could not be read."""
    try:
        data = parse(decode(raw if isinstance(raw, bytes) else b""))[0]
    except UnreadableError:
        return None
    title, type_, over = (data.get(name) for name in GoalCore._fields)
    if not isinstance(title, str) or not isinstance(type_, str):
        return None
    return GoalCore(title, type_, over if isinstance(over, str) else None)


def goal_versions(root: Path, ids: Iterable[str]) -> dict[str, list[GoalVersion]]:
    """Give what each of these goals has said, newest first, in whatever folder under plans/maal. Raises GitError."""
    wanted = set(ids)
    listed = [version for version in git.history(root, _GOALS) if _id(version.path) in wanted]
    texts = git.contents(root, (version.blob for version in listed))
    found: dict[str, list[GoalVersion]] = defaultdict(list)
    for version in listed:
        if fields := _fields(texts.get(version.blob)):
            found[_id(version.path)].append(GoalVersion(version.day, fields))
    return found


def goals_at(root: Path, commit: str, ids: Iterable[str]) -> dict[str, GoalCore]:
    """Give what each of these goals said at a commit; those that were not there are left out. Raises GitError."""
    wanted = set(ids)
    blobs = {_id(path): blob for path, blob in git.tree(root, commit, _GOALS).items() if _id(path) in wanted}
    texts = git.contents(root, blobs.values())
    read = {id_: _fields(texts.get(blob)) for id_, blob in blobs.items()}
    return {id_: fields for id_, fields in read.items() if fields}


def changes_of_goals(maal: Maal, old: GoalCore) -> tuple[Related, ...]:
    """Give a related place, old and new side by side, for each meaningful field in which a goal has changed."""
    notes = []
    for name, before, now in zip(GoalCore._fields, old, goal_core(maal), strict=True):
        if fold(before or "") != fold(now or ""):
            note = _CHANGED[name] if before and now else _PLACED if now else _LOOSENED
            kind = str if name == "tittel" else TypedCode
            notes.append(related(maal, name, note=note, gammel=kind(before or ""), ny=kind(now or "")))
    return tuple(notes)


def _confirmed(register: Register, suspect: Finding, maal: Maal, versions: Sequence[GoalVersion]) -> GoalCore | None:
    """Give what the goal said when the anchor was confirmed.

    That is the version that the mark fits; for a mark of an unknown method, the version of the day.
    """
    mark, day = str(suspect.args["avtrykk"]), suspect.args["bekreftet"]
    if is_known(mark):
        former = former_ids(register, maal)
        return next((version.fields for version in versions if is_same(mark, version.fields, former)), None)
    return next((version.fields for version in versions if day and version.day <= str(day)), None)


def _worded(register: Register, suspect: Finding, versions: dict[str, list[GoalVersion]]) -> Finding:
    maal = register.every_maal[str(suspect.args["maal"])]
    old = _confirmed(register, suspect, maal, versions.get(maal.id, ()))
    return replace(suspect, related=(old and changes_of_goals(maal, old)) or suspect.related)


def with_old_words(system: System, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Show, where git has it, what a goal said when a suspect anchor was confirmed; no git, and nothing changes."""
    register = system.register
    marked = [item.code == CODE and "avtrykk" in item.finding.args for item in diagnostics]
    if register is None or not any(marked):
        return diagnostics
    suspects = [item.finding for item, suspect in zip(diagnostics, marked, strict=True) if suspect]
    try:
        versions = goal_versions(system.root, (str(item.args["maal"]) for item in suspects))
    except git.GitError:
        return diagnostics
    return [
        replace(item, finding=_worded(register, item.finding, versions)) if suspect else item
        for item, suspect in zip(diagnostics, marked, strict=True)
    ]
