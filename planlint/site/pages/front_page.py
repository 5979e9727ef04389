"""The front page: what this is, how it stands today, what was decided last, and one click to what you came for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import TOLD_AS_VEDTAK
from planlint.site.page import Page
from planlint.tables import FORFALT, UFORANKRET
from planlint.text import EVENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted, PageLink

_LATEST = 5


@dataclass(frozen=True, slots=True)
class FrontNumber:
    """A number with its words, and the list it leads to."""

    antall: int
    tekst: str
    sti: str


@dataclass(frozen=True, slots=True)
class RecentVedtak:
    """A decision: when, what, about which plan, by whom."""

    dato: str
    hva: str
    plan: PageLink
    organ: str
    sak: str


def _health(site: Nettsted) -> tuple[FrontNumber, ...]:
    register = site.register
    about = (*site.findings, *site.gaps)
    plans = {codes: {funn.gjelder for funn in about if funn.kode in codes} for codes in (FORFALT, UFORANKRET)}
    this_year = [
        plan
        for plan in register.gjeldende()
        if (end := register.periodeslutt(plan)) and end.year == register.today.year
    ]
    _ = site.lang.gettext
    return (
        FrontNumber(len(register.gjeldende()), _(N_("planer i kraft")), "planer.html#i-kraft"),
        FrontNumber(len(plans[FORFALT]), _(N_("planer over fristen")), "helse.html#forfalt"),
        FrontNumber(len(plans[UFORANKRET]), _(N_("planer uten forankring")), "helse.html#uforankret"),
        FrontNumber(len(this_year), _(N_("planer som utløper i år")), "planer.html#utloeper"),
    )


def recent_vedtak(site: Nettsted, number: int = _LATEST) -> tuple[RecentVedtak, ...]:
    """Give the latest decisions about plans that have happened by the day, newest first."""
    register = site.register
    happened = [
        (event.dato.slutt, plan.id, plan, event)
        for plan in register.planer.values()
        for event in register.hendelser(plan)
        if event.hva in TOLD_AS_VEDTAK
    ]
    happened.sort(key=lambda item: item[:2], reverse=True)
    return tuple(
        RecentVedtak(
            dato=site.lang.tidspunkt(event.dato),
            hva=site.lang.gettext(EVENT_NAMES[event.hva]),
            plan=site.link(plan),
            organ=register.plansystem.organer[event.organ].navn if event.organ in register.plansystem.organer else "",
            sak=event.sak or "",
        )
        for _, _, plan, event in happened[:number]
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the front page."""
    _ = site.lang.gettext
    yield Page(
        sti="index.html",
        mal="forside.html.j2",
        tittel=_("Plansystemet i {kommune}").format(kommune=site.kommune),
        beskrivelse=_("Planer, mål og beslutninger i {kommune}, og hvordan det står til med dem.").format(
            kommune=site.kommune
        ),
        innhold={"helse": _health(site), "vedtak": recent_vedtak(site)},
    )
