"""What the next planstrategi can take up: one list, by what is to be settled, with why, when and where to read more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.output import AGENDA_TITLE, agenda_law_note, agenda_number
from planlint.register import at_latest, planstrategi_frist
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.pages.law_tables import about_planstrategi
from planlint.site.pages.planstrategier_page import late_strategies
from planlint.site.sparse_columns import without_sparse_columns
from planlint.tables import (
    AGENDA,
    AGENDA_FILES,
    PageLink,
    agenda,
    agenda_parts,
    matter_table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted

PATH = f"{AGENDA}.html"
PATHS = (PATH, f"{AGENDA}-*.html")


@dataclass(frozen=True, slots=True)
class MatterLink:
    """A matter in the list to jump by: its heading, how many rows it has, and where it begins."""

    navn: str
    antall: int
    sti: str


def _links(site: Nettsted) -> tuple[MatterLink, ...]:
    """Give where each matter begins, in order."""
    found: dict[str, MatterLink] = {}
    for part in agenda_parts(site):
        for sak, _rows in part.grupper:
            name, number = matter_table(site, sak, ()).navn, len(agenda(site).rows(sak))
            found.setdefault(sak, MatterLink(name, number, f"{part.sti}#{sak}"))
    return tuple(found.values())


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page; where the list is long, the pages."""
    _, lang, found, parts = site.lang.gettext, site.lang, agenda(site), agenda_parts(site)
    register, year = site.register, int(found.valgperiode[:4])
    last = at_latest(register.plansystem, year, planstrategi_frist(register.plansystem, year))
    span = found.valgperiode.replace("-", "–")
    for part in parts:
        yield Page(
            sti=part.sti,
            mal="neste-planstrategi.html.j2",
            tittel=part_title(site, _(AGENDA_TITLE), part),
            beskrivelse=_("Det planstrategien for {periode} kan ta opp i {kommune}, så langt registeret viser.").format(
                periode=span, kommune=site.kommune
            ),
            innhold={
                "periode": span,
                "frist": lang.value(last),
                "slutt": lang.dato(found.slutt),
                "antall": len(found.rader),
                "telling": agenda_number(found, lang),
                "ved_siden": agenda_law_note(lang),
                "rest": len(found.rest),
                "andre": len(found.andre),
                "uten_strategi": register.planstrategi is None,
                "forsinket": late_strategies(site),
                "saker": _links(site),
                "tabeller": [without_sparse_columns(matter_table(site, sak, rows), lang) for sak, rows in part.grupper],
                "lov": about_planstrategi(site) if part.nummer == part.antall else None,
                "filnavn": AGENDA_FILES,
                **parts_shown(parts, lambda row: row.tittel),
            },
            smuler=(PageLink(_("Planstrategi"), "planstrategier.html"),),
            soekbar=part.nummer == 1,
        )
