"""The findings of one rule, a page for each rule that has some."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.rules import RULES
from planlint.site.page import Page
from planlint.site.pages.health_page import FindingGroup, all_groups
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.tables import Nettsted

PATHS = ("helse/*.html",)


def _by_rule(site: Nettsted) -> dict[str, list[FindingGroup]]:
    found: dict[str, list[FindingGroup]] = defaultdict(list)
    for group in site.gathered(all_groups):
        found[group.kode].append(group)
    return {code: found[code] for code in sorted(found)}


def entities(site: Nettsted) -> Mapping[str, list[FindingGroup]]:
    """Give what has a page each here: the rules that have findings, by code."""
    return site.gathered(_by_rule)


def page(site: Nettsted, code: str) -> Page:
    """Give the page of a rule's findings."""
    _, name = site.lang.gettext, RULES[code].name
    return Page(
        sti=f"helse/{code}.html",
        mal="helse-regel.html.j2",
        tittel=_("Funn av {kode} {navn}").format(kode=code, navn=name),
        beskrivelse=_("Alle funn av regelen {kode} {navn} i {kommune}.").format(
            kode=code, navn=name, kommune=site.kommune
        ),
        innhold={"kode": code, "grupper": site.gathered(_by_rule)[code], "krav": _(RULES[code].krav)},
        smuler=(PageLink(_("Kontroll"), "helse.html"),),
        soekbar=False,
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the pages, by the rules' codes."""
    return (page(site, code) for code in entities(site))
