"""The timeline: every plan's period, adoptions and next revision, drawn and as a table.

Plans are grouped by sector where the sector of most of them is known, else by their type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE
from planlint.register import is_reversed, kortstatus, revisjonsfrist, sektor_over
from planlint.site.page import Page
from planlint.site.plan_groups import group_name, group_names
from planlint.site.sparse_columns import without_sparse_columns
from planlint.site.timeline import WIDTH, PlanTime, draw_timeline
from planlint.tables import CellPart, Table, column_heads, filled_groups
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.tables import Nettsted, TableRow


PATHS = ("tidslinje.html",)


def _bar_kind(site: Nettsted, plan: Plan) -> str:
    """Give how a plan's bar is drawn."""
    register = site.register
    if register.is_i_kraft(plan):
        return "gjelder"
    if register.status(plan) in AVSLUTTEDE or register.replaced_by(plan):
        return "slutt"
    return "over" if register.is_vedtatt(plan) else "arbeid"


def _status(site: Nettsted, plan: Plan) -> str:
    """Give a plan's short status."""
    return kortstatus(site.register, site.lang, plan)


def _plan_time(site: Nettsted, plan: Plan) -> PlanTime:
    register, period = site.register, plan.periode
    reversed_ = bool(period and is_reversed(period.fra, period.til))
    revision = revisjonsfrist(register, plan) if register.is_vedtatt(plan) else None
    return PlanTime(
        tittel=plan.tittel,
        sti=site.path(plan),
        merknad=_status(site, plan),
        slag=_bar_kind(site, plan),
        fra=period.fra.start if period and period.fra and not reversed_ else None,
        til=None if reversed_ else register.periodeslutt(plan),
        vedtak=tuple(event.dato.start for event in register.vedtak(plan)),
        revisjon=revision.dag if revision else None,
        forfalt=revision is not None and revision.dag < register.today,
    )


def _by_sektor(site: Nettsted) -> list[tuple[str, list[Plan]]]:
    """Give the plans of each sector by title, sectors as declared, those without one last."""
    register = site.register
    sectors = register.plansystem.sektorer
    found: dict[str, list[Plan]] = {id_: [] for id_ in [*sectors, ""]}
    for plan in _by_title(site):
        own = register.assumed.get(("sektor", plan.ansvarlig or ""), plan.ansvarlig or "")
        own = sektor_over(register.plansystem, own)
        found[own if own in sectors else ""].append(plan)
    name = site.lang.gettext("Ansvarlig ikke dokumentert")
    return [(sectors[id_].navn if id_ else name, plans) for id_, plans in found.items() if plans]


def _by_type(site: Nettsted) -> list[tuple[str, list[Plan]]]:
    """Give the plans of each type group by title."""
    found: dict[str, list[Plan]] = {name: [] for name in group_names(site)}
    for plan in _by_title(site):
        found[group_name(site, plan)].append(plan)
    return list(found.items())


def _by_title(site: Nettsted) -> list[Plan]:
    return sorted(site.register.planer.values(), key=lambda plan: (alphabetical(plan.tittel), plan.id))


def _is_by_sektor(site: Nettsted) -> bool:
    """Tell whether the sector of most plans is known."""
    sectors, plans = site.register.plansystem.sektorer, site.register.planer.values()
    known = sum(
        site.register.assumed.get(("sektor", plan.ansvarlig or ""), plan.ansvarlig or "") in sectors for plan in plans
    )
    return 2 * known > len(plans)


def _row(site: Nettsted, plan: Plan, tid: PlanTime) -> TableRow:
    lang, row = site.lang, site.rader.plan(plan)
    adopted = [lang.tidspunkt(event.dato, usikker=event.usikker) for event in site.register.vedtak(plan)]
    extended = site.register.last_event(plan, "forlenget")
    longer = (
        lang.gettext("forlenget til {tid}").format(tid=lang.tidspunkt(extended.til))
        if extended and extended.til
        else ""
    )
    return (
        (CellPart(plan.tittel, site.path(plan)),),
        tid.merknad,
        ", ".join(part for part in (row.periode, longer) if part),
        ", ".join(adopted),
        lang.dato(tid.revisjon) if tid.revisjon else "",
    )


def _table(site: Nettsted, groups: list[tuple[str, list[tuple[Plan, PlanTime]]]]) -> Table:
    _ = site.lang.gettext
    return Table(
        id="tidslinje-tabell",
        navn=_("Periode, vedtak og neste revisjon"),
        om=_("Tabellen viser det samme som tegningen. Et tomt felt er ikke dokumentert."),
        tomt=_("Registeret viser ikke periode, vedtak eller revisjon for noen plan."),
        kolonner=column_heads((_("Plan"), _("Status"), _("Periode"), _("Vedtatt eller revidert"), _("Neste revisjon"))),
        grupper=filled_groups((name, [_row(site, plan, time) for plan, time in plans]) for name, plans in groups),
        gruppenavn=_("Sektor") if _is_by_sektor(site) else _("Plantype"),
    )


def _content(site: Nettsted) -> dict[str, object]:
    by_sektor = _is_by_sektor(site)
    grouped = _by_sektor(site) if by_sektor else _by_type(site)
    every = [(name, [(plan, _plan_time(site, plan)) for plan in plans]) for name, plans in grouped]
    groups = [(name, [pair for pair in plans if pair[1].days]) for name, plans in every]
    groups = [(name, plans) for name, plans in groups if plans]
    drawn = sum(len(plans) for _, plans in groups)
    return {
        "tegning": draw_timeline([(name, [time for _, time in plans]) for name, plans in groups], site.register.today),
        "bredde": WIDTH,
        "antall": drawn,
        "uten_tid": len(site.register.planer) - drawn,
        "etter_sektor": by_sektor,
        "rader": without_sparse_columns(_table(site, groups), site.lang),
    }


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _ = site.lang.gettext
    yield Page(
        sti="tidslinje.html",
        mal="tidslinje.html.j2",
        tittel=_("Tidslinje"),
        beskrivelse=_("Perioden, vedtakene og neste revisjon for hver plan i {kommune}.").format(kommune=site.kommune),
        innhold=_content(site),
        soekeord="periode revisjon utløper kalender",
    )
