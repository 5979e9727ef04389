"""A page for every indicator: a chart, all its numbers in a table, what it measures, and where the numbers are from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import is_in_use
from planlint.site.charts import diagram
from planlint.site.goal_links import LinkItem, typed_link
from planlint.site.measurements import RETNING, Measurements
from planlint.site.page import Page
from planlint.site.search_entry import indicator_entry
from planlint.site.sources import kilde_rows, note_of
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Indikator
    from planlint.tables import Nettsted


PATHS = ("indikator/*.html",)


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year's numbers in words; "" where there is none."""

    aar: int
    verdi: str
    prognose: str
    maaltall: str
    dom: str


def _table(tall: Measurements) -> list[YearRow]:
    """Give every year that has a number, oldest first."""
    indikator, skriv = tall.indikator, tall.lang.number
    measured, expected, targets = dict(tall.maalt), indikator.prognose, indikator.maaltall
    return [
        YearRow(
            aar=year,
            verdi=skriv(measured[year]) if year in measured else "",
            prognose=skriv(expected[year]) if year in expected else "",
            maaltall=tall.bound(year) if year in targets else "",
            dom=tall.verdict(year) if year in targets else "",
        )
        for year in sorted({*measured, *expected, *targets})
    ]


def _beskrivelse(tall: Measurements) -> str:
    """Tell what the chart shows, for those who do not see it."""
    _, said = tall.lang.gettext, [tall.course() or tall.latest()]
    if expected := sorted(tall.indikator.prognose.items()):
        year, value = expected[-1]
        said.append(_("Prognose: {tall} i {aar}").format(tall=tall.lang.number(value), aar=year))
    said += [
        _("Måltall: {grense} i {aar}").format(grense=tall.bound(year), aar=year)
        for year in sorted(tall.indikator.maaltall)
    ]
    return " ".join(f"{text}." for text in said if text)


def _maal(site: Nettsted, indikator: Indikator) -> list[LinkItem]:
    """Give the goals that the indicator measures, each with the words in which the indicator quotes it."""
    found = [(id_, maal) for id_ in indikator.maal if (maal := site.register.find_maal(id_))]
    quoted = site.lang.gettext("Gjengitt som «{sitat}»")
    return [
        LinkItem(typed_link(site, maal), quoted.format(sitat=indikator.sitat[id_]) if id_ in indikator.sitat else "")
        for id_, maal in found
    ]


def _content(site: Nettsted, indikator: Indikator) -> dict[str, object]:
    lang, tall = site.lang, Measurements(site, indikator)
    plan = site.register.find_plan(indikator.plan)
    sektor = site.register.plansystem.sektorer.get(indikator.ansvarlig or "")
    expected = tall.numbers(sorted(indikator.prognose.items()))
    return {
        "rad": tall.row(),
        "rader": _table(tall),
        "diagram": diagram(tall.numbers(tall.maalt), expected, tall.maal(), lang.number),
        "diagramtekst": _beskrivelse(tall),
        "retning": lang.gettext(RETNING.get(indikator.retning or "", "")),
        "har_prognose": bool(indikator.prognose),
        "har_maaltall": bool(indikator.maaltall),
        "maal": _maal(site, indikator),
        "plan": site.link(plan) if plan else None,
        "ansvarlig": sektor.navn if sektor else "",
        "i_bruk": is_in_use(site.register, indikator),
        "sammendrag": indikator.sammendrag or "",
        "merknad": note_of(site, indikator),
        "funn": site.findings_about(indikator),
        "hull": site.missing(indikator),
        "kilder": kilde_rows(site, indikator.kilder),
    }


def entities(site: Nettsted) -> Mapping[str, Indikator]:
    """Give what has a page each here, by id."""
    return site.register.indikatorer


def page(site: Nettsted, id_: str) -> Page:
    """Give the page of an indicator."""
    _, indikator = site.lang.gettext, site.register.indikatorer[id_]
    return Page(
        sti=site.path(indikator),
        mal="en_indikator.html.j2",
        tittel=indikator.tittel,
        beskrivelse=_("{tittel}: målte verdier, prognose og måltall per år.").format(tittel=indikator.tittel),
        innhold=_content(site, indikator),
        smuler=(PageLink(_("Indikatorer"), "indikatorer.html"),),
        kildefil=indikator.file,
        soek=indicator_entry(site, indikator),
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield a page for every indicator."""
    return (page(site, id_) for id_ in entities(site))
