"""The tables as the open data have them: beside each time, as the file writes it, its first and its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.exports.parquet_types import FIRST, LAST, column_type
from planlint.model import parse
from planlint.tables import DataTable, TableColumn, make_tables, once

if TYPE_CHECKING:
    from planlint.tables import Cell, Nettsted

_FIRST_DAY = N_("Første dag i tidsrommet i kolonnen foran, som dato.")
_LAST_DAY = N_("Siste dag i tidsrommet to kolonner foran, som dato.")


@once
def open_tables(site: Nettsted) -> tuple[DataTable, ...]:
    """Give every table with real days beside the times, which may be no more than a year or a half-year."""
    return tuple(map(with_days, make_tables(site)))


def with_days(tabell: DataTable) -> DataTable:
    """Give a table with two columns more for each column of times."""
    times = {at for at, one in enumerate(tabell.kolonner) if column_type(tabell.navn, one.navn) == "tid"}
    columns: list[TableColumn] = []
    for at, one in enumerate(tabell.kolonner):
        columns.append(one)
        if at in times:
            columns += [TableColumn(one.navn + FIRST, _FIRST_DAY), TableColumn(one.navn + LAST, _LAST_DAY)]
    rows = tuple(_row(row, times) for row in tabell.rader)
    return DataTable(tabell.navn, tabell.tittel, tabell.beskrivelse, tuple(columns), rows)


def _row(row: tuple[Cell, ...], times: set[int]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for at, cell in enumerate(row):
        cells.append(cell)
        if at in times:
            time = parse(str(cell)) if cell != "" else None
            cells += [time.start, time.slutt] if time else ["", ""]
    return tuple(cells)
