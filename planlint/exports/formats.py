"""The formats of an export: each gives one file, or one for each table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.exports import PAPERS
from planlint.exports.open_data import csv_files, register_json
from planlint.tables.all_tables import tabeller
from planlint.tables.sheets import arkene

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.ahead.draft import Utkast
    from planlint.model import Planstrategi
    from planlint.tables.nettsted import Nettsted


@dataclass(frozen=True, slots=True)
class Bestilling:
    """What is asked for: a format, one of its tables ("" for all), and for papers a planstrategi and a draft."""

    form: str
    tabell: str = ""
    strategi: Planstrategi | None = None
    utkast: Utkast | None = None

    @property
    def navn(self) -> str:
        """What the file, or the folder of files, is called when nobody says otherwise."""
        if self.form == "csv" and not self.tabell:
            return "plansystem-csv"
        draft = f"planstrategi-{self.utkast.tid.navn}" if self.utkast else "plansystem"
        paper = self.strategi.id if self.strategi else draft
        return f"{self.tabell or (paper if self.form in PAPERS else 'plansystem')}.{self.form}"


def _csv(site: Nettsted, table: str) -> dict[str, bytes]:
    return {f"{ark.navn}.csv": csv_files.fil(ark.tabell()) for ark in arkene(site) if table in {"", ark.navn}}


def _json(site: Nettsted, table: str) -> bytes:
    """Give a table as a list, or all of register.json as the site has it."""
    if not table:
        return next(data for _, path, data in register_json.filer(site) if path == register_json.STI)
    (found,) = (one for one in tabeller(site) if one.navn == table)
    return (json.dumps(found.poster(), ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _papir(site: Nettsted, order: Bestilling) -> bytes:
    from planlint.exports.attachment import vedlegg  # noqa: PLC0415 - as above
    from planlint.exports.pdf import som_pdf  # noqa: PLC0415 - most exports are no papers

    word = vedlegg(site, order.strategi, order.utkast)
    return som_pdf(word, site.register.today) if order.form == "pdf" else word


def lag(site: Nettsted, order: Bestilling) -> bytes | Mapping[str, bytes]:
    """Make what is asked for: a file, or the files of a folder. Raises BuildError where something needed is missing."""
    if order.form in PAPERS:
        return _papir(site, order)
    if order.form == "json":
        return _json(site, order.tabell)
    if order.form == "csv":
        found = _csv(site, order.tabell)
        return found[f"{order.tabell}.csv"] if order.tabell else found
    from planlint.exports.workbook import arbeidsbok  # noqa: PLC0415 - as above

    return arbeidsbok(site)
