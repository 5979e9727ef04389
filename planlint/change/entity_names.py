"""The titles of all that a detail may refer to, by kind and id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.law import bestemmelser

if TYPE_CHECKING:
    from planlint.model import Plansystem
    from planlint.system.system import System

Names = dict[tuple[str, str], str]
_SECTIONS = {
    "plantype": ("plantyper", "navn"),
    "måltype": ("maaltyper", "navn"),
    "nivå": ("nivaaer", "navn"),
    "sektor": ("sektorer", "navn"),
    "organ": ("organer", "navn"),
    "kilde": ("kilder", "tittel"),
    "bestemmelse": ("bestemmelser", "navn"),
}


def _declared(system: Plansystem) -> Names:
    return {
        (kind, id_): getattr(item, name)
        for kind, (section, name) in _SECTIONS.items()
        for id_, item in getattr(system, section).items()
    }


def names(before: System, after: System) -> Names:
    """Give the titles; of what has another title than before, the new one."""
    found: Names = {("bestemmelse", id_): one.navn for id_, one in bestemmelser().items()}
    for system in (before, after):
        found |= _declared(system.loaded.plansystem) if system.loaded.plansystem else {}
        for kind, entities in system.loaded.entities.items():
            found |= {(kind, id_): entity.tittel for id_, entity in entities.items()}
    return found
