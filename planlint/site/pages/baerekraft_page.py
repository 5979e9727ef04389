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
class BaerekraftDimensjon:
    """A dimension with its goals of the 17, and where that is from: the source's title and the place in it, or ""."""

    navn: str
    fnmaal: tuple[BaerekraftsmaalCount, ...]
    kilde: str = ""
    sted: str = ""
    merknad: str = ""


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


def _grouped(site: Nettsted, sdgs: Iterable[BaerekraftsmaalCount]) -> list[BaerekraftDimensjon]:
    """Give the dimensions that are declared; then what is in all of them, and what is in none, where there is any."""
    _, system = site.lang.gettext, site.register.plansystem
    declared, by_number = system.baerekraftsdimensjoner.values(), {one.nummer: one for one in sdgs}
    if not declared:
        return []
    within = [set(one.baerekraftsmaal) for one in declared]
    through = set.intersection(*within) if len(within) > 1 else set()
    found = []
    for one in declared:
        source = system.kilder.get(one.kilde or "")
        own = tuple(by_number[number] for number in dict.fromkeys(one.baerekraftsmaal) if number not in through)
        told = source.tittel if source else "", one.sted or "", one.merknad or ""
        found.append(BaerekraftDimensjon(one.navn, own, *told))
    rest = by_number.keys() - set().union(*within)
    more = ((_("I alle dimensjonene"), through), (_("Ikke plassert i en dimensjon"), rest))
    return found + [
        BaerekraftDimensjon(name, tuple(by_number[number] for number in sorted(those))) for name, those in more if those
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
            "dimensjoner": _grouped(site, sdgs),
            "rader": rows,
            "uten": len(goals) - len(rows),
            "unevnt": [sdg for sdg in sdgs if not sdg.maal],
        },
    )
