"""The goal tree: the samfunnsdel in force first, then other plans' goals, then those that no longer apply."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.site.follow_up import Foelger, maaltype, rekkefoelge
from planlint.site.goal_links import nummerert, typet
from planlint.site.page import Side
from planlint.site.pages import maal_page
from planlint.text.sorting import alfabetisk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Maal, Plan
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.page_link import PageLink


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
class Maalplan:
    """A plan with its goals."""

    id: str
    tittel: str
    plan: PageLink | None
    vedtatt: str
    noder: tuple[Node, ...]


class _Tre:
    """Makes the tree."""

    def __init__(self, site: Nettsted, foelger: Foelger) -> None:
        self.site, self.register, self.foelger = site, site.register, foelger

    def rot(self, maal: Maal) -> bool:
        """Tell whether a goal stands at the top: nothing over it, a ring, or over it one that applies otherwise."""
        over = self.register.finn_maal(maal.overordnet)
        return over is None or self.register.i_ring(maal) or not self._samme(maal, over)

    def _samme(self, maal: Maal, over: Maal) -> bool:
        return self.register.maal_i_kraft(maal) == self.register.maal_i_kraft(over)

    def _under(self, maal: Maal, depth: int) -> tuple[Undermaal, ...]:
        types: dict[str, list[Node]] = defaultdict(list)
        for child in sorted(self.register.under(maal), key=lambda goal: rekkefoelge(self.site, goal)):
            if not self.rot(child):
                types[maaltype(self.site, child)].append(self.node(child, depth + 1))
        return tuple(Undermaal(name, tuple(nodes), aapen=depth == 0) for name, nodes in types.items())

    def node(self, maal: Maal, depth: int = 0) -> Node:
        """Give a goal with all under it; those at the top say their type."""
        text, lacks = self.foelger.bilde(maal)
        link = nummerert(self.site, maal) if depth else typet(self.site, maal)
        return Node(link, text, lacks, self._under(maal, depth))


def _planer(site: Nettsted, foelger: Foelger) -> Iterator[tuple[bool, Maalplan]]:
    """Give (applies, plan with goals): the samfunnsdel in force first, then by title; those that do not apply last."""
    register, tree = site.register, _Tre(site, foelger)
    tops = {plan.id for plan in register.med_rolle("samfunnsdel")}
    roots: dict[tuple[str, bool], list[Maal]] = defaultdict(list)
    for maal in sorted(register.maal.values(), key=lambda goal: rekkefoelge(site, goal)):
        if tree.rot(maal):
            roots[maal.plan, register.maal_i_kraft(maal)].append(maal)

    def place(key: tuple[str, bool]) -> tuple[bool, bool, str, str]:
        plan = register.finn_plan(key[0])
        return not key[1], key[0] not in tops, alfabetisk(plan.tittel if plan else key[0]), key[0]

    for id_, applies in sorted(roots, key=place):
        nodes = tuple(tree.node(maal) for maal in roots[id_, applies])
        yield applies, _maalplan(site, id_, register.finn_plan(id_), nodes)


def _maalplan(site: Nettsted, id_: str, plan: Plan | None, noder: tuple[Node, ...]) -> Maalplan:
    if plan is None:
        return Maalplan(id_, id_, None, "", noder)
    return Maalplan(plan.id, plan.tittel, site.lenke(plan), site.rader.plan(plan).vedtatt, noder)


def _uten(site: Nettsted, goals: Iterable[Maal]) -> tuple[PageLink, ...]:
    return tuple(typet(site, maal) for maal in sorted(goals, key=lambda goal: rekkefoelge(site, goal)))


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the goal tree, then a page for every goal."""
    _, foelger = site.lang.gettext, Foelger(site)
    plans = list(_planer(site, foelger))
    share = foelger.dekning.maal
    yield Side(
        sti="maal.html",
        mal="maal.html.j2",
        tittel=_("Målene"),
        beskrivelse=_("Målene til {kommune}, fra visjon til strategi, og hvem som følger dem opp.").format(
            kommune=site.kommune
        ),
        innhold={
            "gjelder": [plan for applies, plan in plans if applies],
            "tidligere": [plan for applies, plan in plans if not applies],
            "uten": _uten(site, foelger.uten),
            "dekket": share.antall,
            "skal": share.av,
            "uleselige": foelger.dekning.uleselige,
        },
    )
    yield from maal_page.sider(site, foelger)
