"""What a place in a text points to: the reference that stands there, and the file or the declaration that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.law import bestemmelser
from planlint.model import Reference, reference_kinds
from planlint.source import PLANSYSTEM, entity_of, is_avvik

if TYPE_CHECKING:
    from planlint.living.spot import Spot
    from planlint.model import Enhet, Plansystem
    from planlint.system import System

SECTIONS = {
    "plantype": ("plantyper", "plantyper"),
    "måltype": ("maaltyper", "måltyper"),
    "nivå": ("nivaaer", "nivåer"),
    "sektor": ("sektorer", "sektorer"),
    "organ": ("organer", "organer"),
    "kilde": ("kilder", "kilder"),
}
"""Where plansystem.yaml declares what is no file, by its kind: as the model has it, and as the file does."""


class Pointed(NamedTuple):
    """What stands at a place, and what it names: `entity` is the file's own where the place is no reference.

    `reference` is None where the place is none, and `entity` where what is named is no file of the plan system.
    """

    spot: Spot
    reference: Reference | None
    entity: Enhet | None


def kind_of_file(path: str) -> str:
    """Give the kind of file at a path: that of an entity, «plansystem», «avvik», or "" where the folder says none."""
    if path == PLANSYSTEM or is_avvik(path):
        return "plansystem" if path == PLANSYSTEM else "avvik"
    return entity_of(path).partition("/")[0] if "/" in entity_of(path) and entity_of(path) != path else ""


def pointed(system: System, path: str, spot: Spot) -> Pointed:
    """Give what a spot in a file is, and what it names."""
    kinds = reference_kinds(kind_of_file(path), spot.path)
    is_id = bool(kinds) and spot.text and (spot.part == "value" or spot.path[-1] == spot.text)
    if not is_id:
        return Pointed(spot, None, _own(system, path))
    kind = next((one for one in kinds if title_of(system, one, spot.text)), kinds[0])
    reference = Reference(spot.path, kind, spot.text)
    return Pointed(spot, reference, system.loaded.entities.get(kind, {}).get(spot.text))


def _own(system: System, path: str) -> Enhet | None:
    kind, _, id_ = entity_of(path).partition("/")
    found = system.loaded.entities.get(kind, {}).get(id_)
    return found if found and found.file == path else None


def declared(plansystem: Plansystem | None, kind: str) -> dict[str, Any]:
    """Give what may be named of a kind that plansystem.yaml declares, or the law, by id."""
    if kind == "bestemmelse":
        return {**bestemmelser(), **(plansystem.bestemmelser if plansystem else {})}
    return {**getattr(plansystem, SECTIONS[kind][0])} if plansystem and kind in SECTIONS else {}


def title_of(system: System, kind: str, id_: str) -> str:
    """Give the title or name of what an id of a kind names; "" where there is none."""
    if found := system.loaded.entities.get(kind, {}).get(id_):
        return found.tittel
    one = declared(system.loaded.plansystem, kind).get(id_)
    return str(getattr(one, "navn", "") or getattr(one, "tittel", "") or "")
