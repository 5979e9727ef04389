"""The front page: what this is, how it stands today, what was decided last, and one click to what you came for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.model import TOLD_AS_VEDTAK
from planlint.register import measure_dekning, revisjonsfrist, utloeper
from planlint.site.front_doors import doors, told
from planlint.site.page import Page
from planlint.site.plan_map import PlanMap
from planlint.site.plan_states import STATES
from planlint.site.reckoning import knowledge_sentences, late_by_standing, without_need_of_thread
from planlint.tables import count_late
from planlint.text import EVENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted, PageLink

PATHS = ("index.html",)
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
    register, _ = site.register, site.lang.gettext
    ending = sum(utloeper(register, plan) for plan in register.planer.values())
    found = measure_dekning(register)
    late, parts = _(N_("planer over fristen")), late_by_standing(site)
    threadless = _(N_("planer i kraft uten dokumentert rød tråd til samfunnsdelen, av {n} som kan ha en"))
    return (
        FrontNumber(
            len(register.gjeldende()), _(N_("planer i kraft så langt registeret viser")), "planer.html#i-kraft"
        ),
        FrontNumber(count_late(site), f"{late} ({parts})" if parts else late, "behandling.html#over-fristen"),
        FrontNumber(
            len(found.without_traad),
            threadless.format(n=site.lang.number(len(found.planer))),
            "helse.html#uforankret",
        ),
        FrontNumber(ending, _(N_("planer som utløper i år")), "planer.html#utloeper"),
    )


def _doubts(site: Nettsted) -> tuple[str, ...]:
    """Say what the numbers do not know: of the plans in force, how many have no end, and from when they are known."""
    register, lang = site.register, site.lang
    current = register.gjeldende()
    ended = [plan for plan in current if register.periodeslutt(plan) or revisjonsfrist(register, plan)]
    told = []
    if current:
        text = lang.gettext(
            "Av de {alle} planene i kraft har {n} en sluttdato eller en frist for revisjon i registeret. For {uten} er "
            "ingen av delene dokumentert."
        )
        numbers = {"alle": len(current), "n": len(ended), "uten": len(current) - len(ended)}
        told.append(text.format(**{name: lang.number(number) for name, number in numbers.items()}))
    exempt = without_need_of_thread(site)
    if exempt:
        words = NN_(
            "{n} plan i kraft trenger ingen rød tråd: samfunnsdelen selv, kunnskap eller en type uten krav om det.",
            "{n} planer i kraft trenger ingen rød tråd: samfunnsdelen selv, kunnskap eller typer uten krav om det.",
        )
        told.append(lang.ngettext(*words, exempt))
    return (*told[:1], *knowledge_sentences(site), *told[1:])


def recent_vedtak(site: Nettsted, number: int = _LATEST) -> tuple[RecentVedtak, ...]:
    """Give the latest decisions about plans that have happened by the day, newest first.

    One that is only known by its year counts as of the year's first day, so that it hides none that is dated.
    """
    register = site.register
    happened = [
        (event.dato.start, plan.id, plan, event)
        for plan in register.planer.values()
        for event in register.hendelser(plan)
        if event.hva in TOLD_AS_VEDTAK
    ]
    happened.sort(key=lambda item: item[:2], reverse=True)
    return tuple(
        RecentVedtak(
            dato=site.lang.tidspunkt(event.dato, usikker=event.usikker),
            hva=site.lang.gettext(EVENT_NAMES[event.hva]),
            plan=site.link(plan),
            organ=register.plansystem.organer[event.organ].navn if event.organ in register.plansystem.organer else "",
            sak=event.sak or "",
        )
        for _, _, plan, event in happened[:number]
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the front page."""
    _, drawn, ways = site.lang.gettext, PlanMap(site), doors(site)
    yield Page(
        sti="index.html",
        mal="forside.html.j2",
        tittel=_("Plansystemet i {kommune}").format(kommune=site.kommune),
        beskrivelse=_("Planene og målene i {kommune}, de siste vedtakene, og hvordan det står til.").format(
            kommune=site.kommune
        ),
        innhold={
            "helse": _health(site),
            "forbehold": _doubts(site),
            "vedtak": recent_vedtak(site),
            "doerer": told(site),
            "innganger": ways,
            "antall_planer": len(site.register.planer),
            "linje": drawn.bar(),
            "kolonner": [_(STATES[state]) for state in drawn.present],
            "varmekart": drawn.heat(),
            "nivaaer": drawn.bands(),
        },
    )
