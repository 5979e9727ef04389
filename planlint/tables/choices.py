"""What can be chosen in a cell: the format's fixed values, and the ids that there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.register import Register
    from planlint.tables.columns import ReadableColumn

_POINTS_AT = {
    "ansvarlig": "sektor",
    "organ": "organ",
    "utvalg": "organ",
    "bestilt_organ": "organ",
    "kilde": "kilde",
    "revisjon_kilde": "kilde",
    "plan": "plan",
    "for_plan": "plan",
    "for_utkast": "maal",
    "svar_organ": "organ",
    "del_av": "plan",
    "inn_i": "plan",
    "mål": "maal",
    "overordnet": "maal",
    "planstrategi": "planstrategi",
    "indikator": "indikator",
}
_TYPES = {"plan": "plantype", "maal": "måltype"}
_FAST = frozenset(("valg", "janei"))


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """What can be chosen. `fast`: nothing else is allowed; else another id may be on its way."""

    navn: str
    verdier: tuple[str, ...]
    fast: bool


def _ids(register: Register, kind: str) -> tuple[str, ...]:
    """Give the ids of a kind, of file or of what plansystem.yaml declares, in the order in which they are kept."""
    system = register.plansystem
    declared: dict[str, Iterable[str]] = {
        "plantype": system.plantyper,
        "måltype": system.maaltyper,
        "sektor": system.sektorer,
        "organ": system.organer,
        "kilde": system.kilder,
    }
    return tuple(declared[kind]) if kind in declared else tuple(sorted(register.entities.get(kind, {})))


def choices_of(register: Register, table: str, felt: ReadableColumn) -> ChoiceList | None:
    """Give what can be chosen in a column of a table; None where anything can be written."""
    if felt.form in _FAST:
        return ChoiceList("ja_nei" if felt.form == "janei" else f"{table}_{felt.navn}", felt.valg, fast=True)
    if felt.form != "tekst":
        return None
    if felt.navn == "slag":
        return ChoiceList("slag", tuple(KINDS), fast=True)
    kind = _TYPES.get(table, "") if felt.navn == "type" else _POINTS_AT.get(felt.navn, "")
    ids = _ids(register, kind) if kind else ()
    return ChoiceList(kind, ids, fast=False) if ids else None
