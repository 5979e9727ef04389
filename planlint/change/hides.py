"""What a change lets through: findings that it accepts, and those that its milder demands no longer give.

Whoever reviews it must see them by name, as they would have been told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.change.declared import is_milder
from planlint.change.outcome import Hidden, firing
from planlint.system import link_system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.base import Diagnostic
    from planlint.change.diff_model import Declared
    from planlint.model import Plansystem
    from planlint.system import System

_FORM = "PL104"
"""Findings before this one are about a file's own form, or an id that does not exist: no demand gives them."""
_SECTIONS = ("plantyper", "maaltyper", "kilder")


def find_hidden(
    sides: tuple[System, System],
    declared: Declared,
    before: list[Diagnostic],
    after: list[Diagnostic],
    judge: Callable[[System], Iterable[Diagnostic]],
) -> tuple[Hidden, ...]:
    """Give what a change hides, the worst first: what it accepts, and what its milder demands no longer ask for.

    `before` are the findings before it, by the new ids, and `after` those after it.
    """
    old, new = sides
    was = {item.fingerprint for item in before if item.status in {"known", "suppressed"}}
    taken = {item.fingerprint for item in after if item.status in {"known", "suppressed"}}
    here = (item for item in after if item.fingerprint in taken - was)
    found = [Hidden(item, "before" if _was_accepted(item, old, new, declared) else "accepted") for item in here]
    if strict := _strict(old, new, declared):
        found += _milder(judge(strict), after, taken)
    return tuple(sorted(found, key=lambda one: (one.diagnostic.severity.rank, *_order(one.diagnostic))))


def _was_accepted(item: Diagnostic, before: System, after: System, declared: Declared) -> bool:
    """Tell whether the reason was there before the change: a known finding, or a suppression in the file."""
    if item.status == "suppressed":
        return all((new.file, new.code) != (item.place.file, item.code) for new in declared.suppressed)
    known = {(one.avvik.regel, after.loaded.now(one.avvik.gjelder)) for one in before.loaded.avvik}
    return (item.code, item.entity) in known


def _order(item: Diagnostic) -> tuple[str, str, str]:
    return item.code, item.entity, item.fingerprint


def _milder(strict: Iterable[Diagnostic], after: list[Diagnostic], taken: set[str]) -> Iterator[Hidden]:
    """Yield what the demands before the change would give that is not given now, or is less serious now."""
    now = {mark: item.severity for mark, item in firing(after).items()}
    for mark, item in firing(strict).items():
        if item.code < _FORM or mark in taken:
            continue
        if mark not in now:
            yield Hidden(item, "unasked")
        elif now[mark].rank > item.severity.rank:
            yield Hidden(item, "milder", now[mark])


def _strict(before: System, after: System, declared: Declared) -> System | None:
    """Give the plan system after a change under the demands before it; None where they are no milder."""
    old, new = before.loaded.plansystem, after.loaded.plansystem
    if old is None or new is None or after.register is None:
        return None
    if not any(map(is_milder, declared.rules)) and not any(map(is_milder, declared.details)):
        return None
    loaded = replace(after.loaded, plansystem=_demands(old, new))
    system = link_system(after.root, after.contents, loaded, after.register.today)
    earlier = after.register.before
    if system.register is None or earlier is None:
        return system
    return replace(system, register=system.register.against(earlier, after.register.usammenlignet))


def _demands(old: Plansystem, new: Plansystem) -> Plansystem:
    """Give a plansystem.yaml with what it asked for before, of all that is still declared in it."""
    update: dict[str, object] = {"regler": old.regler, "regelpakker": old.regelpakker}
    for section in _SECTIONS:
        was, now = getattr(old, section), getattr(new, section)
        update[section] = {id_: was.get(id_, item) for id_, item in now.items()}
    return new.model_copy(update=update)
