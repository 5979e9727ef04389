"""All plans: those in force by group, those that end this year, then the rest by where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.model import VEDTAK
from planlint.register import (
    AVSLUTTET,
    BEING_MADE,
    I_KRAFT,
    NO_STATUS,
    PLANLAGT,
    UTLOEPT,
    stilling_of_plan,
    utloeper,
)
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.plan_groups import group_id, group_name, group_names
from planlint.site.plan_lists import PlanGroup, PlanLine, PlanSection, is_one_page
from planlint.site.reckoning import findings_sentence
from planlint.site.search_entry import STANDINGS
from planlint.site.sparse_columns import kept_columns
from planlint.tables import PageLink
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.tables import Nettsted

PATHS = ("planer.html", "planer/*.html")
_SECTIONS = {
    I_KRAFT: (
        STANDINGS[I_KRAFT],
        N_(
            "Planene her gjelder så langt registeret viser: De er ført som vedtatt eller tatt til orientering, også "
            "mens de revideres, og registeret viser ikke at de er erstattet eller opphevet, eller at perioden er over. "
            "Bindende arealplaner gjelder også etter perioden."
        ),
        N_("Registeret viser ingen planer i kraft på denne dagen."),
    ),
    UTLOEPT: (
        STANDINGS[UTLOEPT],
        N_(
            "Planene her er ført som vedtatt eller tatt til orientering, også mens de revideres, men perioden har gått "
            "ut. Registeret viser ikke at de er erstattet eller opphevet."
        ),
        N_("Registeret viser ingen vedtatte planer med en periode som er over."),
    ),
    BEING_MADE: (
        STANDINGS[BEING_MADE],
        N_("Planene her er under arbeid ifølge registeret, som ikke viser noe vedtak ennå."),
        N_("Registeret viser ingen nye planer under arbeid."),
    ),
    PLANLAGT: (
        STANDINGS[PLANLAGT],
        N_("Planene her skal lages ifølge registeret, som ikke viser at noen arbeider med dem."),
        N_("Registeret viser ingen planer som er planlagt eller satt på vent."),
    ),
    AVSLUTTET: (
        STANDINGS[AVSLUTTET],
        N_("Planene her gjelder ikke lenger ifølge registeret: De er erstattet, opphevet, utgått eller foreldet."),
        N_("Registeret viser ingen avsluttede planer."),
    ),
    NO_STATUS: (
        STANDINGS[NO_STATUS],
        N_("Registeret viser ikke hva planene her er nå."),
        N_("Alle planer i registeret har en dokumentert status."),
    ),
}

_COLUMNS: dict[str, Ord] = {
    "vedtatt": N_("Vedtatt"),
    "periode": N_("Periode"),
    "revisjon": N_("Neste revisjon"),
    "ansvarlig": N_("Ansvarlig"),
}
_UNSHOWN = NN_(
    "For {n} av dem viser registeret ikke noe vedtak.",
    "For {n} av dem viser registeret ikke noe vedtak.",
)
_REVISED = NN_(
    "{n} plan til blir revidert. Den står under «I kraft» eller «Perioden er over».",
    "{n} planer til blir revidert. De står under «I kraft» eller «Perioden er over».",
)


def plan_line(site: Nettsted, plan: Plan) -> PlanLine:
    """Make a plan's line."""
    register = site.register
    adopted, end = register.last_event(plan, *VEDTAK), register.periodeslutt(plan)
    next_ = plan.revisjon.neste if plan.revisjon else None
    return PlanLine(
        rad=site.rader.plan(plan),
        lenke=site.link(plan),
        vedtatt=adopted.dato.start.isoformat() if adopted else "",
        slutt=end.isoformat() if end else "",
        revisjon=next_.start.isoformat() if next_ else "",
    )


def _groups(site: Nettsted, id_: str, planer: Iterable[Plan]) -> tuple[PlanGroup, ...]:
    """Gather plans by group."""
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in planer:
        found[group_name(site, plan)].append(plan)
    return tuple(
        PlanGroup(
            group_id(site, id_, name),
            name,
            tuple(
                plan_line(site, plan)
                for plan in sorted(found[name], key=lambda plan: (alphabetical(plan.tittel), plan.id))
            ),
        )
        for name in group_names(site)
        if name in found
    )


def _sections(site: Nettsted) -> tuple[PlanSection, ...]:
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in site.register.planer.values():
        found[stilling_of_plan(site.register, plan)].append(plan)
    return tuple(_section(site, id_, found) for id_ in _SECTIONS)


def _section(site: Nettsted, id_: str, found: Mapping[str, Sequence[Plan]]) -> PlanSection:
    name, about, empty = (site.lang.gettext(text) for text in _SECTIONS[id_])
    groups = _groups(site, id_, found[id_])
    rows = [line.rad for group in groups for line in group.linjer]
    kept, left_out = kept_columns(site.lang, rows, _COLUMNS)
    return PlanSection(
        id_,
        name,
        " ".join(text for text in (about, _more_about(site, id_, found), left_out) if text),
        empty,
        len(found[id_]),
        groups,
        kept,
    )


def _more_about(site: Nettsted, id_: str, found: Mapping[str, Sequence[Plan]]) -> str:
    """Say what the heading of a section does not: adoptions not shown, revisions that stand elsewhere, the findings."""
    register, lang = site.register, site.lang
    if id_ in {I_KRAFT, UTLOEPT} and (number := sum(not register.vedtak(plan) for plan in found[id_])):
        return lang.ngettext(*_UNSHOWN, number)
    if id_ == BEING_MADE:
        elsewhere = sum(register.is_under_arbeid(plan) for plan in (*found[I_KRAFT], *found[UTLOEPT]))
        return lang.ngettext(*_REVISED, elsewhere) if elsewhere else ""
    return findings_sentence(site, found[id_], frozenset(("PL409",))) if id_ == NO_STATUS else ""


def _with_places(section: PlanSection) -> PlanSection:
    """Give a section whose groups say on which page they begin."""
    places: dict[str, str] = {}
    for part in section.parts:
        for group, _ in part.grupper:
            places.setdefault(group.id, f"{part.sti}#{group.id}")
    return replace(section, grupper=tuple(replace(group, sti=places[group.id]) for group in section.grupper))


def _part_pages(site: Nettsted, section: PlanSection) -> Iterator[Page]:
    """Yield the pages of a section that does not stand on the list of all plans."""
    _, found = site.lang.gettext, section.parts
    for part in found:
        groups = tuple(replace(group, linjer=lines) for group, lines in part.grupper)
        yield Page(
            sti=part.sti,
            mal="planer-del.html.j2",
            tittel=part_title(site, _("Planer: {navn}").format(navn=section.navn), part),
            beskrivelse=section.om,
            innhold={"del": section, "grupper": groups, **parts_shown(found, lambda line: line.lenke.tekst)},
            smuler=(PageLink(_("Alle planer"), "planer.html"),),
            soekbar=False,
        )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the list of all plans; where they are many, a list of lists, and the lists."""
    _, ending = site.lang.gettext, [plan for plan in site.register.planer.values() if utloeper(site.register, plan)]
    sections = _sections(site)
    if is_whole := is_one_page(sections):
        shown = sections
    else:
        shown = tuple(_with_places(section) for section in sections)
        for section in sections:
            yield from _part_pages(site, section)
    yield Page(
        sti="planer.html",
        mal="planer.html.j2",
        tittel=_("Alle planer"),
        beskrivelse=_("Alle planene til {kommune}: i kraft, under arbeid, planlagt og avsluttet.").format(
            kommune=site.kommune
        ),
        innhold={
            "antall": len(site.register.planer),
            "utloeper": tuple(
                (site.link(plan), site.lang.format("{tid:ved}", tid=end))
                for plan in sorted(ending, key=lambda plan: (alphabetical(plan.tittel), plan.id))
                if (end := site.register.period_end(plan))
            ),
            "avsnitt": shown,
            "delt": not is_whole,
        },
    )
