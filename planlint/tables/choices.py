"""What can be chosen in a cell: the format's fixed values, and the ids that there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.register.register import Register
    from planlint.tables.columns import Felt

_PEKER = {
    "ansvarlig": "sektor",
    "organ": "organ",
    "kilde": "kilde",
    "revisjon_kilde": "kilde",
    "plan": "plan",
    "for_plan": "plan",
    "del_av": "plan",
    "inn_i": "plan",
    "mål": "maal",
    "overordnet": "maal",
    "planstrategi": "planstrategi",
    "indikator": "indikator",
}
_TYPER = {"plan": "plantype", "maal": "måltype"}
_FAST = frozenset(("valg", "janei"))


@dataclass(frozen=True, slots=True)
class Valgliste:
    """What can be chosen. `fast`: nothing else is allowed; else another id may be on its way."""

    navn: str
    verdier: tuple[str, ...]
    fast: bool


def _ider(register: Register, kind: str) -> tuple[str, ...]:
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


def valgene(register: Register, table: str, felt: Felt) -> Valgliste | None:
    """Give what can be chosen in a column of a table; None where anything can be written."""
    if felt.form in _FAST:
        return Valgliste("ja_nei" if felt.form == "janei" else f"{table}_{felt.navn}", felt.valg, fast=True)
    if felt.form != "tekst":
        return None
    if felt.navn == "slag":
        return Valgliste("slag", tuple(KINDS), fast=True)
    kind = _TYPER.get(table, "") if felt.navn == "type" else _PEKER.get(felt.navn, "")
    ids = _ider(register, kind) if kind else ()
    return Valgliste(kind, ids, fast=False) if ids else None
