"""The sheets that explain a workbook: what it is and how it is read back, and what each column holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.tables import LICENCE, ExportTable, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.tables import Cell, Nettsted

ABOUT, COLUMNS = "om", "kolonner"
_VEILEDNING = (
    N_("Endre det som er galt, lagre, og les filen inn igjen med: `planlint import FIL`"),
    N_(
        "Kolonner med (regnet ut) leses ikke inn. Det gjør heller ikke arkene `om`, `kolonner`, `frist`, `funn`, "
        "`hull` og `lister`."
    ),
    N_("En ny rad er noe nytt. Skriv en id med små bokstaver, tall og bindestrek. La id-ene som er der, stå."),
    N_(
        "En rad som er borte, sletter ingenting. En tom celle endrer ingenting, uten med `planlint import FIL --clear`."
    ),
    N_("Står det flere ting i en celle, er de skilt med mellomrom, strek og mellomrom: en | to"),
    N_(
        "Et tidspunkt er en dag (2024-06-30), en måned (2024-06), et år (2024), et halvår (2024-H1) eller et "
        "kvartal (2024-K1)."
    ),
)


def _columns(*names: str) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(name, "", "tekst", None, lest=False) for name in names)


def about_sheet(site: Nettsted, ark: Iterable[ExportTable]) -> ExportTable:
    """Give the first sheet: what this is, from when, under which licence, how to read it back, and what is where."""
    _ = site.lang.gettext
    rows: list[tuple[Cell, ...]] = [
        (_("Plansystem"), _("Plansystemet i {kommune}").format(kommune=site.kommune)),
        (_("Dag"), site.lang.dato(site.register.today)),
        *(((_("Versjon"), site.versjon.sha),) if site.versjon.sha else ()),
        (_("Lisens"), LICENCE),
        *((_("Slik gjør du"), _(text)) for text in _VEILEDNING),
    ]
    rows += [(one.navn, f"{_(one.tittel)}. {_(one.beskrivelse)} {_count_of_rows(site, len(one.rader))}") for one in ark]
    return ExportTable(ABOUT, "", "", _columns("ark", "innhold"), tuple(rows), bredest=110)


def _count_of_rows(site: Nettsted, number: int) -> str:
    return site.lang.ngettext("{n} rad.", "{n} rader.", number)


def column_overview(site: Nettsted, ark: Sequence[ExportTable]) -> ExportTable:
    """Give the sheet that says what each column holds, and whether it is read back."""
    _ = site.lang.gettext
    rows = tuple(
        (one.navn, kolonne.navn, _(kolonne.beskrivelse), _("ja") if kolonne.lest else _("nei"))
        for one in ark
        for kolonne in one.kolonner
    )
    return ExportTable(COLUMNS, "", "", _columns("ark", "kolonne", "innhold", "leses_inn"), rows, bredest=90)
