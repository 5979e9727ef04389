"""What somebody means by what stands in a cell: times, numbers, yes and no, lists, mappings."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from planlint.base import N_, Trouble
from planlint.model import suggest
from planlint.tables.harmless_cells import SEPARATOR, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterator

YES_NO = ("ja", "nei")
_NULL = date(1899, 12, 30)
"""The day before a spreadsheet's first; its own days are numbers counted from here."""
_YEARS = (1800, 2200)


class CellError(Trouble, ValueError):
    """A cell cannot be what its column asks for; the text is for the user."""


def read_list(text: str, *, sdg: bool) -> list[object]:
    """Give the items of a list; with `sdg`, those that are numbers as numbers, as the files have them."""
    items = (part.strip() for part in text.split(SEPARATOR.strip()))
    return [int(item) if sdg and item.isdecimal() else item for item in items if item]


def clean_cell(cell: object) -> object:
    """Give a cell without the mark that guards against formulas; None where there is nothing in it."""
    if isinstance(cell, str):
        text = cell.replace("\r\n", "\n").strip()
        return unguarded(text) or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.date() if isinstance(cell, datetime) else cell


def read_text(value: object) -> str:
    """Give any cell as text, a day as the files write it."""
    return value.isoformat() if isinstance(value, date) else str(value)


def read_words(value: object) -> str:
    """Give the text of a cell. Raises CellError for a day that Excel has made of it: nobody can tell what was typed."""
    if isinstance(value, date):
        text = N_("cellen er en dato i Excel, og kolonnen er for tekst. Gjør den om til tekst, og skriv den på nytt")
        raise CellError(text)
    return read_text(value)


def read_time(value: object) -> object:
    """Give a time as the file has it. A year typed into a cell of dates shows as a day in 1905: its number counts."""
    if isinstance(value, date):
        number = (value - _NULL) // timedelta(days=1)
        return number if _YEARS[0] <= number <= _YEARS[1] else value.isoformat()
    text = read_text(value)
    return int(text) if re.fullmatch(r"\d{4}", text) else suggest(text) or text


def is_yes(value: object) -> bool:
    """Read «ja» or «nei». Raises CelleError."""
    if isinstance(value, bool):
        return value
    text = read_text(value).casefold()
    if text not in YES_NO:
        raise CellError(N_("«{verdi}» er verken ja eller nei"), verdi=str(value))
    return text == YES_NO[0]


def read_number(value: object) -> int | float:
    """Read a number, also with a decimal comma and spaces. Raises CelleError."""
    if isinstance(value, int | float):
        return value
    text = re.sub(r"\s", "", read_text(value)).replace(",", ".").replace("−", "-")
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise CellError(N_("«{verdi}» er ikke et tall"), verdi=str(value))
    return float(text) if "." in text else int(text)


def read_number_or_text(value: object) -> object:
    """Read a whole number as one, anything else as the text it is."""
    text = read_text(value).strip()
    return int(text) if text.isdecimal() else text


def read_mapping(text: str) -> dict[str, object]:
    """Read «key: value | key: value». Raises CelleError."""
    return dict(_pairs(text))


def read_numbers(text: str) -> dict[object, object]:
    """Read «2024: 1 | 2025: 0,5», and «key 2024: 1» where the years stand under a key. Raises CelleError."""
    found: dict[object, object] = {}
    for key, value in _pairs(text):
        over, _, year = key.rpartition(" ")
        number = read_number(value)
        if over and year.isdecimal():
            under = found.setdefault(over.strip(), {})
            if not isinstance(under, dict):
                raise CellError(N_("«{verdi}» har både ett tall og tall for hvert år"), verdi=over.strip())
            under[int(year)] = number
        else:
            found[int(key) if key.isdecimal() else key] = number
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(SEPARATOR.strip()):
        key, colon, value = part.partition(":")
        if not colon or not key.strip():
            raise CellError(N_("«{verdi}» skal skrives som `felt: verdi`"), verdi=part.strip())
        yield key.strip(), value.strip()
