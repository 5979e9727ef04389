"""The rows of a table in groups: by sector and programme area in the order declared, else by the words of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.model import Plan, find_references
from planlint.register.lookup import rows, values_at
from planlint.register.organisasjon import sektor_over, units_over
from planlint.text import STATUS, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Step
    from planlint.model import Enhet
    from planlint.register.register import Register
    from planlint.text import Language

SECTOR_KEYS = ("sektor", "programområde", "ansvarlig", "medansvarlige")


class GroupedRows(NamedTuple):
    """A group: what its rows have in common, as its key and in words, and the rows."""

    key: str
    navn: str
    rader: list[dict[str, str]]


def grouped_rows(
    register: Register, kind: str, where: Iterable[tuple[str, str]], key: str, lang: Language
) -> list[GroupedRows]:
    """Give the rows of `rows()` in groups by a field or an answer; a row with several values stands in each.

    Those without a value come last.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows(register, kind, where, lang):
        entity = register.entities[kind][row["id"]]
        for value in sorted(_values(register, entity, key, row, lang)) or [""]:
            found.setdefault(value, []).append(row)
    names = {**_names(register, kind, key), "": lang.gettext("Står ikke i registeret")}
    named = [GroupedRows(value, names.get(value, value), those) for value, those in found.items()]
    declared = {id_: place for place, id_ in enumerate(_in_order(register))} if key in SECTOR_KEYS else {}
    return sorted(
        named, key=lambda one: (not one.key, declared.get(one.key, len(declared)), alphabetical(one.navn), one.key)
    )


def _in_order(register: Register) -> list[str]:
    """Give the sectors as declared, each followed by its programme areas."""
    system = register.plansystem
    places = {id_: place for place, id_ in enumerate(system.sektorer)}

    def place(id_: str) -> tuple[int, ...]:
        return tuple(places[unit] for unit in reversed(units_over(system, id_)))

    return sorted(system.sektorer, key=place)


def _values(register: Register, entity: Enhet, key: str, row: dict[str, str], lang: Language) -> set[str]:
    own = getattr(entity, "ansvarlig", None) or ""
    if key == "sektor":
        return {sektor_over(register.plansystem, own)} - {""}
    if key in {"status", "status.nå"}:
        return {lang.gettext(STATUS[register.status(entity)])} if isinstance(entity, Plan) else {row["status"]} - {""}
    return values_at(register, entity, key)


def _names(register: Register, kind: str, key: str) -> dict[str, str]:
    """Give what the values of a key are called: units with those above them, types by name, other files by title."""
    system = register.plansystem
    if key in SECTOR_KEYS:
        return {
            id_: ": ".join(system.sektorer[unit].navn for unit in reversed(units_over(system, id_)))
            for id_ in system.sektorer
        }
    if key == "type":
        plans = {id_: one.navn for id_, one in system.plantyper.items()}
        return plans | {id_: one.navn for id_, one in system.maaltyper.items()}
    refs = (ref for entity in register.entities[kind].values() for ref in find_references(entity))
    found = ((ref.id, register.find(ref.kind, ref.id)) for ref in refs if _last(ref.path) == key.rpartition(".")[2])
    return {id_: other.tittel for id_, other in found if other}


def _last(path: tuple[Step, ...]) -> str:
    """Give the last field of a path, places in lists left out."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
