"""The plan system on another day: an edition of the site beside today's, in `tid/<day>/`, and the switch between them.

An edition has the pages that the day decides: plans, goals, topics, timeline, matrix, coverage and Sustainable
Development Goals. What has no day in the files (measures, indicators, challenges), what looks ahead, what is made for
machines, and what the rules and the law of today say of the files is today's alone. An edition is therefore drawn
without findings: nothing is said on its pages of what the control found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.change import PlansVersion
from planlint.check import Report
from planlint.register import known_by
from planlint.site.edition_words import EditionLanguage
from planlint.site.find_page import find_page, has_page
from planlint.site.page_order import share_of
from planlint.site.pages import EDITION_PAGES, edition_front_page
from planlint.tables import BuildError, Nettsted, PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from planlint.site.page import Page

FOLDER = "tid"
"""The folder with a folder for each day; what lies there is not searched."""
_UP = "../../"


def folder_of_day(day: date) -> str:
    """Give the folder of a day's edition, with a slash at the end."""
    return f"{FOLDER}/{day.isoformat()}/"


class Edition:
    """An edition: the site on that day, whose pages are each at its path from the edition's own folder."""

    def __init__(self, site: Nettsted, today: Nettsted) -> None:
        """Keep the site of the day, and today's."""
        self.site = site
        self._today = today
        self._known: dict[str, bool] = {}

    def pages(self) -> Iterator[Page]:
        """Yield its pages: a front of its own, then those that the day decides."""
        return self.share(0, 1)

    def share(self, share: int, shares: int) -> Iterator[Page]:
        """Yield a share of its pages; the front is in the first."""
        if share == 0:
            yield from map(_as_then, edition_front_page.pages(self.site, self._today))
        for _, pages in share_of(self.site, EDITION_PAGES, share, shares):
            yield from map(_as_then, pages)

    def page(self, sti: str) -> Page | None:
        """Give the page at a path; None where the edition has none there."""
        if sti in edition_front_page.PATHS:
            return _as_then(next(edition_front_page.pages(self.site, self._today)))
        found = find_page(self.site, sti, EDITION_PAGES)
        return _as_then(found) if found else None

    def __contains__(self, sti: object) -> bool:
        """Tell whether it has a page at a path."""
        sti = str(sti)
        if sti not in self._known:
            is_front = sti in edition_front_page.PATHS
            self._known[sti] = is_front or has_page(self.site, sti, EDITION_PAGES)
        return self._known[sti]

    @property
    def folder(self) -> str:
        """The folder it lies in."""
        return folder_of_day(self.site.register.today)

    @property
    def name(self) -> str:
        """The day in words."""
        return self.site.lang.dato(self.site.register.today)

    def nearest(self, sti: str) -> str:
        """Give the address, from the site's root, of the edition's page of the same path; its front where it has none.

        A front page says more of the whole than of any plan, so it is what the missing pages lead to.
        """
        return self.folder + (sti if sti in self else "index.html")


def _as_then(page: Page) -> Page:
    return replace(page, soekbar=False, kildefil="")


def _edition(site: Nettsted, day: date) -> Edition:
    then = Nettsted(
        known_by(site.register, day),
        Report(site.report.root, day, 0, (), language=site.lang.code),
        EditionLanguage(site.lang.code),
        PlansVersion(site.versjon.sha, site.versjon.dato),
    )
    then.entity_lists = site.entity_lists  # they have no day in the files: the links lead to today's pages
    return Edition(then, site)


def every_edition(site: Nettsted) -> tuple[Edition, ...]:
    """Make the editions that plansystem.yaml asks for, the newest first.

    Raises BuildError for a day after the site's own: nobody knows it yet.
    """
    today = site.register.today
    days = sorted(site.valg.tidspunkter, reverse=True)
    for day in days:
        if day > today:
            raise BuildError(
                N_(
                    "Feltet `nettsted.tidspunkter` i {fil} har dagen {dag}, som er etter dagen nettstedet lages for "
                    "({per}). Ta den bort, eller lag nettstedet for en senere dag."
                ),
                fil="plans/plansystem.yaml",
                dag=day,
                per=today,
            )
    return tuple(_edition(site, day) for day in days)


def day_links(page: Page, site: Nettsted, editions: Sequence[Edition], shown: Edition | None = None) -> list[PageLink]:
    """Give the links from a page to the same page on the other days, today first. `shown` is the page's own edition."""
    up = "" if shown is None else _UP
    was = site.lang.gettext("Slik var det {dag}")
    links = [PageLink(was.format(dag=one.name), up + one.nearest(page.sti)) for one in editions if one is not shown]
    if shown is None:
        return links
    return [PageLink(site.lang.gettext("Tilbake til i dag"), up + page.sti), *links]
