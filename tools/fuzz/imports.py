"""Any bytes as a spreadsheet or a document, whole or as one part of a sound one: an import, or a sentence why not."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
import xlsxwriter
from ground import CLEAN

from planlint.edit.error import EditError
from planlint.imports import ImportOrder, read_import
from planlint.imports.cells import ImportFault
from planlint.imports.match import ChoiceError
from planlint.imports.show_result import result_rows
from planlint.text import language

HEAD = ("Plan", "Type", "Status", "Vedtatt", "Periode", "Ansvarlig", "Sak")
ROWS = (
    HEAD,
    ("Klimastrategi 2030", "strategi", "vedtatt 28.2.18", "28.02.2018", "2018-2030", "Miljø", "19/18"),
    ("Temaplan for idrett", "temaplan", "under arbeid", "", "2020 – 2024?", "Oppvekst", ""),
    ('=1+1;"x"', "ukjent", "KS-sak 4/20, FSK 4.4.20", "44000", "til 2030", "@alle", "1/1"),
)
PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "word/document.xml",
    "[Content_Types].xml",
)
FOLDER = Path(tempfile.mkdtemp(prefix="planlint-fuzz-"))
LANG = language("nb")


@cache
def book() -> dict[str, bytes]:
    """Give the parts of a sound workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        sheet = made.add_worksheet("Planer")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    return _parts(out)


@cache
def paper() -> dict[str, bytes]:
    """Give the parts of a sound document."""
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("Strategier")
    table = made.add_table(rows=0, cols=len(HEAD))
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(out)
    return _parts(out)


def _parts(out: io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def seeds() -> Iterator[bytes]:
    """Give the rows as CSV, both files whole, and each of their parts."""
    for delimiter in ";,\t":
        yield b"\x00" + "\r\n".join(delimiter.join(row) for row in ROWS).encode()
    yield b"\x00" + "\n".join(";".join(row) for row in ROWS).encode("utf-16")
    yield b"\x01" + _zip(book())
    yield b"\x02" + _zip(paper())
    for number, name in enumerate(PARTS):
        yield bytes([3 + number]) + {**paper(), **book()}[name]


def _file(data: bytes) -> tuple[str, bytes]:
    """Give the name's ending and the bytes of a file that the first byte chooses the kind of."""
    choice, rest = data[0] % (3 + len(PARTS)), data[1:]
    if choice < 3:
        return (".csv", ".xlsx", ".docx")[choice], rest
    name = PARTS[choice - 3]
    sound, suffix = (paper(), ".docx") if name.startswith("word/") else (book(), ".xlsx")
    return suffix, _zip({**sound, name: rest})


def try_one(data: bytes) -> None:
    """Import bytes as a file; anything but what it would do, or one sentence, is a find."""
    if not data:
        return
    suffix, raw = _file(data)
    file = FOLDER / f"fuzz{suffix}"
    file.write_bytes(raw)
    assert CLEAN.register is not None
    try:
        result = read_import(file, CLEAN, CLEAN.register, ImportOrder())
    except (ImportFault, ChoiceError, EditError):
        return
    result_rows(result, LANG, {})
    result.files()
