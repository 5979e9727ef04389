"""The types of the columns in Parquet: told by the models and by name, never by the values, so that all files agree.

A time keeps its text (2024, 2024-H1, 2024-02-14), and beside it stand its first and last day as real dates. A list is a
list. An empty cell is NULL; a mapping is text, "key: value | key: value", as in the other formats.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from planlint.model import (
    KINDS,
    Beslutning,
    Blir,
    Budsjettpost,
    Deretter,
    Forankring,
    Hendelse,
    Kildehenvisning,
    Oppgave,
    TidspunktValue,
    parse,
    parts,
)
from planlint.tables import SEPARATOR, Cell, key_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic import BaseModel

    from planlint.tables import DataTable

Type = Literal["tekst", "heltall", "tall", "janei", "dag", "tid", "liste"]
FIRST, LAST = "_første", "_siste"
"""What is added to the name of a time for the columns with its first and its last day."""
_MODELS: Mapping[str, type[BaseModel]] = {
    **KINDS,
    "hendelse": Hendelse,
    "beslutning": Beslutning,
    "deretter": Deretter,
    "oppgave": Oppgave,
    "budsjettpost": Budsjettpost,
    "forankring": Forankring,
    "blir": Blir,
    "kildehenvisning": Kildehenvisning,
}
_WITHOUT_MODEL: Mapping[str, Type] = {
    **dict.fromkeys(("i_kraft", "gjeldende", "kunnskapsgrunnlag", "bindende", "intern", "lovpålagt"), "janei"),
    **dict.fromkeys(("periodeslutt", "revisjonsfrist", "dag", "ajourført", "konstituert"), "dag"),
    **dict.fromkeys(("erstattet_av", "fulgt_opp_av", "tiltak", "indikatorer", "funn"), "liste"),
    **dict.fromkeys(("år", "nr", "linje", "filer", "uleste"), "heltall"),
    **dict.fromkeys(("verdi", "minst", "høyst", "over", "under"), "tall"),
    **dict.fromkeys(("vedtatt", "kjent_fra"), "tid"),
}
"""The columns that no model describes; those that are not here are text."""
_BY_TYPE: tuple[tuple[Any, Type], ...] = (
    (dict, "tekst"),
    (tuple, "liste"),
    (TidspunktValue, "tid"),
    (date, "dag"),
    (bool, "janei"),
    (float, "tall"),
    (int, "heltall"),
)


class ParquetColumn(NamedTuple):
    """A column of a Parquet file: its name, its type there, what it holds, where in the row it is from, and how."""

    navn: str
    arrow: Literal["string", "int64", "float64", "bool", "date32", "list"]
    beskrivelse: str
    plass: int
    verdi: Callable[[Cell], object]


def _type(annotation: Any) -> Type:
    found = [*parts(annotation)]
    if int in found and str in found and dict not in found:  # a number or a word
        return "tekst"
    return next((name for kind, name in _BY_TYPE if kind in found), "tekst")


@cache
def _known(table: str) -> Mapping[str, Type]:
    """Give the types of the columns that a table has from its model."""
    model = _MODELS.get(table)
    return {"_".join(keys): _type(annotation) for keys, annotation in key_paths(model)} if model else {}


def column_type(table: str, name: str) -> Type:
    """Give the type of a table's column."""
    return _known(table).get(name) or _WITHOUT_MODEL.get(name, "tekst")


def _day(cell: Cell) -> object:
    return (cell if isinstance(cell, date) else date.fromisoformat(str(cell))) if cell != "" else None


def _first(cell: Cell) -> object:
    return parse(str(cell)).start if cell != "" else None


def _last(cell: Cell) -> object:
    return parse(str(cell)).slutt if cell != "" else None


def _number(cell: Cell) -> object:
    return float(cell) if isinstance(cell, int | float) else None


_VALUES: Mapping[Type, tuple[Any, Callable[[Cell], object]]] = {
    "tekst": ("string", lambda cell: str(cell) if cell != "" else None),
    "heltall": ("int64", lambda cell: cell if cell != "" else None),
    "tall": ("float64", _number),
    "janei": ("bool", lambda cell: cell == "ja" if cell != "" else None),
    "dag": ("date32", _day),
    "liste": ("list", lambda cell: str(cell).split(SEPARATOR) if cell != "" else []),
}


def parquet_columns(tabell: DataTable) -> Iterator[ParquetColumn]:
    """Yield the columns that a table has in Parquet; they depend on its name and its heads alone."""
    for at, (name, text) in enumerate((one.navn, one.beskrivelse) for one in tabell.kolonner):
        kind = column_type(tabell.navn, name)
        if kind == "tid":
            yield ParquetColumn(name, "string", text, at, _VALUES["tekst"][1])
            yield ParquetColumn(name + FIRST, "date32", text, at, _first)
            yield ParquetColumn(name + LAST, "date32", text, at, _last)
        else:
            arrow, value = _VALUES[kind]
            yield ParquetColumn(name, arrow, text, at, value)
