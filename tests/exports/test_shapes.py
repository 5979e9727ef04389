"""The description of the data set, by the shapes that Digdir has published for DCAT-AP-NO."""

from __future__ import annotations

import importlib.util
import os
from datetime import date
from pathlib import Path

import pytest
import rdflib
from support.helpers import DATE, check, fjordvik

from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pyshacl") is None and not os.environ.get("CI"),
    reason="no pyshacl on this machine (in CI it must be there)",
)
DAY = date.fromisoformat(DATE)
SHAPES = Path(__file__).parents[1] / "data" / "dcat-ap-no" / "shapes-2.00.ttl"
EU = "http://publications.europa.eu/resource/authority/"
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
ADMS_STATUS = rdflib.URIRef("http://www.w3.org/ns/adms#status")
SETTINGS = "nettsted: {adresse: 'https://plan.fjordvik.example/', kontakt: post@fjordvik.example}\n"


def described(root: Path) -> rdflib.Graph:
    """Give the description of a plan system, with what the EU says of the values in it."""
    register = open_system(root, DAY).register
    assert register is not None
    site = Nettsted(register, check(root, DAY), language("nb"))
    graph = rdflib.Graph().parse(
        data=files(site, ("rdf",), None)["dcat.ttl"], format="turtle", publicID="https://x.example/"
    )
    for value in set(graph.objects()):
        if str(value).startswith(EU):
            scheme = rdflib.URIRef(EU + str(value).removeprefix(EU).partition("/")[0])
            graph.add((value, rdflib.RDF.type, SKOS.Concept))
            graph.add((value, SKOS.inScheme, scheme))
    return graph


def faults(graph: rdflib.Graph) -> list[tuple[str, str]]:
    """Give what the shapes find: where, and what they say; but not the list of statuses of version 2.0."""
    import pyshacl  # noqa: PLC0415 - not on every machine

    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    found = [
        (str(report.value(one, SH.focusNode)), str(report.value(one, SH.resultMessage)))
        for one in report.subjects(rdflib.RDF.type, SH.ValidationResult)
        if report.value(one, SH.resultPath) != ADMS_STATUS
    ]
    return [(node, text) for node, text in found if "adms/status/1.0" not in text]


def with_number(root: Path, settings: str) -> Path:
    """Give Fjordvik with an organisation number, and settings for its site."""
    declared = fjordvik(root) / "plans/plansystem.yaml"
    text = declared.read_text(encoding="utf-8").replace(
        "  navn: Fjordvik\n", '  navn: Fjordvik\n  organisasjonsnummer: "123456785"\n'
    )
    declared.write_text(text + settings, encoding="utf-8")
    return root


def test_the_description_fits_the_shapes(tmp_path: Path) -> None:
    """With address and organisation number nothing is missing; the publisher is known by that number."""
    graph = described(with_number(tmp_path, SETTINGS))
    assert faults(graph) == []
    (publisher,) = set(graph.objects(None, rdflib.DCTERMS.publisher))
    assert str(graph.value(publisher, rdflib.DCTERMS.identifier)) == "123456785"


def test_the_shapes_find_what_is_missing(tmp_path: Path) -> None:
    """The test can fail: without a title the data set breaks them, and without an address nothing has an identifier."""
    graph = described(with_number(tmp_path, SETTINGS))
    (dataset,) = graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset)
    graph.remove((dataset, rdflib.DCTERMS.title, None))
    assert any("title" in text for _, text in faults(graph))
    nowhere = faults(described(with_number(tmp_path / "uten", "")))
    assert {text.partition(" ")[0] for _, text in nowhere} == {"dct:identifier"}
