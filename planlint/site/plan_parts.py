"""The list of plans in parts, where all of them would make a page too heavy to open on a telephone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.site.plan_lists import PlanGroup, PlanLine, PlanSection

MOST = 56_000
"""So many bytes of rows are a page: with its frame, styles and script it is then under 150 KB."""
_ROW, _CELL, _GROUP = 150, 85, 390
"""What a row, each cell that it fills beside the first two, and the head of a table weigh in every language."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A page of a section: its path, its number among how many, and its groups, of which the first may be a rest."""

    sti: str
    nummer: int
    antall: int
    grupper: tuple[PlanGroup, ...]


def _weight(section: PlanSection, line: PlanLine) -> int:
    """Give about how many bytes a row is, with the columns that its section shows; in all languages the same."""
    cells = sum(bool(shown and getattr(line.rad, name)) for name, shown in section.kolonner.items())
    return _ROW + _CELL * cells + len(line.lenke.tekst.encode()) + len(line.lenke.sti)


def is_light(sections: Iterable[PlanSection]) -> bool:
    """Tell whether all plans can stand on one page."""
    groups = [(section, group) for section in sections for group in section.grupper]
    return sum(_GROUP + sum(_weight(section, line) for line in group.linjer) for section, group in groups) <= MOST


def parts(section: PlanSection) -> tuple[PlanPart, ...]:
    """Give the pages of a section, in order; a group that does not fit goes on at the next page."""
    packed = list(_packed(section))
    return tuple(
        PlanPart(f"planer/{section.id}{f'-{number}' if number > 1 else ''}.html", number, len(packed), groups)
        for number, groups in enumerate(packed, 1)
    )


def _packed(section: PlanSection) -> Iterator[tuple[PlanGroup, ...]]:
    page: list[PlanGroup] = []
    left = MOST
    for group in section.grupper:
        rows: list[PlanLine] = []
        left -= _GROUP
        for line in group.linjer:
            if left < _weight(section, line) and (rows or page):
                yield tuple([*page, replace(group, linjer=tuple(rows))] if rows else page)
                page, rows, left = [], [], MOST - _GROUP
            rows.append(line)
            left -= _weight(section, line)
        page.append(replace(group, linjer=tuple(rows)))
    if page:
        yield tuple(page)
