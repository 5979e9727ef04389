"""From a path to sheets of cells: what kind of file it is, and who reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.imports import csv_file, excel, guard, word
from planlint.imports.cells import ORDERS, Content, ImportFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planlint.imports.cells import Sheet


def read(path: Path, score: Callable[[list[str]], int]) -> Content:
    """Give what a file holds; `score` tells how many columns of a row are known. Raises ImportFault and OSError."""
    raw = guard.read_bytes(path)
    kind = guard.kind_of(path.suffix, raw)
    if kind == ".csv":
        content = csv_file.read(raw, path.stem, score)
    else:
        copy, scan = guard.safe_zip(raw, kind)
        content = excel.read(copy, scan) if kind == ".xlsx" else _numbered(word.read(copy))
    sheets = tuple(sheet for sheet in content.sheets if any(not row.is_empty for row in sheet.rows))
    if not sheets:
        raise ImportFault(N_("Filen har ingen tabell.") if kind == ".docx" else N_("Filen er tom."))
    return replace(content, sheets=sheets, passed_over=(*content.passed_over, *_orders(sheets)))


def _orders(sheets: tuple[Sheet, ...]) -> list[Message]:
    """Tell of cells with orders to a machine, or signs that turn what is shown: they are no part of what is read."""
    text = N_("Arket «{ark}», rad {nr}: en celle hadde et tegn som ikke vises ({tegn}). Det er ikke tatt med.")
    return [
        Message.of_text(text, ark=sheet.name, nr=row.number, tegn=f"U+{ord(found[0]):04X}")
        for sheet in sheets
        for row in sheet.rows
        for cell in row.cells
        if isinstance(cell, str) and (found := ORDERS.search(cell))
    ]


def _numbered(content: Content) -> Content:
    """Name the tables of a document as a reader counts them."""
    sheets = (replace(sheet, name=f"tabell {number}") for number, sheet in enumerate(content.sheets, 1))
    return replace(content, sheets=tuple(sheets))
