"""Plans and goals: which plans in force follow up which goals of the samfunnsdel in force, as a table of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import Maal
from planlint.register import FulgtOpp, gjeldende_over, measure_dekning
from planlint.site.page import Page
from planlint.tables import CellPart, PageLink, Table, filled_groups
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.model import Plan
    from planlint.register import Dekning, MaalCoverage, Register
    from planlint.tables import Nettsted, TableRow

    Linked = Mapping[str, Mapping[str, str]]

DIRECT, INDIRECT = N_("Direkte"), N_("Indirekte")
_NARROW, _BREDEST = 6, 12


def maalgrupper(register: Register, found: Dekning) -> list[list[MaalCoverage]]:
    """Give the goals of the samfunnsdel in force, tree by tree: any of them can be what a plan is anchored in."""
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    trees = ([rad for rad in gruppe.rader if rad.maal.plan in tops] for gruppe in found.grupper)
    return [tree for tree in trees if tree]


def linked_goals(register: Register, plan: Plan) -> dict[str, str]:
    """Give the goals that a plan leads to by way of what is in force: directly, or through others."""
    found: dict[str, str] = {goal.id: DIRECT for anchor in plan.forankring if (goal := register.find_maal(anchor.maal))}
    for over in gjeldende_over(register, plan):
        if isinstance(over, Maal):
            found.setdefault(over.id, INDIRECT)
    return found


def _name(maal: Maal) -> str:
    return f"{maal.nummer or ''} {maal.tittel}".strip()


def _rows(site: Nettsted, goals: Sequence[Maal], linked: Linked) -> Iterator[TableRow]:
    """Give a row for each plan that leads to one of these goals."""
    plans, lang = site.register.planer, site.lang
    for id_ in sorted(
        {id_ for maal in goals for id_ in linked[maal.id]}, key=lambda id_: (alphabetical(plans[id_].tittel), id_)
    ):
        words = (linked[maal.id].get(id_) for maal in goals)
        yield ((CellPart(plans[id_].tittel, site.path(plans[id_])),), *(lang.gettext(word or "–") for word in words))


def _tables(site: Nettsted, trees: Sequence[Sequence[Maal]], linked: Linked) -> Iterator[Table]:
    """Yield a table for each hovedmål with the goals under it, more than one where there are very many goals."""
    for tree in trees:
        goals = [maal for maal in tree if linked[maal.id]]
        for first in range(0, len(goals), _BREDEST):
            yield _table(site, tree[0], goals[first : first + _BREDEST], first // _BREDEST, linked)


def _table(site: Nettsted, top: Maal, goals: Sequence[Maal], part: int, linked: Linked) -> Table:
    """Make the table of some goals of a hovedmål, and the plans that lead to them."""
    _ = site.lang.gettext
    more = f", {_('del {nummer}').format(nummer=part + 1)}" if part else ""
    return Table(
        id=f"matrise-{top.id}-{part + 1}",
        navn=_name(top) + more,
        om=_("Tabellen viser planene som følger opp «{maal}» eller et mål under.").format(maal=_name(top)),
        tomt="",
        kolonner=(CellPart(_("Plan")), *(CellPart(_name(maal), site.path(maal)) for maal in goals)),
        grupper=filled_groups([("", _rows(site, goals, linked))]),
        klasse="bred" if len(goals) > _NARROW else "",
    )


def _linked(register: Register, found: Dekning, goals: Iterable[Maal]) -> Linked:
    """Give for each goal the plans that lead to it, and how: one for each plan with a thread, and for no other."""
    linked: dict[str, dict[str, str]] = {maal.id: {} for maal in goals}
    plans = sorted((rad.plan for rad in found.planer), key=lambda plan: (alphabetical(plan.tittel), plan.id))
    for plan in plans:
        for id_, how in linked_goals(register, plan).items():
            if id_ in linked:
                linked[id_][plan.id] = how
    return linked


def _content(site: Nettsted) -> dict[str, object]:
    register, found = site.register, measure_dekning(site.register)
    trees = maalgrupper(register, found)
    goals = [rad for tree in trees for rad in tree]
    linked = _linked(register, found, (rad.maal for rad in goals))
    without = sorted((rad.plan for rad in found.without_traad), key=lambda plan: (alphabetical(plan.tittel), plan.id))
    return {
        "samfunnsdel": tuple(map(site.link, register.plans_with_rolle("samfunnsdel"))),
        "antall_maal": sum(rad.skal for rad in goals),
        "antall_planer": len(found.planer),
        "uten_plan": _links(site, goals, FulgtOpp.IKKE_DOKUMENTERT),
        "bare_tiltak": _links(site, goals, FulgtOpp.AV_TILTAK),
        "uten_maal": tuple(map(site.link, without)),
        "tabeller": list(_tables(site, [[rad.maal for rad in tree] for tree in trees], linked)),
    }


def _links(site: Nettsted, goals: Iterable[MaalCoverage], how: FulgtOpp) -> tuple[PageLink, ...]:
    """Give the goals that are followed up in one way, of those that must be."""
    found = (rad.maal for rad in goals if rad.skal and rad.fulgt_opp is how)
    return tuple(PageLink(_name(maal), site.path(maal)) for maal in found)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _ = site.lang.gettext
    yield Page(
        sti="matrise.html",
        mal="matrise.html.j2",
        tittel=_("Planer og mål"),
        beskrivelse=_("Hvilke planer som følger opp hvilke mål i samfunnsdelen til {kommune}.").format(
            kommune=site.kommune
        ),
        innhold=_content(site),
        smuler=(PageLink(_("Planer"), "planer.html"),),
        soekeord="matrise forankring rød tråd",
    )
