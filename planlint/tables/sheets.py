"""The tables of an export: those of the open data, with what can be edited first and what is computed last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_
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
)
from planlint.register import in_plan_order
from planlint.tables.all_tables import make_tables
from planlint.tables.choices import choices_of
from planlint.tables.columns import DERIVED, ReadableColumn, as_cell, fields_of
from planlint.tables.harmless_cells import DataTable, TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from planlint.tables.choices import ChoiceList
    from planlint.tables.columns import Form
    from planlint.tables.harmless_cells import Cell
    from planlint.tables.nettsted import Nettsted

_FACTS: Mapping[str, type[BaseModel]] = {
    "hendelse": Hendelse,
    "beslutning": Beslutning,
    "deretter": Deretter,
    "oppgave": Oppgave,
    "budsjettpost": Budsjettpost,
    "forankring": Forankring,
    "blir": Blir,
    "kildehenvisning": Kildehenvisning,
}
_NUMBERED = {"hendelse": 2, "budsjettpost": 1, "forankring": 1, "blir": 1, "kildehenvisning": 2, "lenke": 2}
"""The tables whose rows have a place in the owner's list, and how many columns name the owner."""
_POSITION = TableColumn("nr", N_("Plassen i listen i filen, fra 1. Tomt for en ny rad."))
_COMPUTED = frozenset(("frist", "funn", "hull"))
_LEFT_OUT = frozenset(("kobling",))
"""Every link stands in the column or the table that it was read from."""
_DAYS = frozenset(("vedtatt", "periodeslutt", "revisjonsfrist", "dag"))
_NUMBERS = frozenset(("nr", "år", "verdi", "minst", "høyst", "over", "under", "linje"))
_SERIES = ReadableColumn("serie", ("serie",), "valg", ("verdier", "prognose", "måltall"))


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """How the cells of a column hold values, what can be chosen in them, and whether they can be read back."""

    navn: str
    beskrivelse: str
    form: Form
    valg: ChoiceList | None
    lest: bool


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table of the export. `tittel` and `beskrivelse` are texts to translate; `bredest` is its widest column."""

    navn: str
    tittel: str
    beskrivelse: str
    kolonner: tuple[SheetColumn, ...]
    rader: tuple[tuple[Cell, ...], ...]
    bredest: int = 50

    @property
    def is_read(self) -> bool:
        """Whether the table can be read back."""
        return any(one.lest for one in self.kolonner)

    def as_table(self) -> DataTable:
        """Give the table as the open data has them."""
        columns = tuple(TableColumn(one.navn, one.beskrivelse) for one in self.kolonner)
        return DataTable(self.navn, self.tittel, self.beskrivelse, columns, self.rader)


def _numbered(tabell: DataTable, owner: int) -> DataTable:
    """Put each row's place in its owner's list after what names the owner."""
    seen = Counter[tuple["Cell", ...]]()
    rows = []
    for row in tabell.rader:
        seen[row[:owner]] += 1
        rows.append((*row[:owner], seen[row[:owner]], *row[owner:]))
    columns = (*tabell.kolonner[:owner], _POSITION, *tabell.kolonner[owner:])
    return replace(tabell, kolonner=columns, rader=tuple(rows))


def _ordered(tabell: DataTable, known: Mapping[str, ReadableColumn]) -> DataTable:
    """Put the columns of the file first, and mark those that are computed."""
    names = [kolonne.navn for kolonne in tabell.kolonner]
    order = sorted(range(len(names)), key=lambda at: names[at] not in known)
    columns = tuple(tabell.kolonner[at] for at in order)
    marked = tuple(one if one.navn in known else replace(one, navn=one.navn + DERIVED) for one in columns)
    return replace(tabell, kolonner=marked, rader=tuple(tuple(row[at] for at in order) for row in tabell.rader))


def _in_plan_order(site: Nettsted, tabell: DataTable) -> DataTable:
    """Put goals as their plans number them, and input as the municipality does; the others stand by id."""
    place = {id_: at for at, (id_, _) in enumerate(in_plan_order(site.register, tabell.navn))}
    column = [kolonne.navn for kolonne in tabell.kolonner].index("id")
    return replace(tabell, rader=tuple(sorted(tabell.rader, key=lambda row: place[str(row[column])])))


def _unknown(name: str) -> ReadableColumn:
    """Give a column that no model describes: ids, numbers, computed days."""
    plain = name.removesuffix(DERIVED)
    return ReadableColumn(name, (), "tid" if plain in _DAYS else "tall" if plain in _NUMBERS else "tekst")


def _known(name: str) -> dict[str, ReadableColumn]:
    """Give the columns of a table that the models describe."""
    if model := KINDS.get(name) or _FACTS.get(name):
        own = {"id": ReadableColumn("id", (), "tekst")} if name in KINDS else {}
        return own | {felt.navn: felt for felt in fields_of(model)}
    return {"serie": _SERIES} if name == "verdi" else {}


def _sheet(site: Nettsted, tabell: DataTable) -> ExportTable:
    name, known = tabell.navn, _known(tabell.navn)
    if name in KINDS:
        tabell = _in_plan_order(site, _ordered(tabell, known))
    elif name in _NUMBERED:
        tabell = _numbered(tabell, _NUMBERED[name])
    columns = []
    for kolonne in tabell.kolonner:
        felt = known.get(kolonne.navn) or _unknown(kolonne.navn)
        read = name not in _COMPUTED and not kolonne.navn.endswith(DERIVED)
        options = choices_of(site.register, name, felt) if read else None
        columns.append(SheetColumn(kolonne.navn, kolonne.beskrivelse, felt.form, options, read))
    forms = [one.form for one in columns]
    rows = (tuple(as_cell(cell, form) for cell, form in zip(row, forms, strict=True)) for row in tabell.rader)
    return ExportTable(name, tabell.tittel, tabell.beskrivelse, tuple(columns), tuple(rows))


def export_tables(site: Nettsted) -> Iterator[ExportTable]:
    """Yield every table of the export: the kinds of file, the facts in them, and what is computed."""
    for tabell in make_tables(site):
        if tabell.navn not in _LEFT_OUT:
            yield _sheet(site, tabell)
