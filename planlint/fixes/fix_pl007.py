"""PL007: a file's name, ending or folder."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from planlint.base import N_, nearest, slug
from planlint.edit import Rename
from planlint.fixes.fix import kind_of, proposal, stem_of
from planlint.model import FOLDERS

if TYPE_CHECKING:
    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source

_TEXT = N_("{fra} → {til}")


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """Give the file the name that is its id, and let all that refer to it follow; a folder is only guessed."""
    file, variant = item.place.file, item.finding.variant
    if variant == "mappe":
        return _moved(source, item, file)
    if variant == "txt":
        return _to(source, item, file[: -len(".txt")], safe=False)
    return None if variant in {"rot", "reservert", "reservert_mappe"} else _named(source, item, file)


def _named(source: Source, item: Diagnostic, file: str) -> FixProposal | None:
    stem = unicodedata.normalize("NFC", stem_of(file))
    new = slug(stem)
    if not new:
        return None
    if new == stem_of(file):
        return _to(source, item, f"{file.rpartition('.')[0]}.yaml", safe=True)
    entity = source.system.loaded.entities[kind_of(file)].get(stem)
    if entity is None or source.system.register is None:
        return None
    renamed, register = Rename(entity, new), source.system.register
    return proposal(
        item, _TEXT, safe=True, make=lambda work: renamed.make(work, register),
        fra=file.rpartition("/")[2], til=f"{new}.yaml",
    )  # fmt: skip


def _moved(source: Source, item: Diagnostic, file: str) -> FixProposal | None:
    top, folder, *rest = file.split("/")
    right = nearest(folder, FOLDERS)
    return _to(source, item, "/".join((top, right, *rest)), safe=False) if right else None


def _to(source: Source, item: Diagnostic, new: str, *, safe: bool) -> FixProposal | None:
    old = item.place.file
    raw = source.system.contents[old]
    if new in source.system.contents or not isinstance(raw, bytes):
        return None
    return proposal(item, _TEXT, safe=safe, files={old: None, new: raw}, fra=old, til=new)
