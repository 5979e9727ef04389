"""DCAT-AP-NO 3: the description that data.norge.no harvests, as Turtle and as JSON-LD, always in the same order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from planlint.base import slug
from planlint.exports.open_data.graph import Graph
from planlint.exports.open_data.overview import (
    DCAT_JSONLD,
    DCAT_TTL,
    beskrivelse,
    calendars,
    main_files,
    table_files,
    utgiver,
)
from planlint.tables import json_line, safe_url, site_root, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.exports.open_data.overview import DataFile
    from planlint.tables import Nettsted

FORMATS = ("rdf",)
PATHS = (DCAT_TTL, DCAT_JSONLD)
_EU = "http://publications.europa.eu/resource/authority/"
_SPRAAK = {"nb": "NOB", "nn": "NNO", "en": "ENG"}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_NLOD = f"{_EU}licence/NLOD_2_0"  # the standard wants the EU's name for it
_EMAIL = re.compile(r"(?:mailto:)?([^\s@<>\"]+@[^\s@<>\"]+\.[a-z]+)", re.IGNORECASE)


def _subject(fil: str) -> str:
    """Give the name of a thing in the description."""
    return f"{DCAT_TTL}#{fil}"


def _agents(graph: Graph, site: Nettsted) -> None:
    """Describe who publishes, and whom a reader may ask; where nobody is named, the page about the site."""
    graph.say(_subject("utgiver"), "rdf:type", graph.term("foaf:Agent"))
    graph.say(_subject("utgiver"), "foaf:name", utgiver(site))
    if number := site.register.plansystem.kommune.organisasjonsnummer:
        graph.say(_subject("utgiver"), "dct:identifier", graph.rdf.Literal(number))
    graph.say(_subject("kontakt"), "rdf:type", graph.term("vcard:Organization"))
    graph.say(_subject("kontakt"), "vcard:fn", utgiver(site))
    contact = (site.valg.kontakt or "").strip()
    if email := _EMAIL.fullmatch(contact):
        graph.say(_subject("kontakt"), "vcard:hasEmail", graph.resource(f"mailto:{email[1]}"))
    elif safe_url(contact) and not re.search(r"[\s<>\"{}|\\^`]", contact):
        graph.say(_subject("kontakt"), "vcard:hasURL", graph.resource(contact))
    else:
        graph.say(_subject("kontakt"), "vcard:hasURL", graph.resource("om.html"))


def _common(graph: Graph, site: Nettsted, subject: str, title: str) -> None:
    """Say what the catalogue and the data set have in common."""
    date = graph.rdf.Literal(site.register.today)
    graph.say(subject, "dct:title", title)
    graph.say(subject, "dct:description", beskrivelse(site))
    graph.say(subject, "dct:publisher", graph.resource(_subject("utgiver")))
    graph.say(subject, "dcat:contactPoint", graph.resource(_subject("kontakt")))
    graph.say(subject, "dct:modified", date)
    graph.say(subject, "dct:language", graph.resource(f"{_EU}language/{_SPRAAK[site.register.plansystem.spraak]}"))


def _dataset(graph: Graph, site: Nettsted, files: list[DataFile]) -> None:
    subject = _subject("datasett")
    _ = site.lang.gettext
    graph.say(subject, "rdf:type", graph.term("dcat:Dataset"))
    _common(graph, site, subject, _("Plansystemet i {kommune}").format(kommune=site.kommune))
    graph.say(subject, "dcat:theme", *(graph.resource(f"{_EU}data-theme/{theme}") for theme in ("GOVE", "REGI")))
    graph.say(subject, "dcat:keyword", _("plansystem"), _("planstrategi"), _("kommuneplan"), _("plan"))
    graph.say(subject, "dct:accessRights", graph.resource(f"{_EU}access-right/PUBLIC"))
    graph.say(subject, "dct:accrualPeriodicity", graph.resource(f"{_EU}frequency/IRREG"))
    graph.say(subject, "dcat:landingPage", graph.resource("data.html"))
    if site_root(site):
        graph.say(subject, "dct:identifier", graph.rdf.Literal(url(site, subject)))
    graph.say(subject, "dcat:distribution", *(graph.resource(_subject(slug(file.sti))) for file in files))
    for file in files:
        _distribution(graph, file)


def _distribution(graph: Graph, file: DataFile) -> None:
    subject = _subject(slug(file.sti))
    graph.say(subject, "rdf:type", graph.term("dcat:Distribution"))
    graph.say(subject, "dct:title", f"{file.sti} ({file.format})")
    graph.say(subject, "dct:description", file.innhold)
    graph.say(subject, "dcat:accessURL", graph.resource("data.html"))
    graph.say(subject, "dcat:downloadURL", graph.resource(file.sti))
    graph.say(subject, "dcat:mediaType", graph.resource(_MEDIA + file.mediatype))
    graph.say(subject, "dct:format", graph.resource(f"{_EU}file-type/{file.filtype}"))
    graph.say(subject, "dct:license", graph.resource(_NLOD))
    graph.say(subject, "adms:status", graph.resource(f"{_EU}distribution-status/COMPLETED"))


def _describe(site: Nettsted) -> Graph:
    graph, subject = Graph(site), _subject("katalog")
    files = [*main_files(site), *table_files(site), *calendars(site)]
    graph.say(subject, "rdf:type", graph.term("dcat:Catalog"))
    title = site.lang.gettext("Åpne data fra plansystemet i {kommune}").format(kommune=site.kommune)
    _common(graph, site, subject, title)
    if site_root(site):
        graph.say(subject, "dct:identifier", graph.rdf.Literal(url(site, subject)))
    graph.say(subject, "dct:license", graph.resource(_NLOD))
    graph.say(subject, "foaf:homepage", graph.resource("index.html"))
    graph.say(subject, "dcat:dataset", graph.resource(_subject("datasett")))
    _agents(graph, site)
    _dataset(graph, site, files)
    return graph


def _ordered(value: Any) -> Any:
    """Put keys and lists of JSON-LD in one order; in a graph there is none."""
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        return sorted((_ordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the description in both forms."""
    graph = _describe(site).graph
    yield "rdf", DCAT_TTL, graph.serialize(format="turtle", encoding="utf-8")
    data = _ordered(json.loads(graph.serialize(format="json-ld")))
    yield "rdf", DCAT_JSONLD, ("[\n" + ",\n".join(json_line(item) for item in data) + "\n]\n").encode()
