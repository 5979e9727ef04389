"""What the frame around every page shows: whose site it is, from when, its looks, and where to propose a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.exports import utgiver
from planlint.register import oppdiktede
from planlint.site.card import CARD, CARD_HEIGHT, CARD_WIDTH, ICON
from planlint.site.form_fields import KINDS
from planlint.site.pages.about_page import contact_link
from planlint.site.unread import unread_note
from planlint.source import entity_of
from planlint.tables import safe_url, site_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.site.crest import Crest
    from planlint.site.page import Page
    from planlint.tables import Nettsted

COLOUR = "assets/farge.css"


def register_day(site: Nettsted) -> str:
    """Give the day that the register was last brought up to date; "" when it does not say."""
    day = site.register.plansystem.ajourfoert
    return site.lang.dato(day) if day else ""


def page_context(site: Nettsted, page: Page, manual: str) -> dict[str, Any]:
    """Give a page's own values and what the frame around every page shows; `manual` is the front of the manual."""
    return {
        **page.innhold,
        "side": page,
        "rot": page.root,
        "lang": site.lang.code,
        "kommune": site.kommune,
        "dato": site.lang.dato(site.register.today),
        "ajourfoert_dag": register_day(site),
        "nettadresse": site_root(site),
        "kontaktlenke": contact_link(site),
        "versjon": site.versjon,
        "programversjon": __version__,
        "endre": _change(site, page),
        "brukerveiledning": manual,
        **_made_up(site, page),
        "ulest": unread_note(site, page),
        "utgave": "",
        "tidsvalg": [],
    }


def _change(site: Nettsted, page: Page) -> str:
    """Give the address of the form for what a page shows; of the file itself where it has no form; "" for neither."""
    address = site.change_address(page.kildefil) if page.kildefil else ""
    kind, _, id_ = entity_of(page.kildefil).partition("/")
    return f"{page.root}skjema/{kind}.html?id={id_}" if kind in KINDS else address


def looks(site: Nettsted, crest: Crest | None) -> dict[str, Any]:
    """Give who stands behind the site and what it looks like, for the frame around every page."""
    choices = site.valg
    return {
        "vaapen": crest.sti if crest else "",
        "farge": choices.farge or "",
        "avsender": choices.avsender or utgiver(site),
        "erklaering": safe_url(choices.tilgjengelighetserklaering),
        "personvern": safe_url(choices.personvernerklaering),
        "kort": {"sti": CARD, "bredde": CARD_WIDTH, "hoeyde": CARD_HEIGHT},
        "ikon": ICON,
    }


def colour(site: Nettsted) -> Iterator[tuple[str, bytes]]:
    """Yield the municipality's colour in a file of its own: a strict policy lets no style stand in a page."""
    if site.valg.farge:
        yield COLOUR, f".farget {{ --farge: {site.valg.farge} }}\n".encode()


def _made_up(site: Nettsted, page: Page) -> dict[str, Any]:
    """Give how many files are made-up examples, and whether the page is about one of them."""
    files = {entity.file for entity in oppdiktede(site.register)}
    return {"oppdiktede": len(files), "er_oppdiktet": page.kildefil in files}
