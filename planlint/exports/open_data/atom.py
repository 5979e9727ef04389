"""Atom feeds: of decisions, which changes when a decision comes and at no other time, and what both feeds share."""

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
PATHS = (ATOM_PATH,)
MAX_ENTRIES = 50
_NS = "http://www.w3.org/2005/Atom"


def feed_tag(site: Nettsted, name: str) -> str:
    """Give a tag: URI that stays; without a declared address it is under .invalid, which nobody owns."""
    host = urlsplit(site_root(site)).hostname or f"{slug(site.kommune) or 'kommune'}.planlint.invalid"
    return f"tag:{host},2024:{name}"


def feed_time(day: date) -> str:
    """Give a day as a feed writes it: its first moment."""
    return f"{day.isoformat()}T00:00:00Z"


def add_element(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element with a text; give it."""
    child = ET.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def new_feed(site: Nettsted, name: str, title: str, newest: date, path: str) -> ET.Element:
    """Begin a feed: its id, title, the day of its newest entry, its author and its addresses."""
    feed = ET.Element("feed", {"xmlns": _NS, "xml:lang": site.lang.code})
    add_element(feed, "id", feed_tag(site, name))
    add_element(feed, "title", title)
    add_element(feed, "updated", feed_time(newest))
    add_element(add_element(feed, "author"), "name", clean(site.kommune))
    add_element(feed, "link", href=url(site, path), rel="self", type="application/atom+xml")
    add_element(feed, "link", href=url(site, "index.html"), rel="alternate", type="text/html")
    return feed


def feed_bytes(feed: ET.Element) -> bytes:
    """Give a feed as a file."""
    ET.indent(feed, "")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(site: Nettsted, feed: ET.Element, item: DecisionItem) -> None:
    entry = add_element(feed, "entry")
    add_element(entry, "id", feed_tag(site, item.id))
    add_element(entry, "title", f"{item.tittel}: {item.hva}")
    add_element(entry, "updated", feed_time(item.dag))
    add_element(entry, "link", href=url(site, item.side), rel="alternate", type="text/html")
    add_element(entry, "summary", item.tekst)


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the feed."""
    items = vedtak(site, MAX_ENTRIES)
    newest = max((item.dag for item in items), default=site.register.today)
    title = site.lang.gettext("Vedtak om planer i {kommune}").format(kommune=clean(site.kommune))
    feed = new_feed(site, "vedtak", title, newest, ATOM_PATH)
    for item in items:
        _entry(site, feed, item)
    yield "atom", ATOM_PATH, feed_bytes(feed)
