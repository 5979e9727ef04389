"""Known findings that a change mends: good news, told once, and never a warning to whoever mended them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Severity
from planlint.change.moved_deadline import is_only_moved, is_put_off
from planlint.change.outcome import UNKNOWN_ID, with_new_ids, with_new_places
from planlint.model import AVSLUTTEDE, Maal
from planlint.register import Oppfulgt, oppfulgt
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic
    from planlint.change.comparison import Comparison
    from planlint.model import Enhet, Plansystem
    from planlint.system import System

_FAULT = "PL104"
"""Findings before this one are about a file's own form, and ids that do not exist: they silence rules."""
_UNFOLLOWED = "PL207"
"""Nothing follows up a goal."""
_DEMANDS_NOTHING = frozenset(("kommune", "sektorer", "organer", "eiere", "nettsted", "spraak", "ajourfoert"))
"""What plansystem.yaml may say otherwise without a rule asking for less."""


_MENDED_BY_ENDING = frozenset(("PL301", "PL505", "PL506", "PL507"))
"""Rules that ask for something to be settled about a plan: that it is ended, settles it."""
_MENDED_BY_REPLACING = _MENDED_BY_ENDING | {"PL302"}
"""Those, and the one that asks for a revision: a plan that replaces it, is one."""


class GoneKnown(NamedTuple):
    """Known findings that are not there after a change: `rettet`, and those that only have nothing to be about."""

    rettet: tuple[Diagnostic, ...] = ()
    bortfalt: tuple[Diagnostic, ...] = ()
    why: tuple[str, ...] = ()
    """Why each of the last is not put right: "demands", "resting", "moved" or "gone"."""


def find_mended(change: Comparison, before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> GoneKnown:
    """Give the known findings that a change leaves nothing of.

    A new error, or another finding of the same rule, may be why one is not found; it is not told of then. GoneKnown is
    what the change put right: not what is gone with its file, with a plan that ended or another deadline, or as less is
    asked for.
    """
    after = list(after)
    before = with_new_places(with_new_ids(before, change.renames), after)
    gone = _gone(before, after, change)
    same = _demands_the_same(change.before.loaded.plansystem, change.after.loaded.plansystem)
    unsure = _unsure(change.after)
    left = {id(item): _is_all_left(item, change) or _is_settled(item, change) for item in gone}
    told = [(item, _why_not(item, change, is_same=same, unsure=unsure, is_left=left[id(item)])) for item in gone]
    return GoneKnown(
        tuple(item for item, why in told if not why),
        tuple(item for item, why in told if why),
        tuple(why for _, why in told if why),
    )


def _why_not(
    item: Diagnostic, change: Comparison, *, is_same: bool, unsure: set[tuple[str, str]], is_left: bool
) -> str:
    """Give why a known finding that is not there, is not put right; "" where it is."""
    if not is_left:
        return "gone"
    if (item.code, item.entity) in unsure:
        return "resting"
    if is_only_moved(item, change):
        return "moved"
    return "" if is_same else "demands"


def _unsure(after: System) -> set[tuple[str, str]]:
    """Give the goals that only something not in force follows up: whether it does, nobody can say yet."""
    found = oppfulgt(after.register) if after.register else {}
    return {(_UNFOLLOWED, f"maal/{id_}") for id_, how in found.items() if how is Oppfulgt.HVILER}


def _is_all_left(item: Diagnostic, change: Comparison) -> bool:
    """Tell whether what a finding is about, and what it holds that up against, is there still."""
    about = {item.entity, *(entity_of(other.place.file) for other in item.finding.related)}
    return all(_is_left(one, change.before, change.after) for one in about)


def _is_settled(item: Diagnostic, change: Comparison) -> bool:
    """Tell whether a change ends the plan that a finding is about, and that is what the finding asks for."""
    register = change.after.register
    plan = register.planer.get(item.entity.removeprefix("plan/")) if register else None
    if register is None or plan is None or register.status(plan) not in AVSLUTTEDE:
        return False
    return item.code in (_MENDED_BY_REPLACING if register.replaced_by(plan) else _MENDED_BY_ENDING)


def _gone(before: list[Diagnostic], after: list[Diagnostic], change: Comparison) -> list[Diagnostic]:
    was, now = ({(item.code, item.fingerprint) for item in found} for found in (before, after))
    new = [item for item in after if item.status == "new" and (item.code, item.fingerprint) not in was]
    errors = [item for item in new if item.severity is Severity.FEIL or item.code == UNKNOWN_ID]
    if any(item.code < _FAULT for item in errors):
        return []
    faulty, changed = {item.entity for item in errors}, {(item.entity, item.code) for item in new}
    return [
        item
        for item in before
        if item.status == "known"
        and (item.code, item.fingerprint) not in now
        and (item.entity not in faulty or is_put_off(item, change))
        and (item.entity, item.code) not in changed
    ]


def _demands_the_same(old: Plansystem | None, new: Plansystem | None) -> bool:
    """Tell whether plansystem.yaml asks for what it did; new sources are no matter, other words on old ones may be."""
    if old is None or new is None:
        return False
    one, other = (dict(system.model_dump(exclude={*_DEMANDS_NOTHING, "kilder"})) for system in (old, new))
    return one == other and all(new.kilder.get(id_) == kilde for id_, kilde in old.kilder.items())


def _is_left(entity: str, before: System, after: System) -> bool:
    """Tell whether what a finding is about is there still, and not ended by the change; a file of its own is there."""
    kind, _, id_ = entity.partition("/")
    if kind not in after.loaded.entities:
        return entity in after.contents or "/" not in entity
    new, old = after.loaded.entities[kind].get(id_), before.loaded.entities[kind].get(id_)
    ended = getattr(new, "status", None) in AVSLUTTEDE and getattr(old, "status", None) not in AVSLUTTEDE
    return new is not None and not ended and not _goal_ended(old, new, before, after)


def _goal_ended(old: Enhet | None, new: Enhet, before: System, after: System) -> bool:
    """Tell whether a goal was in force and is so no longer: nothing about it is put right by that."""
    if not isinstance(old, Maal) or not isinstance(new, Maal) or not before.register or not after.register:
        return False
    return before.register.is_maal_i_kraft(old) and not after.register.is_maal_i_kraft(new)
