"""What lets others find the pages: a list of them for search engines, and who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from planlint.tables import site_root

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.site.page import Page
    from planlint.tables import Nettsted

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def found_by(site: Nettsted, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield robots.txt, and a sitemap where the site's address is known: a sitemap has whole addresses only."""
    root = site_root(site)
    rules = "User-agent: *\nAllow: /\n"
    if root:
        shown = sorted(page.sti for page in pages if page.soekbar)
        rows = "".join(f"<url><loc>{escape(root + _place(sti))}</loc></url>\n" for sti in shown)
        yield "sitemap.xml", f"{_HEAD}{rows}</urlset>\n".encode()
        rules += f"Sitemap: {root}sitemap.xml\n"
    yield "robots.txt", rules.encode()


def _place(sti: str) -> str:
    return "" if sti == "index.html" else sti
