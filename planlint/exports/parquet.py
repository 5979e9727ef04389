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

from planlint.base import N_, Message, each
from planlint.check import Request, check, sentence
from planlint.exports.parquet_tables import kommune, plantyper
from planlint.exports.parquet_types import parquet_columns
from planlint.exports.publish import publish_folder
from planlint.model import same_number
from planlint.system import UsageError, judgeable
from planlint.tables import BuildError, Nettsted, clean, make_tables
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from planlint.check import Report
    from planlint.source import Root
    from planlint.system import System
    from planlint.tables import DataTable

MARK = ".planlint-parquet"
"""A file that says that an export made the folder, and may replace it."""


class ParquetWritten(NamedTuple):
    """What was written of a municipality; `error` tells why nothing was."""

    root: str
    nummer: str = ""
    rader: int = 0
    uleste: tuple[str, ...] = ()
    error: Message | None = None


def _tables(system: System, report: Report, day: date) -> Iterator[DataTable]:
    """Yield every table of a municipality. Raises UsageError where plansystem.yaml cannot be used."""
    register = judgeable(system)
    declared = register.plansystem
    yield kommune(system, declared, day)
    yield plantyper(declared)
    site = Nettsted(register, report, language(report.language))
    yield from make_tables(site)


def _file(tabell: DataTable, navn: str) -> bytes:
    """Give a table as a Parquet file."""
    pa, parquet = (importlib.import_module(name) for name in ("pyarrow", "pyarrow.parquet"))  # slow, and an extra
    types = {"list": pa.list_(pa.string()), "bool": pa.bool_()}
    fields, arrays = [pa.field("kommune", pa.string())], [pa.array([navn] * len(tabell.rader), pa.string())]
    for one in parquet_columns(tabell):
        kind = types.get(one.arrow) or getattr(pa, one.arrow)()
        fields.append(pa.field(one.navn, kind, metadata={"description": str(one.beskrivelse)}))
        arrays.append(pa.array([one.verdi(row[one.plass]) for row in tabell.rader], kind))
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), file)
    return file.getvalue()


def _write(root: Root, folder: Path, day: date, lang: str | None) -> ParquetWritten:
    """Write the tables of one municipality; what stops it becomes a sentence. Raises OSError where it cannot write."""
    try:
        system, report = check(root.path, Request(day, lang=lang))
        made = list(_tables(system, report, day))
    except (UsageError, OSError) as error:
        return ParquetWritten(root.name, error=sentence(error, root))
    name = clean(system.loaded.plansystem.kommune.navn) if system.loaded.plansystem else ""
    number = str(made[0].rader[0][0])
    if not number:
        text = N_(
            "Kommunen har ikke noe kommunenummer den dagen. Skriv det i plansystem.yaml, under `kommune` og `nummer`."
        )
        return ParquetWritten(root.name, error=Message.of_text(text))
    for tabell in made:
        path = folder / tabell.navn / f"kommunenummer={number}" / f"{tabell.navn}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_file(tabell, name))
    unread = tuple(sorted(id_ for _, id_ in system.loaded.opaque))
    return ParquetWritten(root.name, number, sum(len(tabell.rader) for tabell in made), unread)


def _refuse_duplicates(found: Sequence[ParquetWritten]) -> None:
    """Refuse municipalities that would write over each other, and an export of nothing."""
    for number, folders in same_number((one.nummer, one.root) for one in found).items():
        raise BuildError(
            N_("Kommunenummer {nummer} står i flere mapper: {mapper}. Velg én av dem, eller rett nummeret."),
            nummer=number,
            mapper=", ".join(folders),
        )
    if all(one.error for one in found):
        told = (Message.of_text(N_("{mappe}: {feil}"), mappe=one.root, feil=one.error) for one in found)
        raise BuildError(N_("Ingen kommune kunne skrives."), *told)


def export_parquet(roots: Sequence[Root], out: Path, day: date, lang: str | None) -> list[ParquetWritten]:
    """Write the tables of the municipalities into a folder, whole or not at all; tell what was written of each.

    Raises BuildError where pyarrow is missing, where the folder is not an export of this kind, where two municipalities
    have one number, or where there is nothing to write; OSError where it cannot be written.
    """
    if not importlib.util.find_spec("pyarrow"):  # not imported before the work is shared out
        raise BuildError(N_("Parquet trenger pyarrow. Installer det med: `pip install pyarrow`"))
    found: list[ParquetWritten] = []

    def write(fresh: Path) -> None:
        found.extend(each(partial(_write, folder=fresh, day=day, lang=lang), roots))
        _refuse_duplicates(found)

    publish_folder(out, {}, write, MARK)
    return found
