"""What the next planstrategi can take up, as tables: the same rows go to the page and to the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead import Agenda, make_agenda
from planlint.output import (
    AGENDA_TITLE,
    MATTERS,
    NOTHING,
    agenda_about,
    agenda_matter,
    agenda_name,
    agenda_question,
    agenda_reasons,
    agenda_when,
)
from planlint.tables.cut_lists import list_parts
from planlint.tables.harmless_cells import once
from planlint.tables.plan_sector import sector_name
from planlint.tables.table import CellPart, Table, column_heads, filled_groups, without_empty_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.ahead import AgendaRow, Matter
    from planlint.tables.cut_lists import ListPart
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import TableRow

_ROW, _SENTENCE, _HEAD = 300, 110, 600
AGENDA = "neste-planstrategi"
"""The name of the page."""
AGENDA_FILES = "planstrategi/til_neste"
"""What its files begin with: no planstrategi has an id with such a line in it."""


@once
def agenda(site: Nettsted) -> Agenda:
    """Give what the next planstrategi can take up."""
    return make_agenda(site.register)


def _row(site: Nettsted, row: AgendaRow) -> TableRow:
    lang, name = site.lang, agenda_name(row, site.lang)
    title = CellPart(name, site.path(row.plan)) if row.plan else CellPart(name)
    why = " ".join(agenda_reasons(site.register, row, lang))
    return ((title,), agenda_when(row, lang), why, agenda_question(row, lang), sector_name(site, row.plan))


def _heads(site: Nettsted) -> tuple[CellPart, ...]:
    _ = site.lang.gettext
    return column_heads((_("Plan"), _("Når"), _("Hvorfor den står her"), _("Må finnes ut først"), _("Ansvarlig")))


def _weight(row: AgendaRow) -> int:
    """Give about how many bytes a row is; in all languages the same."""
    return _ROW + _SENTENCE * len(row.grunner) + len(row.tittel.encode())


def agenda_parts(site: Nettsted) -> tuple[ListPart[Matter, AgendaRow], ...]:
    """Give the list in pages, each with its matters and their rows: a matter that does not fit goes on at the next."""
    found = agenda(site)
    groups = [(sak, rows) for sak in MATTERS if (rows := found.rows(sak))]
    return list_parts(f"{AGENDA}.html", groups, _weight, _HEAD)


def matter_table(site: Nettsted, sak: Matter, rows: Iterable[AgendaRow]) -> Table:
    """Make the table of rows of one matter, without the columns that say nothing of any of them."""
    _, rows = site.lang.gettext, tuple(rows)
    table = Table(
        id=sak.value,
        navn=_(MATTERS[sak][0]),
        om=agenda_matter(site.register, sak, site.lang),
        tomt="",
        kolonner=_heads(site),
        grupper=filled_groups([("", [_row(site, row) for row in rows])]),
        klasse="avklaring" if any(row.dag for row in rows) else "",
    )
    return without_empty_columns(table)


def whole_agenda(site: Nettsted) -> Table:
    """Make one table of the whole list for the files, in a group for each matter."""
    _, found = site.lang.gettext, agenda(site)
    return Table(
        id=AGENDA,
        navn=_(AGENDA_TITLE),
        om=agenda_about(found, site.lang),
        tomt=_(NOTHING),
        kolonner=_heads(site),
        grupper=filled_groups(
            (_(name), [_row(site, row) for row in found.rows(sak)]) for sak, (name, _about_it) in MATTERS.items()
        ),
        gruppenavn=_("Det som skal avklares"),
    )
