"""The tables of an export: those of the open data, with what can be edited first and what is computed last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.model import KINDS, Beslutning, Forankring, Hendelse, Kildehenvisning
from planlint.tables.all_tables import tabeller
from planlint.tables.choices import valgene
from planlint.tables.columns import AVLEDET, Felt, felter, i_celle
from planlint.tables.harmless_cells import Kolonne, Tabell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from planlint.tables.choices import Valgliste
    from planlint.tables.columns import Form
    from planlint.tables.harmless_cells import Celle
    from planlint.tables.nettsted import Nettsted

_FAKTA: Mapping[str, type[BaseModel]] = {
    "hendelse": Hendelse,
    "beslutning": Beslutning,
    "forankring": Forankring,
    "kildehenvisning": Kildehenvisning,
}
_NUMMERERT = {"hendelse": 2, "forankring": 1, "kildehenvisning": 2, "lenke": 2}
"""The tables whose rows have a place in the owner's list, and how many columns name the owner."""
_NR = Kolonne("nr", N_("Plassen i listen i filen, fra 1. Tomt for en ny rad."))
_BEREGNET = frozenset(("frist", "funn"))
_UTELATT = frozenset(("kobling",))
"""Every link stands in the column or the table that it was read from."""
_DAGER = frozenset(("vedtatt", "periodeslutt", "revisjonsfrist", "dag"))
_TALL = frozenset(("nr", "år", "verdi", "minst", "høyst", "over", "under", "linje"))
_SERIE = Felt("serie", ("serie",), "valg", ("verdier", "prognose", "måltall"))


@dataclass(frozen=True, slots=True)
class Arkkolonne:
    """How the cells of a column hold values, what can be chosen in them, and whether they can be read back."""

    navn: str
    beskrivelse: str
    form: Form
    valg: Valgliste | None
    lest: bool


@dataclass(frozen=True, slots=True)
class Ark:
    """A table of the export. `tittel` and `beskrivelse` are texts to translate; `bredest` is its widest column."""

    navn: str
    tittel: str
    beskrivelse: str
    kolonner: tuple[Arkkolonne, ...]
    rader: tuple[tuple[Celle, ...], ...]
    bredest: int = 50

    @property
    def lest(self) -> bool:
        """Whether the table can be read back."""
        return any(one.lest for one in self.kolonner)

    def tabell(self) -> Tabell:
        """Give the table as the open data has them."""
        columns = tuple(Kolonne(one.navn, one.beskrivelse) for one in self.kolonner)
        return Tabell(self.navn, self.tittel, self.beskrivelse, columns, self.rader)


def _nummerert(tabell: Tabell, owner: int) -> Tabell:
    """Put each row's place in its owner's list after what names the owner."""
    seen = Counter[tuple["Celle", ...]]()
    rows = []
    for row in tabell.rader:
        seen[row[:owner]] += 1
        rows.append((*row[:owner], seen[row[:owner]], *row[owner:]))
    columns = (*tabell.kolonner[:owner], _NR, *tabell.kolonner[owner:])
    return replace(tabell, kolonner=columns, rader=tuple(rows))


def _ordnet(tabell: Tabell, known: Mapping[str, Felt]) -> Tabell:
    """Put the columns of the file first, and mark those that are computed."""
    names = [kolonne.navn for kolonne in tabell.kolonner]
    order = sorted(range(len(names)), key=lambda at: names[at] not in known)
    columns = tuple(tabell.kolonner[at] for at in order)
    marked = tuple(one if one.navn in known else replace(one, navn=one.navn + AVLEDET) for one in columns)
    return replace(tabell, kolonner=marked, rader=tuple(tuple(row[at] for at in order) for row in tabell.rader))


def _ukjent(name: str) -> Felt:
    """Give a column that no model describes: ids, numbers, computed days."""
    plain = name.removesuffix(AVLEDET)
    return Felt(name, (), "tid" if plain in _DAGER else "tall" if plain in _TALL else "tekst")


def _kjente(name: str) -> dict[str, Felt]:
    """Give the columns of a table that the models describe."""
    if model := KINDS.get(name) or _FAKTA.get(name):
        own = {"id": Felt("id", (), "tekst")} if name in KINDS else {}
        return own | {felt.navn: felt for felt in felter(model)}
    return {"serie": _SERIE} if name == "verdi" else {}


def _ark(site: Nettsted, tabell: Tabell) -> Ark:
    name, known = tabell.navn, _kjente(tabell.navn)
    if name in KINDS:
        tabell = _ordnet(tabell, known)
    elif name in _NUMMERERT:
        tabell = _nummerert(tabell, _NUMMERERT[name])
    columns = []
    for kolonne in tabell.kolonner:
        felt = known.get(kolonne.navn) or _ukjent(kolonne.navn)
        read = name not in _BEREGNET and not kolonne.navn.endswith(AVLEDET)
        options = valgene(site.register, name, felt) if read else None
        columns.append(Arkkolonne(kolonne.navn, kolonne.beskrivelse, felt.form, options, read))
    forms = [one.form for one in columns]
    rows = (tuple(i_celle(cell, form) for cell, form in zip(row, forms, strict=True)) for row in tabell.rader)
    return Ark(name, tabell.tittel, tabell.beskrivelse, tuple(columns), tuple(rows))


def arkene(site: Nettsted) -> Iterator[Ark]:
    """Yield every table of the export: the kinds of file, the facts in them, and what is computed."""
    for tabell in tabeller(site):
        if tabell.navn not in _UTELATT:
            yield _ark(site, tabell)
