"""CSV as Norwegian Excel opens it: UTF-8 with a mark, semicolons, decimal commas; one file for each table."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from planlint.tables.all_tables import tabeller
from planlint.tables.harmless_cells import ufarlig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables.harmless_cells import Celle, Tabell
    from planlint.tables.nettsted import Nettsted

FORMATS = ("csv",)


def sti(tabell: Tabell) -> str:
    """Give the path of a table's file."""
    return f"csv/{tabell.navn}.csv"


def _tekst(value: Celle) -> str:
    if isinstance(value, str):
        return ufarlig(value)
    return value.isoformat() if isinstance(value, date) else str(value).replace(".", ",")


def fil(tabell: Tabell) -> bytes:
    """Give a table as a file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(kolonne.navn for kolonne in tabell.kolonner)
    writer.writerows([_tekst(value) for value in row] for row in tabell.rader)
    return out.getvalue().encode("utf-8-sig")


def filer(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield one file for each table."""
    for tabell in tabeller(site):
        yield "csv", sti(tabell), fil(tabell)
