"""The colours of the cells below years, as a legend explains them: the years of work, those of votes, and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.imports.table.shades import SHADED, decided_by, is_vote, is_work, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.imports.table.heads import Column
    from planlint.imports.table.shades import Shades

Cells = list[tuple["Column", str]]


def by_colours(cells: Cells, shades: Shades, rest: list[tuple[str, str]]) -> tuple[Cells, list[int], list[int]]:
    """Give the cells without the colours that a legend explains, the years of work by colour, and those of votes.

    A colour that is said to decide is the mark of its cell; what a colour says else is put into `rest` in words.
    """
    left: Cells = []
    worked: list[int] = []
    voted: list[int] = []
    for column, text in cells:
        own, colour, is_shaded = parted(text)
        means = shades.meaning(colour) if is_shaded and colour else ""
        if not means:
            left.append((column, text))
            continue
        if is_work(means):
            worked.append(column.year)
        elif is_vote(means):
            voted.append(column.year)
        elif own or not (valg := decided_by(means)):
            rest.append((column.head, f"{SHADED} {colour} ({means})"))
        else:
            own = valg
        left += [(column, own)] if own else []
    return left, sorted(worked), sorted(voted)


def place_colours(
    decision: dict[str, Any], rest: list[tuple[str, str]], worked: Sequence[int], voted: Sequence[int]
) -> None:
    """Put the coloured years on a decision: votes where no mark gives a time, and the work that begins before each."""
    if voted and "ferdig" not in decision:
        first, *others = ({"ferdig": year} for year in voted)
        decision |= first | ({"deretter": others} if others else {})
    else:
        rest += [(str(year), SHADED) for year in voted]
    before = 0
    for step in (decision, *decision.get("deretter", [])):
        end = _year(step.get("ferdig", 0))
        mine = [year for year in worked if before < year <= end]
        if mine:
            step["oppstart"] = min(step.get("oppstart", mine[0]), mine[0], key=_year)
        before = max(before, end)
    rest += [(str(year), SHADED) for year in worked if year > before]


def _year(time: int | str) -> int:
    """Give the year of a time, which may be a part of it."""
    return int(str(time)[:4])
