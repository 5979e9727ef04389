"""schema.org: the plan system as a data set, and every plan and planstrategi as a work in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.exports.open_data.overview import JSONLD, beskrivelse, csvfiler, hovedfiler, kalendere, utgiver
from planlint.model.ord import VEDTAK
from planlint.tables.harmless_cells import LISENS, linje, ren, rot, url
from planlint.tables.safe_address import trygg
from planlint.text.names import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan, Planstrategi
    from planlint.tables.nettsted import Nettsted

FORMATS = ("rdf",)


def _lenke(site: Nettsted, sti: str) -> dict[str, str]:
    return {"@id": url(site, sti)}


def _verk(site: Nettsted, item: Plan | Planstrategi) -> dict[str, Any]:
    """Give what a plan and a planstrategi have in common; what is not documented is left out."""
    adopted = site.register.sist(item, *VEDTAK)
    texts = {
        "identifier": item.id,
        "name": ren(item.tittel),
        "description": ren(item.sammendrag or ""),
        "datePublished": adopted.dato.tekst if adopted and len(adopted.dato.tekst) != len("2024-H1") else "",
    }
    same = [{"@id": link.url} for link in item.lenker if trygg(link.url)]
    return {
        "@id": url(site, site.sti(item)),
        "@type": "CreativeWork",
        **{key: value for key, value in texts.items() if value},
        **({"subjectOf": same} if same else {}),
        "isPartOf": _lenke(site, "data.html#datasett"),
        "publisher": _lenke(site, "data.html#utgiver"),
        "inLanguage": site.register.plansystem.spraak,
    }


def _plan(site: Nettsted, plan: Plan) -> dict[str, Any]:
    register, plantype = site.register, site.register.plantype(plan)
    above = [register.finn_plan(anchor.plan) or register.finn_maal(anchor.maal) for anchor in plan.forankring]
    end, status = register.periodeslutt(plan), register.status(plan)
    found: dict[str, Any] = {
        "additionalType": ren(plantype.navn) if plantype else "",
        "creativeWorkStatus": site.lang.gettext(STATUS[status]) if status else "",
        "expires": end.isoformat() if end else "",
        "keywords": [ren(word) for word in plan.tema],
        "isBasedOn": [_lenke(site, site.sti(entity)) for entity in above if entity],
    }
    return {**_verk(site, plan), **{key: value for key, value in found.items() if value}}


def _datasett(site: Nettsted) -> dict[str, Any]:
    files = [file for file in (*hovedfiler(site), *csvfiler(site), *kalendere(site)) if file.sti != JSONLD]
    return {
        "@id": url(site, "data.html#datasett"),
        "@type": "Dataset",
        "name": site.lang.gettext("Plansystemet i {kommune}").format(kommune=ren(site.kommune)),
        "description": ren(beskrivelse(site)),
        "url": _lenke(site, "data.html"),
        "license": {"@id": LISENS},
        "dateModified": site.register.today.isoformat(),
        "inLanguage": site.register.plansystem.spraak,
        "isAccessibleForFree": True,
        "publisher": _lenke(site, "data.html#utgiver"),
        "includedInDataCatalog": _lenke(site, "data.html#katalog"),
        "distribution": [
            {
                "@id": url(site, file.sti),
                "@type": "DataDownload",
                "name": ren(file.innhold),
                "encodingFormat": file.mediatype,
                "contentUrl": _lenke(site, file.sti),
            }
            for file in files
        ],
    }


def _graf(site: Nettsted) -> list[dict[str, Any]]:
    register = site.register
    name = site.lang.gettext("Åpne data fra plansystemet i {kommune}").format(kommune=ren(site.kommune))
    catalogue = {"@id": url(site, "data.html#katalog"), "@type": "DataCatalog", "name": name}
    publisher = {"@id": url(site, "data.html#utgiver"), "@type": "GovernmentOrganization", "name": ren(utgiver(site))}
    return [
        catalogue | {"dataset": _lenke(site, "data.html#datasett")},
        publisher | ({"url": {"@id": rot(site)}} if rot(site) else {}),
        _datasett(site),
        *(_plan(site, plan) for plan in register.planer.values()),
        *(_verk(site, item) for item in register.planstrategier.values()),
    ]


def filer(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the catalogue, one line for each item; the words are schema.org's, and nothing is fetched to read it."""
    context = json.dumps({"@vocab": "https://schema.org/"})
    items = ",\n".join(linje(item) for item in _graf(site))
    yield "rdf", JSONLD, f'{{"@context": {context},\n"@graph": [\n{items}\n]}}\n'.encode()
