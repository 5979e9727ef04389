"""The page about open data: every file, every column, how to subscribe to the calendar, and the licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.exports.open_data.atom import STI as ATOM
from planlint.exports.open_data.csv_files import sti
from planlint.exports.open_data.ics import STI as ICS
from planlint.exports.open_data.overview import DCAT_JSONLD, DCAT_TTL, JSONLD, hovedfiler, kalendere, utgiver
from planlint.exports.open_data.register_json import SKJEMA
from planlint.exports.open_data.register_json import STI as REGISTER
from planlint.site.page import Side
from planlint.tables.all_tables import tabeller
from planlint.tables.harmless_cells import LISENS, rot, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables.harmless_cells import Kolonne, Tabell
    from planlint.tables.nettsted import Nettsted

_ORD = (
    "excel regneark nedlasting last ned csv xlsx json api ics ical abonner abonnere kalender atom rss dcat lisens nlod"
)


@dataclass(frozen=True, slots=True)
class Kolonnetekst:
    """A column and what it holds; `lang` is the text's language where that is not the page's."""

    navn: str
    tekst: str
    lang: str


@dataclass(frozen=True, slots=True)
class Tabelltekst:
    """A table: its name, file, number of rows, and columns."""

    navn: str
    tittel: str
    tekst: str
    sti: str
    rader: int
    kolonner: tuple[Kolonnetekst, ...]


def _kolonne(site: Nettsted, kolonne: Kolonne) -> Kolonnetekst:
    """Say what a column holds; the fields of the files are described in bokmål where nobody has translated them."""
    text = str(site.lang.gettext(kolonne.beskrivelse))
    foreign = site.lang.code != "nb" and text == kolonne.beskrivelse
    return Kolonnetekst(kolonne.navn, text, "nb" if foreign else "")


def _tabell(site: Nettsted, tabell: Tabell) -> Tabelltekst:
    _ = site.lang.gettext
    return Tabelltekst(
        navn=tabell.navn,
        tittel=_(tabell.tittel),
        tekst=_(tabell.beskrivelse),
        sti=sti(tabell),
        rader=len(tabell.rader),
        kolonner=tuple(_kolonne(site, kolonne) for kolonne in tabell.kolonner),
    )


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the page."""
    _ = site.lang.gettext
    paths = {"atom": ATOM, "register": REGISTER, "skjema": SKJEMA, "jsonld": JSONLD}
    yield Side(
        sti="data.html",
        mal="data.html.j2",
        tittel=_("Åpne data"),
        beskrivelse=_("Last ned eller abonner på plansystemet i {kommune} som åpne data.").format(kommune=site.kommune),
        innhold={
            "filer": hovedfiler(site),
            "tabeller": tuple(_tabell(site, tabell) for tabell in tabeller(site)),
            "kalender": ICS,
            "kalendere": kalendere(site),
            "adresse": url(site, ICS) if rot(site) else "",
            "lisens": LISENS,
            "utgiver": utgiver(site),
            **paths,
            "dcat": (DCAT_TTL, DCAT_JSONLD),
        },
        soekeord=_ORD,
    )
