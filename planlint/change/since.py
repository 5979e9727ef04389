"""`check --since REV`: the anchors made suspect by goals that have changed since a revision, from git alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.change import git
from planlint.change.goal_history import CODE, changes_of_goals, goal_versions, goals_at
from planlint.register import MEANING, GoalCore, avtrykk_of, find_anchors, former_ids, goal_core, is_mark_of, utgaatt
from planlint.rules import finding, related, titled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.base import Finding
    from planlint.change.goal_history import GoalVersion
    from planlint.model import Maal
    from planlint.register import Anchor, Register
    from planlint.system import System

_NOT_COMMITTED = "9999-12-31"


def _same(register: Register, maal: Maal, old: GoalCore) -> bool:
    return is_mark_of(avtrykk_of(old), maal, former_ids(register, maal))


def _unpinned(register: Register) -> dict[str, list[Anchor]]:
    """Give the anchors without a mark, by goal: the others are judged by theirs, and ended goals by PL202."""
    found: dict[str, list[Anchor]] = defaultdict(list)
    for anker in find_anchors(register):
        faults = register.broken.get(anker.maal.entity, frozenset())
        if not anker.forankring.avtrykk and not utgaatt(register, anker.maal) and not faults & MEANING:
            found[anker.maal.id].append(anker)
    return found


def _as_now_since(register: Register, maal: Maal, versions: Sequence[GoalVersion]) -> str:
    """Give the day from which a goal has said what it says now."""
    day = _NOT_COMMITTED
    for version in versions:
        if not _same(register, maal, version.fields):
            break
        day = version.day
    return day


def _unconfirmed(root: Path, register: Register, anchors: dict[str, list[Anchor]]) -> dict[str, list[Anchor]]:
    """Leave out the anchors that were confirmed on or after the day when the goal got the words it has."""
    dated = [id_ for id_, found in anchors.items() if any(anker.forankring.bekreftet for anker in found)]
    versions = goal_versions(root, dated) if dated else {}
    left: dict[str, list[Anchor]] = {}
    for id_, found in anchors.items():
        day = _as_now_since(register, found[0].maal, versions.get(id_, ()))
        left[id_] = [anker for anker in found if str(anker.forankring.bekreftet or "") < day]
    return {id_: found for id_, found in left.items() if found}


def _finding(rev: str, maal: Maal, old: GoalCore, anchors: list[Anchor]) -> Finding:
    words = changes_of_goals(maal, old)
    places = (related(anker.plan, "forankring", anker.nummer, note=N_("forankret her")) for anker in anchors)
    return finding(
        maal,
        *words[0].place.path,
        variant="siden",
        related=(*words, *places),
        key=avtrykk_of(goal_core(maal)),
        maal=titled(maal),
        rev=rev,
        planer=[titled(plan) for _, plan in sorted({anker.plan.id: anker.plan for anker in anchors}.items())],
    )


def findings_since(system: System, rev: str) -> list[tuple[str, Finding]]:
    """Give one PL210 for each goal that has changed since a revision, with the anchors nobody has confirmed since.

    Raises GitError.
    """
    commit = git.commit(system.root, rev)
    register = system.register
    if register is None:
        return []
    anchors = _unpinned(register)
    old = goals_at(system.root, commit, anchors)
    changed = {id_: anchors[id_] for id_ in old if not _same(register, register.every_maal[id_], old[id_])}
    found = _unconfirmed(system.root, register, changed)
    return [(CODE, _finding(rev, register.every_maal[id_], old[id_], found[id_])) for id_ in sorted(found)]
