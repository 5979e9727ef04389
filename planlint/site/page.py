"""A page of the site before it is drawn: where it goes, what it is called, and the plain values it shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from planlint.site.page_words import page_words
from planlint.site.search_entry import SearchEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.tables import PageLink


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `sti` is its path from the site's root; `innhold` holds only texts, numbers and plain rows.

    `kildefil` is the YAML file that the page shows, for «Foreslå endring». `soek` is what the search knows of the page
    beside its title and `soekeord`, words that it shall be found by although it does not use them. `smuler` is the
    trail above the title. `base` is where links start from on a page that is shown at any address.
    """

    sti: str
    mal: str
    tittel: str
    beskrivelse: str
    innhold: Mapping[str, Any] = field(default_factory=dict)
    smuler: tuple[PageLink, ...] = ()
    kildefil: str = ""
    soekeord: str = ""
    soek: SearchEntry = field(default_factory=SearchEntry)
    soekbar: bool = True
    base: str = ""

    @property
    def hidden_words(self) -> str:
        """The words that it shall be found by although it does not use them: its own, and those of its place."""
        return f"{self.soekeord} {page_words(self.sti)}".strip()

    @property
    def without_content(self) -> Page:
        """The page without what it shows: for whoever looks for pages."""
        return replace(self, innhold={})

    @property
    def root(self) -> str:
        """The way from this page back to the site's root, for relative addresses: "" or "../"."""
        return self.base or "../" * self.sti.count("/")
