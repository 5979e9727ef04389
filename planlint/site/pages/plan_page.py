"""Every plan's page: where it stands, what was decided, what it follows up and what follows it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from planlint.output import seen_sentence
from planlint.register import (
    Gjelder,
    Kunnskap,
    ending_of,
    gjelder,
    has_replaced,
    kortstatus,
    medvirkning,
    overskridelser,
    stilling_sentence,
    to_replace,
    viten,
)
from planlint.site.measurements import Measurements, progress_sentence
from planlint.site.page import Page
from planlint.site.plan.budsjett_table import budsjett_table
from planlint.site.plan.events import beslutninger, hendelser
from planlint.site.plan.metadata import jsonld
from planlint.site.plan.plan_facts import hjemler, plan_facts
from planlint.site.plan.plan_links import PlanLinks
from planlint.site.plan.thread_chain import ChainMaker
from planlint.site.plan.tiltak_row import tiltak_row
from planlint.site.plan.told_history import HistoryTeller
from planlint.site.plan.traad_chain import ThreadMaker, standing_note
from planlint.site.plan.unknown import unknown_sentence
from planlint.site.search_entry import plan_entry
from planlint.site.sources import kilde_rows, note_of
from planlint.tables import PageLink, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.model import Plan
    from planlint.register import Register
    from planlint.tables import Nettsted

PATHS = ("plan/*.html",)
_COLOURS = {Gjelder.PERIODEN_OVER: "warning", Gjelder.UNDER_ARBEID: "info"}


T = TypeVar("T")
MANY, FIRST = 15, 10
"""So many measures or indicators stand on a plan's page; of more than that, the first ones."""


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A link to another plan, with its status in words when it is not in force."""

    lenke: PageLink
    merknad: str


def _plan_links(site: Nettsted, plans: Iterable[Plan | None]) -> tuple[PlanLink, ...]:
    found = in_reading_order(plan for plan in plans if plan)
    return tuple(PlanLink(site.link(plan), standing_note(site, plan)) for plan in found)


def colour(register: Register, plan: Plan) -> str:
    """Give the colour of a plan's tag: green is only for what applies, is not late and is documented lately."""
    if overskridelser(register, plan):
        return "warning"
    applies = gjelder(register, plan)
    if applies.is_i_kraft:
        return "success" if viten(register, plan).slag is Kunnskap.DOKUMENTERT else "neutral"
    return _COLOURS.get(applies, "neutral")


def _first(rows: tuple[T, ...]) -> tuple[T, ...]:
    """Give the rows that a plan's page shows: all, or the first where they are many and stand elsewhere too."""
    return rows if len(rows) <= MANY else rows[:FIRST]


def _content(
    site: Nettsted, plan: Plan, koblinger: PlanLinks, traader: ThreadMaker, history: HistoryTeller
) -> dict[str, Any]:
    register, legal, traad = site.register, hjemler(site, plan), traader.thread(plan)
    indikatorer = tuple(Measurements(site, each).row() for each in koblinger.indikatorer(plan))
    tiltak = tuple(tiltak_row(site, each) for each in koblinger.tiltak(plan))
    below = bool(traad.planer or traad.deler or tiltak)
    named = [old for id_ in plan.erstatter if (old := register.find_plan(id_))]
    return {
        "status": kortstatus(register, site.lang, plan),
        "farge": colour(register, plan),
        "setning": stilling_sentence(site.register, site.lang, plan),
        "sett": "" if ending_of(register, plan) else seen_sentence(register, site.lang, plan),
        "sammendrag": plan.sammendrag or "",
        "merknad": note_of(site, plan),
        "fakta": plan_facts(site, plan),
        "hendelser": hendelser(site, plan),
        "traad": traad,
        "kjede": ChainMaker(site).plan(plan, traad, len(tiltak), len(indikatorer)),
        "erstatter": _plan_links(site, (old for old in named if plan in has_replaced(register, old))),
        "skal_erstatte": _plan_links(site, (old for old in named if plan in to_replace(register, old))),
        "erstattet_av": _plan_links(site, has_replaced(register, plan)),
        "skal_erstattes_av": _plan_links(site, to_replace(register, plan)),
        "bygger_paa": _plan_links(site, (register.find_plan(id_) for id_ in plan.bygger_paa)),
        "brukt_av": _plan_links(site, koblinger.used_by(plan)),
        "avgrenset_mot": _plan_links(site, koblinger.set_apart_from(plan)),
        "antall_utkast": len(medvirkning(register).utkast.get(plan.id, ())),
        "antall_innspill": len(medvirkning(register).innspill.get(plan.id, ())),
        "innspill_sti": site.entity_lists.input_to(plan.id),
        "beslutninger": beslutninger(site, plan),
        "budsjett": budsjett_table(site, plan),
        "tiltak": _first(tiltak),
        "antall_tiltak": len(tiltak),
        "tiltak_sti": tiltak[len(_first(tiltak))].lenke.sti if _first(tiltak) != tiltak else "",
        "indikatorer": _first(indikatorer),
        "antall_indikatorer": len(indikatorer),
        "fremdrift": progress_sentence(site, indikatorer),
        "ukjent": unknown_sentence(site, plan, above=bool(traad.opp), below=below),
        "funn": tuple(site.findings_about(plan)),
        "hull": site.missing(plan),
        "kilder": kilde_rows(site, plan.kilder),
        "historie": history.rows(plan),
        "jsonld": jsonld(site, plan, legal),
    }


def _beskrivelse(site: Nettsted, plan: Plan) -> str:
    row = site.rader.plan(plan)
    told = site.lang.gettext("{tittel}, {type}: {status}.").format(tittel=plan.tittel, type=row.type, status=row.status)
    return " ".join(f"{told} {plan.sammendrag or ''}".split())


class _Shared(NamedTuple):
    """What the pages of all plans are made with."""

    koblinger: PlanLinks
    traader: ThreadMaker
    history: HistoryTeller


def _shared(site: Nettsted) -> _Shared:
    koblinger = PlanLinks(site.register)
    return _Shared(koblinger, ThreadMaker(site, koblinger), HistoryTeller(site))


def entities(site: Nettsted) -> Mapping[str, Plan]:
    """Give what has a page each here, by id."""
    return site.register.planer


def page(site: Nettsted, id_: str) -> Page:
    """Give the page of a plan."""
    plan, shared = site.register.planer[id_], site.gathered(_shared)
    return Page(
        sti=site.path(plan),
        mal="plan.html.j2",
        tittel=site.name(plan),
        beskrivelse=_beskrivelse(site, plan),
        innhold=_content(site, plan, *shared),
        smuler=(PageLink(site.lang.gettext("Planer"), "planer.html"),),
        kildefil=plan.file,
        soek=plan_entry(site, plan, shared.koblinger.indikatorer(plan)),
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield a page for every plan."""
    return (page(site, id_) for id_ in entities(site))
