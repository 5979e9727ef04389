"""The sectors: which plans each of them has, how they stand, what comes next, and a calendar to subscribe to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.exports import calendar_path
from planlint.register import kortstatus
from planlint.site.page import Page
from planlint.tables import CellPart, Table, column_heads, filled_groups, frister, sektor_of
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.model import Plan
    from planlint.tables import DeadlineRow, Nettsted, TableRow

PATH = "sektorer.html"
PATHS = (PATH,)


@dataclass(frozen=True, slots=True)
class SectorPlans:
    """A sector: its name, its plans in a table, and its calendar."""

    id: str
    navn: str
    antall: int
    rader: Table
    kalender: str


def plans_by_sektor(site: Nettsted) -> dict[str, list[Plan]]:
    """Give the plans of each declared sector by title, and under "" those whose sector nobody has documented."""
    sectors = site.register.plansystem.sektorer
    found: dict[str, list[Plan]] = {id_: [] for id_ in (*sectors, "")}
    for plan in sorted(site.register.planer.values(), key=lambda plan: (alphabetical(plan.tittel), plan.id)):
        own = sektor_of(site.register, plan)
        found[own if own in sectors else ""].append(plan)
    return found


def _row(site: Nettsted, plan: Plan, coming: Mapping[str, DeadlineRow]) -> TableRow:
    told = coming.get(plan.entity)
    following = f"{site.lang.dato(told.dag)}: {told.hva}" if told else ""
    return (CellPart(plan.tittel, site.path(plan)),), kortstatus(site.register, site.lang, plan), following


def _sector(site: Nettsted, id_: str, plans: Sequence[Plan], coming: Mapping[str, DeadlineRow]) -> SectorPlans:
    _, name = site.lang.gettext, site.register.plansystem.sektorer[id_].navn
    rows = [_row(site, plan, coming) for plan in plans]
    known = any(row[-1] for row in rows)
    columns = (_("Plan"), _("Status"), *([_("Neste dato")] if known else []))
    table = Table(
        id=f"sektor-{id_}",
        navn=_("Planene til {sektor}").format(sektor=name),
        om=_("Et tomt felt betyr at registeret ikke viser noe som kommer de neste fem årene.")
        if known
        else _("Registeret viser ikke noe som kommer for planene de neste fem årene."),
        tomt=_("Registeret viser ingen planer som sektoren er ansvarlig for."),
        kolonner=column_heads(columns),
        grupper=filled_groups([("", [row[: len(columns)] for row in rows])]),
    )
    return SectorPlans(id_, name, len(plans), table, calendar_path(id_))


def _coming(site: Nettsted) -> dict[str, DeadlineRow]:
    """Give the first thing that comes for each plan, by its entity."""
    found: dict[str, DeadlineRow] = {}
    for row in frister(site):
        found.setdefault(row.gjelder, row)
    return found


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _, plans, coming = site.lang.gettext, plans_by_sektor(site), _coming(site)
    sectors = [_sector(site, id_, plans[id_], coming) for id_ in site.register.plansystem.sektorer]
    yield Page(
        sti=PATH,
        mal="sektorer.html.j2",
        tittel=_("Planene etter sektor"),
        beskrivelse=_("Hvilke planer hver sektor i {kommune} er ansvarlig for, og kalenderen til hver.").format(
            kommune=site.kommune
        ),
        innhold={
            "sektorer": sectors,
            "uten_planer": [one for one in sectors if not one.antall],
            "uten": len(plans[""]),
            "alle": len(site.register.planer),
        },
        soekeord="ansvarlig utvalg sektor kalender",
    )
