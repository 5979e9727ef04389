"""The formats of an export: each gives one file, or one for each table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planlint.exports.format_names import PAPERS
from planlint.exports.open_data import csv_files, register_json
from planlint.tables import export_tables, make_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.ahead import Utkast
    from planlint.model import Plan, Planstrategi
    from planlint.tables import Nettsted


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is asked for: a format, one of its tables ("" for all), and for papers a planstrategi and a draft.

    `plan` is what a case paper, or an overview of input, is about (`papir`), and `mal` the Word file with its styles.
    """

    form: str
    tabell: str = ""
    strategi: Planstrategi | None = None
    utkast: Utkast | None = None
    plan: Plan | None = None
    papir: Literal["", "saksframlegg", "merknader"] = ""
    mal: bytes = b""

    @property
    def name(self) -> str:
        """What the file, or the folder of files, is called when nobody says otherwise."""
        if self.plan:
            return f"{self.papir}-{self.plan.id}.{self.form}"
        if self.form == "csv" and not self.tabell:
            return "plansystem-csv"
        draft = f"planstrategi-{self.utkast.tid.navn}" if self.utkast else "plansystem"
        paper = self.strategi.id if self.strategi else draft
        return f"{self.tabell or (paper if self.form in PAPERS else 'plansystem')}.{self.form}"


def _csv(site: Nettsted, table: str) -> dict[str, bytes]:
    return {
        f"{ark.navn}.csv": csv_files.csv_file(ark.as_table()) for ark in export_tables(site) if table in {"", ark.navn}
    }


def _json(site: Nettsted, table: str) -> bytes:
    """Give a table as a list, or all of register.json as the site has it."""
    if not table:
        return next(data for _, path, data in register_json.files(site) if path == register_json.REGISTER_PATH)
    (found,) = (one for one in make_tables(site) if one.navn == table)
    return (json.dumps(found.records(), ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _paper(site: Nettsted, order: ExportOrder) -> bytes:
    from planlint.exports.attachment import vedlegg  # noqa: PLC0415 - as above
    from planlint.exports.case_paper import saksframlegg  # noqa: PLC0415 - as above
    from planlint.exports.case_paper_input import merknadsbehandling  # noqa: PLC0415 - as above
    from planlint.exports.pdf import as_pdf  # noqa: PLC0415 - most exports are no papers

    if order.plan:
        word = (saksframlegg if order.papir == "saksframlegg" else merknadsbehandling)(site, order.plan, order.mal)
    else:
        word = vedlegg(site, order.strategi, order.utkast)
    return as_pdf(word, site.register.today) if order.form == "pdf" else word


def make_export(site: Nettsted, order: ExportOrder) -> bytes | Mapping[str, bytes]:
    """Make what is asked for: a file, or the files of a folder. Raises BuildError where something needed is missing."""
    if order.form in PAPERS:
        return _paper(site, order)
    if order.form == "json":
        return _json(site, order.tabell)
    if order.form == "csv":
        found = _csv(site, order.tabell)
        return found[f"{order.tabell}.csv"] if order.tabell else found
    from planlint.exports.workbook import make_input_workbook, make_workbook  # noqa: PLC0415 - as above

    if order.plan:
        return make_input_workbook(site, order.plan)
    return make_workbook(site)
