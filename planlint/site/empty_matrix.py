"""Why the matrix of plans and goals is empty: what the plans are anchored in instead, as far as the register shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.register import RoedTraad, planer_over
from planlint.text import alphabetical

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register import Dekning
    from planlint.tables import Nettsted

_ANCHORED = NN_(
    "{n} plan er forankret i {hva}. Derfra viser registeret ingen vei til et mål i samfunnsdelen.",
    "{n} planer er forankret i {hva}. Derfra viser registeret ingen vei til et mål i samfunnsdelen.",
)
_NOTHING = N_("Registeret viser ikke hva planene er forankret i.")
_NO_PLANS = N_("Registeret viser ingen planer i kraft som kan ha en kobling.")


def _anchored_in(site: Nettsted, plan: Plan) -> set[str]:
    """Give the titles of the plans that a plan is anchored in (`is_forankret`): by a goal, a plan, or as a part."""
    register = site.register
    found = {site.name(over) for over in planer_over(register, plan) if over}
    goals = (maal for anchor in plan.forankring if (maal := register.find_maal(anchor.maal)))
    return found | {site.name(over) for maal in goals if (over := register.find_plan(maal.plan))}


def why_empty(site: Nettsted, found: Dekning) -> str:
    """Give in words why no plan in force leads to a goal of the samfunnsdel in force."""
    stops = [rad.plan for rad in found.planer if rad.roed_traad is RoedTraad.STOPPER]
    where = {title for plan in stops for title in _anchored_in(site, plan)}
    if not where:
        return site.lang.gettext(_NOTHING if found.planer else _NO_PLANS)
    named = [site.lang.quoted(title) for title in sorted(where, key=alphabetical)]
    told = site.lang.choose(*_ANCHORED, len(stops))
    return told.format(n=site.lang.number(len(stops)), hva=site.lang.enumeration(named))
