"""A page for every draft of a goal: proposed, said, decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.register import medvirkning
from planlint.site.follow_up import maaltype
from planlint.site.goal_links import LinkItem, from_other_plans, goals_above, typed_link
from planlint.site.medvirkning_rows import blir_rows, innspill_rows, is_avgjort
from planlint.site.page import Page
from planlint.site.plan.traad_chain import standing_note
from planlint.site.search_entry import draft_entry
from planlint.site.sources import kilde_rows
from planlint.tables import PageLink, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Maal, Plan
    from planlint.tables import Nettsted

PATHS = ("maal/*.html",)
MOST_IN_FULL = 30
"""So much input to a draft stands in full on its page, which is then light; the rest is told by title, with a link."""


def entities(site: Nettsted) -> Mapping[str, Maal]:
    """Give what has a page each here, by id."""
    return site.register.utkast


def page(site: Nettsted, id_: str) -> Page:
    """Give the page of a draft."""
    draft = site.register.utkast[id_]
    _, plan = site.lang.gettext, site.register.find_plan(draft.plan)
    said = medvirkning(site.register).om_maal.get(draft.id, ())
    older = [old for id_ in draft.viderefoerer if (old := site.register.find_maal(id_))]
    about = _(
        "Utkast til mål i {plan}: hva som ble foreslått, hva som ble sagt, og hva det ble til, "
        "så langt registeret viser."
    )
    return Page(
        sti=site.path(draft),
        mal="utkast.html.j2",
        tittel=draft.full_title,
        beskrivelse=about.format(plan=site.name(plan) if plan else draft.plan),
        innhold={
            "type": maaltype(site, draft),
            "nummer": draft.nummer or "",
            "variant": draft.variant or "",
            "plan": site.link(plan) if plan else None,
            "tema": ", ".join(draft.tema),
            "kjede": [typed_link(site, over) for over in goals_above(site, draft)],
            "viderefoerer": from_other_plans(site, older),
            "sammendrag": draft.sammendrag or "",
            "merknad": draft.merknad or "",
            "innspill": innspill_rows(site, said[:MOST_IN_FULL]),
            "flere": [LinkItem(site.link(item)) for item in said[MOST_IN_FULL:]],
            "blir": blir_rows(site, draft),
            "planer": [_plan_link(site, below) for below in in_reading_order(site.register.anchored_in(draft))],
            "avgjort": is_avgjort(site, draft),
            "trolig": any(blir.usikker for blir in draft.blir),
            "funn": site.findings_about(draft),
            "hull": site.missing(draft),
            "kilder": kilde_rows(site, draft.kilder),
        },
        smuler=(PageLink(_("Utkast og innspill"), "innspill.html"),),
        kildefil=draft.file,
        soek=draft_entry(site, draft),
    )


def _plan_link(site: Nettsted, plan: Plan) -> PageLink:
    """Give a link to a plan that is anchored in a draft, with its status where it is not simply in force."""
    link, note = site.link(plan), standing_note(site, plan)
    return replace(link, tekst=f"{link.tekst} ({note})") if note else link


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield a page for every draft."""
    return (page(site, id_) for id_ in entities(site))
