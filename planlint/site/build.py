"""Draw the site: pages and data from one register, each written as it is drawn; all is put in place, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.exports import publish_folder, put_file
from planlint.site.built_formats import FORMATS
from planlint.site.drawing import Drawing
from planlint.site.manual import FRONT, manual_files
from planlint.site.render import Templates
from planlint.site.search_index import SearchIndex
from planlint.site.written_pages import write_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planlint.site.drawing import SitePart
    from planlint.site.runtime import Runtime
    from planlint.site.written_pages import Write
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


def _is_page(part: SitePart) -> bool:
    return any(path.endswith(".html") for path in part.paths)


def _write_all(  # noqa: PLR0913 - what a site is made of, and how it is written
    drawing: Drawing,
    formats: tuple[str, ...],
    manual: Path | None,
    write: Write,
    step: Callable[[], None],
    pages_done: Callable[[], None],
    *,
    alone: bool,
) -> list[str]:
    """Write each file of a site; give their paths. `pages_done` is told when every page has come."""
    paths = list[str]()

    def put(path: str, data: bytes) -> None:
        write(path, data)
        paths.append(path)

    for path, data in (manual_files(manual) if manual and "html" in formats else {}).items():
        put(path, data)
    paths += write_pages(drawing, write, step, alone=alone) if "html" in formats else []
    parts = [*(drawing.beside_pages() if "html" in formats else ()), *drawing.data()]
    for part in filter(_is_page, parts):
        _write_part(part, formats, put)
    pages_done()
    for part in parts:
        if not _is_page(part):
            _write_part(part, formats, put)
    return paths


def _write_part(part: SitePart, formats: tuple[str, ...], put: Write) -> None:
    if not set(formats).isdisjoint(part.formats):
        for kind, path, data in part.files():
            if kind in formats:
                put(path, data)


def _wanted(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Give every format where the pages are wanted: they lead to all of them."""
    return FORMATS if "html" in formats else formats


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
    found = dict[str, bytes]()
    drawing = Drawing(site, _kept(overrides), FRONT if manual else "", runtime)
    _write_all(drawing, _wanted(formats), manual, found.__setitem__, step, lambda: None, alone=True)
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
    drawing = Drawing(site, _kept(overrides), FRONT if manual else "", runtime)
    paths = list[str]()

    def fill(folder: Path) -> None:
        with SearchIndex(folder, site.lang.code, wanted="html" in formats) as index:

            def write(path: str, data: bytes) -> None:
                put_file(folder / path, data)
                index.add(path, data)

            paths.extend(_write_all(drawing, _wanted(formats), manual, write, step, index.begin, alone=False))
            index.end()

    publish_folder(out, {}, fill)
    return sorted(set(paths))
