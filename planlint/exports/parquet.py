"""The tables of many municipalities as Parquet: `plan/kommunenummer=3024/plan.parquet`, one folder for each table.

Every file of a table has the same columns and types, whatever the municipality has filled in. kommunenummer stands in
the path only, as every engine expects; the name stands in each row.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from planlint.base.diagnostic import N_
from planlint.base.parallel import each
from planlint.base.trouble import Melding
from planlint.check.municipalities import sentence
from planlint.check.request import Request
from planlint.check.run import check
from planlint.exports.parquet_tables import kommune, plantyper
from planlint.exports.parquet_types import kolonnene
from planlint.exports.publish import publish
from planlint.model.kommunenummer import same_number
from planlint.system.system import UsageError, usable
from planlint.tables.all_tables import tabeller
from planlint.tables.build_error import BuildError
from planlint.tables.harmless_cells import ren
from planlint.tables.nettsted import Nettsted
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from planlint.check.report import Report
    from planlint.source.find_municipalities import Root
    from planlint.system.system import System
    from planlint.tables.harmless_cells import Tabell

MERKE = ".planlint-parquet"
"""A file that says that an export made the folder, and may replace it."""


class Skrevet(NamedTuple):
    """What was written of a municipality; `error` tells why nothing was."""

    root: str
    nummer: str = ""
    rader: int = 0
    uleste: tuple[str, ...] = ()
    error: Melding | None = None


def _tabellene(system: System, report: Report, day: date) -> Iterator[Tabell]:
    """Yield every table of a municipality. Raises UsageError where plansystem.yaml cannot be used."""
    register = usable(system)
    declared = register.plansystem
    yield kommune(system, declared, day)
    yield plantyper(declared)
    site = Nettsted(register, report, language(report.language))
    yield from tabeller(site)


def _fil(tabell: Tabell, navn: str) -> bytes:
    """Give a table as a Parquet file."""
    pa, parquet = (importlib.import_module(name) for name in ("pyarrow", "pyarrow.parquet"))  # slow, and an extra
    types = {"list": pa.list_(pa.string()), "bool": pa.bool_()}
    fields, arrays = [pa.field("kommune", pa.string())], [pa.array([navn] * len(tabell.rader), pa.string())]
    for one in kolonnene(tabell):
        kind = types.get(one.arrow) or getattr(pa, one.arrow)()
        fields.append(pa.field(one.navn, kind, metadata={"description": str(one.beskrivelse)}))
        arrays.append(pa.array([one.verdi(row[one.plass]) for row in tabell.rader], kind))
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), file)
    return file.getvalue()


def _skriv(root: Root, folder: Path, day: date, lang: str | None) -> Skrevet:
    """Write the tables of one municipality; what stops it becomes a sentence. Raises OSError where it cannot write."""
    try:
        system, report = check(root.path, Request(day, lang=lang))
        made = list(_tabellene(system, report, day))
    except (UsageError, OSError) as error:
        return Skrevet(root.name, error=sentence(error, root))
    name = ren(system.loaded.plansystem.kommune.navn) if system.loaded.plansystem else ""
    number = str(made[0].rader[0][0])
    if not number:
        text = N_(
            "Kommunen har ikke noe kommunenummer den dagen. Skriv det i plansystem.yaml, under `kommune` og `nummer`."
        )
        return Skrevet(root.name, error=Melding.av(text))
    for tabell in made:
        path = folder / tabell.navn / f"kommunenummer={number}" / f"{tabell.navn}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_fil(tabell, name))
    unread = tuple(sorted(id_ for _, id_ in system.loaded.opaque))
    return Skrevet(root.name, number, sum(len(tabell.rader) for tabell in made), unread)


def _uten_dubletter(found: Sequence[Skrevet]) -> None:
    """Refuse municipalities that would write over each other, and an export of nothing."""
    for number, folders in same_number((one.nummer, one.root) for one in found).items():
        raise BuildError(
            N_("Kommunenummer {nummer} står i flere mapper: {mapper}. Velg én av dem, eller rett nummeret."),
            nummer=number,
            mapper=", ".join(folders),
        )
    if all(one.error for one in found):
        told = (Melding.av(N_("{mappe}: {feil}"), mappe=one.root, feil=one.error) for one in found)
        raise BuildError(N_("Ingen kommune kunne skrives."), *told)


def eksporter(roots: Sequence[Root], out: Path, day: date, lang: str | None) -> list[Skrevet]:
    """Write the tables of the municipalities into a folder, whole or not at all; tell what was written of each.

    Raises BuildError where pyarrow is missing, where the folder is not an export of this kind, where two municipalities
    have one number, or where there is nothing to write; OSError where it cannot be written.
    """
    if not importlib.util.find_spec("pyarrow"):  # not imported before the work is shared out
        raise BuildError(N_("Parquet trenger pyarrow. Installer det med: `pip install pyarrow`"))
    found: list[Skrevet] = []

    def write(fresh: Path) -> None:
        found.extend(each(partial(_skriv, folder=fresh, day=day, lang=lang), roots))
        _uten_dubletter(found)

    publish(out, {}, write, MERKE)
    return found
