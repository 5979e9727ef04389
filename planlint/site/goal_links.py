"""What a goal is linked with, as lists of links with some words after each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from planlint.model import Enhet
from planlint.register import counts, goal_order, maal_over, status
from planlint.site.follow_up import maaltype
from planlint.site.measurements import Measurements
from planlint.tables import PageLink
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.model import Maal, Tiltak, Utfordring
    from planlint.site.follow_up import FollowUp
    from planlint.tables import Nettsted

T = TypeVar("T", bound=Enhet)


@dataclass(frozen=True, slots=True)
class LinkItem:
    """A link with some words after it."""

    lenke: PageLink
    tekst: str = ""


def numbered_link(site: Nettsted, maal: Maal) -> PageLink:
    """Give a link to a goal with its number before all its words."""
    return PageLink(f"{maal.nummer or ''} {maal.full_title}".strip(), site.path(maal))


def by_title(entities: Iterable[T]) -> list[T]:
    """Sort by title."""
    return sorted(entities, key=lambda entity: (alphabetical(entity.tittel), entity.id))


def planer(site: Nettsted, maal: Maal, *, i_kraft: bool) -> list[LinkItem]:
    """Give the plans anchored in a goal: those in force, or the others, with their status."""
    found = (plan for plan in site.register.anchored_in(maal) if site.register.is_i_kraft(plan) == i_kraft)
    unique = {plan.id: plan for plan in found}.values()
    return [LinkItem(site.link(plan), status(site.register, plan, site.lang)) for plan in by_title(unique)]


def tiltak_note(site: Nettsted, tiltak: Tiltak) -> str:
    """Give a measure's status and deadline."""
    said = status(site.register, tiltak, site.lang) if tiltak.status else ""
    due = site.lang.gettext("frist {tid}").format(tid=site.lang.tidspunkt(tiltak.frist)) if tiltak.frist else ""
    return ", ".join(part for part in (said, due) if part)


def tiltak(site: Nettsted, maal: Maal, *, teller_med: bool) -> list[LinkItem]:
    """Give the measures for a goal: those that count, or those put off, called off or in a plan out of force."""
    found = {item.id: item for item in site.register.tiltak_of(maal) if counts(site.register, item) == teller_med}
    ordered = sorted(found.values(), key=lambda item: (alphabetical(item.nummer or ""), alphabetical(item.tittel)))
    return [LinkItem(site.link(item), tiltak_note(site, item)) for item in ordered]


def indikatorer(site: Nettsted, maal: Maal) -> list[LinkItem]:
    """Give the indicators that measure a goal, with last value, target and whether it is reached."""
    rows = []
    for indikator in by_title({item.id: item for item in site.register.indikatorer_of(maal)}.values()):
        row = Measurements(site, indikator).row()
        target = site.lang.gettext("Måltall: {tall}").format(tall=row.maaltall_og_dom) if row.maaltall else ""
        rows.append(LinkItem(row.lenke, ". ".join(part for part in (row.siste, target) if part)))
    return rows


def goals_above(site: Nettsted, maal: Maal) -> list[Maal]:
    """Give the goals over a goal, the highest first; one in a ring has none to show."""
    return [] if site.register.is_in_ring(maal) else [*maal_over(site.register, [maal])][:0:-1]


def goals_with_oppfoelging(site: Nettsted, foelger: FollowUp, goals: Iterable[Maal]) -> list[LinkItem]:
    """Give goals in order, each with who follows it up."""
    ordered = sorted(goals, key=lambda goal: goal_order(site.register, goal))
    return [LinkItem(typed_link(site, goal), foelger.picture(goal).tekst) for goal in ordered]


def typed_link(site: Nettsted, maal: Maal) -> PageLink:
    """Give a link to a goal with its type and number before the title."""
    name = f"{maaltype(site, maal)} {maal.nummer or ''}".strip()
    return PageLink(f"{name}: {maal.full_title}", site.path(maal))


def from_other_plans(site: Nettsted, goals: Sequence[Maal]) -> list[LinkItem]:
    """Give goals of other plans, with the plan's title."""
    plans = [site.register.find_plan(goal.plan) for goal in goals]
    pairs = zip(goals, plans, strict=True)
    return [LinkItem(numbered_link(site, goal), site.name(plan) if plan else goal.plan) for goal, plan in pairs]


def utfordringer(site: Nettsted) -> dict[str, list[Utfordring]]:
    """Give the challenges that name each goal, by the goal's id: those it answers, and the conflicts that it is in."""
    found: dict[str, dict[str, Utfordring]] = {}
    for utfordring in site.register.utfordringer.values():
        for id_ in utfordring.maal:
            if maal := site.register.find_maal(id_):
                found.setdefault(maal.id, {})[utfordring.id] = utfordring
    return {id_: list(items.values()) for id_, items in found.items()}
