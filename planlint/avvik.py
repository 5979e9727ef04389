"""Known findings: avvik.yaml names them by fingerprint, with a reason, so that a check passes on the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.diagnostic import Diagnostic, Finding, Place, fingerprints
from planlint.rules import RULES
from planlint.source.find import AVVIK
from planlint.system.settings import unknown_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planlint.engine import Settings
    from planlint.model import Avviksfil

Entry = tuple[int, str, int]
"""Where a known finding stands in avvik.yaml: group, what it is about, position."""


def _entries(file: Avviksfil) -> Iterator[tuple[Entry, str, str]]:
    """Give (where, rule code, fingerprint) for every known finding."""
    for group, avvik in enumerate(file.avvik):
        for entity, marks in avvik.gjelder.items():
            for position, mark in enumerate(marks):
                yield (group, entity, position), avvik.regel, mark


def apply(diagnostics: Iterable[Diagnostic], file: Avviksfil, today: date) -> tuple[list[Diagnostic], set[Entry]]:
    """Mark what is known; give the diagnostics and the entries that matched, expired ones included.

    An entry past its `til` no longer covers: its finding is new again.
    """
    known = {(code, mark): where for where, code, mark in _entries(file)}
    marked, matched = [], set()
    for diagnostic in diagnostics:
        where = known.get((diagnostic.code, diagnostic.fingerprint))
        if where is not None:
            matched.add(where)
            group = file.avvik[where[0]]
            if group.til is None or group.til >= today:
                marked.append(replace(diagnostic, status="known", reason=group.grunn))
                continue
        marked.append(diagnostic)
    return marked, matched


def stale(file: Avviksfil, matched: set[Entry], settings: Settings, today: date) -> list[Diagnostic]:
    """Give PL905 for entries that nothing matches any more, and PL904 for codes that no rule has.

    Entries are judged only from the day the list was made (`per`): a look at the past must not call them stale. Nor
    are entries of rules that do not run now.
    """
    found = []
    for group, avvik in enumerate(file.avvik):
        if avvik.regel not in RULES:
            found.append(unknown_rule(avvik.regel, Place(AVVIK, ("avvik", group, "regel")), "avvik"))
    for where, code, mark in _entries(file):
        if where in matched or code not in RULES or not settings.runs(code) or today < file.per:
            continue
        group, entity, position = where
        path = ("avvik", group, "gjelder", entity, position)
        args = {"regel": code, "gjelder": entity}
        found.append(("PL905", Finding("avvik", Place(AVVIK, path), args, key=f"{code} {entity} {mark}")))
    return fingerprints(
        Diagnostic(code, settings.severity(RULES[code], finding), finding)
        for code, finding in found
        if settings.runs(code)
    )
