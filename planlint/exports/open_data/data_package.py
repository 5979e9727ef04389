"""datapackage.json: what each CSV file is and what its columns hold, as programs read it (Frictionless, version 1).

Source: https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.base import slug
from planlint.exports.open_data.csv_files import csv_path
from planlint.exports.open_data.open_tables import open_tables
from planlint.exports.open_data.overview import DATA_PACKAGE, beskrivelse, utgiver
from planlint.exports.parquet_types import FIRST, LAST, column_type
from planlint.tables import LICENCE, site_root, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.exports.parquet_types import Type
    from planlint.tables import DataTable, Nettsted

FORMATS = ("csv",)
PATHS = (DATA_PACKAGE,)
_TYPES: dict[Type, dict[str, Any]] = {
    "heltall": {"type": "integer"},
    "tall": {"type": "number", "decimalChar": ","},
    "janei": {"type": "boolean", "trueValues": ["ja"], "falseValues": ["nei"]},
    "dag": {"type": "date"},
}
"""Every other type is text: a list has a bar between its items, and a time may be a year alone."""
_DIALECT = {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def _field(site: Nettsted, tabell: DataTable, name: str, text: str) -> dict[str, Any]:
    is_day = any(
        name.endswith(end) and column_type(tabell.navn, name.removesuffix(end)) == "tid" for end in (FIRST, LAST)
    )
    kind = {"type": "date"} if is_day else _TYPES.get(column_type(tabell.navn, name), {"type": "string"})
    return {"name": name, **kind, "description": site.lang.gettext(text)}


def _resource(site: Nettsted, tabell: DataTable) -> dict[str, Any]:
    fields = [_field(site, tabell, one.navn, one.beskrivelse) for one in tabell.kolonner]
    key = {"primaryKey": "id"} if fields[0]["name"] == "id" else {}
    return {
        "profile": "tabular-data-resource",
        "name": slug(tabell.navn),
        "path": csv_path(tabell),
        "title": site.lang.gettext(tabell.tittel),
        "description": site.lang.gettext(tabell.beskrivelse),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": {"fields": fields, "missingValues": [""], **key},
    }


def _package(site: Nettsted) -> dict[str, Any]:
    homepage = {"homepage": site_root(site)} if site_root(site) else {}
    return {
        "profile": "tabular-data-package",
        "name": f"plansystem-{slug(site.kommune) or 'kommune'}",
        "title": site.lang.gettext("Plansystemet i {kommune}").format(kommune=site.kommune),
        "description": beskrivelse(site),
        **homepage,
        "version": site.register.today.isoformat(),
        "licenses": [{"name": "NLOD-2.0", "path": LICENCE, "title": "Norsk lisens for offentlige data (NLOD) 2.0"}],
        "contributors": [{"title": utgiver(site), "role": "publisher", "path": url(site, "om.html")}],
        "resources": [_resource(site, tabell) for tabell in open_tables(site)],
    }


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the description."""
    text = json.dumps(_package(site), ensure_ascii=False, indent=1)
    yield "csv", DATA_PACKAGE, f"{text}\n".encode("utf-8", "backslashreplace")
