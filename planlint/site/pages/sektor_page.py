"""The sectors with their programme areas: their plans and goals, how they stand, what comes next, and calendars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import with_capital
from planlint.exports import calendar_path
from planlint.register import kortstatus, parts_of, sectors
from planlint.site.page import Page
from planlint.tables import (
    CellPart,
    Table,
    column_heads,
    filled_groups,
    frister,
    in_reading_order,
    sektor_of,
    told_time,
)
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.model import Maal, Plan
    from planlint.tables import DeadlineRow, Nettsted, TableRow

PATH = "sektorer.html"
PATHS = (PATH,)


@dataclass(frozen=True, slots=True)
class OmraadePlans:
    """A programme area of a sector: its name, how many plans it has, and its calendar."""

    id: str
    navn: str
    antall: int
    kalender: str


@dataclass(frozen=True, slots=True)
class SectorPlans:
    """A sector: its name, its body, its plans in a table by programme area, its goals, and its calendar.

    `maal` are the goals that apply and whose own file names the sector or one of its areas, by programme area ("" for
    none).
    """

    id: str
    navn: str
    antall: int
    rader: Table
    kalender: str
    utvalg: str
    omraader: tuple[OmraadePlans, ...]
    maal: tuple[tuple[str, tuple[Maal, ...]], ...]


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
    following = f"{with_capital(told_time(site, told))}: {told.hva}" if told else ""
    return (CellPart(site.name(plan), site.path(plan)),), kortstatus(site.register, site.lang, plan), following


def _goals(site: Nettsted, parts: Sequence[str]) -> tuple[tuple[str, tuple[Maal, ...]], ...]:
    """Give the goals in force of a sector, then those of each of its programme areas under the area's name."""
    sectors = site.register.plansystem.sektorer
    goals = [maal for maal in site.register.maal.values() if site.register.is_maal_i_kraft(maal)]
    found = (
        (
            "" if id_ == parts[0] else sectors[id_].navn,
            in_reading_order(maal for maal in goals if maal.ansvarlig == id_),
        )
        for id_ in parts
    )
    return tuple((name, tuple(those)) for name, those in found if those)


def _sector(
    site: Nettsted, id_: str, plans: Mapping[str, list[Plan]], coming: Mapping[str, DeadlineRow]
) -> SectorPlans:
    system = site.register.plansystem
    _, name, sectors = site.lang.gettext, system.sektorer[id_].navn, system.sektorer
    parts = sorted(parts_of(system, id_), key=lambda part: part != id_)
    grouped = [("" if part == id_ else sectors[part].navn, [_row(site, plan, coming) for plan in plans[part]])
               for part in parts]  # fmt: skip
    known = any(row[-1] for _, rows in grouped for row in rows)
    columns = (_("Plan"), _("Status"), *([_("Neste dato")] if known else []))
    table = Table(
        id=f"sektor-{id_}",
        navn=_("Planene til {sektor}").format(sektor=name),
        om=_("Et tomt felt betyr at registeret ikke viser noe som kommer de neste fem årene.")
        if known
        else _("Registeret viser ikke noe som kommer for planene de neste fem årene."),
        tomt=_("Registeret viser ingen planer som sektoren er ansvarlig for."),
        kolonner=column_heads(columns),
        grupper=filled_groups((head, [row[: len(columns)] for row in rows]) for head, rows in grouped),
        gruppenavn=_("Programområde") if len(parts) > 1 else "",
    )
    areas = tuple(OmraadePlans(part, sectors[part].navn, len(plans[part]), calendar_path(part)) for part in parts[1:])
    body, number = system.organer.get(sectors[id_].utvalg or ""), sum(len(plans[part]) for part in parts)
    return SectorPlans(
        id_, name, number, table, calendar_path(id_), body.navn if body else "", areas, _goals(site, parts)
    )


def _coming(site: Nettsted) -> dict[str, DeadlineRow]:
    """Give the first thing that comes for each plan, by its entity."""
    found: dict[str, DeadlineRow] = {}
    for row in frister(site):
        found.setdefault(row.gjelder, row)
    return found


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _, plans, coming = site.lang.gettext, plans_by_sektor(site), _coming(site)
    shown = [_sector(site, id_, plans, coming) for id_ in sectors(site.register.plansystem)]
    yield Page(
        sti=PATH,
        mal="sektorer.html.j2",
        tittel=_("Planene etter sektor"),
        beskrivelse=_("Hvilke planer hver sektor i {kommune} er ansvarlig for, og kalenderen til hver.").format(
            kommune=site.kommune
        ),
        innhold={
            "sektorer": shown,
            "uten_planer": [one for one in shown if not (one.antall or one.omraader or one.maal)],
            "uten": len(plans[""]),
            "alle": len(site.register.planer),
        },
    )
