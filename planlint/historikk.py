"""What git remembers of the goals: the words that were confirmed, and which goals have changed since a revision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planlint import git
from planlint.avtrykk import Kjerne, kjent, kjerne, merke, stemmer
from planlint.diagnostic import N_, Diagnostic, Related
from planlint.rules.base import finding, related
from planlint.rules.bekreftelse import MENING, tidligere
from planlint.rules.pl202_forankret_i_erstattet import utgaatt
from planlint.rules.pl210_mistenkt_forankring import ankre
from planlint.source.find import SourceFile
from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from planlint.api import System
    from planlint.diagnostic import Finding
    from planlint.model import Maal
    from planlint.register import Register
    from planlint.rules.pl210_mistenkt_forankring import Anker

CODE = "PL210"
_GOALS = "plans/maal"
_NOTES = {
    "tittel": (N_("ordlyden var «{gammel}», nå er den «{ny}»"), N_("«{ny}»"), N_("«{gammel}»")),
    "type": (N_("typen var {gammel}, nå er den {ny}"), N_("{ny}"), N_("{gammel}")),
    "overordnet": (
        N_("målet lå under {gammel}, nå ligger det under {ny}"),
        N_("målet lå ikke under noe annet, nå ligger det under {ny}"),
        N_("målet lå under {gammel}, nå ligger det ikke under noe annet"),
    ),
}
"""What to say of a field that has changed, has been given, has been taken away."""


class Version(NamedTuple):
    """What a goal said from a day on (year-month-day, as git has it)."""

    day: str
    fields: Kjerne


def _id(path: str) -> str:
    return SourceFile(path, "maal").stem


def _fields(raw: bytes | None) -> Kjerne | None:
    """Give the meaningful fields of a goal's file as it was; None where it could not be read."""
    try:
        data = parse(decode(raw or b""))[0]
    except UnreadableError:
        return None
    title, type_, over = (data.get(name) for name in Kjerne._fields)
    if not isinstance(title, str) or not isinstance(type_, str):
        return None
    return Kjerne(title, type_, over if isinstance(over, str) else None)


def _versions(root: Path, ids: Iterable[str]) -> dict[str, list[Version]]:
    """Give what each of these goals has said, newest first, whatever folder under plans/maal it lay in."""
    wanted = set(ids)
    listed = [version for version in git.history(root, _GOALS) if _id(version.path) in wanted]
    texts = git.contents(root, (version.blob for version in listed))
    found: dict[str, list[Version]] = defaultdict(list)
    for version in listed:
        if fields := _fields(texts.get(version.blob)):
            found[_id(version.path)].append(Version(version.day, fields))
    return found


def _at(root: Path, commit: str, ids: Iterable[str]) -> dict[str, Kjerne]:
    """Give what each of these goals said at a commit; those that were not there are left out."""
    wanted = set(ids)
    blobs = {_id(path): blob for path, blob in git.tree(root, commit, _GOALS).items() if _id(path) in wanted}
    texts = git.contents(root, blobs.values())
    read = {id_: _fields(texts.get(blob)) for id_, blob in blobs.items()}
    return {id_: fields for id_, fields in read.items() if fields}


def _same(register: Register, maal: Maal, old: Kjerne) -> bool:
    return stemmer(merke(old), kjerne(maal), tidligere(register, maal))


def endringer(maal: Maal, old: Kjerne) -> tuple[Related, ...]:
    """Give a related place, old and new side by side, for each meaningful field that a goal has changed."""
    notes = []
    for name, before, now in zip(Kjerne._fields, old, kjerne(maal), strict=True):
        if before != now:
            changed, given, taken = _NOTES[name]
            note = changed if before and now else given if now else taken
            notes.append(related(maal, name, note=note, gammel=before, ny=now))
    return tuple(notes)


def _confirmed(
    register: Register, maal: Maal, mark: str, day: date | None, versions: Sequence[Version]
) -> Kjerne | None:
    """Give what a goal said when an anchor was confirmed: the version that the mark fits; for a mark that we cannot read,
    the one of the day.
    """
    if kjent(mark):
        former = tidligere(register, maal)
        return next((version.fields for version in versions if stemmer(mark, version.fields, former)), None)
    return next((version.fields for version in versions if day and version.day <= day.isoformat()), None)


def med_gamle_ord(system: System, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Show, where git has it, what a goal said when the suspect anchor was confirmed. No git: nothing changes."""
    register = system.register
    suspects = [item.finding for item in diagnostics if item.code == CODE and "avtrykk" in item.finding.args]
    if not suspects or register is None:
        return diagnostics
    try:
        versions = _versions(system.root, (str(item.args["maal"]) for item in suspects))
    except git.GitError:
        return diagnostics
    return [
        replace(item, finding=_worded(register, item.finding, versions)) if item.finding in suspects else item
        for item in diagnostics
    ]


def _worded(register: Register, suspect: Finding, versions: dict[str, list[Version]]) -> Finding:
    args = suspect.args
    maal = register.maal[str(args["maal"])]
    old = _confirmed(register, maal, str(args["avtrykk"]), args["bekreftet"], versions.get(maal.id, ()))  # type: ignore[arg-type]
    return replace(suspect, related=(old and endringer(maal, old)) or suspect.related)


def _unpinned(register: Register) -> dict[str, list[Anker]]:
    """Give the anchors without a mark, by goal: the others are judged by theirs, and ended goals by PL202."""
    found: dict[str, list[Anker]] = defaultdict(list)
    for anker in ankre(register):
        faults = register.broken.get(anker.maal.entity, frozenset())
        if not anker.forankring.avtrykk and not utgaatt(register, anker.maal) and not faults & MENING:
            found[anker.maal.id].append(anker)
    return found


def _as_now_since(register: Register, maal: Maal, versions: Sequence[Version]) -> str:
    """Give the day from which a goal has said what it says now; the end of time when that is not committed yet."""
    day = "9999-12-31"
    for version in versions:
        if not _same(register, maal, version.fields):
            break
        day = version.day
    return day


def _still_suspect(root: Path, register: Register, ankre: dict[str, list[Anker]]) -> dict[str, list[Anker]]:
    """Leave out the anchors that were confirmed after the goal got the words it has."""
    dated = [id_ for id_, found in ankre.items() if any(anker.forankring.bekreftet for anker in found)]
    versions = _versions(root, dated) if dated else {}
    left = {}
    for id_, found in ankre.items():
        day = _as_now_since(register, found[0].maal, versions.get(id_, ()))
        days = [anker.forankring.bekreftet for anker in found]
        left[id_] = [anker for anker, when in zip(found, days, strict=True) if when is None or when.isoformat() < day]
    return {id_: found for id_, found in left.items() if found}


def siden(system: System, rev: str) -> list[tuple[str, Finding]]:
    """Give a finding (PL210) for each goal that has changed since a revision, with the anchors nobody has confirmed.

    Raises GitError.
    """
    commit = git.commit(system.root, rev)
    register = system.register
    if register is None:
        return []
    anchors = _unpinned(register)
    old = _at(system.root, commit, anchors)
    changed = {id_: anchors[id_] for id_ in anchors if id_ in old and not _same(register, register.maal[id_], old[id_])}
    found = _still_suspect(system.root, register, changed)
    return [(CODE, _since(rev, register.maal[id_], old[id_], ankre)) for id_, ankre in found.items()]


def _since(rev: str, maal: Maal, old: Kjerne, ankre: list[Anker]) -> Finding:
    words = endringer(maal, old)
    places = (related(anker.plan, "forankring", anker.nummer, note=N_("forankret her")) for anker in ankre)
    return finding(
        maal,
        *words[0].place.path,
        variant="siden",
        related=(*words, *places),
        key=merke(kjerne(maal)),
        maal=maal.id,
        rev=rev,
        planer=sorted({anker.plan.id for anker in ankre}),
    )
