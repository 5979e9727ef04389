"""The red thread (rød tråd) of a plan: up to the goals and plans it follows up, down to what follows it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.model import Maal
from planlint.register.stilling import ARBEID, I_KRAFT, UTEN, stilling
from planlint.register.traad import over
from planlint.site.follow_up import rekkefoelge
from planlint.site.plan.plan_links import Koblinger, ordnet
from planlint.tables.page_link import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Plan
    from planlint.tables.nettsted import Nettsted

_MAX_PATHS = 40
_MAX_DEPTH = 8
"""A thread that is longer or wider than this is not one that anybody reads."""


@dataclass(frozen=True, slots=True)
class Ledd:
    """A link of the thread: a goal or a plan, what it is, a note, and what is under it. `denne`: the page's own."""

    lenke: PageLink
    slag: str
    merknad: str = ""
    under: tuple[Ledd, ...] = ()
    denne: bool = False


@dataclass(frozen=True, slots=True)
class Traad:
    """The thread through a plan."""

    opp: tuple[Ledd, ...]
    avkortet: bool
    maal: tuple[Ledd, ...]
    antall_maal: int
    planer: tuple[Ledd, ...]
    deler: tuple[Ledd, ...]


@dataclass(slots=True)
class _Gren:
    """A tree while it is being put together."""

    entity: Maal | Plan
    under: dict[str, _Gren] = field(default_factory=dict)


class Traadmaker:
    """Follows the thread of each plan."""

    def __init__(self, site: Nettsted, koblinger: Koblinger) -> None:
        """Keep the parts."""
        self.site = site
        self.register = site.register
        self.koblinger = koblinger

    def traad(self, plan: Plan) -> Traad:
        """Give the thread through a plan."""
        paths = list(islice(self._paths(plan, (plan.entity,)), _MAX_PATHS + 1))
        goals = self.register.maal_i(plan)
        return Traad(
            opp=self._opp(plan, paths[:_MAX_PATHS]),
            avkortet=len(paths) > _MAX_PATHS,
            maal=self._maal(plan),
            antall_maal=len(goals),
            planer=self._planer(plan),
            deler=tuple(self._ledd(part) for part in self.koblinger.deler(plan)),
        )

    def _paths(self, entity: Maal | Plan, seen: tuple[str, ...]) -> Iterator[tuple[Maal | Plan, ...]]:
        """Yield every way from the top down to something, itself left out; a ring or a long way is cut off."""
        above = [one for one in over(self.register, entity) if one.entity not in seen]
        for one in above:
            if len(seen) > _MAX_DEPTH:
                yield (one,)
                continue
            for path in self._paths(one, (*seen, one.entity)):
                yield (*path, one)
        if not above:
            yield ()

    def _opp(self, plan: Plan, paths: Iterable[tuple[Maal | Plan, ...]]) -> tuple[Ledd, ...]:
        tops: dict[str, _Gren] = {}
        for path in paths:
            if path:
                under = tops
                for entity in (*path, plan):
                    under = under.setdefault(entity.entity, _Gren(entity)).under
        return self._grener(tops, plan)

    def _grener(self, branches: dict[str, _Gren], plan: Plan) -> tuple[Ledd, ...]:
        return tuple(
            self._ledd(branch.entity, under=self._grener(branch.under, plan), denne=branch.entity is plan)
            for branch in branches.values()
        )

    def _maal(self, plan: Plan) -> tuple[Ledd, ...]:
        """Give the goals of a plan, each under the one it stands under."""
        goals = self.register.maal_i(plan)
        ids = {maal.id for maal in goals}
        tops = [maal for maal in goals if maal.overordnet not in ids or self.register.i_ring(maal)]
        return tuple(self._med_under(maal, ids, 1) for maal in self._sortert(tops))

    def _med_under(self, maal: Maal, ids: set[str], depth: int) -> Ledd:
        under = [] if self.register.i_ring(maal) or depth >= _MAX_DEPTH else self.register.under(maal)
        below = tuple(self._med_under(each, ids, depth + 1) for each in self._sortert(under) if each.id in ids)
        return self._ledd(maal, under=below)

    def _sortert(self, goals: Iterable[Maal]) -> list[Maal]:
        return sorted(goals, key=lambda maal: rekkefoelge(self.site, maal))

    def _planer(self, plan: Plan) -> tuple[Ledd, ...]:
        """Give the plans anchored in a plan or in its goals."""
        via: dict[str, list[str]] = {}
        for maal in self.register.maal_i(plan):
            for below in self.register.forankret_i(maal):
                via.setdefault(below.id, []).append(navn(maal))
        for below in self.register.forankret_i(plan):
            via.setdefault(below.id, [])
        via.pop(plan.id, None)
        return tuple(self._ledd(below, via=via[below.id]) for below in ordnet(self.register.planer[id_] for id_ in via))

    def _ledd(
        self, entity: Maal | Plan, *, under: tuple[Ledd, ...] = (), denne: bool = False, via: Iterable[str] = ()
    ) -> Ledd:
        named = self.site.lang.oppramsing([f"«{name}»" for name in via])
        notes = (
            self.site.lang.gettext("følger opp {maal}").format(maal=named) if named else "",
            "" if isinstance(entity, Maal) or denne else avvikende(self.site, entity),
        )
        return Ledd(
            lenke=PageLink(navn(entity), self.site.sti(entity)),
            slag=self._slag(entity),
            merknad="; ".join(note for note in notes if note),
            under=under,
            denne=denne,
        )

    def _slag(self, entity: Maal | Plan) -> str:
        found = self.register.maaltype(entity) if isinstance(entity, Maal) else self.register.plantype(entity)
        return found.navn if found else entity.type


def navn(entity: Maal | Plan) -> str:
    """Give a goal with its number, a plan by its title."""
    nummer = getattr(entity, "nummer", None)
    return f"{nummer} {entity.tittel}" if nummer else entity.tittel


def avvikende(site: Nettsted, plan: Plan) -> str:
    """Give a plan's status in words when it is not simply in force; "" when it is."""
    where = stilling(site.register, plan)
    words = {I_KRAFT: "", ARBEID: N_("under arbeid"), UTEN: N_("status ikke dokumentert")}
    return site.lang.gettext(words.get(where, N_("ikke i kraft"))) if where != I_KRAFT else ""
