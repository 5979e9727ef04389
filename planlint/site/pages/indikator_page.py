"""A page for every indicator: a chart, all its numbers in a table, what it measures, and where the numbers are from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register.maaling import gjelder
from planlint.site.charts import diagram
from planlint.site.goal_links import Punkt, typet
from planlint.site.measurements import RETNING, Maalinger
from planlint.site.page import Side
from planlint.site.search_words import soekeord
from planlint.site.sources import kilderader
from planlint.tables.page_link import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Indikator
    from planlint.tables.nettsted import Nettsted


@dataclass(frozen=True, slots=True)
class Aarsrad:
    """A year's numbers in words; "" where there is none."""

    aar: int
    verdi: str
    prognose: str
    maaltall: str
    dom: str


def _tabell(tall: Maalinger) -> list[Aarsrad]:
    """Give every year that has a number, oldest first."""
    indikator, skriv = tall.indikator, tall.lang.tall
    measured, expected, targets = dict(tall.maalt), indikator.prognose, indikator.maaltall
    return [
        Aarsrad(
            aar=year,
            verdi=skriv(measured[year]) if year in measured else "",
            prognose=skriv(expected[year]) if year in expected else "",
            maaltall=tall.grense(year) if year in targets else "",
            dom=tall.dom(year) if year in targets else "",
        )
        for year in sorted({*measured, *expected, *targets})
    ]


def _beskrivelse(tall: Maalinger) -> str:
    """Tell what the chart shows, for those who do not see it."""
    _, said = tall.lang.gettext, [tall.forloep() or tall.siste()]
    if expected := sorted(tall.indikator.prognose.items()):
        year, value = expected[-1]
        said.append(_("Prognose: {tall} i {aar}").format(tall=tall.lang.tall(value), aar=year))
    said += [
        _("Måltall: {grense} i {aar}").format(grense=tall.grense(year), aar=year)
        for year in sorted(tall.indikator.maaltall)
    ]
    return " ".join(f"{text}." for text in said if text)


def _maal(site: Nettsted, indikator: Indikator) -> list[Punkt]:
    """Give the goals that the indicator measures, each with the words in which the indicator quotes it."""
    found = [(id_, maal) for id_ in indikator.maal if (maal := site.register.finn_maal(id_))]
    quoted = site.lang.gettext("Gjengitt som «{sitat}»")
    return [
        Punkt(typet(site, maal), quoted.format(sitat=indikator.sitat[id_]) if id_ in indikator.sitat else "")
        for id_, maal in found
    ]


def _innhold(site: Nettsted, indikator: Indikator) -> dict[str, object]:
    lang, tall = site.lang, Maalinger(site, indikator)
    plan = site.register.finn_plan(indikator.plan)
    sektor = site.register.plansystem.sektorer.get(indikator.ansvarlig or "")
    expected = tall.tall(sorted(indikator.prognose.items()))
    return {
        "rad": tall.rad(),
        "rader": _tabell(tall),
        "diagram": diagram(tall.tall(tall.maalt), expected, tall.maal(), lang.tall),
        "diagramtekst": _beskrivelse(tall),
        "retning": lang.gettext(RETNING.get(indikator.retning or "", "")),
        "har_prognose": bool(indikator.prognose),
        "har_maaltall": bool(indikator.maaltall),
        "maal": _maal(site, indikator),
        "plan": site.lenke(plan) if plan else None,
        "ansvarlig": sektor.navn if sektor else "",
        "i_bruk": gjelder(site.register, indikator),
        "sammendrag": indikator.sammendrag or "",
        "merknad": indikator.merknad or "",
        "funn": site.funn_om(indikator),
        "kilder": kilderader(site, indikator.kilder),
    }


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield a page for every indicator."""
    _ = site.lang.gettext
    for indikator in site.register.indikatorer.values():
        yield Side(
            sti=site.sti(indikator),
            mal="en_indikator.html.j2",
            tittel=indikator.tittel,
            beskrivelse=_("{tittel}: målte verdier, prognose og måltall per år.").format(tittel=indikator.tittel),
            innhold=_innhold(site, indikator),
            smuler=(PageLink(_("Indikatorer"), "indikatorer.html"),),
            kildefil=indikator.file,
            soekeord=soekeord(indikator.tittel),
        )
