"""The timeline: every plan's period, adoptions and next revision, drawn and as a table.

Plans are grouped by sector where the sector of most of them is known, else by their type. Where they are many the
timeline is cut into pages, each with its drawing and its table; the years are the same on all of them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE
from planlint.register import is_reversed, kortstatus, revisjonsfrist, sektor_over
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.plan_groups import group_name, group_names
from planlint.site.sparse_columns import without_sparse_columns
from planlint.site.timeline import WIDTH, PlanTime, draw_timeline, make_axis
from planlint.tables import CellPart, PageLink, Table, column_heads, filled_groups, list_parts
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Plan
    from planlint.site.timeline import TimelineDrawing
    from planlint.tables import ListPart, Nettsted, TableRow

PATH = "tidslinje.html"
PATHS = (PATH, "tidslinje-*.html")
_ROW, _SHAPE, _GROUP = 330, 55, 420
"""What a plan, each shape of its time and the head of a group weigh in every language, in the drawing and the table."""


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
    inexact = revision.tid if revision and not revision.tid.is_day else None
    adopted = dict.fromkeys(event.dato for event in register.vedtak(plan))
    return PlanTime(
        tittel=site.name(plan),
        sti=site.path(plan),
        merknad=_status(site, plan),
        slag=_bar_kind(site, plan),
        fra=period.fra.start if period and period.fra and not reversed_ else None,
        til=None if reversed_ else register.periodeslutt(plan),
        vedtak=tuple(day.start for day in adopted if day.is_day),
        revisjon=revision.dag if revision and not inexact else None,
        forfalt=revision is not None and revision.dag < register.today,
        vedtaksrom=tuple((day.start, day.slutt) for day in adopted if not day.is_day),
        revisjonsrom=(inexact.start, inexact.slutt) if inexact else None,
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
        (CellPart(site.name(plan), site.path(plan)),),
        tid.merknad,
        ", ".join(part for part in (row.periode, longer) if part),
        ", ".join(adopted),
        _next_revision(site, plan),
    )


def _next_revision(site: Nettsted, plan: Plan) -> str:
    """Give a plan's next revision as the register has it: a year where it tells no day."""
    found = revisjonsfrist(site.register, plan) if site.register.is_vedtatt(plan) else None
    doubt = bool(found and found.felt[0] == "revisjon" and plan.revisjon and plan.revisjon.usikker)
    return site.lang.tidspunkt(found.tid, usikker=doubt) if found else ""


def _weight(pair: tuple[Plan, PlanTime]) -> int:
    """Give about how many bytes a plan is, in the drawing and in the table; in all languages the same."""
    time = pair[1]
    return _ROW + _SHAPE * (len(time.days) + 1) + 2 * (len(time.tittel.encode()) + len(time.sti))


def _table(site: Nettsted, groups: Sequence[tuple[str, Sequence[tuple[Plan, PlanTime]]]]) -> Table:
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


def _groups(site: Nettsted) -> list[tuple[str, list[tuple[Plan, PlanTime]]]]:
    """Give the plans with a time by their groups."""
    grouped = _by_sektor(site) if _is_by_sektor(site) else _by_type(site)
    every = [(name, [(plan, _plan_time(site, plan)) for plan in plans]) for name, plans in grouped]
    timed = [(name, [pair for pair in plans if pair[1].days]) for name, plans in every]
    return [(name, plans) for name, plans in timed if plans]


def _parts(site: Nettsted) -> Iterator[tuple[ListPart[str, tuple[Plan, PlanTime]], TimelineDrawing, Table]]:
    """Yield the pages, each with its drawing and its rows; the years and the columns are the same on all of them."""
    groups = _groups(site)
    whole = without_sparse_columns(_table(site, groups), site.lang)
    rows = iter([row for group in whole.grupper for row in group.rader])
    axis = make_axis([day for _, plans in groups for _, time in plans for day in time.days], site.register.today)
    for part in list_parts(PATH, groups, _weight, _GROUP):
        drawn = [(name, [time for _, time in plans]) for name, plans in part.grupper]
        shown = filled_groups((name, tuple(islice(rows, len(plans)))) for name, plans in part.grupper)
        yield part, draw_timeline(drawn, site.register.today, axis), replace(whole, grupper=shown)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page; where the plans are many, the pages."""
    _, found = site.lang.gettext, list(_parts(site))
    parts = [part for part, *_both in found]
    drawn = sum(len(part.rows) for part in parts)
    shown = parts_shown(parts, lambda pair: pair[0].tittel)
    for part, tegning, rader in found:
        yield Page(
            sti=part.sti,
            mal="tidslinje.html.j2",
            tittel=part_title(site, _("Tidslinje"), part),
            beskrivelse=_("Perioden, vedtakene og neste revisjon for hver plan i {kommune}.").format(
                kommune=site.kommune
            ),
            innhold={
                "tegning": tegning,
                "bredde": WIDTH,
                "antall": len(part.rows),
                "uten_tid": len(site.register.planer) - drawn,
                "etter_sektor": _is_by_sektor(site),
                "rader": rader,
                **shown,
            },
            smuler=(PageLink(_("Tidslinje"), PATH),) if part.nummer > 1 else (),
            soekbar=part.nummer == 1,
        )
