"""What the next planstrategi can take up, as tables: the same rows go to the page and to the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead import Agenda, Matter, make_agenda
from planlint.base import N_, with_capital
from planlint.register import overskridelse_text, overskridelser
from planlint.tables.cut_lists import list_parts
from planlint.tables.harmless_cells import once
from planlint.tables.plan_sector import sector_name
from planlint.tables.table import CellPart, Table, column_heads, filled_groups, without_empty_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.ahead import AgendaRow
    from planlint.base import Ord
    from planlint.tables.cut_lists import ListPart
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import TableRow

_ROW, _SENTENCE, _HEAD = 300, 110, 600
AGENDA = "neste-planstrategi"
"""The name of the page, and of the files with the same rows."""
AGENDA_FILES = tuple(f"{AGENDA}.{end}" for end in ("md", "csv", "xlsx"))
AGENDA_TITLE = N_("Til neste planstrategi")
MATTERS: dict[Matter, tuple[Ord, Ord]] = {
    Matter.KOMMUNEPLAN: (
        N_("Kommuneplanen"),
        N_(
            "Når kommunestyret behandler planstrategien, skal det ta stilling til om kommuneplanen eller deler av den "
            "skal revideres, eller om den skal videreføres uten endringer (plan- og bygningsloven § 10-1)."
        ),
    ),
    Matter.VEDTAK: (
        N_("Bestemt i planstrategien, uten at registeret viser at det er gjort"),
        N_("Skal det fortsatt gjøres, og når? Det kan være gjort uten at det er ført i registeret."),
    ),
    Matter.UTSATT: (
        N_("Utsatt eller ikke prioritert i planstrategien"),
        N_("Skal arbeidet prioriteres nå?"),
    ),
    Matter.STATUS: (
        N_("Først må det finnes ut om planen gjelder"),
        N_(
            "En frist er ute eller kommer, men registeret viser ikke om planen gjelder, eller om en nyere har "
            "erstattet den."
        ),
    ),
    Matter.PERIODE: (
        N_("Perioden er ute eller går ut"),
        N_("Skal planene fornyes, forlenges eller oppheves?"),
    ),
    Matter.REVISJON: (
        N_("Revisjonen er forfalt eller kommer"),
        N_("Skal planene revideres, eller gjelde som de er?"),
    ),
    Matter.ARBEID: (
        N_("Arbeidet skulle vært ferdig"),
        N_("Skal arbeidet gå videre, få ny frist eller avsluttes? Registeret viser ikke at det er ferdig."),
    ),
    Matter.UTEN_BESLUTNING: (
        N_("Uten beslutning i den gjeldende planstrategien"),
        N_("Registeret viser verken en beslutning om planene i planstrategien eller en frist. Skal de tas opp nå?"),
    ),
    Matter.LOV: (
        N_("Krav i lov som registeret ikke viser noe sikkert svar på"),
        N_(
            "Dette gjelder uansett hva planstrategien tar opp. Det står her fordi registeret ikke viser et dokument "
            "som sikkert svarer på kravet. Kommunen kan ha det likevel."
        ),
    ),
    Matter.UTENFOR: (
        N_("Over fristen, men ikke til avgjørelse i planstrategien"),
        N_(
            "Planstrategien avgjør ikke hva som skal skje med disse planene, eller de skal erstatte en plan som står "
            "over. De er med så tallet på planer over fristen er det samme overalt."
        ),
    ),
}
"""Each matter with its heading, and what is to be settled."""


@once
def agenda(site: Nettsted) -> Agenda:
    """Give what the next planstrategi can take up."""
    return make_agenda(site.register)


def _when(site: Nettsted, row: AgendaRow) -> str:
    """Give when a row is due, no nearer than the register knows it, and whether it is past its deadline."""
    day = site.lang.value(row.tid or row.dag) if row.dag else ""
    late = site.lang.gettext(N_("over fristen")) if row.is_late else ""
    return ", ".join(part for part in (day, late) if part)


def _why(site: Nettsted, row: AgendaRow) -> str:
    """Give the reasons of a row; of a plan that is not for the planstrategi to decide about, what is late first."""
    told = [one.in_language(site.lang) for one in row.grunner]
    if row.plan and row.sak is Matter.UTENFOR:
        late = overskridelse_text(site.register, site.lang, row.plan, overskridelser(site.register, row.plan)[0])
        told.insert(0, f"{with_capital(late)}.")
    return " ".join(told)


def _row(site: Nettsted, row: AgendaRow) -> TableRow:
    title = CellPart(row.plan.tittel, site.path(row.plan)) if row.plan else CellPart(_duty(site, row))
    asked = site.lang.gettext(row.spoersmaal) if row.spoersmaal else ""
    return ((title,), _when(site, row), _why(site, row), asked, sector_name(site, row.plan))


def _duty(site: Nettsted, row: AgendaRow) -> str:
    return with_capital(site.lang.value(row.tittel))


def _heads(site: Nettsted) -> tuple[CellPart, ...]:
    _ = site.lang.gettext
    return column_heads((_("Plan"), _("Når"), _("Hvorfor den står her"), _("Må finnes ut først"), _("Ansvarlig")))


def _about(site: Nettsted, sak: Matter) -> str:
    """Say what is to be settled; of the kommuneplan, also which parts of it the register shows none of."""
    _, about = site.lang.gettext, MATTERS[sak][1]
    if sak is not Matter.KOMMUNEPLAN:
        return _(about)
    parts = {"samfunnsdel": N_("samfunnsdel"), "arealdel": N_("arealdel")}
    lacking = [_(name) for rolle, name in parts.items() if not site.register.plans_with_rolle(rolle)]
    none = _("Registeret viser ingen {deler} i kraft.").format(deler=site.lang.enumeration(lacking)) if lacking else ""
    return f"{_(about)} {none}".strip()


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
    _ = site.lang.gettext
    table = Table(
        id=sak.value,
        navn=_(MATTERS[sak][0]),
        om=_about(site, sak),
        tomt="",
        kolonner=_heads(site),
        grupper=filled_groups([("", [_row(site, row) for row in rows])]),
        klasse="avklaring",
    )
    return without_empty_columns(table)


def whole_agenda(site: Nettsted) -> Table:
    """Make one table of the whole list for the files, in a group for each matter."""
    _, found = site.lang.gettext, agenda(site)
    return Table(
        id=AGENDA,
        navn=_(AGENDA_TITLE),
        om=_(
            "Listen viser det planstrategien for {periode} kan ta opp, så langt registeret viser. Hva den tar opp, "
            "bestemmer kommunestyret."
        ).format(periode=found.valgperiode.replace("-", "–")),
        tomt=_("Registeret viser ingenting som planstrategien kan ta opp."),
        kolonner=_heads(site),
        grupper=filled_groups(
            (_(name), [_row(site, row) for row in found.rows(sak)]) for sak, (name, _about_it) in MATTERS.items()
        ),
        gruppenavn=_("Det som skal avklares"),
    )
