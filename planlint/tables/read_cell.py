"""What somebody means by what stands in a cell: times, numbers, yes and no, lists, mappings."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from planlint.base.diagnostic import N_
from planlint.base.trouble import Trouble
from planlint.model.tidspunkt import suggest
from planlint.tables.harmless_cells import FORMEL, SKILLE

JA_NEI = ("ja", "nei")
_NULL = date(1899, 12, 30)
"""The day before a spreadsheet's first; its own days are numbers counted from here."""
_AAR = (1800, 2200)


class CelleError(Trouble, ValueError):
    """A cell cannot be what its column asks for; the text is for the user."""


def liste(text: str, *, sdg: bool) -> list[object]:
    """Give the items of a list; with `sdg`, those that are numbers as numbers, as the files have them."""
    items = (part.strip() for part in text.split(SKILLE.strip()))
    return [int(item) if sdg and item.isdecimal() else item for item in items if item]


def ren_celle(cell: object) -> object:
    """Give a cell without the mark that guards against formulas; None where there is nothing in it."""
    if isinstance(cell, str):
        text = cell.replace("\r\n", "\n").strip()
        return (text[1:] if text.startswith("'") and text[1:].startswith(FORMEL) else text) or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.date() if isinstance(cell, datetime) else cell


def tekst(value: object) -> str:
    """Give any cell as text, a day as the files write it."""
    return value.isoformat() if isinstance(value, date) else str(value)


def tid(value: object) -> object:
    """Give a time as the file has it. A year typed into a cell of dates shows as a day in 1905: its number counts."""
    if isinstance(value, date):
        number = (value - _NULL) // timedelta(days=1)
        return number if _AAR[0] <= number <= _AAR[1] else value.isoformat()
    text = tekst(value)
    return int(text) if re.fullmatch(r"\d{4}", text) else suggest(text) or text


def janei(value: object) -> bool:
    """Read «ja» or «nei». Raises CelleError."""
    if isinstance(value, bool):
        return value
    text = tekst(value).casefold()
    if text not in JA_NEI:
        raise CelleError(N_("«{verdi}» er verken ja eller nei"), verdi=str(value))
    return text == JA_NEI[0]


def tall(value: object) -> int | float:
    """Read a number, also with a decimal comma and spaces. Raises CelleError."""
    if isinstance(value, int | float):
        return value
    text = re.sub(r"\s", "", tekst(value)).replace(",", ".").replace("−", "-")
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise CelleError(N_("«{verdi}» er ikke et tall"), verdi=str(value))
    return float(text) if "." in text else int(text)


def ordbok(text: str, *, numbers: bool) -> dict[str, object]:
    """Read «key: value | key: value». Raises CelleError."""
    found: dict[str, object] = {}
    for part in text.split(SKILLE):
        key, colon, value = part.partition(":")
        if not colon or not key.strip():
            raise CelleError(N_("«{verdi}» skal skrives som `nøkkel: verdi`"), verdi=part.strip())
        found[key.strip()] = tall(value.strip()) if numbers else value.strip()
    return found
