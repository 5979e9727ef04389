"""Known findings: avvik.yaml names them by fingerprint, with a reason, so that a check passes on the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import (
    N_,
    Diagnostic,
    Finding,
    Place,
    Related,
    Severity,
    fingerprints,
)
from planlint.check.settings import unknown_rule
from planlint.rules import RULES
from planlint.source import AVVIK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from planlint.check.engine import Settings
    from planlint.model import Avviksfil

Entry = tuple[int, str, int]
"""Where a known finding stands in avvik.yaml: group, what it is about, position."""


def _entries(file: Avviksfil) -> Iterator[tuple[Entry, str, str]]:
    """Give (where, rule code, fingerprint) for every known finding."""
    for group, avvik in enumerate(file.avvik):
        for entity, marks in avvik.gjelder.items():
            for position, mark in enumerate(marks):
                yield (group, entity, position), avvik.regel, mark


def apply(diagnostics: Iterable[Diagnostic], file: Avviksfil, today: date) -> list[Diagnostic]:
    """Give the diagnostics with what is known marked. Past an entry's `til`, what it names is new again."""
    known = {(code, mark): where for where, code, mark in _entries(file)}
    marked = []
    for diagnostic in diagnostics:
        where = known.get((diagnostic.code, diagnostic.fingerprint)) if diagnostic.status == "new" else None
        if where is not None:
            group = file.avvik[where[0]]
            if group.til is None or group.til >= today:
                marked.append(replace(diagnostic, status="known", reason=group.grunn, until=group.til))
                continue
        marked.append(diagnostic)
    return marked


def unlisted(diagnostics: Iterable[Diagnostic], file: Avviksfil | None) -> list[Diagnostic]:
    """Give the diagnostics that the list does not name, whatever its end dates."""
    known = {(code, mark) for _, code, mark in _entries(file)} if file else set()
    return [diagnostic for diagnostic in diagnostics if (diagnostic.code, diagnostic.fingerprint) not in known]


def _stale(entries: Iterable[tuple[Entry, str, str]], exists: Callable[[str], bool]) -> Iterator[tuple[str, Finding]]:
    """Yield PL905 for entries that nothing matches: one each, but only one for all about a file that is gone."""
    gone: dict[str, list[tuple[str, Place]]] = {}
    for (group, entity, position), code, mark in entries:
        place = Place(AVVIK, ("avvik", group, "gjelder", entity, position))
        if exists(entity):
            args = {"regel": code, "gjelder": entity}
            yield "PL905", Finding("avvik", place, args, key=f"{code} {entity} {mark}")
        else:
            gone.setdefault(entity, []).append((code, place))
    for entity, ((code, place), *others) in gone.items():
        also = tuple(Related(other, N_("og her")) for _, other in others)
        yield "PL905", Finding("avvik", place, {"regel": code, "gjelder": entity}, also, "borte", key=entity)


def _unmatched(file: Avviksfil, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Entry, str, str]]:
    """Yield the entries that nothing matches, but for those about what has a new finding that may be the reason.

    That is an error, or another finding of the same rule: once it is mended, the known one may be back. A gap needs no
    entry.
    """
    found = [item for item in diagnostics if item.status != "gap"]
    here = {(item.code, item.fingerprint) for item in found}
    new = [item for item in found if item.status == "new"]
    faulty = {item.entity for item in new if item.severity is Severity.FEIL}
    changed = {(item.entity, item.code) for item in new}
    for entry in _entries(file):
        (_, entity, _), code, mark = entry
        if (code, mark) not in here and entity not in faulty and (entity, code) not in changed:
            yield entry


def stale(
    file: Avviksfil, diagnostics: Iterable[Diagnostic], settings: Settings, today: date, exists: Callable[[str], bool]
) -> list[Diagnostic]:
    """Give PL905 for entries that nothing matches any more, and PL904 for codes that no rule has.

    Entries are judged only from the day the list was made (`per`): a look at the past must not call them stale. Nor
    are entries of rules that do not run now. `exists` tells whether what an entry is about has a file.
    """
    found = []
    for group, avvik in enumerate(file.avvik):
        if avvik.regel not in RULES:
            found.append(unknown_rule(avvik.regel, Place(AVVIK, ("avvik", group, "regel")), "avvik"))
    if today >= file.per:
        entries = _unmatched(file, diagnostics)
        found += _stale((item for item in entries if item[1] in RULES and settings.runs(item[1])), exists)
    return fingerprints(
        Diagnostic(code, settings.severity(RULES[code], finding), finding)
        for code, finding in found
        if settings.runs(code)
    )
