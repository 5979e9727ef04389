"""`check --since REV`: the anchors made suspect by goals that have changed since a revision, from git alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.change import git
from planlint.change.goal_history import CODE, endringer, ved, versjoner
from planlint.register.avsluttet import utgaatt
from planlint.register.avtrykk import Kjerne, kjerne, merke, stemmer
from planlint.register.bekreftelse import MENING, tidligere
from planlint.register.forankring import ankre
from planlint.rules.rule import finding, navngitt, related

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.base.diagnostic import Finding
    from planlint.change.goal_history import Version
    from planlint.model import Maal
    from planlint.register.forankring import Anker
    from planlint.register.register import Register
    from planlint.system.system import System

_NOT_COMMITTED = "9999-12-31"


def _same(register: Register, maal: Maal, old: Kjerne) -> bool:
    return stemmer(merke(old), kjerne(maal), tidligere(register, maal))


def _unpinned(register: Register) -> dict[str, list[Anker]]:
    """Give the anchors without a mark, by goal: the others are judged by theirs, and ended goals by PL202."""
    found: dict[str, list[Anker]] = defaultdict(list)
    for anker in ankre(register):
        faults = register.broken.get(anker.maal.entity, frozenset())
        if not anker.forankring.avtrykk and not utgaatt(register, anker.maal) and not faults & MENING:
            found[anker.maal.id].append(anker)
    return found


def _as_now_since(register: Register, maal: Maal, versions: Sequence[Version]) -> str:
    """Give the day from which a goal has said what it says now."""
    day = _NOT_COMMITTED
    for version in versions:
        if not _same(register, maal, version.fields):
            break
        day = version.day
    return day


def _unconfirmed(root: Path, register: Register, anchors: dict[str, list[Anker]]) -> dict[str, list[Anker]]:
    """Leave out the anchors that were confirmed on or after the day when the goal got the words it has."""
    dated = [id_ for id_, found in anchors.items() if any(anker.forankring.bekreftet for anker in found)]
    versions = versjoner(root, dated) if dated else {}
    left: dict[str, list[Anker]] = {}
    for id_, found in anchors.items():
        day = _as_now_since(register, found[0].maal, versions.get(id_, ()))
        left[id_] = [anker for anker in found if str(anker.forankring.bekreftet or "") < day]
    return {id_: found for id_, found in left.items() if found}


def _finding(rev: str, maal: Maal, old: Kjerne, anchors: list[Anker]) -> Finding:
    words = endringer(maal, old)
    places = (related(anker.plan, "forankring", anker.nummer, note=N_("forankret her")) for anker in anchors)
    return finding(
        maal,
        *words[0].place.path,
        variant="siden",
        related=(*words, *places),
        key=merke(kjerne(maal)),
        maal=navngitt(maal),
        rev=rev,
        planer=[navngitt(plan) for _, plan in sorted({anker.plan.id: anker.plan for anker in anchors}.items())],
    )


def siden(system: System, rev: str) -> list[tuple[str, Finding]]:
    """Give one PL210 for each goal that has changed since a revision, with the anchors nobody has confirmed since.

    Raises GitError.
    """
    commit = git.commit(system.root, rev)
    register = system.register
    if register is None:
        return []
    anchors = _unpinned(register)
    old = ved(system.root, commit, anchors)
    changed = {id_: anchors[id_] for id_ in old if not _same(register, register.maal[id_], old[id_])}
    found = _unconfirmed(system.root, register, changed)
    return [(CODE, _finding(rev, register.maal[id_], old[id_], found[id_])) for id_ in sorted(found)]
