"""The plan system as files for others: open data, workbooks that can be read back, papers for a meeting.

May use `tables`, and what lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.exports.format_names import FORMATS as FORMATS, PAPERS as PAPERS, PARQUET as PARQUET, TABLES as TABLES
    from planlint.exports.formats import ExportOrder as ExportOrder, make_export as make_export
    from planlint.exports.open_data import DATA as DATA
    from planlint.exports.open_data.atom import ATOM_PATH as ATOM_PATH
    from planlint.exports.open_data.change_feed import CHANGES_PATH as CHANGES_PATH
    from planlint.exports.open_data.change_words import change_teller as change_teller
    from planlint.exports.open_data.csv_files import csv_path as csv_path
    from planlint.exports.open_data.ics import ICS_PATH as ICS_PATH, calendar_path as calendar_path
    from planlint.exports.open_data.open_tables import open_tables as open_tables
    from planlint.exports.open_data.overview import (
        DCAT_JSONLD as DCAT_JSONLD,
        DCAT_TTL as DCAT_TTL,
        JSONLD as JSONLD,
        calendars as calendars,
        main_files as main_files,
        utgiver as utgiver,
    )
    from planlint.exports.open_data.register_json import REGISTER_PATH as REGISTER_PATH, SCHEMA as SCHEMA
    from planlint.exports.parquet import export_parquet as export_parquet
    from planlint.exports.publish import publish_folder as publish_folder, put_file as put_file
    from planlint.exports.write_export import write_file as write_file, write_folder as write_folder
else:
    from planlint.base.face import face

    __getattr__ = face(
        __name__,
        {
            "ATOM_PATH": "open_data.atom:ATOM_PATH",
            "CHANGES_PATH": "open_data.change_feed:CHANGES_PATH",
            "DATA": "open_data:DATA",
            "DCAT_JSONLD": "open_data.overview:DCAT_JSONLD",
            "DCAT_TTL": "open_data.overview:DCAT_TTL",
            "ExportOrder": "formats:ExportOrder",
            "FORMATS": "format_names:FORMATS",
            "ICS_PATH": "open_data.ics:ICS_PATH",
            "JSONLD": "open_data.overview:JSONLD",
            "PAPERS": "format_names:PAPERS",
            "PARQUET": "format_names:PARQUET",
            "REGISTER_PATH": "open_data.register_json:REGISTER_PATH",
            "SCHEMA": "open_data.register_json:SCHEMA",
            "TABLES": "format_names:TABLES",
            "calendar_path": "open_data.ics:calendar_path",
            "calendars": "open_data.overview:calendars",
            "change_teller": "open_data.change_words:change_teller",
            "csv_path": "open_data.csv_files:csv_path",
            "export_parquet": "parquet:export_parquet",
            "main_files": "open_data.overview:main_files",
            "make_export": "formats:make_export",
            "open_tables": "open_data.open_tables:open_tables",
            "publish_folder": "publish:publish_folder",
            "put_file": "publish:put_file",
            "utgiver": "open_data.overview:utgiver",
            "write_file": "write_export:write_file",
            "write_folder": "write_export:write_folder",
        },
    )
