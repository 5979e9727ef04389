"""Open data: one module per format; each gives (format, path, bytes)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.exports.open_data import (
    atom,
    change_feed,
    csv_files,
    data_package,
    dcat,
    ics,
    jsonld,
    planstrategi_files,
    register_json,
    whole_workbook,
)

if TYPE_CHECKING:
    from types import ModuleType

DATA: tuple[ModuleType, ...] = (
    planstrategi_files,
    register_json,
    csv_files,
    data_package,
    whole_workbook,
    ics,
    atom,
    change_feed,
    jsonld,
    dcat,
)
