"""The goals in force × the 17 Sustainable Development Goals, and those of the 17 that no goal names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import goal_order
from planlint.site.baerekraftsmaal import BAEREKRAFTSMAAL, goal_number
from planlint.site.goal_links import typed_link
from planlint.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Maal
    from planlint.tables import Nettsted, PageLink


PATHS = ("baerekraft.html",)


@dataclass(frozen=True, slots=True)
class BaerekraftsmaalCount:
    """One of the 17: number, name, and how many goals and plans in force name it."""

    nummer: int
    navn: str
    maal: int
    planer: int


@dataclass(frozen=True, slots=True)
class BaerekraftRow:
    """A goal, and for each of the 17 whether the goal names it, with the targets under it that it names."""

    maal: PageLink
    celler: tuple[tuple[bool, str], ...]


def _named(values: Iterable[str]) -> dict[int, list[str]]:
    """Give the numbers named, each with the targets under it: {13: ["13.2"]}."""
    found: dict[int, list[str]] = defaultdict(list)
    for value in values:
        if number := goal_number(value):
            found[number] += [value] if "." in value else []
    return found


def _row(site: Nettsted, maal: Maal) -> BaerekraftRow | None:
    named = _named(maal.baerekraftsmaal)
    if not named:
        return None
    cells = tuple((number in named, ", ".join(named.get(number, ()))) for number in BAEREKRAFTSMAAL)
    return BaerekraftRow(typed_link(site, maal), cells)


def _counts(site: Nettsted, goals: Iterable[Maal]) -> list[BaerekraftsmaalCount]:
    in_goals = Counter(number for maal in goals for number in _named(maal.baerekraftsmaal))
    in_plans = Counter(number for plan in site.register.gjeldende() for number in _named(plan.baerekraftsmaal))
    return [
        BaerekraftsmaalCount(number, site.lang.gettext(name), in_goals[number], in_plans[number])
        for number, name in BAEREKRAFTSMAAL.items()
    ]


def _in_order(site: Nettsted) -> list[Maal]:
    """Give the goals in force, those of the samfunnsdel first."""
    register = site.register
    tops = {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    goals = (maal for maal in register.maal.values() if register.is_maal_i_kraft(maal))
    return sorted(goals, key=lambda maal: (maal.plan not in tops, maal.plan, goal_order(site.register, maal)))


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the matrix."""
    _, goals = site.lang.gettext, _in_order(site)
    rows = [row for maal in goals if (row := _row(site, maal))]
    sdgs = _counts(site, goals)
    yield Page(
        sti="baerekraft.html",
        mal="baerekraft.html.j2",
        tittel=_("Målene og FNs bærekraftsmål"),
        beskrivelse=_("Hvilke av FNs 17 bærekraftsmål målene til {kommune} viser til.").format(kommune=site.kommune),
        innhold={
            "fnmaal": sdgs,
            "rader": rows,
            "uten": len(goals) - len(rows),
            "unevnt": [sdg for sdg in sdgs if not sdg.maal],
        },
    )
