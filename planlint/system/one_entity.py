"""The one entity that an id means, and what is said where it means none, several, or one that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from planlint.base import N_, Message, did_you_mean, nearest, or_list
from planlint.register import find, similar
from planlint.source import UnreadableError, decode, parse, pick_files
from planlint.system.system import usable
from planlint.system.usage_error import UsageError

if TYPE_CHECKING:
    from planlint.model import Enhet
    from planlint.system.system import System

_NONE = {
    "": N_("Fant ingen med id `{id}`."),
    "plan": N_("Fant ingen plan med id `{id}`."),
    "maal": N_("Fant ikke noe mål med id `{id}`."),
}
_UNREAD = {
    "": N_("Filen til `{id}` kan ikke leses."),
    "plan": N_("Filen til planen `{id}` kan ikke leses."),
    "maal": N_("Filen til målet `{id}` kan ikke leses."),
}
"""What is said, by the only kind that will do: that there is none, and that the one meant cannot be read."""


def find_entity(system: System, name: str, kind: str = "") -> Enhet:
    """Give the entity that an id, or kind/id, means; `kind` is the only one that will do, if there is one.

    Raises UsageError that says what to do where plansystem.yaml or the entity's file cannot be read, where several have
    the id, and where none has it.
    """
    register = usable(system)
    name = f"{kind}/{name}" if kind else name
    wanted, _, id_ = name.rpartition("/")
    there = {entity.entity: entity for entity in find(register, name)}
    closed = {f"{other}/{stem}" for other, stem in register.opaque if stem == id_ and wanted in {"", other}}
    names = sorted({*there, *closed})
    if len(names) > 1:
        raise UsageError(N_("Flere har id `{id}`. Skriv {valg}."), id=name, valg=or_list(names))
    if not names:
        suggestion = nearest(id_, register.entities[kind]) if kind else similar(register, name)
        raise UsageError(_NONE[kind], did_you_mean(suggestion), id=id_ if kind else name)
    if names[0] not in there:
        raise UsageError(unread(system, names[0], kind))
    return there[names[0]]


def find_place(system: System, name: str) -> tuple[str, str]:
    """Give the file and kind of what an id means, also of a file that cannot be read: it is to be mended.

    Raises UsageError as `find_entity`, but not for a file of right form that lacks a field, where it is the only one
    that is meant.
    """
    wanted, _, id_ = name.rpartition("/")
    closed = sorted((kind, stem) for kind, stem in usable(system).opaque if stem == id_ and wanted in {"", kind})
    files = [file for file in pick_files(system.contents) if closed[:1] == [(file.kind, normalize("NFC", file.stem))]]
    if len(closed) == 1 and len(files) == 1 and _has_fields(system, files[0].path) and not find(usable(system), name):
        return files[0].path, closed[0][0]
    found = find_entity(system, name)
    return found.file, found.kind


def _has_fields(system: System, path: str) -> bool:
    raw = system.contents[path]
    try:
        return isinstance(raw, bytes) and bool(parse(decode(raw))[0])
    except UnreadableError:
        return False


def unread_files(system: System) -> list[str]:
    """Give the paths of the files whose entity nothing can be shown of."""
    lost = system.loaded.opaque
    return [file.path for file in pick_files(system.contents) if (file.kind, normalize("NFC", file.stem)) in lost]


def unread(system: System, entity: str, kind: str = "") -> Message:
    """Tell of a file that is there, but cannot be read: which one it is, and that it must be mended first."""
    id_ = entity.rpartition("/")[2]
    files = [
        file.path for file in pick_files(system.contents) if normalize("NFC", f"{file.kind}/{file.stem}") == entity
    ]
    first = Message.of_text(N_("Kjør `planlint check` og rett den først: {filer}."), filer=", ".join(files))
    return Message.of_text(_UNREAD[kind], first, id=id_)
