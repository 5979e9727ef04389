"""What a known finding's file is called, and how it follows what it is about to another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import slug
from planlint.edit.plain_data import get
from planlint.source import AVVIK

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.edit.workspace import Workspace
    from planlint.model import Avvik

_LONGEST = 150


def name_of(code: str, entity: str, mark: str = "") -> str:
    """Give the path of a known finding's file."""
    return f"{AVVIK}/{'-'.join(part for part in (code, slug(entity)[:_LONGEST].strip('-'), mark) if part)}.yaml"


def follow(work: Workspace, renamed: Callable[[Avvik], Avvik]) -> None:
    """Write known findings anew where they are called something else now; a file then gets its new name as well."""
    for known in work.system.loaded.avvik:
        new = renamed(known.avvik)
        if new == known.avvik:
            continue
        document = work.open(known.file, "avvik")
        if known.path:
            *group, entity, position = known.path
            document.set((*group, entity, position), new.avtrykk)
        else:
            document.set(("gjelder",), new.gjelder)
            document.set(("avtrykk",), new.avtrykk)
            _move(work, known.file, known.avvik, new)
    _follow_names(work, renamed)


def _move(work: Workspace, file: str, old: Avvik, new: Avvik) -> None:
    """Give a file that planlint named its new name, where no other has it."""
    mark = old.avtrykk if file.endswith(f"-{old.avtrykk}.yaml") else ""
    target = name_of(new.regel, new.gjelder, new.avtrykk if mark else "")
    if file == name_of(old.regel, old.gjelder, mark) and target not in work.system.contents:
        work.documents[target] = work.documents.pop(file)
        work.files[file] = None


def _follow_names(work: Workspace, renamed: Callable[[Avvik], Avvik]) -> None:
    """Give the keys of a list of format 1 their new names."""
    names = {
        known.path[:-1]: (known.file, renamed(known.avvik).gjelder) for known in work.system.loaded.avvik if known.path
    }
    for path, (file, name) in names.items():
        *group, old = path
        if name == old:
            continue
        document = work.open(file, "avvik")
        left = get(document.data, (*group, name))  # from something that had the new id once
        if left is not None:
            document.set(path, list(dict.fromkeys([*get(document.data, path), *left])))
            document.remove((*group, name))
        document.rename(path, name)
