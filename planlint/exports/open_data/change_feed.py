"""An Atom feed of what has changed in the register, in the words of `planlint diff`: one entry for each commit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planlint.base import NN_
from planlint.exports.open_data.atom import add_element, feed_bytes, feed_tag, feed_time, new_feed
from planlint.exports.open_data.change_words import change_teller
from planlint.tables import clean, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.change import EntityChange, RegisterChange
    from planlint.tables import Nettsted

FORMATS = ("atom",)
CHANGES_PATH = "endringer.atom"
PATHS = (CHANGES_PATH,)
_LINES, _NAMED = 20, 3
_MORE_LINES = NN_("og {n} endring til", "og {n} endringer til")
_MORE_NAMES = NN_("{n} til", "{n} til")
_TOO_MANY = NN_("{n} fil i registeret er lagt til, endret eller tatt bort.",
                "{n} filer i registeret er lagt til, endret eller tatt bort.")  # fmt: skip


def _lines(site: Nettsted, change: EntityChange) -> list[str]:
    """Say what was done to a plan, a goal …, each line with its title."""
    _ = site.lang.gettext
    title = clean(change.tittel)
    if change.is_new:
        return [_("{tittel}: kom inn i registeret").format(tittel=title)]
    if change.is_gone:
        return [_("{tittel}: tatt ut av registeret").format(tittel=title)]
    told = dict.fromkeys(change_teller(site).details(change.details, change.kind))
    return [f"{title}: {clean(line)}" for line in told]


def _heading(site: Nettsted, change: RegisterChange, named: list[EntityChange]) -> str:
    """Name what was changed, the first ones by title."""
    titles = list(dict.fromkeys(site.lang.quoted(clean(one.tittel)) for one in named))
    if not titles:
        return site.lang.ngettext(*_TOO_MANY, change.number).removesuffix(".")
    rest = len(titles) - _NAMED
    more = [site.lang.ngettext(*_MORE_NAMES, rest)] if rest > 0 else []
    return site.lang.enumeration([*titles[:_NAMED], *more])


def _entry(site: Nettsted, change: RegisterChange) -> tuple[str, str, str] | None:
    """Give a commit's title, text and page; None where it changed nothing that can be told."""
    named = [one for one in change.entities if one.tittel]
    lines = [line for one in named for line in _lines(site, one)]
    if not change.is_read:
        return (_heading(site, change, []), site.lang.ngettext(*_TOO_MANY, change.number), "planer.html")
    if not lines:
        return None
    rest = len(lines) - _LINES
    more = [site.lang.ngettext(*_MORE_LINES, rest)] if rest > 0 else []
    return _heading(site, change, named), "\n".join([*lines[:_LINES], *more]), _page(site, named)


def _page(site: Nettsted, named: list[EntityChange]) -> str:
    """Give the page of the one thing that was changed, or the list of plans."""
    found = site.register.entities.get(named[0].kind, {}).get(named[0].id) if len(named) == 1 else None
    return site.path(found) if found else "planer.html"


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the feed, newest first as the history has it; without a history it has no entries."""
    entries = [(change, told) for change in site.versjon.samlet if (told := _entry(site, change))]
    newest = max((date.fromisoformat(change.day) for change, _ in entries), default=site.register.today)
    title = site.lang.gettext("Endringer i planregisteret til {kommune}").format(kommune=clean(site.kommune))
    feed = new_feed(site, "endringer", title, newest, CHANGES_PATH)
    for change, (heading, text, page) in entries:
        entry = add_element(feed, "entry")
        add_element(entry, "id", feed_tag(site, f"endring/{change.sha}"))
        add_element(entry, "title", heading)
        add_element(entry, "updated", feed_time(date.fromisoformat(change.day)))
        add_element(entry, "link", href=url(site, page), rel="alternate", type="text/html")
        add_element(entry, "summary", text)
    yield "atom", CHANGES_PATH, feed_bytes(feed)
