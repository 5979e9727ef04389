"""What a place in a text points to: the reference that stands there, and the file or the declaration that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.law import bestemmelser
from planlint.living.spots import spots_in
from planlint.model import Reference, is_named_by_key, reference_kinds
from planlint.source import PLANSYSTEM, UnreadableError, compose, entity_of, is_avvik

if TYPE_CHECKING:
    from planlint.base import Span
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
    is_key = is_named_by_key(kind_of_file(path), spot.path)
    if not kinds or not spot.text or (spot.part == "key") != is_key:
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


def references_in(path: str, text: str) -> list[tuple[Reference, Span]]:
    """Give every reference that is written in a file's text, and where; none of one that cannot be read.

    Also those that name nothing, and those in a field that has a fault elsewhere.
    """
    try:
        root = compose(text)
    except UnreadableError:
        return []
    kind = kind_of_file(path)
    found: list[tuple[Reference, Span]] = []
    for spot in spots_in(root):
        kinds = reference_kinds(kind, spot.path)
        if kinds and spot.text and (spot.part == "key") == is_named_by_key(kind, spot.path):
            found.append((Reference(spot.path, kinds[0], spot.text), spot.span))
    return found
