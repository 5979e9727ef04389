"""What a confirmed anchor is worth today: whether the goal has changed or been replaced since somebody confirmed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple
from weakref import WeakKeyDictionary

from planlint.register.avtrykk import is_known, is_mark_of

if TYPE_CHECKING:
    from planlint.model import Forankring, Maal, Plan, TidspunktValue
    from planlint.register.register import Register

MEANING = frozenset(("tittel", "type", "overordnet"))
WORK_LIST = "PL210"


class Replacement(NamedTuple):
    """That a plan was replaced: by which plan, and when, as precisely as that is known."""

    ny: Plan
    tid: TidspunktValue


def former_ids(register: Register, maal: Maal) -> tuple[str, ...]:
    """Give the ids that the goal above a goal has had before: a renamed file changes no meaning."""
    over = register.find_maal(maal.overordnet)
    return over.tidligere_id if over else ()


def suspicion(register: Register, anchor: Forankring, maal: Maal) -> Literal["", "endret", "ukjent metode"]:
    """Tell what an anchor's mark says about its goal; nothing without a mark, or where the goal's file is at fault."""
    if anchor.avtrykk is None:
        return ""
    if not is_known(anchor.avtrykk):
        return "ukjent metode"
    if register.broken.get(maal.entity, frozenset()) & MEANING:
        return ""
    return "" if is_mark_of(anchor.avtrykk, maal, former_ids(register, maal)) else "endret"


def avloest(register: Register, anchor: Forankring, ended: Plan) -> Replacement | None:
    """Give what replaced the goal's plan when that was after the anchor was confirmed.

    PL210 then has the anchor on its work list, and PL202 is silent about it; unless PL210 is off, so that switching
    off a warning cannot hide an error.
    """
    setting = register.plansystem.regler.get(WORK_LIST)
    if anchor.bekreftet is None or (setting and setting.alvor == "av"):
        return None
    first = _first_replacement(register, ended)
    return first if first and anchor.bekreftet < first.tid.start else None


_first: WeakKeyDictionary[Register, dict[str, Replacement | None]] = WeakKeyDictionary()


def _first_replacement(register: Register, ended: Plan) -> Replacement | None:
    """Give the plan that replaced another first; None where none has, or none of which the adoption can be read."""
    known = _first.setdefault(register, {})
    if ended.id not in known:
        dated = ((plan, adoptions[0]) for plan in register.replaced_by(ended) if (adoptions := register.vedtak(plan)))
        new = (Replacement(plan, adoption.dato) for plan, adoption in dated)
        known[ended.id] = min(new, key=lambda item: (item.tid.start, item.ny.id), default=None)
    return known[ended.id]
