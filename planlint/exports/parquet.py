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

from planlint.api import check_system
from planlint.exports.parquettyper import kolonnene
from planlint.livsloep import valg
from planlint.many import kommunenummer, sentence
from planlint.shares import each
from planlint.site.data.felles import Tabell, celle, kolonnesett, ren
from planlint.site.data.tabeller import tabeller
from planlint.site.nettsted import Nettsted
from planlint.site.publish import publish
from planlint.site.render import BuildError
from planlint.system.system import UsageError, open_system
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from planlint.model import Plansystem
    from planlint.roots import Root
    from planlint.system.system import System

MERKE = ".planlint-parquet"
"""A file that says that an export made the folder, and may replace it."""
_KOMMUNE = kolonnesett(
    {
        "nummer": "Kommunenummeret på dagen.",
        "dag": "Dagen som alle tabellene gjelder.",
        "ajourført": "Dagen som kommunens register beskriver.",
        "valgperiode": "Valgperioden på dagen.",
        "konstituert": "Dagen kommunestyret i den valgperioden ble konstituert; 31. oktober der den ikke er oppgitt.",
        "språk": "Språket i kommunens register.",
        "filer": "Hvor mange filer registeret har.",
        "uleste": "Hvor mange av dem som ikke kan leses, og som ikke er med.",
    }
)
_PLANTYPE = kolonnesett(
    {
        "type": "Plantypens id: type i tabellen plan.",
        "navn": "Navnet.",
        "rolle": "Rollen i plan- og bygningsloven: samfunnsdel, arealdel eller handlingsdel.",
        "nivå": "Navnet på nivået i plansystemet.",
        "lovpålagt": "Om en lov krever typen.",
        "forankring": "Om en plan av typen skal være forankret: påkrevd, valgfri eller ingen.",
        "kunnskapsgrunnlag": "Om typen tas til orientering i stedet for å vedtas.",
        "bindende": "Om typen er bindende for arealbruken.",
        "intern": "Om typen fastsettes administrativt.",
    }
)


class Skrevet(NamedTuple):
    """What was written of a municipality; `error` tells why nothing was."""

    root: str
    nummer: str = ""
    rader: int = 0
    uleste: tuple[str, ...] = ()
    error: str = ""


def _valgaar(system: Plansystem, day: date) -> int:
    """Give the election year of the council that sits on a day."""
    year = valg.valgaar(day.year)
    return year if valg.konstituering(system, year) <= day else year - valg.TERM


def _kommune(system: System, declared: Plansystem, day: date) -> Tabell:
    year = _valgaar(declared, day)
    row = (
        kommunenummer(declared.kommune, day),
        day,
        celle(declared.ajourfoert),
        valg.valgperiode(year),
        valg.konstituering(declared, year),
        declared.spraak,
        len(system.contents),
        len(system.loaded.opaque),
    )
    return Tabell("kommune", "", "", _KOMMUNE, (row,))


def _plantyper(declared: Plansystem) -> Tabell:
    levels = declared.nivaaer
    rows = tuple(
        (
            id_,
            ren(one.navn),
            one.rolle or "",
            ren(levels[one.nivaa].navn) if one.nivaa in levels else "",
            celle(one.lovpaalagt),
            one.forankring,
            celle(one.kunnskapsgrunnlag),
            celle(one.bindende),
            celle(one.intern),
        )
        for id_, one in declared.plantyper.items()
    )
    return Tabell("plantype", "", "", _PLANTYPE, rows)


def _tabellene(system: System, day: date, lang: str | None) -> Iterator[Tabell]:
    """Yield every table of a municipality. Raises UsageError where plansystem.yaml cannot be used."""
    declared, register = system.loaded.plansystem, system.register
    if declared is None or register is None:
        message = "plansystem.yaml kan ikke brukes. Kjør planlint check og rett den først."
        raise UsageError(message)
    yield _kommune(system, declared, day)
    yield _plantyper(declared)
    site = Nettsted(register, check_system(system, day, lang=lang), language(lang or declared.spraak))
    yield from tabeller(site)


def _fil(tabell: Tabell, kommune: str) -> bytes:
    """Give a table as a Parquet file."""
    pa, parquet = (importlib.import_module(name) for name in ("pyarrow", "pyarrow.parquet"))  # slow, and an extra
    types = {"list": pa.list_(pa.string()), "bool": pa.bool_()}
    fields, arrays = [pa.field("kommune", pa.string())], [pa.array([kommune] * len(tabell.rader), pa.string())]
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
        system = open_system(root.path, day)
        made = list(_tabellene(system, day, lang))
    except (UsageError, OSError) as error:
        return Skrevet(root.name, error=sentence(error, root))
    kommune = ren(system.loaded.plansystem.kommune.navn) if system.loaded.plansystem else ""
    number = str(made[0].rader[0][0])
    if not number:
        message = "Kommunen har ikke noe kommunenummer den dagen. Skriv det i plansystem.yaml, under kommune og nummer."
        return Skrevet(root.name, error=message)
    for tabell in made:
        path = folder / tabell.navn / f"kommunenummer={number}" / f"{tabell.navn}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_fil(tabell, kommune))
    unread = tuple(sorted(id_ for _, id_ in system.loaded.opaque))
    return Skrevet(root.name, number, sum(len(tabell.rader) for tabell in made), unread)


def _uten_dubletter(found: Sequence[Skrevet]) -> None:
    """Refuse municipalities that would write over each other, and an export of nothing."""
    by_number: dict[str, list[str]] = {}
    for one in found:
        by_number.setdefault(one.nummer, []).append(one.root)
    by_number.pop("", None)
    if twice := next((number for number, roots in by_number.items() if len(roots) > 1), ""):
        folders = ", ".join(by_number[twice])
        message = f"Kommunenummer {twice} står i flere mapper: {folders}. Velg én av dem, eller rett nummeret."
        raise BuildError(message)
    if not by_number:
        told = " ".join(f"{one.root}: {one.error}" for one in found)
        message = f"Ingen kommune kunne skrives. {told}"
        raise BuildError(message)


def eksporter(roots: Sequence[Root], out: Path, day: date, lang: str | None) -> list[Skrevet]:
    """Write the tables of the municipalities into a folder, whole or not at all; tell what was written of each.

    Raises BuildError where pyarrow is missing, where the folder is not an export of this kind, where two municipalities
    have one number, or where there is nothing to write; OSError where it cannot be written.
    """
    if not importlib.util.find_spec("pyarrow"):  # not imported before the work is shared out
        message = "Parquet trenger pyarrow. Installer det med: pip install 'planlint[parquet]'"
        raise BuildError(message)
    found: list[Skrevet] = []

    def write(fresh: Path) -> None:
        found.extend(each(partial(_skriv, folder=fresh, day=day, lang=lang), roots))
        _uten_dubletter(found)

    publish(out, {}, write, MERKE)
    return found
