"""What is known of a planstrategi, and on which day it is read: the same on its page and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register.livsloep.strategi import periode
from planlint.register.valgperiode import dagen, frist, stilling, vedtatt
from planlint.tables.table import Del

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Planstrategi
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Celle


@dataclass(frozen=True, slots=True)
class Fakta:
    """A fact about a planstrategi: its name, and what it is."""

    navn: str
    deler: Celle


def fakta(site: Nettsted, strategi: Planstrategi) -> Iterator[Fakta]:
    """Yield the facts that are known."""
    lang, register, _ = site.lang, site.register, site.lang.gettext
    knowledge = [plan for id_ in strategi.kunnskapsgrunnlag if (plan := register.finn_plan(id_))]
    sectors = register.plansystem.sektorer
    found = (
        (_("Valgperiode"), periode(strategi)),
        (_("Status"), stilling(register, strategi, lang)),
        (_("Vedtatt"), vedtatt(site.register, strategi, site.lang) or _("Ikke dokumentert")),
        (_("Frist for vedtak"), lang.dato(frist(register, strategi))),
        (_("Prinsipper"), tuple(map(Del, strategi.prinsipper))),
        (_("Kunnskapsgrunnlag"), tuple(Del(plan.tittel, site.sti(plan)) for plan in knowledge)),
        (
            _("Planarbeid en sektor rekker samtidig"),
            tuple(
                Del(f"{sectors[id_].navn if id_ in sectors else id_}: {lang.tall(number)}")
                for id_, number in strategi.kapasitet.items()
            ),
        ),
    )
    yield from (Fakta(name, parts) for name, parts in found if parts)


def om_dagen(site: Nettsted, strategi: Planstrategi) -> str:
    """Say on which day a past planstrategi is read; nothing for one that is read today."""
    day = dagen(site.register, strategi)
    if day == site.register.today:
        return ""
    return site.lang.gettext(
        "Valgperioden er over. Tabellene viser planene slik de sto på den siste dagen, {dato}."
    ).format(dato=site.lang.dato(day))
