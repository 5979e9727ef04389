"""schema.org: the plan system as a data set, and every plan and planstrategi as a work in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.exports.open_data.overview import JSONLD, beskrivelse, calendars, main_files, table_files, utgiver
from planlint.model import VEDTAK
from planlint.tables import (
    LICENCE,
    clean,
    json_line,
    safe_url,
    site_root,
    url,
)
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan, Planstrategi, TidspunktValue
    from planlint.tables import Nettsted

FORMATS = ("rdf",)
PATHS = (JSONLD,)


def _link(site: Nettsted, sti: str) -> dict[str, str]:
    return {"@id": url(site, sti)}


def _iso(point: TidspunktValue) -> str:
    """Give a time as ISO 8601 has it, no nearer than it is known; halves and quarters of years it has not."""
    return "" if "H" in point.tekst or "K" in point.tekst else point.tekst


def _common(site: Nettsted, item: Plan | Planstrategi) -> dict[str, Any]:
    """Give what a plan and a planstrategi have in common; what is not documented is left out."""
    adopted = site.register.last_event(item, *VEDTAK)
    texts = {
        "identifier": item.id,
        "name": clean(item.tittel),
        "description": clean(item.sammendrag or ""),
        "datePublished": _iso(adopted.dato) if adopted else "",
    }
    same = [{"@id": link.url} for link in item.lenker if safe_url(link.url)]
    return {
        "@id": url(site, site.path(item)),
        "@type": "CreativeWork",
        **{key: value for key, value in texts.items() if value},
        **({"subjectOf": same} if same else {}),
        "isPartOf": _link(site, "data.html#datasett"),
        "publisher": _link(site, "data.html#utgiver"),
        "inLanguage": site.register.plansystem.spraak,
    }


def _plan(site: Nettsted, plan: Plan) -> dict[str, Any]:
    register, plantype = site.register, site.register.plantype(plan)
    above = [register.find_plan(anchor.plan) or register.find_maal(anchor.maal) for anchor in plan.forankring]
    end, status = register.period_end(plan), register.status(plan)
    found: dict[str, Any] = {
        "additionalType": clean(plantype.navn) if plantype else "",
        "creativeWorkStatus": site.lang.gettext(STATUS[status]) if status else "",
        "expires": _iso(end) if end else "",
        "keywords": [clean(word) for word in plan.tema],
        "isBasedOn": [_link(site, site.path(entity)) for entity in above if entity],
    }
    return {**_common(site, plan), **{key: value for key, value in found.items() if value}}


def _dataset(site: Nettsted) -> dict[str, Any]:
    files = [file for file in (*main_files(site), *table_files(site), *calendars(site)) if file.sti != JSONLD]
    return {
        "@id": url(site, "data.html#datasett"),
        "@type": "Dataset",
        "name": site.lang.gettext("Plansystemet i {kommune}").format(kommune=clean(site.kommune)),
        "description": clean(beskrivelse(site)),
        "url": _link(site, "data.html"),
        "license": {"@id": LICENCE},
        "dateModified": site.register.today.isoformat(),
        "inLanguage": site.register.plansystem.spraak,
        "isAccessibleForFree": True,
        "publisher": _link(site, "data.html#utgiver"),
        "includedInDataCatalog": _link(site, "data.html#katalog"),
        "distribution": [
            {
                "@id": url(site, file.sti),
                "@type": "DataDownload",
                "name": clean(file.innhold),
                "encodingFormat": file.mediatype,
                "contentUrl": _link(site, file.sti),
            }
            for file in files
        ],
    }


def _graph(site: Nettsted) -> list[dict[str, Any]]:
    register = site.register
    name = site.lang.gettext("Åpne data fra plansystemet i {kommune}").format(kommune=clean(site.kommune))
    catalogue = {"@id": url(site, "data.html#katalog"), "@type": "DataCatalog", "name": name}
    publisher = {"@id": url(site, "data.html#utgiver"), "@type": "GovernmentOrganization", "name": clean(utgiver(site))}
    return [
        catalogue | {"dataset": _link(site, "data.html#datasett")},
        publisher | ({"url": {"@id": site_root(site)}} if site_root(site) else {}),
        _dataset(site),
        *(_plan(site, plan) for plan in register.planer.values()),
        *(_common(site, item) for item in register.planstrategier.values()),
    ]


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the catalogue, one line for each item; the words are schema.org's, and nothing is fetched to read it."""
    context = json.dumps({"@vocab": "https://schema.org/"})
    items = ",\n".join(json_line(item) for item in _graph(site))
    yield "rdf", JSONLD, f'{{"@context": {context},\n"@graph": [\n{items}\n]}}\n'.encode()
