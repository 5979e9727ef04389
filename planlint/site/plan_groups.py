"""The headings that plans stand under in the list of plans, by their types, and where each list is on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register import type_group
from planlint.tables import once

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.tables import Nettsted


def group_name(site: Nettsted, plan: Plan) -> str:
    """Give the heading that a plan stands under in the planoversikt, by its type."""
    name = site.lang.value(type_group(site.register, plan))
    return name[:1].upper() + name[1:]


@once
def group_names(site: Nettsted) -> dict[str, int]:
    """Give the headings of all plans, numbered in the order in which plansystem.yaml declares the types."""
    places = {type_: place for place, type_ in enumerate(site.register.plansystem.plantyper)}
    first: dict[str, int] = {}
    for plan in site.register.planer.values():
        name = group_name(site, plan)
        first[name] = min(first.get(name, len(places)), places.get(plan.type, len(places)))
    return {name: number for number, name in enumerate(sorted(first, key=lambda name: (first[name], name)), 1)}


def group_id(site: Nettsted, section: str, group: str) -> str:
    """Give the place on the page of the plans of a group in a section."""
    return f"{section}-{group_names(site)[group]}"
