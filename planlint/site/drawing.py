"""A site drawn one file at a time: what `build` writes whole, and `serve` gives as it is asked for."""

from __future__ import annotations

from collections import deque
from fnmatch import fnmatchcase
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import folder
from planlint.exports import DATA
from planlint.site.card import CARD, ICON, pictures
from planlint.site.crest import read_crest
from planlint.site.current_tables import planstrategi
from planlint.site.edition import day_links, every_edition
from planlint.site.edition_links import set_links
from planlint.site.find_page import find_page
from planlint.site.form_data import form_data, form_lists
from planlint.site.found_by import found_by
from planlint.site.frame import COLOUR, colour, looks, page_context
from planlint.site.page_contents import with_contents
from planlint.site.page_order import share_of
from planlint.site.pages import PAGES
from planlint.site.search_list import PATH as SEARCH_LIST, search_list
from planlint.site.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.site.crest import Crest
    from planlint.site.edition import Edition
    from planlint.site.page import Page
    from planlint.site.render import Templates
    from planlint.site.runtime import Runtime
    from planlint.tables import Nettsted
    from planlint.text import Language

    Files = Iterable[tuple[str, bytes]]

_PLANSTRATEGI = {"html": "planstrategi.html", "markdown": "planstrategi.md"}


class SitePart(NamedTuple):
    """Files of a site that are made together and are no pages: the format they belong to, and where they lie."""

    formats: tuple[str, ...]
    paths: tuple[str, ...]
    files: Callable[[], Iterable[tuple[str, str, bytes]]]


class Drawing:
    """A site, of which each file is drawn when it is asked for.

    `templates` gives the templates of a language; `manual` is the front of the manual that lies beside the pages, ""
    for none; `runtime` is what judges a change in the reader's browser.
    """

    def __init__(
        self,
        site: Nettsted,
        templates: Callable[[Language], Templates],
        manual: str = "",
        runtime: Runtime | None = None,
    ) -> None:
        """Keep the parts; nothing is drawn yet."""
        self.site, self._templates, self._manual, self._runtime = site, templates, manual, runtime
        self._listed: list[Page] | None = None
        self._beside: dict[str, bytes] = {}

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of other days. Raises BuildError for a day that is yet to come."""
        return every_edition(self.site)

    def ready(self) -> tuple[Edition, ...]:
        """Give the editions, and see to it that what every page has can be had. Raises BuildError where it cannot."""
        return self.editions if self.frame else ()

    @cached_property
    def frame(self) -> dict[str, Any]:
        """What is alike around every page. Raises BuildError for a crest that cannot be used."""
        judge = None
        if self._runtime:
            spoken = {self.site.lang.code, self.site.register.plansystem.spraak} - {"nb"}  # the words in the code
            judge = {"mappe": self._runtime.folder, "register": self._runtime.register, "ord": " ".join(sorted(spoken))}
        return {"utseende": looks(self.site, self._crest), "kontroll": judge}

    @cached_property
    def _crest(self) -> Crest | None:
        return read_crest(self.site, self.site.root)

    def pages(self) -> Iterator[Page]:
        """Yield every page of today's site, not drawn."""
        listed = []
        for _, page in self.share(0, 1):
            listed.append(page.without_content)
            yield page
        self._listed = listed

    def share(self, share: int, shares: int) -> Iterator[tuple[int, Page]]:
        """Yield a share of the pages of today's site, not drawn, each with its place among all."""
        for place, pages in share_of(self.site, PAGES, share, shares):
            yield from ((place, page) for page in pages)

    def keep_listed(self, pages: Iterable[tuple[int, Page]]) -> None:
        """Keep every page without what it shows, by its place: they have been made, and need not be made once more."""
        self._listed = [page for _, page in sorted(pages, key=lambda one: one[0])]

    @property
    def listed(self) -> list[Page]:
        """Every page of today's site without what it shows: for whoever looks for pages."""
        if self._listed is None:
            deque(self.pages(), maxlen=0)
        return self._listed or []

    def draw(self, page: Page) -> bytes:
        """Draw one of today's pages."""
        days = day_links(page, self.site, self.editions)
        context = {**page_context(self.site, page, self._manual), **self.frame, "tidsvalg": days}
        return _finished(self._templates(self.site.lang).render(page.mal, context), self.site.lang).encode()

    def draw_then(self, edition: Edition, page: Page) -> bytes:
        """Draw a page of an edition."""
        site, today = edition.site, self.site
        context = {
            **page_context(site, page, self._manual),
            **self.frame,
            "utgave": edition.name,
            "laget": today.lang.dato(today.register.today),
            "tidsvalg": day_links(page, today, self.editions, edition),
            "endre": today.change_address(page.kildefil) if page.kildefil else "",
        }
        html = _finished(self._templates(site.lang).render(page.mal, context), site.lang)
        return set_links(html, page.sti, edition).encode()

    def find(self, path: str) -> bytes | None:
        """Give the file at a path; None where the site has none. Raises BuildError where it cannot be drawn."""
        for edition in self.editions:
            if path.startswith(edition.folder):
                page = edition.page(path.removeprefix(edition.folder))
                return self.draw_then(edition, page) if page else None
        if page := find_page(self.site, path):
            return self.draw(page)
        for part in (*self.beside_pages(), *self.data()):
            if path not in self._beside and any(fnmatchcase(path, pattern) for pattern in part.paths):
                self._beside |= {name: data for _, name, data in part.files()}
        return self._beside.get(path)

    def beside_pages(self) -> tuple[SitePart, ...]:
        """Give what lies beside the pages, for them and for whoever looks for them."""

        def html(files: Callable[[], Files], *paths: str) -> SitePart:
            return SitePart(("html",), paths, lambda: (("html", *one) for one in files()))

        return (
            html(assets, "assets/*"),
            html(lambda: pictures(self.site), CARD, ICON),
            html(lambda: [(self._crest.sti, self._crest.data)] if self._crest else [], "assets/*"),
            html(lambda: [(SEARCH_LIST, search_list(self.listed))], SEARCH_LIST),
            html(lambda: form_data(self.site), "skjema/*/*.json"),
            html(lambda: form_lists(self.site), "skjema/liste-*.json"),
            html(lambda: colour(self.site), COLOUR),
            html(lambda: self._runtime.files.items() if self._runtime else [], "skjema/*"),
            html(lambda: found_by(self.site, self.listed), "robots.txt", "sitemap.xml"),
        )

    def data(self) -> Iterator[SitePart]:
        """Yield the tables of the planstrategi, then the open data, a part for each module."""
        for name, path in _PLANSTRATEGI.items():
            yield SitePart((name,), (path,), partial(self._tables, name, path))
        for module in DATA:
            yield SitePart(module.FORMATS, module.PATHS, partial(module.files, self.site))

    def _tables(self, name: str, path: str) -> list[tuple[str, str, bytes]]:
        text = self._templates(self.site.lang).render(f"{path}.j2", planstrategi(self.site))
        return [(name, path, text.encode())]


def _finished(html: str, lang: Language) -> str:
    return unbroken(with_contents(html, lang))


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield the files that every site has alike."""
    source = folder("templates") / "assets"
    for path in sorted(source.rglob("*")):
        if path.is_file():
            yield f"assets/{path.relative_to(source).as_posix()}", path.read_bytes()


def find_asset(path: str) -> bytes | None:
    """Give a file that every site has alike, by its path in the site; None where there is none."""
    source = (folder("templates") / "assets").resolve()
    file = (source.parent / path).resolve()
    return file.read_bytes() if file.is_relative_to(source) and file.is_file() else None
