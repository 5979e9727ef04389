"""PL102 and PL103: the id, or the kind, that a reference means; everywhere it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.fixes.fix import Edit, proposal, told

if TYPE_CHECKING:
    from planlint.base import Diagnostic, Place
    from planlint.fixes.fix import FixProposal, Source

_KINDS = frozenset(("mål", "plan"))


def _uses(item: Diagnostic) -> list[Place]:
    return [item.place, *(other.place for other in item.finding.related)]


def _is_only_id(source: Source, place: Place) -> bool:
    """Tell whether a reference is an id alone where a group of fields could stand: `forankring: [id]`."""
    return len(place.path) > 1 and isinstance(source.value(place.file, place.path[:-1]), str)


def _renamed(source: Source, place: Place, new: str) -> Edit:
    if place.part == "key":
        return Edit(place.file, "rename", place.path, new)
    return Edit(place.file, "set", place.path[:-1] if _is_only_id(source, place) else place.path, new)


def unknown(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL102: an id that a file once had is certain; one that is only like another is a guess."""
    new = str(item.finding.args.get("forslag", ""))
    if not new or item.finding.variant not in {"nytt_navn", "forslag", "forslag_erklæres"}:
        return None
    edits = tuple(_renamed(source, place, new) for place in _uses(item))
    safe = item.finding.variant == "nytt_navn"
    place = item.place.path[:-1] if _is_only_id(source, item.place) else item.place.path
    return proposal(item, safe=safe, edits=edits, sted=told(place), fra=item.finding.args["id"], til=new)


def _kind(source: Source, place: Place, kind: str, id_: str) -> Edit:
    if _is_only_id(source, place):
        return Edit(place.file, "set", place.path[:-1], {kind: id_})
    return Edit(place.file, "rename", place.path, kind)


def other_kind(source: Source, item: Diagnostic) -> FixProposal | None:
    """PL103: an anchor names what it is anchored in, so the id tells whether that is a goal or a plan."""
    kind, id_ = str(item.finding.args["er"]), str(item.finding.args["id"])
    places = _uses(item)
    if kind not in _KINDS or any(place.path[0] != "forankring" for place in places):
        return None
    edits = tuple(_kind(source, place, kind, id_) for place in places)
    return proposal(item, safe=True, edits=edits, sted=told(item.place.path[:-1]), fra=id_, til=f"{{{kind}: {id_}}}")
