"""The doors of the front page: one for each reader, with what it asks, and the short ways to each part of the answer.

Resident, politician and planner have a door each, alike in size. Each question that is asked most has its answer one
click away: under the door stand links right to the part of the page that answers it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.output import AGENDA_TITLE, agenda_to_decide
from planlint.site.pages.behandling_page import undecided
from planlint.site.pages.planstrategier_page import next_deadline
from planlint.site.pages.sektor_page import PATH, plans_by_sektor
from planlint.site.pages.tema_page import temaer
from planlint.tables import AGENDA, PageLink, agenda, count_late, told_time

if TYPE_CHECKING:
    from planlint.tables import Nettsted

_MOST = 6
_NEXT_IN, _NEXT_BY = N_("Neste: {hva}, {tid}"), N_("Neste: {hva}, senest {tid}")
_LATE = NN_("{n} plan er over fristen", "{n} planer er over fristen")
_TO_TAKE_UP = NN_(
    "{n} plan kan tas opp i planstrategien for {periode}",
    "{n} planer kan tas opp i planstrategien for {periode}",
)
_SECTORS = NN_("{n} sektor har planer i registeret", "{n} sektorer har planer i registeret")


@dataclass(frozen=True, slots=True)
class Door:
    """A door: whose it is, the question it answers, where it leads, what stands on it, and short ways to the parts.

    `leser` is the reader, "" for what is told behind another's door (`told`).
    """

    id: str
    navn: str
    sti: str
    om: str
    veier: tuple[PageLink, ...]
    leser: str = ""


def _counted(site: Nettsted, text: str, number: int) -> str:
    return f"{text} ({site.lang.number(number)})"


def _to_decide(site: Nettsted) -> Door:
    lang, late = site.lang, count_late(site)
    return Door(
        "behandling",
        lang.gettext("Hva venter på en avgjørelse?"),
        "behandling.html#over-fristen",
        lang.ngettext(*_LATE, late)
        if late
        else lang.gettext("Registeret viser ingen planer over fristen når lovens egne frister ikke regnes med."),
        tuple(
            PageLink(_counted(site, one.navn, len(one.planer)), f"behandling.html#{one.id}") for one in undecided(site)
        ),
    )


def _coming(site: Nettsted) -> Door:
    lang, coming = site.lang, next_deadline(site)
    what = coming and (f"{coming.hva}: {coming.tittel}" if coming.tittel else coming.hva)
    working = sum(map(site.register.is_under_arbeid, site.register.planer.values()))
    named = _counted(site, lang.gettext("I arbeid, på høring eller til vedtak"), working)
    return Door(
        "neste",
        lang.gettext("Hva kommer til oss nå?"),
        "behandling.html#kommer",
        lang.gettext(_NEXT_IN if coming.tid else _NEXT_BY).format(hva=what, tid=told_time(site, coming))
        if coming
        else lang.gettext("Registeret viser ingenting som kommer det neste året."),
        (
            *([PageLink(named, "behandling.html#i-arbeid")] if working else []),
            PageLink(lang.gettext("Årshjul og valgperiode"), "aarshjul.html"),
        ),
    )


def _topics(site: Nettsted) -> Door:
    return Door(
        "tema",
        site.lang.gettext("Hva gjelder for det jeg lurer på?"),
        "tema.html",
        site.lang.gettext("Planene etter tema"),
        tuple(PageLink(tema.navn, f"tema.html#{tema.id}") for tema in temaer(site)),
        site.lang.gettext("Innbygger"),
    )


def _council(site: Nettsted) -> Door:
    """Give the politician's door: what is undecided, and what comes."""
    now, coming = _to_decide(site), _coming(site)
    name = site.lang.gettext("Hva venter på en avgjørelse, og hva kommer?")
    return replace(
        now,
        navn=name,
        om=f"{now.om.removesuffix('.')}. {coming.om}",
        veier=(
            *now.veier,
            PageLink(site.lang.gettext("Det som kommer"), coming.sti),
            *coming.veier,
            PageLink(site.lang.gettext("Siste vedtak"), "index.html#siste-vedtak"),
        ),
        leser=site.lang.gettext("Politiker"),
    )


def _planner(site: Nettsted) -> Door:
    """Give the planner's door: what the next planstrategi can take up, what is missing, and the sectors' plans."""
    lang, rows, sectors = site.lang, len(agenda(site).rader), _sectors(site)
    ours, span = agenda_to_decide(agenda(site)), agenda(site).valgperiode.replace("-", "–")
    none = lang.gettext("Registeret viser ingenting som kan tas opp i planstrategien for {periode}.")
    return Door(
        "planlegger",
        lang.gettext("Hva kan inn i neste planstrategi, og hva mangler?"),
        f"{AGENDA}.html",
        (lang.choose(*_TO_TAKE_UP, ours) if ours else none).format(n=lang.number(ours), periode=span),
        (
            PageLink(_counted(site, lang.gettext(AGENDA_TITLE), rows), f"{AGENDA}.html"),
            PageLink(lang.gettext("Kontroll av registeret"), "helse.html"),
            PageLink(lang.gettext("Lovkrav til planer"), "lov.html"),
            PageLink(lang.gettext("Tidslinje"), "tidslinje.html"),
            *([PageLink(sectors.navn, sectors.sti), *sectors.veier] if sectors else ()),
        ),
        lang.gettext("Planlegger"),
    )


def _sectors(site: Nettsted) -> Door | None:
    """Give the door of the sectors; None where no plan is known to belong to one."""
    names = site.register.plansystem.sektorer
    held = [id_ for id_, plans in plans_by_sektor(site).items() if id_ and plans]
    if not held:
        return None
    return Door(
        "sektor",
        site.lang.gettext("Hvilke planer har min sektor?"),
        PATH,
        site.lang.ngettext(*_SECTORS, len(held)),
        tuple(PageLink(names[id_].navn, f"{PATH}#{id_}") for id_ in held[:_MOST]),
    )


def doors(site: Nettsted) -> tuple[Door, ...]:
    """Give the doors, one for each reader."""
    return _topics(site), _council(site), _planner(site)


def told(site: Nettsted) -> dict[str, str]:
    """Give what stands on each door, and on what is told behind one, by its id: for a municipality's own front page."""
    found = (*doors(site), _to_decide(site), _coming(site), _sectors(site))
    return {door.id: door.om for door in found if door}
