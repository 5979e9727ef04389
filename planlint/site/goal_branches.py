"""The goals of the samfunnsdel branch by branch: a bar and a count for each branch, and a tile for each goal in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import FulgtOpp
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Maal
    from planlint.site.follow_up import FollowUp
    from planlint.tables import Nettsted

_STATES = {
    FulgtOpp.AV_PLAN: ("av-plan", N_("en plan i kraft følger opp")),
    FulgtOpp.AV_TILTAK: ("av-tiltak", N_("bare tiltak følger opp")),
    FulgtOpp.UNDER: ("under", N_("et mål under følges opp")),
    FulgtOpp.IKKE_DOKUMENTERT: ("ikke-dokumentert", N_("oppfølging ikke dokumentert")),
}


@dataclass(frozen=True, slots=True)
class GoalTile:
    """A goal that must be followed up, and how it is."""

    lenke: PageLink
    tilstand: str
    ord: str


@dataclass(frozen=True, slots=True)
class GoalBranch:
    """A goal at the top with those under it: how many must be followed up, and for how many it is shown."""

    lenke: PageLink
    fulgt: int
    skal: int
    maal: tuple[GoalTile, ...]


def goal_branches(site: Nettsted, foelger: FollowUp) -> tuple[GoalBranch, ...]:
    """Give the branches of the samfunnsdel in force, those with at least one goal that must be followed up."""
    register = site.register
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    found = []
    for gruppe in foelger.dekning.grupper:
        tree = [rad for rad in gruppe.rader if rad.maal.plan in tops]
        told = [rad for rad in tree if rad.skal]
        if not told:
            continue
        tiles = tuple(_tile(site, rad.maal, rad.fulgt_opp) for rad in told)
        followed = sum(rad.fulgt_opp is not FulgtOpp.IKKE_DOKUMENTERT for rad in told)
        found.append(GoalBranch(_link(site, tree[0].maal), followed, len(told), tiles))
    return tuple(found)


def _tile(site: Nettsted, maal: Maal, how: FulgtOpp) -> GoalTile:
    state, words = _STATES[how]
    return GoalTile(_link(site, maal), state, site.lang.gettext(words))


def _link(site: Nettsted, maal: Maal) -> PageLink:
    return PageLink(maal.label, site.path(maal))


def states_shown(site: Nettsted, branches: Iterable[GoalBranch]) -> Iterator[tuple[str, str]]:
    """Yield (code, words) of the states that the branches have, for the key."""
    present = {tile.tilstand for branch in branches for tile in branch.maal}
    yield from ((state, site.lang.gettext(words)) for state, words in _STATES.values() if state in present)
