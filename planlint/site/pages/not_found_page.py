"""The page that a web server shows for an address that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from planlint.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted


PATHS = ("404.html",)


def _base(address: str) -> str:
    """Give the path of the site's declared address, with a slash at both ends; "" when none is declared."""
    if not address.startswith("https://"):
        return ""
    path = quote(urlsplit(address).path.strip("/"), safe="/%")
    return f"/{path}/" if path else "/"


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page. It is shown at any address, so where the site's own is declared its links start from there."""
    _ = site.lang.gettext
    yield Page(
        sti="404.html",
        mal="404.html.j2",
        tittel=_("Siden finnes ikke"),
        beskrivelse=_("Adressen fører ikke til noen side i plansystemet til {kommune}.").format(kommune=site.kommune),
        soekbar=False,
        base=_base(site.valg.adresse or ""),
    )
