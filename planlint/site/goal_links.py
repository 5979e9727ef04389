"""What a goal is linked with, as lists of links with some words after each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from planlint.model import Enhet
from planlint.register.lookup import status
from planlint.register.oppfoelging import teller
from planlint.register.traad import maal_over
from planlint.site.follow_up import maaltype, rekkefoelge
from planlint.site.measurements import Maalinger
from planlint.tables.page_link import PageLink
from planlint.text.sorting import alfabetisk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.model import Maal, Tiltak, Utfordring
    from planlint.site.follow_up import Foelger
    from planlint.tables.nettsted import Nettsted

T = TypeVar("T", bound=Enhet)


@dataclass(frozen=True, slots=True)
class Punkt:
    """A link with some words after it."""

    lenke: PageLink
    tekst: str = ""


def nummerert(site: Nettsted, maal: Maal) -> PageLink:
    """Give a link to a goal with its number before the title."""
    return PageLink(f"{maal.nummer or ''} {maal.tittel}".strip(), site.sti(maal))


def ordnet(entities: Iterable[T]) -> list[T]:
    """Sort by title."""
    return sorted(entities, key=lambda entity: (alfabetisk(entity.tittel), entity.id))


def planer(site: Nettsted, maal: Maal, *, i_kraft: bool) -> list[Punkt]:
    """Give the plans anchored in a goal: those in force, or the others, with their status."""
    found = (plan for plan in site.register.forankret_i(maal) if site.register.i_kraft(plan) == i_kraft)
    unique = {plan.id: plan for plan in found}.values()
    return [Punkt(site.lenke(plan), status(site.register, plan, site.lang)) for plan in ordnet(unique)]


def om_tiltak(site: Nettsted, tiltak: Tiltak) -> str:
    """Give a measure's status and deadline."""
    said = status(site.register, tiltak, site.lang) if tiltak.status else ""
    due = site.lang.gettext("frist {tid}").format(tid=site.lang.tidspunkt(tiltak.frist)) if tiltak.frist else ""
    return ", ".join(part for part in (said, due) if part)


def tiltak(site: Nettsted, maal: Maal, *, teller_med: bool) -> list[Punkt]:
    """Give the measures for a goal: those that count, or those put off, called off or in a plan out of force."""
    found = {item.id: item for item in site.register.tiltak_for(maal) if teller(site.register, item) == teller_med}
    ordered = sorted(found.values(), key=lambda item: (alfabetisk(item.nummer or ""), alfabetisk(item.tittel)))
    return [Punkt(site.lenke(item), om_tiltak(site, item)) for item in ordered]


def indikatorer(site: Nettsted, maal: Maal) -> list[Punkt]:
    """Give the indicators that measure a goal, with last value, target and whether it is reached."""
    rows = []
    for indikator in ordnet({item.id: item for item in site.register.indikatorer_for(maal)}.values()):
        row = Maalinger(site, indikator).rad()
        target = site.lang.gettext("Måltall: {tall}").format(tall=row.maaltall_og_dom) if row.maaltall else ""
        rows.append(Punkt(row.lenke, ". ".join(part for part in (row.siste, target) if part)))
    return rows


def kjede(site: Nettsted, maal: Maal) -> list[Maal]:
    """Give the goals over a goal, the highest first; one in a ring has none to show."""
    return [] if site.register.i_ring(maal) else [*maal_over(site.register, [maal])][:0:-1]


def med_oppfoelging(site: Nettsted, foelger: Foelger, goals: Iterable[Maal]) -> list[Punkt]:
    """Give goals in order, each with who follows it up."""
    ordered = sorted(goals, key=lambda goal: rekkefoelge(site, goal))
    return [Punkt(typet(site, goal), foelger.bilde(goal).tekst) for goal in ordered]


def typet(site: Nettsted, maal: Maal) -> PageLink:
    """Give a link to a goal with its type and number before the title."""
    name = f"{maaltype(site, maal)} {maal.nummer or ''}".strip()
    return PageLink(f"{name}: {maal.tittel}", site.sti(maal))


def fra_andre(site: Nettsted, goals: Sequence[Maal]) -> list[Punkt]:
    """Give goals of other plans, with the plan's title."""
    plans = [site.register.finn_plan(goal.plan) for goal in goals]
    pairs = zip(goals, plans, strict=True)
    return [Punkt(nummerert(site, goal), plan.tittel if plan else goal.plan) for goal, plan in pairs]


def utfordringer(site: Nettsted) -> dict[str, list[Utfordring]]:
    """Give the challenges that each goal answers, by the goal's id."""
    found: dict[str, dict[str, Utfordring]] = {}
    for utfordring in site.register.utfordringer.values():
        for id_ in utfordring.maal:
            if maal := site.register.finn_maal(id_):
                found.setdefault(maal.id, {})[utfordring.id] = utfordring
    return {id_: list(items.values()) for id_, items in found.items()}
