"""What a goal is in conflict with: the side that it stands on, and the other sides with their goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.site.goal_links import numbered_link
from planlint.tables import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Maal, Utfordring
    from planlint.tables import Nettsted, PageLink


@dataclass(frozen=True, slots=True)
class OtherSide:
    """A side that a goal does not stand on: what it is about, and the goals that do."""

    hensyn: str
    maal: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class GoalKonflikt:
    """A conflict that a goal is in: its own side ("" where the register does not show it), and the others."""

    lenke: PageLink
    egen: str
    andre: tuple[OtherSide, ...]


def goal_konflikter(site: Nettsted, maal: Maal, found: Sequence[Utfordring]) -> list[GoalKonflikt]:
    """Give the conflicts among what names a goal; the other sides only where its own is known."""
    return [_konflikt(site, maal, each) for each in in_reading_order(found) if each.type == "målkonflikt"]


def _konflikt(site: Nettsted, maal: Maal, konflikt: Utfordring) -> GoalKonflikt:
    own = next((side for side in konflikt.sider if maal.id in konflikt.maal_paa(side)), "")
    others = tuple(
        OtherSide(side, tuple(numbered_link(site, each) for id_ in konflikt.maal_paa(side)
                              if (each := site.register.find_maal(id_))))
        for side in konflikt.sider
        if own and side != own
    )  # fmt: skip
    return GoalKonflikt(site.link(konflikt), own, others)
