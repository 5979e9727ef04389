"""What became of the goals of a plan that is replaced: carried on, or not, as far as the register shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register import is_settled, old_goals

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register import OldGoal
    from planlint.tables import Nettsted


def carried_on(site: Nettsted) -> dict[str, str]:
    """Give the words for each goal of a replaced plan, by id; none of a plan of whose goals nothing is told."""
    told: dict[str, str] = {}
    for plan in site.register.planer.values():
        if plan.erstatter and is_settled(site.register, plan):
            told |= _of(site, plan)
    return told


def _of(site: Nettsted, plan: Plan) -> dict[str, str]:
    old = old_goals(site.register, plan)
    if not any(one.is_told for one in old):
        return {}
    return {one.maal.id: _words(site, one) for one in old}


def _words(site: Nettsted, old: OldGoal) -> str:
    _, lang = site.lang.gettext, site.lang
    if old.heirs:
        heirs = lang.enumeration([lang.quoted(maal.label) for maal in old.heirs])
        return _("Ført videre i {maal}.").format(maal=heirs)
    if old.dropped:
        return _("Ikke ført videre.")
    return _("Registeret viser ikke om det er ført videre.")
