"""CSV as Norwegian Excel opens it: UTF-8 with a mark, semicolons, decimal commas; one file for each table."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from planlint.exports.open_data.open_tables import open_tables
from planlint.tables import harmless_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Cell, DataTable, Nettsted

FORMATS = ("csv",)
PATHS = ("csv/*.csv",)


def csv_path(tabell: DataTable) -> str:
    """Give the path of a table's file."""
    return f"csv/{tabell.navn}.csv"


def _text(value: Cell) -> str:
    if isinstance(value, str):
        return harmless_part(value)
    return value.isoformat() if isinstance(value, date) else str(value).replace(".", ",")


def csv_file(tabell: DataTable) -> bytes:
    """Give a table as a file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(kolonne.navn for kolonne in tabell.kolonner)
    writer.writerows([_text(value) for value in row] for row in tabell.rader)
    return out.getvalue().encode("utf-8-sig")


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield one file for each table."""
    for tabell in open_tables(site):
        yield "csv", csv_path(tabell), csv_file(tabell)
