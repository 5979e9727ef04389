"""The page about open data: every file, every column, how to subscribe to the calendar, and the licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.exports import (
    ATOM_PATH as ATOM,
    CHANGES_PATH as CHANGES,
    DCAT_JSONLD,
    DCAT_TTL,
    ICS_PATH as ICS,
    JSONLD,
    REGISTER_PATH as REGISTER,
    SCHEMA,
    calendars,
    csv_path,
    main_files,
    open_tables,
    utgiver,
)
from planlint.site.page import Page
from planlint.tables import LICENCE, site_root, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import DataTable, Nettsted, TableColumn

PATHS = ("data.html",)


@dataclass(frozen=True, slots=True)
class ColumnText:
    """A column and what it holds; `lang` is the text's language where that is not the page's."""

    navn: str
    tekst: str
    lang: str


@dataclass(frozen=True, slots=True)
class TableText:
    """A table: its name, file, number of rows, and columns."""

    navn: str
    tittel: str
    tekst: str
    sti: str
    rader: int
    kolonner: tuple[ColumnText, ...]


def _column(site: Nettsted, kolonne: TableColumn) -> ColumnText:
    """Say what a column holds; the fields of the files are described in bokmål where nobody has translated them."""
    text = str(site.lang.gettext(kolonne.beskrivelse))
    foreign = site.lang.code != "nb" and text == kolonne.beskrivelse
    return ColumnText(kolonne.navn, text, "nb" if foreign else "")


def _table(site: Nettsted, tabell: DataTable) -> TableText:
    _ = site.lang.gettext
    return TableText(
        navn=tabell.navn,
        tittel=_(tabell.tittel),
        tekst=_(tabell.beskrivelse),
        sti=csv_path(tabell),
        rader=len(tabell.rader),
        kolonner=tuple(_column(site, kolonne) for kolonne in tabell.kolonner),
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _ = site.lang.gettext
    paths = {"atom": ATOM, "endringer": CHANGES, "register": REGISTER, "skjema": SCHEMA, "jsonld": JSONLD}
    yield Page(
        sti="data.html",
        mal="data.html.j2",
        tittel=_("Åpne data"),
        beskrivelse=_("Last ned eller abonner på plansystemet i {kommune} som åpne data.").format(kommune=site.kommune),
        innhold={
            "filer": main_files(site),
            "tabeller": tuple(_table(site, tabell) for tabell in open_tables(site)),
            "kalender": ICS,
            "kalendere": calendars(site),
            "adresse": url(site, ICS) if site_root(site) else "",
            "lisens": LICENCE,
            "utgiver": utgiver(site),
            **paths,
            "dcat": (DCAT_TTL, DCAT_JSONLD),
        },
    )
