"""Draw the site: pages and data from one register, rendered whole before anything is put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.base import folder
from planlint.exports import DATA, publish_folder, utgiver
from planlint.register import oppdiktede
from planlint.site.built_formats import FORMATS
from planlint.site.card import CARD, CARD_HEIGHT, CARD_WIDTH, ICON, pictures
from planlint.site.crest import read_crest
from planlint.site.current_tables import planstrategi
from planlint.site.edition import Edition, day_links, every_edition
from planlint.site.edition_links import set_links
from planlint.site.form_data import form_data
from planlint.site.form_fields import KINDS
from planlint.site.found_by import found_by
from planlint.site.manual import FRONT, manual_files
from planlint.site.page_contents import with_contents
from planlint.site.pages import PAGES
from planlint.site.pages.about_page import contact_link
from planlint.site.render import Templates
from planlint.site.search_index import index
from planlint.site.search_list import PATH as SEARCH_LIST, search_list
from planlint.site.unread import unread_note
from planlint.source import entity_of
from planlint.tables import safe_url, site_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from planlint.site.crest import Crest
    from planlint.site.page import Page
    from planlint.site.runtime import Runtime
    from planlint.tables import Nettsted


COLOUR = "assets/farge.css"


def register_day(site: Nettsted) -> str:
    """Give the day that the register was last brought up to date; "" when it does not say."""
    day = site.register.plansystem.ajourfoert
    return site.lang.dato(day) if day else ""


def _context(site: Nettsted, page: Page, manual: str) -> dict[str, Any]:
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


def _made_up(site: Nettsted, page: Page) -> dict[str, Any]:
    """Give how many files are made-up examples, and whether the page is about one of them."""
    files = {entity.file for entity in oppdiktede(site.register)}
    return {"oppdiktede": len(files), "er_oppdiktet": page.kildefil in files}


def _pages(  # noqa: PLR0913 - what the pages are made of
    site: Nettsted,
    templates: Templates,
    step: Callable[[], None],
    manual: str,
    editions: Sequence[Edition],
    runtime: Runtime | None,
) -> Iterator[tuple[str, bytes]]:
    drawn: list[Page] = []
    crest = read_crest(site, site.root)
    judge = {"mappe": runtime.folder, "register": runtime.register} if runtime else None
    frame = {"utseende": looks(site, crest), "kontroll": judge}
    yield from pictures(site)
    if crest:
        yield crest.sti, crest.data
    for module in PAGES:
        for page in module.pages(site):
            drawn.append(page)
            context = {**_context(site, page, manual), **frame, "tidsvalg": day_links(page, site, editions)}
            yield page.sti, with_contents(templates.render(page.mal, context), site.lang).encode()
            step()
    yield SEARCH_LIST, search_list(drawn)
    yield from form_data(site)
    if site.valg.farge:  # in a file of its own: a strict policy lets no style stand in a page
        yield COLOUR, f".farget {{ --farge: {site.valg.farge} }}\n".encode()
    yield from found_by(site, drawn)


def _edition_pages(
    today: Nettsted, edition: Edition, overrides: Path | None, manual: str, editions: Sequence[Edition]
) -> Iterator[tuple[str, bytes]]:
    site, made = edition.site, today.lang.dato(today.register.today)
    templates = Templates(site.lang, overrides)
    frame = {"utseende": looks(today, read_crest(today, today.root))}
    for page in edition.pages:
        links = day_links(page, today, editions, edition)
        context = {**_context(site, page, manual), **frame, "utgave": edition.name, "laget": made, "tidsvalg": links}
        context["endre"] = today.change_address(page.kildefil) if page.kildefil else ""
        html = set_links(with_contents(templates.render(page.mal, context), site.lang), page.sti, edition.paths)
        yield edition.folder + page.sti, html.encode()


def _assets() -> Iterator[tuple[str, bytes]]:
    source = folder("templates") / "assets"
    for path in sorted(source.rglob("*")):
        if path.is_file():
            yield f"assets/{path.relative_to(source).as_posix()}", path.read_bytes()


def files(  # noqa: PLR0913 - what a site is made of
    site: Nettsted,
    formats: tuple[str, ...],
    overrides: Path | None,
    step: Callable[[], None] = lambda: None,
    manual: Path | None = None,
    runtime: Runtime | None = None,
) -> dict[str, bytes]:
    """Give every file of the site by its path.

    Raises BuildError for a faulty template, a folder without a manual, or an edition of a day that is yet to come.
    The pages lead to every other format, so «html» brings them all.
    """
    formats = FORMATS if "html" in formats else formats
    templates = Templates(site.lang, overrides)
    found: dict[str, bytes] = {}
    if "html" in formats:
        found.update(_assets())
        found.update(manual_files(manual) if manual else {})
        front, editions = FRONT if manual else "", every_edition(site)
        found.update(_pages(site, templates, step, front, editions, runtime))
        found.update(runtime.files if runtime else {})
        for edition in editions:
            found.update(_edition_pages(site, edition, overrides, front, editions))
    for name, suffix in (("html", "html"), ("markdown", "md")):
        if name in formats:
            text = templates.render(f"planstrategi.{suffix}.j2", planstrategi(site))
            found[f"planstrategi.{suffix}"] = text.encode()
    for module in DATA:
        if set(formats).isdisjoint(module.FORMATS):
            continue
        found.update((path, data) for kind, path, data in module.files(site) if kind in formats)
    return found


def build_site(  # noqa: PLR0913 - what a site is made of, and where
    site: Nettsted,
    out: Path,
    formats: tuple[str, ...],
    overrides: Path | None,
    step: Callable[[], None] = lambda: None,
    manual: Path | None = None,
    runtime: Runtime | None = None,
) -> list[str]:
    """Write the site into a folder; give the paths of the files written, the search index aside.

    `manual` is a folder with a built manual: it is laid beside the pages, and they lead to it. `runtime` is what judges
    a change in the reader's browser.

    Raises BuildError for a faulty template or a folder that is not planlint's own, OSError when it cannot be written.
    """
    found = files(site, formats, overrides, step, manual, runtime)
    publish_folder(out, found, lambda folder: index(folder, site.lang.code) if "html" in formats else None)
    return sorted(found)
