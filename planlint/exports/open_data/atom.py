"""An Atom feed of decisions. It changes when a decision comes, and at no other time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from planlint.base import slug
from planlint.tables import clean, site_root, url, vedtak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.tables import DecisionItem, Nettsted

FORMATS = ("atom",)
ATOM_PATH = "vedtak.atom"
MAX_ENTRIES = 50
_NS = "http://www.w3.org/2005/Atom"


def _tag(site: Nettsted, name: str) -> str:
    """Give a tag: URI that stays; without a declared address it is under .invalid, which nobody owns."""
    host = urlsplit(site_root(site)).hostname or f"{slug(site.kommune) or 'kommune'}.planlint.invalid"
    return f"tag:{host},2024:{name}"


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _entry(site: Nettsted, feed: ET.Element, item: DecisionItem) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", _tag(site, item.id))
    _add(entry, "title", f"{item.tittel}: {item.hva}")
    _add(entry, "updated", _timestamp(item.dag))
    _add(entry, "link", href=url(site, item.side), rel="alternate", type="text/html")
    _add(entry, "summary", item.tekst)


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the feed."""
    items = vedtak(site, MAX_ENTRIES)
    kommune = clean(site.kommune)
    feed = ET.Element("feed", {"xmlns": _NS, "xml:lang": site.lang.code})
    _add(feed, "id", _tag(site, "vedtak"))
    _add(feed, "title", site.lang.gettext("Vedtak om planer i {kommune}").format(kommune=kommune))
    _add(feed, "updated", _timestamp(max((item.dag for item in items), default=site.register.today)))
    _add(_add(feed, "author"), "name", kommune)
    _add(feed, "link", href=url(site, ATOM_PATH), rel="self", type="application/atom+xml")
    _add(feed, "link", href=url(site, "index.html"), rel="alternate", type="text/html")
    for item in items:
        _entry(site, feed, item)
    ET.indent(feed, "")
    yield "atom", ATOM_PATH, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
