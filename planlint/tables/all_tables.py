"""All tables of the open data, made once for a site: the one source of rows for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.tables.deadlines import frister
from planlint.tables.derived import NAMES, entity_columns, entity_row
from planlint.tables.fact_tables import fact_tables
from planlint.tables.harmless_cells import DataTable, as_cell, clean, make_columns, once, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables.nettsted import Nettsted

_FINDINGS = make_columns(
    {
        "kode": N_("Regelens kode."),
        "regel": N_("Regelens navn."),
        "alvor": N_("feil, advarsel eller info."),
        "status": N_("`new` (nytt funn), `known` (kjent avvik) eller `suppressed` (unntak)."),
        "gjelder": N_("Det funnet gjelder, som `slag/id`."),
        "melding": N_("Hva som er galt."),
        "hjelp": N_("Hva du kan gjøre."),
        "lov": N_("Bestemmelsene som regelen bygger på."),
        "fil": N_("Filen."),
        "linje": N_("Linjen i filen."),
        "grunn": N_("Hvorfor funnet er satt til side i kontrollen."),
    }
)
_GAPS = make_columns(
    {
        "gjelder": N_("Det som mangler noe, som `slag/id`."),
        "mangler": N_("Det som mangler, fordi ingen av kildene oppgir det."),
        "kilder": N_("Kildene til filen, som oppgir det ikke."),
        "regel": N_("Koden til regelen som spør etter det."),
        "fil": N_("Filen."),
        "linje": N_("Linjen i filen."),
    }
)
_FRIST = make_columns(
    {
        "dag": N_("Siste dag."),
        "slag": N_("`lov`, `periode`, `revisjon`, `beslutning`, `varslet`, `arbeid` eller `tiltak`."),
        "hva": N_("Det som forfaller."),
        "tittel": N_("Tittelen på det som fristen gjelder."),
        "gjelder": N_("Det som fristen gjelder, som `slag/id`."),
        "sektor": N_("Sektoren som har ansvaret."),
        "merknad": N_("Lovhjemmel, om det er avgjort hva som skal skje, og tidspunktet slik det står i filen."),
        "side": N_("Siden på nettstedet."),
        "uid": N_("Id-en i kalenderen. Den er den samme når dagen endres."),
    }
)


def _kind_tables(site: Nettsted) -> Iterator[DataTable]:
    """Give one table for each kind of file."""
    for kind, (title, text) in NAMES.items():
        found = sorted(site.register.entities.get(kind.kind, {}).items())
        rows = tuple(entity_row(site, entity) for _, entity in found)
        yield DataTable(kind.kind, title, text, entity_columns(kind), rows)


def _findings(site: Nettsted) -> DataTable:
    rows = tuple(
        (
            funn.kode,
            funn.navn,
            funn.alvor,
            funn.status,
            funn.gjelder,
            clean(funn.melding),
            clean(funn.hjelp),
            clean(funn.lov),
            funn.fil,
            funn.linje,
            clean(funn.grunn),
        )
        for funn in site.findings
    )
    return DataTable("funn", N_("Funn"), N_("Én rad for hvert funn i kontrollen av plansystemet."), _FINDINGS, rows)


def _gaps(site: Nettsted) -> DataTable:
    rows = tuple(
        (funn.gjelder, clean(funn.mangler), as_cell(funn.kilder), funn.kode, funn.fil, funn.linje) for funn in site.gaps
    )
    return DataTable("hull", N_("Hull"), N_("Én rad for hver opplysning som kildene ikke oppgir."), _GAPS, rows)


def _frister(site: Nettsted) -> DataTable:
    rows = tuple(
        (f.dag, f.slag, f.hva, f.tittel, f.gjelder, f.sektor, f.merknad, url(site, f.side) if f.side else "", f.uid)
        for f in frister(site)
    )
    return DataTable("frist", N_("Frister"), N_("Én rad for hver dato i kalenderen, fem år fram."), _FRIST, rows)


@once
def make_tables(site: Nettsted) -> tuple[DataTable, ...]:
    """Give every table, in the order in which a reader meets them."""
    return (*_kind_tables(site), *fact_tables(site.register), _frister(site), _findings(site), _gaps(site))
