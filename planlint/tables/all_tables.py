"""All tables of the open data, made once for a site: the one source of rows for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.tables.deadlines import frister
from planlint.tables.derived import NAVN, enhetskolonner, enhetsrad
from planlint.tables.fact_tables import faktatabeller
from planlint.tables.harmless_cells import Tabell, en_gang, kolonnesett, ren, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables.nettsted import Nettsted

_FUNN = kolonnesett(
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
        "grunn": N_("Hvorfor funnet er godtatt inntil videre."),
    }
)
_FRIST = kolonnesett(
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


def _slag(site: Nettsted) -> Iterator[Tabell]:
    """Give one table for each kind of file."""
    for kind, (title, text) in NAVN.items():
        found = sorted(site.register.entities.get(kind.kind, {}).items())
        rows = tuple(enhetsrad(site, entity) for _, entity in found)
        yield Tabell(kind.kind, title, text, enhetskolonner(kind), rows)


def _funn(site: Nettsted) -> Tabell:
    rows = tuple(
        (
            funn.kode,
            funn.navn,
            funn.alvor,
            funn.status,
            funn.gjelder,
            ren(funn.melding),
            ren(funn.hjelp),
            ren(funn.lov),
            funn.fil,
            funn.linje,
            ren(funn.grunn),
        )
        for funn in site.funn
    )
    return Tabell("funn", N_("Funn"), N_("Én rad for hvert funn i kontrollen av plansystemet."), _FUNN, rows)


def _frister(site: Nettsted) -> Tabell:
    rows = tuple(
        (f.dag, f.slag, f.hva, f.tittel, f.gjelder, f.sektor, f.merknad, url(site, f.side) if f.side else "", f.uid)
        for f in frister(site)
    )
    return Tabell("frist", N_("Frister"), N_("Én rad for hver dato i kalenderen, fem år fram."), _FRIST, rows)


@en_gang
def tabeller(site: Nettsted) -> tuple[Tabell, ...]:
    """Give every table, in the order in which a reader meets them."""
    return (*_slag(site), *faktatabeller(site.register), _frister(site), _funn(site))
