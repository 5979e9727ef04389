"""Draw the site: pages and data from one register, each written as it is drawn; all is put in place, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.exports import publish_folder
from planlint.site.built_formats import FORMATS
from planlint.site.drawing import Drawing
from planlint.site.manual import FRONT, manual_files
from planlint.site.render import Templates
from planlint.site.search_index import index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from planlint.site.runtime import Runtime
    from planlint.tables import Nettsted
    from planlint.text import Language


def _kept(overrides: Path | None) -> Callable[[Language], Templates]:
    """Give what makes the templates of a language, each once."""
    made: dict[Language, Templates] = {}

    def of(lang: Language) -> Templates:
        if lang not in made:
            made[lang] = Templates(lang, overrides)
        return made[lang]

    return of


def _drawn(
    drawing: Drawing, formats: tuple[str, ...], step: Callable[[], None], manual: Path | None
) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a site as it is drawn, by its path."""
    if "html" in formats:
        yield from manual_files(manual).items() if manual else ()
        yield from _pages(drawing, step)
    for part in (*(drawing.beside_pages() if "html" in formats else ()), *drawing.data()):
        if not set(formats).isdisjoint(part.formats):
            yield from ((path, data) for kind, path, data in part.files() if kind in formats)


def _pages(drawing: Drawing, step: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    for edition in drawing.editions:
        for page in edition.pages():
            yield edition.folder + page.sti, drawing.draw_then(edition, page)
    for page in drawing.pages():
        yield page.sti, drawing.draw(page)
        step()


def _each(  # noqa: PLR0913 - what a site is made of
    site: Nettsted,
    formats: tuple[str, ...],
    overrides: Path | None,
    step: Callable[[], None],
    manual: Path | None,
    runtime: Runtime | None,
) -> Iterator[tuple[str, bytes]]:
    wanted = FORMATS if "html" in formats else formats
    return _drawn(Drawing(site, _kept(overrides), FRONT if manual else "", runtime), wanted, step, manual)


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
    return dict(_each(site, formats, overrides, step, manual, runtime))


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
    found = _each(site, formats, overrides, step, manual, runtime)
    return publish_folder(out, found, lambda folder: index(folder, site.lang.code) if "html" in formats else None)
