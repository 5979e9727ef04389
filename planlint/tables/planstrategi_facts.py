"""What is known of a planstrategi, and on which day it is read: the same on its page and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import (
    capacity_at_once,
    capacity_by_year,
    frist,
    periode,
    reading_day,
    stilling_of_strategi,
    vedtatt_text,
)
from planlint.tables.plan_row import per_year
from planlint.tables.table import CellPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Planstrategi
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import TableCell


@dataclass(frozen=True, slots=True)
class PlanstrategiFact:
    """A fact about a planstrategi: its name, and what it is."""

    navn: str
    deler: TableCell


def facts_of_strategi(site: Nettsted, strategi: Planstrategi) -> Iterator[PlanstrategiFact]:
    """Yield the facts that are known."""
    lang, register, _ = site.lang, site.register, site.lang.gettext
    knowledge = [plan for id_ in strategi.kunnskapsgrunnlag if (plan := register.find_plan(id_))]
    sectors = register.plansystem.sektorer

    def name(id_: str) -> str:
        return sectors[id_].navn if id_ in sectors else id_

    found = (
        (_("Valgperiode"), periode(strategi)),
        (_("Status"), stilling_of_strategi(register, strategi, lang)),
        (_("Vedtatt"), vedtatt_text(site.register, strategi, site.lang) or _("Ikke dokumentert")),
        (_("Frist for vedtak"), lang.dato(frist(register, strategi))),
        (_("Prinsipper"), tuple(map(CellPart, strategi.prinsipper))),
        (_("Kunnskapsgrunnlag"), tuple(CellPart(site.name(plan), site.path(plan)) for plan in knowledge)),
        (
            _("Planarbeid en sektor rekker samtidig"),
            tuple(
                CellPart(f"{name(id_)}: {lang.number(number)}") for id_, number in capacity_at_once(strategi).items()
            ),
        ),
        (
            _("Årsverk en sektor har til planarbeid"),
            tuple(
                CellPart(f"{name(id_)}: {per_year(numbers, lang)}")
                for id_, numbers in capacity_by_year(strategi).items()
            ),
        ),
        (_("Årsverk til planarbeid i alt"), per_year(strategi.aarsverk, lang)),
    )
    yield from (PlanstrategiFact(name, parts) for name, parts in found if parts)


def day_note(site: Nettsted, strategi: Planstrategi) -> str:
    """Say on which day a past planstrategi is read; nothing for one that is read today."""
    day = reading_day(site.register, strategi)
    if day == site.register.today:
        return ""
    return site.lang.gettext(
        "Valgperioden er over. Tabellene viser planene slik de sto på den siste dagen, {dato}."
    ).format(dato=site.lang.dato(day))
