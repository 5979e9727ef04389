"""A page for every goal: where it comes from, what stands over and under it, and who follows it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.register import counts, medvirkning, status
from planlint.site.baerekraftsmaal import with_names
from planlint.site.follow_up import FollowUp, maaltype
from planlint.site.goal_links import (
    LinkItem,
    by_title,
    from_other_plans,
    goals_above,
    goals_with_oppfoelging,
    indikatorer,
    planer,
    tiltak,
    typed_link,
    utfordringer,
)
from planlint.site.konfliktsider import goal_konflikter
from planlint.site.measurements import with_enhet
from planlint.site.medvirkning_rows import blir_rows, fra_utkast, innspill_rows
from planlint.site.page import Page
from planlint.site.plan.budsjett_table import budsjett_by_goal
from planlint.site.plan.events import vedtak_by_goal
from planlint.site.plan.thread_chain import ChainMaker
from planlint.site.search_entry import goal_entry
from planlint.site.sources import kilde_rows, note_of
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.model import Enhet, Maal, Utfordring
    from planlint.site.plan.budsjett_table import BudsjettLine
    from planlint.site.plan.events import MaalVedtak
    from planlint.tables import Nettsted


PATHS = ("maal/*.html",)


def _facts(site: Nettsted, maal: Maal) -> dict[str, object]:
    register, lang = site.register, site.lang
    plan = register.find_plan(maal.plan)
    return {
        "type": maaltype(site, maal),
        "nummer": maal.nummer or "",
        "gjelder": status(register, maal, lang),
        "plan": site.link(plan) if plan else None,
        "vedtatt": site.rader.plan(plan).vedtatt if plan else "",
        "tema": ", ".join(maal.tema),
        "ansvarlig": sektor.navn if (sektor := site.register.plansystem.sektorer.get(maal.ansvarlig or "")) else "",
        "baerekraft": with_names(site.lang, maal.baerekraftsmaal),
        "effekt": _effekt(site, maal),
    }


def _effekt(site: Nettsted, maal: Maal) -> str:
    if maal.effekt is None:
        return ""
    until = site.lang.gettext("innen {tid}").format(tid=site.lang.tidspunkt(maal.effekt.til)) if maal.effekt.til else ""
    number = with_enhet(site.lang, site.lang.number(maal.effekt.verdi), maal.effekt.enhet)
    return f"{number} {until}".strip()


def _utfordringer(site: Nettsted, found: Sequence[Utfordring], slag: str) -> list[LinkItem]:
    """Give the challenges that a goal answers, or the conflicts that it is in: a conflict is nothing to answer."""
    return [LinkItem(site.link(item)) for item in by_title(item for item in found if item.type == slag)]


def _follow(site: Nettsted, maal: Maal) -> tuple[Sequence[Enhet], ...]:
    """Give what leads to a goal as things stand: plans in force, measures that count, and indicators."""
    register = site.register
    plans = [plan for plan in register.anchored_in(maal) if register.is_i_kraft(plan)]
    measures = [tiltak for tiltak in register.tiltak_of(maal) if counts(register, tiltak)]
    return plans, measures, register.indikatorer_of(maal)


def _content(
    site: Nettsted, foelger: FollowUp, svar: Mapping[str, Sequence[Utfordring]], maal: Maal
) -> dict[str, object]:
    register = site.register
    older = [old for id_ in maal.viderefoerer if (old := register.find_maal(id_))]
    picture = foelger.picture(maal)
    return {
        **_facts(site, maal),
        "sammendrag": maal.sammendrag or "",
        "merknad": note_of(site, maal),
        "oppfoelging": picture.tekst,
        "uten": picture.uten,
        "i_kraft": register.is_maal_i_kraft(maal),
        "kjede": [typed_link(site, over) for over in goals_above(site, maal)],
        "ledd": ChainMaker(site).goal(maal, _follow(site, maal)),
        "dette": typed_link(site, maal).tekst,
        "under": goals_with_oppfoelging(site, foelger, register.maal_below(maal)),
        "planer": planer(site, maal, i_kraft=True),
        "andre_planer": planer(site, maal, i_kraft=False),
        "tiltak": tiltak(site, maal, teller_med=True),
        "andre_tiltak": tiltak(site, maal, teller_med=False),
        "indikatorer": indikatorer(site, maal),
        "utfordringer": _utfordringer(site, svar.get(maal.id, ()), "utfordring"),
        "konflikter": _utfordringer(site, svar.get(maal.id, ()), "målkonflikt"),
        "konfliktsider": goal_konflikter(site, maal, svar.get(maal.id, ())),
        "viderefoerer": from_other_plans(site, older),
        "viderefoert_av": from_other_plans(site, register.continued_by(maal)),
        "blir": blir_rows(site, maal),
        "fra_utkast": fra_utkast(site, maal),
        "innspill": innspill_rows(site, medvirkning(register).om_maal.get(maal.id, ())),
        "funn": site.findings_about(maal),
        "hull": site.missing(maal),
        "kilder": kilde_rows(site, maal.kilder),
    }


class _Shared(NamedTuple):
    """What the pages of all goals are made with."""

    svar: Mapping[str, Sequence[Utfordring]]
    vedtak: Mapping[str, Sequence[MaalVedtak]]
    budsjett: Mapping[str, Sequence[BudsjettLine]]


def _shared(site: Nettsted) -> _Shared:
    return _Shared(utfordringer(site), vedtak_by_goal(site), budsjett_by_goal(site))


def entities(site: Nettsted) -> Mapping[str, Maal]:
    """Give what has a page each here, by id."""
    return site.register.maal


def page(site: Nettsted, id_: str) -> Page:
    """Give the page of a goal."""
    maal, shared, foelger = site.register.maal[id_], site.gathered(_shared), site.gathered(FollowUp)
    plan = site.register.find_plan(maal.plan)
    about = site.lang.gettext("Mål i {plan}: hva det sier, hvem som følger det opp, og hvordan det måles.")
    return Page(
        sti=site.path(maal),
        mal="ett_maal.html.j2",
        tittel=maal.full_title,
        beskrivelse=about.format(plan=site.name(plan) if plan else maal.plan),
        innhold={
            **_content(site, foelger, shared.svar, maal),
            "vedtak": shared.vedtak.get(maal.id, ()),
            "budsjett": shared.budsjett.get(maal.id, ()),
        },
        smuler=(PageLink(site.lang.gettext("Mål"), "maal.html"),),
        kildefil=maal.file,
        soek=goal_entry(site, maal),
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield a page for every goal."""
    return (page(site, id_) for id_ in entities(site))
