"""What the pages of a list that is cut into several say of each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planlint.tables import ListPart, Nettsted

G = TypeVar("G")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PartLink:
    """A page of a list as the others show it: its path and number, and what it begins and ends with."""

    sti: str
    nummer: int
    foerste: str
    siste: str


def part_title(site: Nettsted, title: str, part: ListPart[G, T]) -> str:
    """Give the title of a page of a list; it says which page it is where there are several."""
    if part.antall == 1:
        return title
    told = site.lang.gettext("{tittel} (side {n} av {m})")
    return told.format(tittel=title, n=part.nummer, m=part.antall)


def parts_shown(parts: Sequence[ListPart[G, T]], name: Callable[[T], str]) -> dict[str, Any]:
    """Give what `_deler.html.j2` shows: the pages of the list, each by the names of its first and last row."""
    if len(parts) == 1:
        return {"deler": ()}
    return {"deler": tuple(PartLink(part.sti, part.nummer, name(part.rows[0]), name(part.rows[-1])) for part in parts)}
