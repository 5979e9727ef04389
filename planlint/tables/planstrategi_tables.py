"""The three tables of a planstrategi: plans in force, decisions, calendar. Page and files are made from the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import GIVES_ARBEID
from planlint.register import planning_span, reading_day, type_group
from planlint.tables import calendar
from planlint.tables.decision_table import decision_table
from planlint.tables.plan_row import RowMaker
from planlint.tables.table import CellPart, Table, column_heads, filled_groups
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan, Planstrategi
    from planlint.register import PlanstrategiVedtak, Register
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import TableRow
    from planlint.text import Language

TITLES = (N_("Planer i kraft"), N_("Beslutninger"), N_("Kalender"))


def _plan_row(plan: Plan, rader: RowMaker) -> TableRow:
    row = rader.plan(plan)
    told = (row.status, row.vedtatt, row.periode, row.revisjon, row.ansvarlig)
    return ((CellPart(row.tittel, f"plan/{plan.id}.html"),), *told)


def _by_group(register: Register, lang: Language) -> Iterator[tuple[str, list[TableRow]]]:
    """Yield the plans in force under their type's heading, in the order in which the types are declared."""
    types, rader = register.plansystem.plantyper, RowMaker(register, lang)
    groups: dict[str, list[TableRow]] = {plantype.gruppe or plantype.navn: [] for plantype in types.values()}
    for plan in sorted(register.gjeldende(), key=lambda plan: (alphabetical(plan.tittel), plan.id)):
        name = lang.value(type_group(register, plan))
        groups.setdefault(name, []).append(_plan_row(plan, rader))
    for name, rows in groups.items():
        yield name[:1].upper() + name[1:], rows


def planer_i_kraft_table(register: Register, lang: Language) -> Table:
    """Make table A: the plans in force on the register's day."""
    _ = lang.gettext
    day, number = lang.dato(register.today), len(register.gjeldende())
    return Table(
        id="a",
        navn=_("Planer i kraft {dato}").format(dato=day),
        om=lang.choose(
            "Registeret viser én plan som gjelder {dato}. Tomme felt er ikke dokumentert.",
            "Registeret viser {n} planer som gjelder {dato}, etter type. Tomme felt er ikke dokumentert.",
            number,
        ).format(dato=day, n=lang.number(number)),
        tomt=_("Registeret viser ingen planer som gjelder {dato}.").format(dato=day),
        kolonner=column_heads(
            (_("Plan"), _("Status"), _("Vedtatt"), _("Periode"), _("Neste revisjon"), _("Ansvarlig")),
        ),
        grupper=filled_groups(_by_group(register, lang)),
        gruppenavn=_("Gruppe"),
    )


def _calendar_text(outside: int, lang: Language) -> str:
    about = lang.gettext(
        "Tabellen viser planarbeidet i hver sektor, halvår for halvår. Er bare ett av tidspunktene kjent, står "
        "arbeidet der alene. Er bare året kjent, står arbeidet i begge halvårene."
    )
    left_out = lang.ngettext(
        "For {n} plan som skal lages eller revideres, viser registeret ingen tid i perioden, så den står ikke her.",
        "For {n} planer som skal lages eller revideres, viser registeret ingen tid i perioden, så de står ikke her.",
        outside,
    )
    return f"{about} {left_out}" if outside else about


def work_calendar(
    register: Register, strategi: Planstrategi, vedtak: list[PlanstrategiVedtak], lang: Language
) -> Table:
    """Make table C: the work of each sector by half-year, decided work first, then what the plans announce."""
    _ = lang.gettext
    first, last = planning_span(register, strategi)
    numbers = calendar.half_years(first, last)
    decided = [*calendar.besluttet(vedtak), *calendar.afterwards(vedtak), *calendar.tasks(strategi)]
    announced = list(calendar.announced_work(register, vedtak))
    outside = calendar.count_outside(
        calendar.besluttet(item for item in vedtak if item.beslutning.valg in GIVES_ARBEID), numbers
    )
    return Table(
        id="c",
        navn=_("Planarbeid per halvår og sektor"),
        om=_calendar_text(outside, lang),
        tomt=_("Registeret viser ingen tid for planarbeid i denne perioden."),
        kolonner=column_heads((_("Sektor"), *(calendar.half_year_name(number, lang) for number in numbers))),
        grupper=filled_groups(
            (
                (_("Besluttet i planstrategien"), calendar.calendar_rows(decided, numbers, register, lang)),
                (
                    _("Varslet uten beslutning i planstrategien"),
                    calendar.calendar_rows(announced, numbers, register, lang),
                ),
                (
                    _("Forventet etter hjulene"),
                    calendar.calendar_rows(calendar.expected_work(register, first, last), numbers, register, lang),
                ),
            )
        ),
        gruppenavn=_("Grunnlag"),
        klasse="bred",
    )


def tables_of_strategi(
    site: Nettsted, strategi: Planstrategi, vedtak: list[PlanstrategiVedtak]
) -> tuple[Table, Table, Table]:
    """Make the three tables of a planstrategi, as of today or of its valgperiode's last day."""
    day = reading_day(site.register, strategi)
    register = site.register if day == site.register.today else site.register.at(day)
    return (
        planer_i_kraft_table(register, site.lang),
        decision_table(strategi, vedtak, RowMaker(register, site.lang)),
        work_calendar(register, strategi, vedtak, site.lang),
    )
