"""The pages of a site one by one before they are made, so that two processes can make every other one each."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import ModuleType

    from planlint.site.page import Page
    from planlint.tables import Nettsted

    Make = Callable[[], Iterable[Page]]


def _one(module: ModuleType, site: Nettsted, id_: str) -> tuple[Page, ...]:
    return (module.page(site, id_),)


def _in_order(site: Nettsted, modules: Sequence[ModuleType]) -> Iterator[tuple[int, Make]]:
    """Yield what makes the pages, in the order of a reader, each with its number in a round of its own.

    Every entity that has a page has its turn among its kind. The pages of another module are few, are made together,
    and have theirs among such modules: the same process always makes them, and uses what it has gathered for others.
    """
    others = count()
    for module in modules:
        if hasattr(module, "entities"):
            yield from ((turn, partial(_one, module, site, id_)) for turn, id_ in enumerate(module.entities(site)))
        else:
            yield next(others), partial(module.pages, site)


def share_of(
    site: Nettsted, modules: Sequence[ModuleType], share: int, shares: int
) -> Iterator[tuple[int, Iterable[Page]]]:
    """Yield the pages of a share, each lot with its place among all."""
    for place, (turn, make) in enumerate(_in_order(site, modules)):
        if turn % shares == share:
            yield place, make()
