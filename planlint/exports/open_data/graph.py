"""An RDF graph being filled with plain values; rdflib is loaded only when one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.tables import clean, need_nettsted, url

if TYPE_CHECKING:
    from planlint.tables import Nettsted


class Graph:
    """A graph being filled: `si(subject, "dct:title", value)`, with every name from a known vocabulary."""

    def __init__(self, site: Nettsted) -> None:
        """Load rdflib and name the vocabularies."""
        self.rdf = need_nettsted("rdflib")
        names = self.rdf.namespace
        self.site = site
        self.vocabularies = {
            "adms": self.rdf.Namespace("http://www.w3.org/ns/adms#"),
            "dcat": names.DCAT,
            "dct": names.DCTERMS,
            "foaf": names.FOAF,
            "rdf": names.RDF,
            "vcard": self.rdf.Namespace("http://www.w3.org/2006/vcard/ns#"),
        }
        self.graph = self.rdf.Graph(bind_namespaces="none")
        for prefix, space in {**self.vocabularies, "xsd": names.XSD}.items():
            self.graph.bind(prefix, space)

    def term(self, name: str) -> Any:
        """Give the term of a prefixed name."""
        prefix, _, local = name.partition(":")
        return self.vocabularies[prefix][local]

    def resource(self, path: str) -> Any:
        """Give a file of the site, or an address elsewhere, as a node."""
        return self.rdf.URIRef(path if path.startswith(("http", "mailto:")) else url(self.site, path))

    def say(self, subject: str, name: str, *values: Any) -> None:
        """Add statements: a text is in the site's language, a node or a literal is taken as it is."""
        code = self.site.lang.code
        for value in values:
            known = value if isinstance(value, self.rdf.term.Node) else self.rdf.Literal(clean(value), lang=code)
            self.graph.add((self.resource(subject), self.term(name), known))
