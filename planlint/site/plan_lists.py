"""The list of plans before it is drawn: its sections, the groups in them, and a line for each plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.tables import PageLink, PlanRow


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in the list: its row, its link, and the days to sort by."""

    rad: PlanRow
    lenke: PageLink
    vedtatt: str
    slutt: str
    revisjon: str


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """The plans of a type group, under the group's heading; `sti` where they stand on a page of their own."""

    id: str
    navn: str
    linjer: tuple[PlanLine, ...]
    sti: str = ""


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A part of the page: the plans that stand alike, what they have in common, what to say when there are none.

    `kolonner` tells which columns its tables have.
    """

    id: str
    navn: str
    om: str
    tomt: str
    antall: int
    grupper: tuple[PlanGroup, ...]
    kolonner: Mapping[str, bool]
