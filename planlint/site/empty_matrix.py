"""Why the matrix of plans and goals is empty: what the plans are anchored in instead, as far as the register shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.register import RoedTraad
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
    """Give the titles of the plans that a plan is anchored in, by a goal or by the plan itself."""
    register = site.register
    found = set()
    for anchor in plan.forankring:
        maal = register.find_maal(anchor.maal)
        over = register.find_plan(maal.plan if maal else anchor.plan)
        if over:
            found.add(over.tittel)
    return found


def why_empty(site: Nettsted, found: Dekning) -> str:
    """Give in words why no plan in force leads to a goal of the samfunnsdel in force."""
    stops = [rad.plan for rad in found.planer if rad.roed_traad is RoedTraad.STOPPER]
    where = {title for plan in stops for title in _anchored_in(site, plan)}
    if not where:
        return site.lang.gettext(_NOTHING if found.planer else _NO_PLANS)
    named = [site.lang.quoted(title) for title in sorted(where, key=alphabetical)]
    told = site.lang.choose(*_ANCHORED, len(stops))
    return told.format(n=site.lang.number(len(stops)), hva=site.lang.enumeration(named))
