"""DCAT-AP-NO 3: the description that data.norge.no harvests, as Turtle and as JSON-LD, always in the same order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from planlint.base.suggest import slug
from planlint.exports.open_data.graph import Graf
from planlint.exports.open_data.overview import (
    DCAT_JSONLD,
    DCAT_TTL,
    beskrivelse,
    csvfiler,
    hovedfiler,
    kalendere,
    utgiver,
)
from planlint.tables.harmless_cells import linje, rot, url
from planlint.tables.safe_address import trygg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.exports.open_data.overview import Fil
    from planlint.tables.nettsted import Nettsted

FORMATS = ("rdf",)
_EU = "http://publications.europa.eu/resource/authority/"
_SPRAAK = {"nb": "NOB", "nn": "NNO", "en": "ENG"}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_NLOD = f"{_EU}licence/NLOD_2_0"  # the standard wants the EU's name for it
_EPOST = re.compile(r"(?:mailto:)?([^\s@<>\"]+@[^\s@<>\"]+\.[a-z]+)", re.IGNORECASE)


def _om(fil: str) -> str:
    """Give the name of a thing in the description."""
    return f"{DCAT_TTL}#{fil}"


def _aktoerer(graph: Graf, site: Nettsted) -> None:
    """Describe who publishes, and whom a reader may ask; where nobody is named, the page about the site."""
    graph.si(_om("utgiver"), "rdf:type", graph.navn("foaf:Agent"))
    graph.si(_om("utgiver"), "foaf:name", utgiver(site))
    graph.si(_om("kontakt"), "rdf:type", graph.navn("vcard:Organization"))
    graph.si(_om("kontakt"), "vcard:fn", utgiver(site))
    contact = (site.valg.kontakt or "").strip()
    if email := _EPOST.fullmatch(contact):
        graph.si(_om("kontakt"), "vcard:hasEmail", graph.sted(f"mailto:{email[1]}"))
    elif trygg(contact) and not re.search(r"[\s<>\"{}|\\^`]", contact):
        graph.si(_om("kontakt"), "vcard:hasURL", graph.sted(contact))
    else:
        graph.si(_om("kontakt"), "vcard:hasURL", graph.sted("om.html"))


def _felles(graph: Graf, site: Nettsted, subject: str, title: str) -> None:
    """Say what the catalogue and the data set have in common."""
    date = graph.rdf.Literal(site.register.today)
    graph.si(subject, "dct:title", title)
    graph.si(subject, "dct:description", beskrivelse(site))
    graph.si(subject, "dct:publisher", graph.sted(_om("utgiver")))
    graph.si(subject, "dcat:contactPoint", graph.sted(_om("kontakt")))
    graph.si(subject, "dct:modified", date)
    graph.si(subject, "dct:language", graph.sted(f"{_EU}language/{_SPRAAK[site.register.plansystem.spraak]}"))


def _datasett(graph: Graf, site: Nettsted, files: list[Fil]) -> None:
    subject = _om("datasett")
    _ = site.lang.gettext
    graph.si(subject, "rdf:type", graph.navn("dcat:Dataset"))
    _felles(graph, site, subject, _("Plansystemet i {kommune}").format(kommune=site.kommune))
    graph.si(subject, "dcat:theme", *(graph.sted(f"{_EU}data-theme/{theme}") for theme in ("GOVE", "REGI")))
    graph.si(subject, "dcat:keyword", _("plansystem"), _("planstrategi"), _("kommuneplan"), _("plan"))
    graph.si(subject, "dct:accessRights", graph.sted(f"{_EU}access-right/PUBLIC"))
    graph.si(subject, "dct:accrualPeriodicity", graph.sted(f"{_EU}frequency/IRREG"))
    graph.si(subject, "dcat:landingPage", graph.sted("data.html"))
    if rot(site):
        graph.si(subject, "dct:identifier", graph.rdf.Literal(url(site, subject)))
    graph.si(subject, "dcat:distribution", *(graph.sted(_om(slug(file.sti))) for file in files))
    for file in files:
        _distribusjon(graph, file)


def _distribusjon(graph: Graf, file: Fil) -> None:
    subject = _om(slug(file.sti))
    graph.si(subject, "rdf:type", graph.navn("dcat:Distribution"))
    graph.si(subject, "dct:title", f"{file.sti} ({file.format})")
    graph.si(subject, "dct:description", file.innhold)
    graph.si(subject, "dcat:accessURL", graph.sted("data.html"))
    graph.si(subject, "dcat:downloadURL", graph.sted(file.sti))
    graph.si(subject, "dcat:mediaType", graph.sted(_MEDIA + file.mediatype))
    graph.si(subject, "dct:format", graph.sted(f"{_EU}file-type/{file.filtype}"))
    graph.si(subject, "dct:license", graph.sted(_NLOD))
    graph.si(subject, "adms:status", graph.sted(f"{_EU}distribution-status/COMPLETED"))


def _beskriv(site: Nettsted) -> Graf:
    graph, subject = Graf(site), _om("katalog")
    files = [*hovedfiler(site), *csvfiler(site), *kalendere(site)]
    graph.si(subject, "rdf:type", graph.navn("dcat:Catalog"))
    title = site.lang.gettext("Åpne data fra plansystemet i {kommune}").format(kommune=site.kommune)
    _felles(graph, site, subject, title)
    graph.si(subject, "dct:license", graph.sted(_NLOD))
    graph.si(subject, "foaf:homepage", graph.sted("index.html"))
    graph.si(subject, "dcat:dataset", graph.sted(_om("datasett")))
    _aktoerer(graph, site)
    _datasett(graph, site, files)
    return graph


def _ordnet(value: Any) -> Any:
    """Put keys and lists of JSON-LD in one order; in a graph there is none."""
    if isinstance(value, dict):
        return {key: _ordnet(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        return sorted((_ordnet(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


def filer(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the description in both forms."""
    graph = _beskriv(site).graph
    yield "rdf", DCAT_TTL, graph.serialize(format="turtle", encoding="utf-8")
    data = _ordnet(json.loads(graph.serialize(format="json-ld")))
    yield "rdf", DCAT_JSONLD, ("[\n" + ",\n".join(linje(item) for item in data) + "\n]\n").encode()
