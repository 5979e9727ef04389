"""The goal tree: the samfunnsdel in force first, then other plans' goals, then those that no longer apply."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import goal_order
from planlint.site.follow_up import FollowUp, maaltype
from planlint.site.goal_branches import goal_branches, states_shown
from planlint.site.goal_links import numbered_link, typed_link
from planlint.site.page import Page
from planlint.site.pages import maal_page
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Maal, Plan
    from planlint.tables import Nettsted, PageLink


@dataclass(frozen=True, slots=True)
class Node:
    """A goal of the tree: its link with number, who follows it up, and the goals under it, type by type."""

    lenke: PageLink
    oppfoelging: str
    uten: bool
    under: tuple[Undermaal, ...]


@dataclass(frozen=True, slots=True)
class Undermaal:
    """The goals of one type under a goal; the first level below the top stands open."""

    type: str
    noder: tuple[Node, ...]
    aapen: bool


@dataclass(frozen=True, slots=True)
class MaalPlan:
    """A plan with its goals."""

    id: str
    tittel: str
    plan: PageLink | None
    vedtatt: str
    noder: tuple[Node, ...]


class _Tree:
    """Makes the tree."""

    def __init__(self, site: Nettsted, foelger: FollowUp) -> None:
        self.site, self.register, self.foelger = site, site.register, foelger

    def is_root(self, maal: Maal) -> bool:
        """Tell whether a goal stands at the top: nothing over it, a ring, or over it one that applies otherwise."""
        over = self.register.find_maal(maal.overordnet)
        return over is None or self.register.is_in_ring(maal) or not self._same(maal, over)

    def _same(self, maal: Maal, over: Maal) -> bool:
        return self.register.is_maal_i_kraft(maal) == self.register.is_maal_i_kraft(over)

    def _below(self, maal: Maal, depth: int) -> tuple[Undermaal, ...]:
        types: dict[str, list[Node]] = defaultdict(list)
        for child in sorted(self.register.maal_below(maal), key=lambda goal: goal_order(self.register, goal)):
            if not self.is_root(child):
                types[maaltype(self.site, child)].append(self.node(child, depth + 1))
        return tuple(Undermaal(name, tuple(nodes), aapen=depth == 0) for name, nodes in types.items())

    def node(self, maal: Maal, depth: int = 0) -> Node:
        """Give a goal with all under it; those at the top say their type."""
        text, lacks = self.foelger.picture(maal)
        link = numbered_link(self.site, maal) if depth else typed_link(self.site, maal)
        return Node(link, text, lacks, self._below(maal, depth))


def _planer(site: Nettsted, foelger: FollowUp) -> Iterator[tuple[bool, MaalPlan]]:
    """Give (applies, plan with goals): the samfunnsdel in force first, then by title; those that do not apply last."""
    register, tree = site.register, _Tree(site, foelger)
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    roots: dict[tuple[str, bool], list[Maal]] = defaultdict(list)
    for maal in sorted(register.maal.values(), key=lambda goal: goal_order(site.register, goal)):
        if tree.is_root(maal):
            roots[maal.plan, register.is_maal_i_kraft(maal)].append(maal)

    def place(key: tuple[str, bool]) -> tuple[bool, bool, str, str]:
        plan = register.find_plan(key[0])
        return not key[1], key[0] not in tops, alphabetical(plan.tittel if plan else key[0]), key[0]

    for id_, applies in sorted(roots, key=place):
        nodes = tuple(tree.node(maal) for maal in roots[id_, applies])
        yield applies, _maal_plan(site, id_, register.find_plan(id_), nodes)


def _maal_plan(site: Nettsted, id_: str, plan: Plan | None, noder: tuple[Node, ...]) -> MaalPlan:
    if plan is None:
        return MaalPlan(id_, id_, None, "", noder)
    return MaalPlan(plan.id, plan.tittel, site.link(plan), site.rader.plan(plan).vedtatt, noder)


def _unfollowed(site: Nettsted, goals: Iterable[Maal]) -> tuple[PageLink, ...]:
    return tuple(typed_link(site, maal) for maal in sorted(goals, key=lambda goal: goal_order(site.register, goal)))


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the goal tree, then a page for every goal."""
    _, foelger = site.lang.gettext, FollowUp(site)
    plans = list(_planer(site, foelger))
    share, branches = foelger.dekning.maal, goal_branches(site, foelger)
    yield Page(
        sti="maal.html",
        mal="maal.html.j2",
        tittel=_("Målene"),
        beskrivelse=_("Målene til {kommune}, fra visjon til strategi, og hvem som følger dem opp.").format(
            kommune=site.kommune
        ),
        innhold={
            "gjelder": [plan for applies, plan in plans if applies],
            "tidligere": [plan for applies, plan in plans if not applies],
            "grener": branches,
            "tilstander": list(states_shown(site, branches)),
            "uten": _unfollowed(site, foelger.unfollowed),
            "dekket": share.antall,
            "skal": share.av,
            "uleselige": foelger.dekning.uleselige,
        },
    )
    yield from maal_page.pages(site, foelger)
