"""The one entity that an id means, and what is said where it means none, several, or one that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from planlint.base.suggest import nearest
from planlint.register.lookup import find, similar
from planlint.source.find import pick_files
from planlint.system.system import UsageError, usable

if TYPE_CHECKING:
    from planlint.model import Enhet
    from planlint.system.system import System

_OF_A_KIND = {"plan": ("ingen plan", "planen "), "maal": ("ikke noe mål", "målet ")}
"""How something of a kind is called where only that kind will do: that there is none, and the one meant."""


def one_entity(system: System, name: str, kind: str = "") -> Enhet:
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
        message = f"Flere har id {name}. Skriv {' eller '.join(names)}."
        raise UsageError(message)
    none, this = _OF_A_KIND.get(kind, ("ingen", ""))
    if not names:
        suggestion = nearest(id_, register.entities[kind]) if kind else similar(register, name)
        ask = f" Mente du {suggestion}?" if suggestion else ""
        message = f"Fant {none} med id {id_ if kind else name}.{ask}"
        raise UsageError(message)
    if names[0] not in there:
        raise UsageError(unread(system, names[0], this))
    return there[names[0]]


def unread(system: System, entity: str, this: str = "") -> str:
    """Tell of a file that is there, but cannot be read: which one it is, and that it must be mended first."""
    id_ = entity.rpartition("/")[2]
    files = [
        file.path for file in pick_files(system.contents) if normalize("NFC", f"{file.kind}/{file.stem}") == entity
    ]
    return f"Filen til {this}{id_} kan ikke leses. Kjør planlint check og rett den først: {', '.join(files)}."
