"""Plans and goals: which plans in force follow up which goals of the samfunnsdel in force, as a table of words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_
from planlint.model import Maal
from planlint.register import FulgtOpp, gjeldende_over, known_by, measure_dekning
from planlint.site.empty_matrix import why_empty
from planlint.site.follow_up import maaltype
from planlint.site.page import Page
from planlint.tables import CellPart, PageLink, Table, filled_groups
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.model import Plan
    from planlint.register import Dekning, MaalCoverage, Register
    from planlint.tables import Nettsted, TableRow

    Linked = Mapping[str, Mapping[str, str]]

PATHS = ("matrise.html",)
DIRECT, INDIRECT = N_("Direkte"), N_("Indirekte")
_NARROW, _BREDEST = 6, 12


class MatrixGroup(NamedTuple):
    """Goals that share a table: a hovedmål with those under it, or goals of one type that stand alone."""

    id: str
    navn: str
    om: str
    maal: tuple[Maal, ...]


def matrix_groups(site: Nettsted, found: Dekning, linked: Linked) -> list[MatrixGroup]:
    """Give the goals that are columns, tree by tree, as `coverage` orders them.

    A column is a goal that must be followed up or divided, and whatever goal a plan leads to, so that no plan with a
    thread to the samfunnsdel is without one here. Goals without any above or below are gathered by their type.
    """
    register = site.register
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    groups: dict[str, list[list[Maal]]] = defaultdict(list)
    for gruppe in found.grupper:
        if tree := [rad.maal for rad in gruppe.rader if rad.maal.plan in tops]:
            groups[tree[0].id if len(tree) > 1 else f"type-{tree[0].type}"].append(tree)
    named = (_group(site, trees, linked) for trees in groups.values())
    return [group for group in named if group.maal]


def _group(site: Nettsted, trees: Sequence[Sequence[Maal]], linked: Linked) -> MatrixGroup:
    """Gather the columns of a tree, or of goals of one type that stand alone, under a name."""
    top, _ = trees[0][0], site.lang.gettext
    goals = tuple(maal for tree in trees for maal in tree if _counts(site.register, maal, linked))
    if len(trees) > 1:
        name = maaltype(site, top)
        about = _("Tabellen viser planene som følger opp mål av typen «{type}».").format(type=name)
        return MatrixGroup(f"type-{top.type}", name, about, goals)
    about = _("Tabellen viser planene som følger opp «{maal}» eller et mål under.").format(maal=top.label)
    return MatrixGroup(top.id, top.label, about, goals)


def _counts(register: Register, maal: Maal, linked: Linked) -> bool:
    type_ = register.maaltype(maal)
    return bool(linked.get(maal.id)) or (type_ is not None and (type_.skal_foelges_opp or type_.skal_deles))


def linked_goals(register: Register, plan: Plan) -> dict[str, str]:
    """Give the goals that a plan leads to by way of what is in force: directly, or through others."""
    direct = {goal.id for anchor in plan.forankring if (goal := register.find_maal(anchor.maal))}
    over = (node for node in gjeldende_over(register, plan) if isinstance(node, Maal))
    return {maal.id: DIRECT if maal.id in direct else INDIRECT for maal in over}


def links_of_plans(register: Register, plans: Iterable[Plan]) -> dict[str, dict[str, str]]:
    """Give for each goal of the samfunnsdel the plans that lead to it, and how.

    What only stands above a goal that the plan leads to, and need not be followed up itself, is left out.
    """
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    linked: dict[str, dict[str, str]] = defaultdict(dict)
    for plan in plans:
        leads = {id_: how for id_, how in linked_goals(register, plan).items() if register.maal[id_].plan in tops}
        nearest = {id_ for id_, how in leads.items() if how == DIRECT or _counts(register, register.maal[id_], {})}
        for id_ in nearest or leads:
            linked[id_][plan.id] = leads[id_]
    return linked


def _rows(site: Nettsted, goals: Sequence[Maal], linked: Linked) -> Iterator[TableRow]:
    """Give a row for each plan that leads to one of these goals."""
    plans, lang = site.register.planer, site.lang
    for id_ in sorted(
        {id_ for maal in goals for id_ in linked[maal.id]}, key=lambda id_: (alphabetical(plans[id_].tittel), id_)
    ):
        words = (linked[maal.id].get(id_) for maal in goals)
        yield (
            (CellPart(site.name(plans[id_]), site.path(plans[id_])),),
            *(lang.gettext(word or "–") for word in words),
        )


def _tables(site: Nettsted, groups: Sequence[MatrixGroup], linked: Linked) -> Iterator[Table]:
    """Yield a table for each group, more than one where there are very many goals."""
    for group in groups:
        goals = [maal for maal in group.maal if linked.get(maal.id)]
        for first in range(0, len(goals), _BREDEST):
            yield _table(site, group, goals[first : first + _BREDEST], first // _BREDEST, linked)


def _table(site: Nettsted, group: MatrixGroup, goals: Sequence[Maal], part: int, linked: Linked) -> Table:
    """Make the table of some goals of a group, and the plans that lead to them."""
    _ = site.lang.gettext
    more = f", {_('del {nummer}').format(nummer=part + 1)}" if part else ""
    return Table(
        id=f"matrise-{group.id}-{part + 1}",
        navn=group.navn + more,
        om=group.om,
        tomt="",
        kolonner=(CellPart(_("Plan")), *(CellPart(maal.label, site.path(maal)) for maal in goals)),
        grupper=filled_groups([("", _rows(site, goals, linked))]),
        klasse="koblinger bred" if len(goals) > _NARROW else "koblinger",
    )


def _goals(register: Register, found: Dekning) -> list[MaalCoverage]:
    """Give the goals of the samfunnsdel in force, as `coverage` orders them."""
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    return [rad for gruppe in found.grupper for rad in gruppe.rader if rad.maal.plan in tops]


def _content(site: Nettsted) -> dict[str, object]:
    register, found = site.register, measure_dekning(site.register)
    plans = sorted((rad.plan for rad in found.planer), key=lambda plan: (alphabetical(plan.tittel), plan.id))
    linked = links_of_plans(register, plans)
    groups = matrix_groups(site, found, linked)
    tables = list(_tables(site, groups, linked))
    without = {rad.plan.id for rad in found.without_traad}
    return {
        "samfunnsdel": tuple(map(site.link, register.plans_with_rolle("samfunnsdel"))),
        "antall_maal": sum(rad.skal for rad in _goals(register, found)),
        "antall_planer": len(plans),
        "uten_plan": _links(site, found, FulgtOpp.IKKE_DOKUMENTERT),
        "bare_tiltak": _links(site, found, FulgtOpp.AV_TILTAK),
        "uten_maal": tuple(site.link(plan) for plan in plans if plan.id in without),
        "tabeller": tables,
        "tidligere": [] if tables else list(_earlier(site)),
        "tomt_fordi": why_empty(site, found),
    }


def _earlier(site: Nettsted) -> Iterator[PageLink]:
    """Yield the editions of other days in which there is a table, the newest first."""
    for day in sorted(site.valg.tidspunkter, reverse=True):
        if day < site.register.today:
            then = known_by(site.register, day)
            if links_of_plans(then, (rad.plan for rad in measure_dekning(then).planer)):
                told = site.lang.gettext("Slik var det {dag}").format(dag=site.lang.dato(day))
                yield PageLink(told, f"tid/{day.isoformat()}/matrise.html#tabell")


def _links(site: Nettsted, found: Dekning, how: FulgtOpp) -> tuple[PageLink, ...]:
    """Give the goals that are followed up in one way, of those that must be."""
    goals = (rad.maal for rad in _goals(site.register, found) if rad.skal and rad.fulgt_opp is how)
    return tuple(PageLink(maal.label, site.path(maal)) for maal in goals)


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
    )
