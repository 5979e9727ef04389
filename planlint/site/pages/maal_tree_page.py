"""The goal tree: the samfunnsdel in force first, then other plans' goals, then those that no longer apply."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import goal_order
from planlint.site.carried_on import carried_on
from planlint.site.follow_up import FollowUp, maaltype
from planlint.site.goal_branches import goal_branches, states_shown
from planlint.site.goal_links import numbered_link, typed_link
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.tables import PageLink, is_light, list_parts
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Maal, Plan
    from planlint.tables import Nettsted

PATHS = ("maal.html", "gjeldende-maal*.html", "tidligere-maal*.html")
CURRENT, FORMER = "gjeldende-maal.html", "tidligere-maal.html"
"""Where the goals that apply and those that do not stand, where they are too many for the page of all goals."""
_PAGES = {
    CURRENT: (
        N_("Mål som gjelder"),
        N_("Målene står under planen som de er vedtatt i."),
    ),
    FORMER: (
        N_("Mål som ikke gjelder i dag"),
        N_(
            "Planen som målene står i, er ikke i kraft så langt registeret viser: den er erstattet, perioden er over, "
            "eller registeret viser ikke noe vedtak. Planer i kraft og tiltak som fortsatt viser til et mål, er talt "
            "ved målet."
        ),
    ),
}
_NODE, _TYPE = 110, 170
"""What a goal and the head of the goals of one type weigh beside what they are called."""


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
        self.carried_on = carried_on(site)

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
        text = " ".join(part for part in (self.carried_on.get(maal.id, ""), text) if part)
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
    return MaalPlan(plan.id, site.name(plan), site.link(plan), site.rader.plan(plan).vedtatt, noder)


def _unfollowed(site: Nettsted, goals: Iterable[Maal]) -> tuple[PageLink, ...]:
    return tuple(typed_link(site, maal) for maal in sorted(goals, key=lambda goal: goal_order(site.register, goal)))


def _bytes_of(node: Node) -> int:
    """Give about how many bytes a goal with all under it is; in all languages the same."""
    under = sum(_TYPE + sum(map(_bytes_of, group.noder)) for group in node.under)
    return _NODE + len(node.lenke.tekst.encode()) + len(node.lenke.sti.encode()) + under


def _tree_pages(site: Nettsted, plans: Iterable[MaalPlan], sti: str) -> Iterator[Page]:
    """Yield the pages of the goals of plans, where they have no room on the page of all goals."""
    title, about = (site.lang.gettext(text) for text in _PAGES[sti])
    parts = list_parts(sti, [(plan, plan.noder) for plan in plans], _bytes_of, _TYPE)
    for part in parts:
        yield Page(
            sti=part.sti,
            mal="flere-maal.html.j2",
            tittel=part_title(site, title, part),
            beskrivelse=about,
            innhold={
                "om": about,
                "planer": tuple(replace(plan, noder=nodes) for plan, nodes in part.grupper),
                **parts_shown(parts, lambda node: node.lenke.tekst),
            },
            smuler=(PageLink(site.lang.gettext("Målene"), "maal.html"),),
            soekbar=part.nummer == 1,
        )


def _has_room(plans: Iterable[MaalPlan], unfollowed: Iterable[PageLink]) -> bool:
    """Tell whether the goals of plans have room beside those that nothing follows up, which stand there twice."""
    others = [_NODE + len(link.tekst.encode()) for link in unfollowed]
    rows = [(plan.id, [_bytes_of(node) for node in plan.noder]) for plan in plans]
    return is_light([*rows, ("", [*others, *others])], int, _TYPE)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the goal tree; where it is large, in parts."""
    _, foelger = site.lang.gettext, site.gathered(FollowUp)
    plans = list(_planer(site, foelger))
    current, former = ([plan for applies, plan in plans if applies is wanted] for wanted in (True, False))
    uten = _unfollowed(site, foelger.unfollowed)
    is_whole = _has_room([*current, *former], uten)
    is_current_here = is_whole or _has_room(current, uten)
    share, branches = foelger.dekning.maal, goal_branches(site, foelger)
    yield Page(
        sti="maal.html",
        mal="maal.html.j2",
        tittel=_("Målene"),
        beskrivelse=_("Målene til {kommune}, fra visjon til strategi, og hvem som følger dem opp.").format(
            kommune=site.kommune
        ),
        innhold={
            "gjelder": current,
            "gjelder_sti": "" if is_current_here else CURRENT,
            "tidligere": former,
            "tidligere_sti": "" if is_whole or not former else FORMER,
            "grener": branches,
            "tilstander": list(states_shown(site, branches)),
            "uten": uten,
            "dekket": share.antall,
            "skal": share.av,
            "uleselige": foelger.dekning.uleselige,
        },
    )
    if not is_current_here:
        yield from _tree_pages(site, current, CURRENT)
    if not is_whole and former:
        yield from _tree_pages(site, former, FORMER)
