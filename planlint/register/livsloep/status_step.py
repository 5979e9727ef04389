"""A plan's step from one status to another in a change, and what may stand behind it (PL913)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import (
    AVSLUTTEDE,
    AVSLUTTET_WITH_TRACE,
    NESTE,
    TOLD_BY_HENDELSER,
    VEDTATTE,
)
from planlint.register.livsloep.redated import has_new_kilde, hendelser

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.register import Register


def may_be_kunnskap(register: Register, plan: Plan) -> bool:
    """Tell whether a plan's type is knowledge, which is noted and not adopted; one of an unknown type may be."""
    plantype = register.plantype(plan)
    return plantype is None or plantype.kunnskapsgrunnlag


def _explained(old: Plan, new: Plan) -> bool:
    """Tell whether something new stands behind the step: an event, a planstrategi's decision, or a source."""
    decided = any(old.beslutninger.get(id_) != choice for id_, choice in new.beslutninger.items())
    return decided or bool(hendelser(old, new).nye) or has_new_kilde(old, new)


def _mended(base: Register, old: Plan) -> bool:
    """Tell whether nothing stood behind the old status, so that PL401 or PL405 asked for another."""
    if old.status in VEDTATTE:
        return not base.vedtak(old)
    return old.status == "erstattet" and not base.replaced_by(old)


def _legal(register: Register, old: str, new: Plan) -> bool:
    """Tell whether the life cycle has the step; how a plan ended may be put otherwise, and knowledge grows old."""
    if new.status in NESTE.get(old, AVSLUTTEDE):
        return True
    return new.status == "foreldet" and old in VEDTATTE and may_be_kunnskap(register, new)


def _judged(register: Register, old: str, new: Plan) -> bool:
    """Tell whether another rule judges the new status by what is recorded: PL401, PL402, PL404 or PL405."""
    told = register.status_by_events(new)
    if new.status in VEDTATTE and not register.vedtak(new):
        return True
    if old in AVSLUTTEDE:
        return new.status in TOLD_BY_HENDELSER and told in AVSLUTTEDE
    return new.status in AVSLUTTET_WITH_TRACE or (new.status in TOLD_BY_HENDELSER and told is not None)


def unexplained_step(register: Register, plan: Plan) -> str | None:
    """Give the status that a plan had before the change, where the step from it has nothing behind it; else None.

    PL913 tells of it; PL402 asks for nothing more about such a status, because one thing is wrong.
    """
    if register.before is None:
        return None
    old, now = register.earlier(plan), plan.status
    if old is None or old.status is None or now is None or now == old.status:
        return None
    if _legal(register, old.status, plan) or _judged(register, old.status, plan) or register.status(plan) != now:
        return None
    return None if _explained(old, plan) or _mended(register.before, old) else old.status
