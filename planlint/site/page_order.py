"""The pages of a site one by one before they are made, so that two processes can make every other one each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import ModuleType

    from planlint.site.page import Page
    from planlint.tables import Nettsted


def _one(module: ModuleType, site: Nettsted, id_: str) -> tuple[Page, ...]:
    return (module.page(site, id_),)


def in_order(site: Nettsted, modules: Sequence[ModuleType]) -> Iterator[Callable[[], Iterable[Page]]]:
    """Yield what makes the pages, in the order of a reader: one of its own for each entity that has a page.

    The pages of a module without `entities` are few, and are made together.
    """
    for module in modules:
        if hasattr(module, "entities"):
            yield from (partial(_one, module, site, id_) for id_ in module.entities(site))
        else:
            yield partial(module.pages, site)


def share_of(
    site: Nettsted, modules: Sequence[ModuleType], share: int, shares: int
) -> Iterator[tuple[int, Iterable[Page]]]:
    """Yield the pages of a share, each lot with its place among all."""
    for place, make in enumerate(in_order(site, modules)):
        if place % shares == share:
            yield place, make()
