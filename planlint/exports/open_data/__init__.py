"""Open data: one module per format; each gives (format, path, bytes)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.exports.open_data import atom, dcat, ics, jsonld, register_json
from planlint.exports.open_data import csv_files as csv_filer
from planlint.exports.open_data import planstrategi_files as planstrategifiler
from planlint.exports.open_data import whole_workbook as xlsx_alt

if TYPE_CHECKING:
    from types import ModuleType

DATA: tuple[ModuleType, ...] = (
    planstrategifiler,
    register_json,
    csv_filer,
    xlsx_alt,
    ics,
    atom,
    jsonld,
    dcat,
)
