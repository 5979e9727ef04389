"""A planstrategi: what is known of it, and the three tables that a council asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.output import planstrategi_by_law
from planlint.register import all_planstrategier, periode, vedtak
from planlint.site.page import Page
from planlint.site.resident_words import resident_words
from planlint.site.search_entry import STRATEGI, SearchEntry
from planlint.tables import TITLES, PageLink, day_note, facts_of_strategi, tables_of_strategi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Planstrategi
    from planlint.register import PlanstrategiVedtak
    from planlint.tables import Nettsted


PATHS = ("planstrategi/*.html",)


def _page(site: Nettsted, strategi: Planstrategi, decided: list[PlanstrategiVedtak]) -> Page:
    _ = site.lang.gettext
    found = tables_of_strategi(site, strategi, decided)
    return Page(
        sti=site.path(strategi),
        mal="valgperiode.html.j2",
        tittel=strategi.tittel,
        beskrivelse=_("Planer i kraft, beslutninger og kalender i planstrategien for {periode}.").format(
            periode=periode(strategi)
        ),
        innhold={
            "sammendrag": strategi.sammendrag,
            "merknad": strategi.merknad,
            "fakta": tuple(facts_of_strategi(site, strategi)),
            "dag": day_note(site, strategi),
            "loven": planstrategi_by_law(site.lang),
            "filnavn": strategi.id,
            "tabeller": [(letter, _(title), one) for letter, title, one in zip("ABC", TITLES, found, strict=True)],
            "funn": tuple(site.findings_about(strategi)),
        },
        smuler=(PageLink(_("Planstrategi"), "planstrategier.html"),),
        kildefil=strategi.file,
        soekeord=strategi.valgperiode,
        soek=SearchEntry(
            STRATEGI, _("Planstrategi"), tekst=strategi.sammendrag or "", ord=resident_words("planstrategi")
        ),
    )


def _decided(site: Nettsted) -> dict[str, list[PlanstrategiVedtak]]:
    return vedtak(site.register)


def entities(site: Nettsted) -> Mapping[str, Planstrategi]:
    """Give what has a page each here, by id, in the order of a reader."""
    return {strategi.id: strategi for strategi in all_planstrategier(site.register)}


def page(site: Nettsted, id_: str) -> Page:
    """Give the page of a planstrategi."""
    return _page(site, entities(site)[id_], site.gathered(_decided).get(id_, []))


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield one page for each planstrategi."""
    return (page(site, id_) for id_ in entities(site))
