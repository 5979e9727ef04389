"""Who a responsibility belongs to: a sector, or the sector that a programme area is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model import Plansystem


def sektor_over(system: Plansystem, id_: str) -> str:
    """Give the sector that a programme area is part of, however many steps up; the id itself of any other.

    An area that is part of something unknown, or in the end of itself, is its own sector.
    """
    found, seen = id_, {id_}
    while (declared := system.sektorer.get(found)) and declared.del_av in system.sektorer:
        if declared.del_av in seen:
            return id_
        found = declared.del_av
        seen.add(found)
    return found


def units_over(system: Plansystem, id_: str) -> tuple[str, ...]:
    """Give a programme area and all that it is part of, step by step up to its sector; of a sector, itself alone."""
    top, found = sektor_over(system, id_), [id_]
    while found[-1] != top:
        found.append(system.sektorer[found[-1]].del_av or top)
    return tuple(found)


def parts_of(system: Plansystem, sektor: str) -> list[str]:
    """Give a sector and the programme areas that are part of it, in the order in which they are declared."""
    return [id_ for id_ in system.sektorer if id_ == sektor or sektor_over(system, id_) == sektor]


def sectors(system: Plansystem) -> list[str]:
    """Give the sectors, programme areas left out, in the order in which they are declared."""
    return [id_ for id_ in system.sektorer if sektor_over(system, id_) == id_]
