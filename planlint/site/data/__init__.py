"""Open data: one module per format; each gives (format, path, bytes)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.site.data import atom, csv_filer, dcat, ics, jsonld, planstrategifiler, register_json, xlsx_alt

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
