"""From an id to where it is defined, and to every place that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Location, Position, Range

from planlint.base import Place
from planlint.living import SECTIONS, references_in
from planlint.model import declared, find_references
from planlint.source import PLANSYSTEM, Positions, UnreadableError, compose

if TYPE_CHECKING:
    from planlint.living import Pointed
    from planlint.lsp.session import Session

_TOP = Range(Position(0, 0), Position(0, 0))


def _key(pointed: Pointed | None) -> tuple[str, str] | None:
    """Give the kind and the id that a place is about: what it names, else what its file holds."""
    if pointed is None:
        return None
    if pointed.reference:
        return pointed.reference.kind, pointed.reference.id
    return (pointed.entity.kind, pointed.entity.id) if pointed.entity else None


def definition(session: Session, uri: str, position: Position) -> Location | None:
    """Give the file of what is named at a place, or the place in plansystem.yaml that declares it."""
    pointed = session.pointed(uri, position)
    if pointed is None or pointed.reference is None:
        return None
    if pointed.entity:
        return Location(session.uri(pointed.entity.file), _TOP)
    kind, id_ = pointed.reference.kind, pointed.reference.id
    plansystem = session.system.loaded.plansystem
    if kind not in SECTIONS or plansystem is None or id_ not in getattr(plansystem, SECTIONS[kind][0]):
        return None
    lines = session.lines(PLANSYSTEM)
    try:
        span = Positions(compose(lines.text)).locate(Place(PLANSYSTEM, (SECTIONS[kind][1], id_), "key"))
    except UnreadableError:
        return None
    return Location(session.uri(PLANSYSTEM), lines.range(span))


def references(session: Session, uri: str, position: Position) -> list[Location]:
    """Give every place that names what a place names; on no reference, what names the file's own."""
    key = _key(session.pointed(uri, position))
    return uses(session, *key) if key else []


def uses(session: Session, kind: str, id_: str) -> list[Location]:
    """Give every place in the plan system that names an id of a kind."""
    loaded, found = session.system.loaded, list[Location]()
    naming = {
        one.file
        for those in loaded.entities.values()
        for one in those.values()
        if any((ref.kind, ref.id) == (kind, id_) for ref in find_references(one))
    }
    if loaded.plansystem and any((ref.kind, ref.id) == (kind, id_) for ref in declared(loaded.plansystem)):
        naming.add(PLANSYSTEM)
    for file in sorted(naming):
        lines = session.lines(file)
        spans = [span for ref, span in references_in(file, lines.text) if (ref.kind, ref.id) == (kind, id_)]
        found += [Location(session.uri(file), lines.range(span)) for span in spans]
    return found
