"""The columns that can be read back: their heads, where in the file they belong, and how a cell holds a value.

Export and import meet here. A sheet (or CSV file) is named after a kind and has one row for each file, with `id` first.
The other heads are the file's own keys; the keys of a mapping are joined (`periode` and `fra` become `periode_fra`). A
head that ends with AVLEDET is computed, and is never read back. Facts that a file has many of (events, decisions) have
sheets of their own: one row for each, with the owner's id and `nr`, its place in the owner's list from 1.

A list is one cell with " | " between the items, a mapping the same with "key: value". Yes and no are «ja» and «nei». A
time is a real date where the day is known, else text: 2024, 2024-06, 2024-H1. An empty cell is a key that is not there.
To tell what somebody has changed, compare `les` of the cell with `les` of what `celler` gives for the file today: what
a cell cannot hold (a very long text, a control character) is then the same on both sides.
"""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from planlint.model import Enhet, TidspunktValue, parts
from planlint.tables import read_cell as cellelesing
from planlint.tables.fields import key_paths, model_cells
from planlint.tables.harmless_cells import Cell, clean
from planlint.tables.read_cell import YES_NO, CellError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import BaseModel

__all__ = [
    "DERIVED",
    "LONGEST",
    "CellError",
    "Form",
    "ReadableColumn",
    "as_cell",
    "cells_of",
    "cut",
    "cut_entities",
    "fields_of",
    "read_value",
]
DERIVED = " (regnet ut)"
LONGEST = 32_767
"""The most characters that a cell of a spreadsheet holds."""
Form = Literal["tekst", "tall", "tall_eller_ord", "janei", "tid", "valg", "liste", "ordbok", "tallrekke"]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ReadableColumn:
    """A column that can be read back: its head, the way through the file's keys, its form and its fixed values."""

    navn: str
    sti: tuple[str, ...]
    form: Form
    valg: tuple[str, ...] = ()


def _form(annotation: Any) -> tuple[Form, tuple[str, ...]]:
    """Give how a cell holds values of this type, and which ones there are when they are fixed."""
    found = [one for one in parts(annotation) if one is not None]
    number = int in found or float in found
    forms: tuple[tuple[Any, Form], ...] = (
        (tuple, "liste"),
        (dict, "tallrekke" if number else "ordbok"),
        (TidspunktValue, "tid"),
        (date, "tid"),
        (bool, "janei"),
        (int, "tall_eller_ord" if str in found else "tall"),
        (float, "tall"),
    )
    for kind, form in forms:
        if kind in found:
            return form, YES_NO if form == "janei" else ()
    fixed = next((one for one in found if typing.get_origin(one) is Literal), None)
    return ("valg", typing.get_args(fixed)) if fixed else ("tekst", ())


@cache
def fields_of(model: type[BaseModel]) -> tuple[ReadableColumn, ...]:
    """Give the columns of a kind or a fact that can be read back; a kind's first one is its title."""
    title = (ReadableColumn("tittel", ("tittel",), "tekst"),) if issubclass(model, Enhet) else ()
    return (
        *title,
        *(ReadableColumn("_".join(keys), keys, *_form(annotation)) for keys, annotation in key_paths(model)),
    )


def cells_of(item: BaseModel) -> dict[str, Cell]:
    """Give the cells of an entity or a fact by their heads, exactly as an exported workbook has them."""
    title = (clean(item.tittel),) if isinstance(item, Enhet) else ()
    found = zip(fields_of(type(item)), (*title, *model_cells(item)), strict=True)
    return {felt.navn: as_cell(cell, felt.form) for felt, cell in found}


def as_cell(cell: Cell, form: Form) -> Cell:
    """Give a value as a cell has it: a known day as a date, and no text longer than a cell."""
    if not isinstance(cell, str):
        return cell
    if form == "tid" and _ISO.fullmatch(cell):
        return date.fromisoformat(cell)
    return cut(cell)


def cut_entities(entities: Iterable[Enhet]) -> list[str]:
    """Give the names of those that have a text that is longer than a cell of a spreadsheet holds."""
    return [
        one.entity for one in entities if any(isinstance(cell, str) and cut(cell) != cell for cell in model_cells(one))
    ]


def cut(text: str) -> str:
    """Give as much of a text as a cell of a spreadsheet holds, counted as it counts: an emoji is two."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return text if len(raw) <= 2 * LONGEST else raw[: 2 * LONGEST].decode("utf-16-le", "ignore")


def read_value(felt: ReadableColumn, cell: object) -> object:
    """Give the value for the file that a cell means; None for an empty one.

    Raises CelleError for what the column cannot hold. Whether ids exist and values are allowed is the model's to say.
    """
    value = cellelesing.clean_cell(cell)
    return None if value is None else _READERS[felt.form](felt, value)


_READERS: dict[Form, Callable[[ReadableColumn, object], object]] = {
    "tekst": lambda _, value: cellelesing.read_words(value),
    "valg": lambda _, value: cellelesing.read_text(value),
    "tall": lambda _, value: cellelesing.read_number(value),
    "tall_eller_ord": lambda _, value: cellelesing.read_number_or_text(value),
    "janei": lambda _, value: cellelesing.is_yes(value),
    "tid": lambda _, value: cellelesing.read_time(value),
    "liste": lambda felt, value: cellelesing.read_list(
        cellelesing.read_text(value), sdg=felt.sti[-1:] == ("bærekraftsmål",)
    ),
    "ordbok": lambda _, value: cellelesing.read_mapping(cellelesing.read_text(value)),
    "tallrekke": lambda _, value: cellelesing.read_numbers(cellelesing.read_text(value)),
}
