"""What was a gap in the sources before a change, and is one still: a change that records a decision brings it not.

What the change itself adds, or takes out, is a finding, whatever the sources are silent about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.model import Plan
from planlint.register import is_hull, kilder_of
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic
    from planlint.change.comparison import Comparison
    from planlint.model import Enhet

_FACTS = ("kilder", "lenker", "hendelser", "revisjon", "forankring", "verdier")
"""What a file may tell anew so that it can be asked for more: a source, a link to the document, or what has happened.

A decision about the plan that a goal stands in, is told in the file of the plan."""


def still_gaps(before: Iterable[Diagnostic], after: Iterable[Diagnostic], change: Comparison) -> list[Diagnostic]:
    """Give what was found after a change, with what was a gap before it and still is as one; `before` by the new ids.

    So is what no source of an adopted plan stated before either, and is asked for only as the plan applies again.
    """
    were = {(item.code, item.fingerprint) for item in before if item.status == "gap"}
    return [_as_gap(item, change) if _is_old(item, were, change) else item for item in after]


def _is_old(item: Diagnostic, were: set[tuple[str, str]], change: Comparison) -> bool:
    if item.status != "new":
        return False
    if (item.code, item.fingerprint) in were:
        return bool(item.sources) or not _is_told_anew(item, change)
    return bool(item.sources) and _was_silent(item, change)


def _is_told_anew(item: Diagnostic, change: Comparison) -> bool:
    """Tell whether the change tells more in the file itself, so that it may be asked for the rest."""
    old, new = change.former(item.entity), _now(item, change)
    return old is None or new is None or any(getattr(old, name, ()) != getattr(new, name, ()) for name in _FACTS)


def _was_silent(item: Diagnostic, change: Comparison) -> bool:
    """Tell whether no source of a plan that was adopted before, stated what is asked for, and the file had it not."""
    old, new, register = change.former(item.entity), _now(item, change), change.before.register
    if register is None or not isinstance(old, Plan) or not isinstance(new, Plan) or not register.is_vedtatt(old):
        return False
    where = item.place.path
    if where[:1] == ("hendelser",) and new.hendelser[int(where[1])] not in old.hendelser:
        return False
    return is_hull(register, old, item.finding.asks)


def _now(item: Diagnostic, change: Comparison) -> Enhet | None:
    kind, _, id_ = item.entity.partition("/")
    return change.after.loaded.entities.get(kind, {}).get(id_)


def _as_gap(item: Diagnostic, change: Comparison) -> Diagnostic:
    """Give a finding as the gap that it is: with what it asks for, and the sources that do not state it."""
    new = _now(item, change)
    if item.sources or new is None:
        return replace(item, status="gap")
    asked = RULES[item.code].asked(item.finding)
    return replace(item, status="gap", finding=replace(item.finding, asks=asked), sources=kilder_of(new))
