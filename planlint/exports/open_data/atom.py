"""An Atom feed of decisions. It changes when a decision comes, and at no other time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from planlint.base.suggest import slug
from planlint.tables.decisions import vedtak
from planlint.tables.harmless_cells import ren, rot, url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.tables.decisions import Vedtak
    from planlint.tables.nettsted import Nettsted

FORMATS = ("atom",)
STI = "vedtak.atom"
ANTALL = 50
_NS = "http://www.w3.org/2005/Atom"


def _tag(site: Nettsted, name: str) -> str:
    """Give a tag: URI that stays; without a declared address it is under .invalid, which nobody owns."""
    host = urlsplit(rot(site)).hostname or f"{slug(site.kommune) or 'kommune'}.planlint.invalid"
    return f"tag:{host},2024:{name}"


def _tid(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _legg(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _innslag(site: Nettsted, feed: ET.Element, item: Vedtak) -> None:
    entry = _legg(feed, "entry")
    _legg(entry, "id", _tag(site, item.id))
    _legg(entry, "title", f"{item.tittel}: {item.hva}")
    _legg(entry, "updated", _tid(item.dag))
    _legg(entry, "link", href=url(site, item.side), rel="alternate", type="text/html")
    _legg(entry, "summary", item.tekst)


def filer(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the feed."""
    items = vedtak(site, ANTALL)
    kommune = ren(site.kommune)
    feed = ET.Element("feed", {"xmlns": _NS, "xml:lang": site.lang.code})
    _legg(feed, "id", _tag(site, "vedtak"))
    _legg(feed, "title", site.lang.gettext("Vedtak om planer i {kommune}").format(kommune=kommune))
    _legg(feed, "updated", _tid(max((item.dag for item in items), default=site.register.today)))
    _legg(_legg(feed, "author"), "name", kommune)
    _legg(feed, "link", href=url(site, STI), rel="self", type="application/atom+xml")
    _legg(feed, "link", href=url(site, "index.html"), rel="alternate", type="text/html")
    for item in items:
        _innslag(site, feed, item)
    ET.indent(feed, "")
    yield "atom", STI, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
