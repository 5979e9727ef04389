"""Another id for what stands at a place, in every file that names it: planlint's own `rename`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import Rename, Workspace
from planlint.lsp.file_changes import workspace_edit
from planlint.system import UsageError, usable

if TYPE_CHECKING:
    from lsprotocol.types import Position, WorkspaceEdit

    from planlint.lsp.session import Session


def rename(session: Session, uri: str, position: Position, new: str) -> WorkspaceEdit:
    """Give the edit of all files. Raises Trouble, in words, where it cannot be made."""
    pointed = session.pointed(uri, position)
    if pointed is None or pointed.entity is None:
        raise UsageError(N_("Her står det ingenting som har en fil, og som kan få en annen id."))
    work, making = Workspace(session.living.system), Rename(pointed.entity, new)
    making.make(work, usable(work.system))
    return workspace_edit(session, work.changes(), (pointed.entity.file, making.file))
