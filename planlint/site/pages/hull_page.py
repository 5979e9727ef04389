"""What the sources do not tell: every gap by what is missing, and what each source does not state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import KIND_NAMES
from planlint.output import gap_name
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.reckoning import anchors_text
from planlint.tables import CellPart, PageLink, Table, column_heads, filled_groups, list_parts, safe_url
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import OppgirIkke
    from planlint.tables import Nettsted, SiteFinding, TableCell, TableRow

PATHS = ("hull.html", "hull/*.html")
_KINDS = ("alle", "plan", "maal", "indikator", "tiltak", "utfordring", "innspill")


MOST_ON_ONE_PAGE = 100
"""The most gaps that one page tells of."""
_ROW = 230
"""So many bytes is a row beside its names and the way to its page."""


@dataclass(frozen=True, slots=True)
class SilentKilde:
    """A source that is silent about something: its title, address and day, and what it does not state, by kind."""

    tittel: str
    url: str
    dato: str
    mangler: tuple[tuple[str, str], ...]


def _kilde(site: Nettsted, id_: str) -> str:
    kilde = site.register.plansystem.kilder.get(id_)
    return kilde.tittel if kilde else id_


def _row(site: Nettsted, funn: SiteFinding) -> TableRow:
    kind, _, id_ = funn.gjelder.partition("/")
    entity = site.register.find(kind, id_)
    name: TableCell = (CellPart(site.name(entity), site.path(entity)),) if entity else funn.fil
    kilder = tuple(CellPart(_kilde(site, id_)) for id_ in funn.kilder)
    slag = site.lang.gettext(KIND_NAMES[kind]).capitalize()
    return name, slag, kilder, (CellPart(funn.kode, f"regel/{funn.kode}.html"),)


def _tables(site: Nettsted) -> list[Table]:
    """Give a table for each thing that is missing, the most often missing first."""
    _, by_name = site.lang.gettext, defaultdict[str, list["SiteFinding"]](list)
    for funn in site.gaps:
        by_name[funn.mangler].append(funn)
    found = sorted(by_name.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [_table(site, number, name, gaps) for number, (name, gaps) in enumerate(found, 1)]


def _table(site: Nettsted, number: int, name: str, gaps: list[SiteFinding]) -> Table:
    lang, _ = site.lang, site.lang.gettext
    of_anchors = anchors_text(site) if name == gap_name(("forankring",), lang) else ""
    rows = sorted((_row(site, funn) for funn in gaps), key=lambda row: alphabetical(str(row[0][0])))
    about = lang.choose(
        "Kildene til {n} fil oppgir ikke dette: {hva}.", "Kildene til {n} filer oppgir ikke dette: {hva}.", len(gaps)
    )
    return Table(
        id=f"hull-{number}",
        navn=name[:1].upper() + name[1:],
        om=f"{about.format(n=lang.number(len(gaps)), hva=name)} {of_anchors}".strip(),
        tomt="",
        kolonner=column_heads((_("Hva"), _("Slag"), _("Kildene"), _("Regelen som spør"))),
        grupper=filled_groups([("", rows)]),
    )


def _silence(site: Nettsted, silent: OppgirIkke) -> Iterator[tuple[str, str]]:
    for kind in _KINDS:
        if names := getattr(silent, kind):
            about = site.lang.gettext(N_("alt den omtaler") if kind == "alle" else KIND_NAMES[kind])
            yield about, site.lang.enumeration([gap_name((name,), site.lang) for name in names])


def _kilder(site: Nettsted) -> list[SilentKilde]:
    return [
        SilentKilde(
            kilde.tittel,
            safe_url(kilde.url),
            site.lang.value(kilde.dato) if kilde.dato else "",
            tuple(_silence(site, kilde.oppgir_ikke)),
        )
        for kilde in site.register.plansystem.kilder.values()
        if kilde.oppgir_ikke
    ]


def _page(site: Nettsted, sti: str, tittel: str, smuler: tuple[PageLink, ...], **innhold: object) -> Page:
    _ = site.lang.gettext
    return Page(
        sti=sti,
        mal="hull.html.j2",
        tittel=tittel,
        beskrivelse=_("Opplysninger om planene i {kommune} som ingen av kildene oppgir.").format(kommune=site.kommune),
        innhold={"tabeller": [], "deler": [], "sider": (), "kilder": [], **innhold},
        smuler=smuler,
        soekbar="/" not in sti,
    )


def _weight(row: TableRow) -> int:
    """Give about how many bytes a row is; in all languages the same."""
    names = [part for cell in (row[0], row[2]) for part in ((CellPart(cell),) if isinstance(cell, str) else cell)]
    return _ROW + sum(len(f"{part.tekst}{part.sti}".encode()) for part in names)


def _pages_of(site: Nettsted, sti: str, table: Table, smuler: tuple[PageLink, ...]) -> Iterator[Page]:
    """Yield the page of what is missing in one way; where that is much, the pages."""
    parts = list_parts(sti, [("", table.grupper[0].rader)], _weight)
    shown = parts_shown(parts, lambda row: "".join(map(str, row[0])))["deler"]
    for part in parts:
        title = part_title(site, table.navn, part)
        here = replace(table, navn=title, grupper=filled_groups([("", part.rows)]))
        yield _page(site, part.sti, title, smuler, antall=len(part.rows), tabeller=[here], sider=shown)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page, and where there are many gaps a page for each thing that is missing, so that each is light."""
    _, tables, parts = site.lang.gettext, _tables(site), list[tuple[PageLink, int]]()
    title, back = _("Hull: dette sier ikke kildene"), PageLink(_("Kontroll"), "helse.html")
    if len(site.gaps) > MOST_ON_ONE_PAGE:
        counted = [(f"hull/{at}.html", one) for at, one in enumerate(tables, 1)]  # the same in every language
        parts = [(PageLink(one.navn, sti), len(one.grupper[0].rader)) for sti, one in counted]
    yield _page(
        site,
        "hull.html",
        title,
        (back,),
        antall=len(site.gaps),
        tabeller=[] if parts else tables,
        deler=parts,
        kilder=_kilder(site),
    )
    for (lenke, _antall), one in zip(parts, tables, strict=False):
        yield from _pages_of(site, lenke.sti, one, (back, PageLink(title, "hull.html")))
