"""The drawings of the front page: how many plans are in each state, state by kind of plan, and the plan map.

The map is the figure that every planstrategi has: a band for each level, a tile for each plan. It is drawn as lists in
HTML, so that titles wrap, a narrow screen gets lines instead of tiles, and those who hear it get the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from planlint.site.plan_groups import group_id, group_name, group_names
from planlint.site.plan_states import LATE, STATES, state_of
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Nivaa, Plan
    from planlint.tables import Nettsted, PageLink

WIDTH = 1000
_MOST = 40
"""So many tiles in a band; those beyond are counted and stand in the list of plans."""
_LOW = 0.25
_SHADES = 4


@dataclass(frozen=True, slots=True)
class StatePart:
    """A state's part of all plans: its number, its words, the list it leads to, and its place in the bar."""

    id: str
    navn: str
    antall: int
    sti: str
    x: float
    bredde: float


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many plans of a kind are in a state; 0 leads nowhere. `styrke` is 1 to 4, by how many there are."""

    id: str
    navn: str
    antall: int
    sti: str
    styrke: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A kind of plan, its number, and a cell for each state."""

    navn: str
    antall: int
    celler: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class PlanTile:
    """A plan on the map: its link, its state, and the state in words."""

    lenke: PageLink
    tilstand: str
    ord: str


@dataclass(frozen=True, slots=True)
class MapBand:
    """A level: its name, the questions that it answers, its plans, and how many more there are."""

    navn: str
    spoersmaal: tuple[str, ...]
    fliser: tuple[PlanTile, ...]
    flere: int


class PlanMap:
    """Draws the plans of a register as they stand on the day."""

    def __init__(self, site: Nettsted) -> None:
        """Find the state of every plan once."""
        self.site = site
        self.plans = list(site.register.planer.values())
        self.states = {plan.id: state_of(site.register, plan) for plan in self.plans}
        self.present = [state for state in STATES if state in set(self.states.values())]

    def _list_of(self, state: str, group: str = "") -> str:
        """Give the address of the list that holds the plans in a state, or those of a kind among them."""
        if state == LATE:
            query = f"?{urlencode({self.site.lang.gettext('Plantype'): group})}" if group else ""
            return f"behandling.html{query}#over-fristen"
        return f"planer.html#{group_id(self.site, state, group) if group else state}"

    def bar(self) -> tuple[StatePart, ...]:
        """Give the parts of the bar of all plans, in the order of the states."""
        counts, at, parts = Counter(self.states.values()), 0.0, []
        for state in self.present:
            width = counts[state] * WIDTH / len(self.plans)
            name = self.site.lang.gettext(STATES[state])
            parts.append(StatePart(state, name, counts[state], self._list_of(state), round(at, 1), round(width, 1)))
            at += width
        return tuple(parts)

    def heat(self) -> tuple[HeatRow, ...]:
        """Give a row for each kind of plan, in the order of the list of plans."""
        counts = Counter((group_name(self.site, plan), self.states[plan.id]) for plan in self.plans)
        most = max(counts.values(), default=1)
        return tuple(
            HeatRow(
                group,
                sum(counts[group, state] for state in self.present),
                tuple(self._cell(group, state, counts[group, state], most) for state in self.present),
            )
            for group in group_names(self.site)
        )

    def _cell(self, group: str, state: str, count: int, most: int) -> HeatCell:
        strength = 1 + int(_SHADES * max(count / most - _LOW, 0)) if count else 0
        name = self.site.lang.gettext(STATES[state])
        return HeatCell(state, name, count, self._list_of(state, group) if count else "", min(strength, _SHADES))

    def bands(self) -> tuple[MapBand, ...]:
        """Give the bands of the map, the highest level first; plans of no level last."""
        levels = self.site.register.plansystem.nivaaer
        found: dict[str, list[Plan]] = defaultdict(list)
        for plan in self.plans:
            plantype = self.site.register.plantype(plan)
            found[plantype.nivaa if plantype and plantype.nivaa in levels else ""].append(plan)
        ordered = sorted((id_ for id_ in found if id_), key=lambda id_: (levels[id_].rang, id_))
        return tuple(self._band(levels.get(id_), found[id_]) for id_ in (*ordered, "") if id_ in found)

    def _band(self, level: Nivaa | None, plans: Iterable[Plan]) -> MapBand:
        order = list(STATES)
        those = sorted(plans, key=lambda plan: (order.index(self.states[plan.id]), alphabetical(plan.tittel), plan.id))
        return MapBand(
            navn=level.navn if level else self.site.lang.gettext("Uten nivå i registeret"),
            spoersmaal=level.spoersmaal if level else (),
            fliser=tuple(self._tile(plan) for plan in those[:_MOST]),
            flere=max(len(those) - _MOST, 0),
        )

    def _tile(self, plan: Plan) -> PlanTile:
        state = self.states[plan.id]
        return PlanTile(self.site.link(plan), state, self.site.lang.gettext(STATES[state]))
