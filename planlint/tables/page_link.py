"""A link inside the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link inside the site: its text, and the page's path from the site's root."""

    tekst: str
    sti: str
