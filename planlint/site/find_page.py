"""One page among all of a site's: found by its path, and made without the others.

Each module of `pages` says in PATHS where its pages lie: a path without a star is one that every site has. A module
with `entities` and `page` makes the page of one; of the others, which make few pages, all are made.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from planlint.site.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from planlint.site.page import Page
    from planlint.tables import Nettsted


def _at(sti: str, modules: Sequence[ModuleType]) -> Iterator[ModuleType]:
    """Yield the modules that may have a page at a path, the last first: it is the last that stands."""
    return (module for module in reversed(modules) if any(fnmatchcase(sti, path) for path in module.PATHS))


def _id(sti: str) -> str:
    return sti.partition("/")[2].removesuffix(".html")


def find_page(site: Nettsted, sti: str, modules: Sequence[ModuleType] = PAGES) -> Page | None:
    """Give the page at a path; None where the site has none there."""
    for module in _at(sti, modules):
        if hasattr(module, "entities"):
            page = module.page(site, _id(sti)) if _id(sti) in module.entities(site) else None
        else:
            page = next((page for page in module.pages(site) if page.sti == sti), None)
        if page:
            found: Page = page
            return found
    return None


def has_page(site: Nettsted, sti: str, modules: Sequence[ModuleType] = PAGES) -> bool:
    """Tell whether the site has a page at a path, without making it where that can be told."""
    for module in _at(sti, modules):
        if sti in module.PATHS:
            return True
        if hasattr(module, "entities"):
            if _id(sti) in module.entities(site):
                return True
        elif any(page.sti == sti for page in module.pages(site)):
            return True
    return False
