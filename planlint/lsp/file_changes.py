"""An edit of planlint's as the editor makes it: small changes of the texts, and files that come, go or are renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    CreateFile,
    DeleteFile,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    RenameFile,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from planlint.edit import text_changes
from planlint.lsp.places import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.lsp.session import Session

    Step = TextDocumentEdit | CreateFile | RenameFile | DeleteFile


def workspace_edit(
    session: Session, changes: Mapping[str, bytes | None], renamed: tuple[str, str] | None = None
) -> WorkspaceEdit:
    """Give the edit that makes files what they are to be; None is a file that goes. `renamed` is one by both names."""
    steps: list[Step] = []
    moved = dict([renamed[::-1]]) if renamed else {}
    for path, raw in sorted(changes.items()):
        if raw is None and path not in moved.values():
            steps.append(DeleteFile(session.uri(path)))
        elif raw is not None:
            steps += _written(session, path, raw, moved.get(path, path))
    if renamed:
        steps.insert(0, RenameFile(session.uri(renamed[0]), session.uri(renamed[1])))
    return WorkspaceEdit(document_changes=steps)


def _written(session: Session, path: str, raw: bytes, before: str) -> list[Step]:
    uri, text = session.uri(path), raw.decode("utf-8-sig")
    document = OptionalVersionedTextDocumentIdentifier(uri)
    if before not in session.contents:
        new = TextEdit(Range(Position(0, 0), Position(0, 0)), text)
        return [CreateFile(uri), TextDocumentEdit(document, [new])]
    old = session.text(before)
    edits = Lines(old).edits(text_changes(old, text))
    return [TextDocumentEdit(document, [*edits])] if edits else []
