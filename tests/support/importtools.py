"""Small tools for the tests of planlint import: files to read, and the command run on a plan system."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import docx
import xlsxwriter
from support.helpers import DATE, run

from planlint.imports.result import read_import
from planlint.imports.run.import_order import ImportOrder
from planlint.source.yaml import parse
from planlint.system.system import open_system

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

Rows = list[list[Any]]


def excel(path: Path, rows: Rows, name: str = "Ark1") -> Path:
    """Write a workbook with one sheet; numbers and days are real ones."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell)
                elif cell != "":
                    sheet.write(number, column, cell)
    return path


def word(path: Path, rows: Rows, below: tuple[str, ...] = ()) -> Path:
    """Write a document with one table, and lines of text below it."""
    document = docx.Document()
    document.add_heading("Planoversikt", 1)
    table(document, rows)
    for line in below:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def table(document: Any, rows: Rows) -> Any:
    """Put a table into a document."""
    made = document.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            made.cell(number, column).text = str(cell)
    return made


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    """Write a text file."""
    path.write_bytes(content.encode(encoding))
    return path


def imported(
    root: Path, file: Path, *args: str, day: str = DATE, others: str = "temaplan"
) -> subprocess.CompletedProcess[str]:
    """Run planlint import on a plan system; `others` is the type of the plans whose type the table does not say."""
    told = ("--type", f"*={others}") if others else ()
    return run("import", str(file), "--root", str(root), "--date", day, *told, *args, cwd=root)


def plan(root: Path, id_: str) -> dict[str, Any]:
    """Give what a plan's file says."""
    found = [*(root / "plans" / "planer").rglob(f"{id_}.yaml")]
    assert len(found) == 1, f"{id_}: {found}"
    data: dict[str, Any] = parse(found[0].read_text(encoding="utf-8"))[0]
    return data


def tree(root: Path) -> dict[str, bytes]:
    """Give every file of a plan system."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted((root / "plans").rglob("*.yaml"))}


def outcome(root: Path, file: Path, *, day: str = DATE, **ask: Any) -> ImportResult:
    """Give what an import would do, without writing; `ask` is the rest of an `ImportOrder`."""
    system = open_system(root, date.fromisoformat(day))
    assert system.register is not None
    return read_import(file, system, system.register, ImportOrder(**ask))


def written(result: ImportResult) -> dict[str, dict[str, Any]]:
    """Give what an import would write of each plan, by id."""
    return {
        change.navn.partition("/")[2]: parse(change.raw.decode())[0]
        for change in result.endringer
        if change.raw is not None
    }
