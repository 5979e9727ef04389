"""The list of plans before it is drawn: its sections, the groups in them, and a line for each plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.tables import is_light, list_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.tables import ListPart, PageLink, PlanRow

_ROW, _CELL, _GROUP = 150, 85, 390
"""What a row, each cell that it fills beside the first two, and the head of a table weigh in every language."""


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

    def weight(self, line: PlanLine) -> int:
        """Give about how many bytes a row is, with the columns that are shown; in all languages the same."""
        cells = sum(bool(shown and getattr(line.rad, name)) for name, shown in self.kolonner.items())
        return _ROW + _CELL * cells + len(line.lenke.tekst.encode()) + len(line.lenke.sti)

    @property
    def parts(self) -> tuple[ListPart[PlanGroup, PlanLine], ...]:
        """Its pages, in order; none where it has no plans."""
        groups = [(group, group.linjer) for group in self.grupper]
        return list_parts(f"planer/{self.id}.html", groups, self.weight, _GROUP) if groups else ()


def is_one_page(sections: Iterable[PlanSection]) -> bool:
    """Tell whether all plans can stand on one page."""
    weights = [
        (group, [section.weight(line) for line in group.linjer]) for section in sections for group in section.grupper
    ]
    return is_light(weights, int, _GROUP)
