"""What a file and a plan system hold, by title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import DocumentSymbol, Location, Position, Range, SymbolKind, WorkspaceSymbol
from yaml.nodes import ScalarNode

from planlint.lsp.lens import own
from planlint.source import UnreadableError, compose
from planlint.text import alphabetical

if TYPE_CHECKING:
    from planlint.lsp.session import Session

_MOST = 200


def document_symbols(session: Session, uri: str) -> list[DocumentSymbol]:
    """Give a file by its title, with the fields in it below; none of one that cannot be read."""
    path = session.path(uri)
    lines = session.lines(path)
    try:
        root = compose(lines.text)
    except UnreadableError:
        return []
    whole = Range(Position(0, 0), lines.position(len(lines.text)))
    inner = []
    for key, value in root.value:
        if isinstance(key, ScalarNode):
            start, end = lines.position(key.start_mark.index), lines.position(key.end_mark.index)
            there = Range(start, lines.position(max(value.end_mark.index, key.end_mark.index)))
            inner.append(DocumentSymbol(key.value or "–", SymbolKind.Field, there, Range(start, end)))
    entity = own(session, path)
    title, kind = (entity.tittel, entity.entity) if entity else (path.rpartition("/")[2], "")
    top = Range(whole.start, whole.start)
    return [DocumentSymbol(title, SymbolKind.File, whole, top, detail=kind, children=inner)]


def workspace_symbols(session: Session, query: str) -> list[WorkspaceSymbol]:
    """Give what has all the words of a question in its title or its id, by title; the first of them where many do."""
    words = query.casefold().split()
    every = [one for those in session.system.loaded.entities.values() for one in those.values()]
    fit = [one for one in every if all(word in f"{one.tittel} {one.entity}".casefold() for word in words)]
    top = Range(Position(0, 0), Position(0, 0))
    return [
        WorkspaceSymbol(Location(session.uri(one.file), top), one.tittel, SymbolKind.File, container_name=one.entity)
        for one in sorted(fit, key=lambda one: (alphabetical(one.tittel), one.entity))[:_MOST]
    ]
