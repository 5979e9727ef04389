"""What every data format shares: a table with harmless cells, addresses, JSON, and libraries that may be missing."""

from __future__ import annotations

import importlib
import json
import re
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from planlint.base import N_, visible
from planlint.tables.build_error import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planlint.tables.nettsted import Nettsted

N = TypeVar("N")
V = TypeVar("V")
LICENCE = "https://data.norge.no/nlod/no/2.0"
Cell = str | int | float | date
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile("\r\n|[\r\u2028\u2029]")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a text begins with that a spreadsheet takes for a formula; the last four are as wide as East Asian letters."""
_PART = re.compile("(?:[,;]|(?<!\\s)[\t\n])[\\s\"']*+(?=[=@\uff1d\uff20]|[-+\uff0b\uff0d](?![\\s\\d]))")
"""Where a cell that begins as a formula would begin, if the file were read with the separator of another country."""
SEPARATOR = " | "
"""What stands between the items of a list in a cell."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its stable name, and what it holds, as a text to translate."""

    navn: str
    beskrivelse: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of the open data: the same rows in every format."""

    navn: str
    tittel: str
    beskrivelse: str
    kolonner: tuple[TableColumn, ...]
    rader: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """Give the rows with the columns' names."""
        names = [kolonne.navn for kolonne in self.kolonner]
        return [dict(zip(names, row, strict=True)) for row in self.rader]


def make_columns(names: Mapping[str, str]) -> tuple[TableColumn, ...]:
    """Give columns by their names and what they hold."""
    return tuple(TableColumn(name, text) for name, text in names.items())


def clean(text: str) -> str:
    """Take out what no XML, spreadsheet or calendar may hold: half characters, odd breaks; controls become signs."""
    return _NO_CHARACTERS.sub("\ufffd", visible(_LINES.sub("\n", text)))


def _flat(mapping: dict[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what a mapping says; what lies in a mapping under a key has both keys, with a space between."""
    for key, value in mapping.items():
        if isinstance(value, dict):
            yield from ((f"{key} {inner}", item) for inner, item in value.items())
        else:
            yield str(key), value


def as_cell(value: Any) -> Cell:
    """Give a value of a file as a cell: lists and mappings become text, yes and no become words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, int | float | date):
        return value
    if isinstance(value, dict):
        value = [f"{key}: {item}" for key, item in _flat(value)]
    if isinstance(value, tuple | list):
        value = SEPARATOR.join(str(item) for item in value)
    return clean(str(value))


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula, or that looks so guarded already."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def harmless_part(text: str) -> str:
    """Give a text for a file that may be opened with another separator than its own: no part of it is a formula."""
    return harmless(_PART.sub(lambda found: f"{found[0]}'", text))


def unguarded(text: str) -> str:
    """Give a text as it was before it was made harmless."""
    plain = text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text
    return _PART.sub(lambda found: found[0].removesuffix("'"), plain)


def site_root(site: Nettsted) -> str:
    """Give the site's address with a slash at its end; "" when none is declared, or it is no web address."""
    declared = (site.valg.adresse or "").strip()
    fit = re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", declared)
    return f"{declared.rstrip('/')}/" if fit else ""


def url(site: Nettsted, sti: str) -> str:
    """Give the address of a file of the site: absolute when the site's address is declared, else from its root."""
    return site_root(site) + sti


def json_line(data: Any) -> str:
    """Give JSON on one line, harmless also inside HTML."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def json_bytes(data: Mapping[str, Any]) -> bytes:
    """Give JSON with one line for each item of the lists at the top."""
    parts = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join(json_line(item) for item in value) + "\n]"
        else:
            text = json_line(value)
        parts.append(f"{json_line(key)}: {text}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "backslashreplace")


def once(make: Callable[[N], V]) -> Callable[[N], V]:
    """Make a value once for each site or register, and forget it with that; the value itself must not hold on to it."""
    made: WeakKeyDictionary[N, V] = WeakKeyDictionary()

    @wraps(make)
    def remembered(source: N) -> V:
        if source not in made:
            made[source] = make(source)
        return made[source]

    return remembered


def need_nettsted(name: str) -> Any:
    """Give a library of the open data. Raises BuildError where planlint was installed without what it needs."""
    try:
        return importlib.import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        text = N_("Åpne data trenger {pakke}. Installer det med: `pip install {pakke}`")
        raise BuildError(text, pakke=package) from None
