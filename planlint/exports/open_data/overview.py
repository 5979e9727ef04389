"""Every file of the open data, for the page that documents them and for the catalogues that machines read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.exports.open_data import atom, change_feed, csv_files, ics, register_json, whole_workbook
from planlint.tables import make_tables

if TYPE_CHECKING:
    from planlint.tables import Nettsted

DCAT_TTL = "dcat.ttl"
DCAT_JSONLD = "dcat.jsonld"
JSONLD = "plansystem.jsonld"
DATA_PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file: its path, its format in a reader's words, its media type, its EU file type ("" for none), what it has."""

    sti: str
    format: str
    mediatype: str
    filtype: str
    innhold: str


def main_files(site: Nettsted) -> tuple[DataFile, ...]:
    """Give the files that hold everything, in the reader's language."""
    _ = site.lang.gettext
    found = (
        (whole_workbook.PATH, "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
        (register_json.REGISTER_PATH, "JSON", "application/json", "JSON"),
        (ics.ICS_PATH, "iCalendar", "text/calendar", "ICS"),
        (atom.ATOM_PATH, "Atom", "application/atom+xml", "ATOM"),
        (change_feed.CHANGES_PATH, "Atom", "application/atom+xml", "ATOM"),
        (JSONLD, "JSON-LD", "application/ld+json", "JSON_LD"),
        (DATA_PACKAGE, "Data Package", "application/json", "JSON"),
    )
    texts = (
        N_("Alle tabellene i én arbeidsbok, ett ark for hver. Åpnes i Excel og LibreOffice."),
        N_("Alt som står i filene, hvordan det er på dagen, koblingene begge veier og funnene."),
        N_("Alle frister fem år fram: planperioder, revisjoner, planarbeid, tiltak og lovbestemte datoer."),
        N_("De 50 nyeste vedtakene om planer, til en nyhetsleser."),
        N_("De nyeste endringene i registeret, i plansystemets ord, til en nyhetsleser."),
        N_("Planene beskrevet med schema.org, for søkemotorer."),
        N_("Hva CSV-filene og kolonnene i dem er, for programmer som leser Frictionless Data Package."),
    )
    return tuple(DataFile(*known, _(text)) for known, text in zip(found, texts, strict=True))


def table_files(site: Nettsted) -> tuple[DataFile, ...]:
    """Give one file for each table."""
    _ = site.lang.gettext
    return tuple(
        DataFile(csv_files.csv_path(tabell), "CSV", "text/csv", "CSV", f"{_(tabell.tittel)}. {_(tabell.beskrivelse)}")
        for tabell in make_tables(site)
    )


def calendars(site: Nettsted) -> tuple[DataFile, ...]:
    """Give the calendar of each sector; `innhold` is the sector's name."""
    sektorer = site.register.plansystem.sektorer
    return tuple(
        DataFile(ics.calendar_path(id_), "iCalendar", "text/calendar", "ICS", sektor.navn)
        for id_, sektor in sorted(sektorer.items())
    )


def beskrivelse(site: Nettsted) -> str:
    """Say what the data set is."""
    text = site.lang.gettext("Planer, mål, planstrategier, indikatorer og tiltak i {kommune}, med vedtak og frister.")
    return text.format(kommune=site.kommune)


def utgiver(site: Nettsted) -> str:
    """Give the municipality's name as a publisher."""
    name = site.kommune
    return name if "kommun" in name.casefold() else site.lang.gettext("{navn} kommune").format(navn=name)
