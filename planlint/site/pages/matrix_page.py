"""Plans and goals: which plans in force follow up which goals of the samfunnsdel in force, as a table of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import Maal
from planlint.register import gjeldende_over, measure_dekning
from planlint.site.page import Page
from planlint.tables import CellPart, PageLink, Table, filled_groups
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.model import Plan
    from planlint.register import Dekning, Register
    from planlint.tables import Nettsted, TableRow

    Linked = Mapping[str, Mapping[str, str]]

DIRECT, INDIRECT = N_("Direkte"), N_("Indirekte")
_NARROW, _BREDEST = 6, 12


def maalgrupper(register: Register, found: Dekning) -> list[list[Maal]]:
    """Give the goals of the samfunnsdel that must be followed up or divided (hovedmål and delmål), tree by tree."""
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    trees = [[rad.maal for rad in gruppe.rader if rad.maal.plan in tops] for gruppe in found.grupper]
    return [goals for tree in trees if (goals := [maal for maal in tree if _counts(register, maal)])]


def _counts(register: Register, maal: Maal) -> bool:
    type_ = register.maaltype(maal)
    return type_ is not None and (type_.skal_foelges_opp or type_.skal_deles)


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


def _content(site: Nettsted) -> dict[str, object]:
    register, found = site.register, measure_dekning(site.register)
    trees = maalgrupper(register, found)
    goals = [maal for tree in trees for maal in tree]
    plans = sorted((rad.plan for rad in found.planer), key=lambda plan: (alphabetical(plan.tittel), plan.id))
    linked: dict[str, dict[str, str]] = {maal.id: {} for maal in goals}
    without = []
    for plan in plans:
        leads = {id_: how for id_, how in linked_goals(register, plan).items() if id_ in linked}
        for id_, how in leads.items():
            linked[id_][plan.id] = how
        without += [] if leads else [plan]
    return {
        "samfunnsdel": tuple(map(site.link, register.plans_with_rolle("samfunnsdel"))),
        "antall_maal": len(goals),
        "antall_planer": len(plans),
        "uten_plan": tuple(PageLink(_name(maal), site.path(maal)) for maal in goals if not linked[maal.id]),
        "uten_maal": tuple(map(site.link, without)),
        "tabeller": list(_tables(site, trees, linked)),
    }


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
