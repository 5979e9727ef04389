"""The red thread (rød tråd) of a plan: up to the goals and plans it follows up, down to what follows it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from planlint.model import Maal
from planlint.register import (
    Gjelder,
    RoedTraad,
    gjelder,
    goal_order,
    kortstatus,
    outcome_name,
    roed_traad,
    standing_over,
)
from planlint.tables import PageLink, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Plan
    from planlint.site.plan.plan_links import PlanLinks
    from planlint.tables import Nettsted

_MAX_PATHS = 40
_MAX_DEPTH = 8
"""A thread that is longer or wider than this is not one that anybody reads."""


@dataclass(frozen=True, slots=True)
class ThreadItem:
    """A link of the thread: a goal or a plan, what it is, a note, and what is under it. `denne`: the page's own."""

    lenke: PageLink
    slag: str
    merknad: str = ""
    under: tuple[ThreadItem, ...] = ()
    denne: bool = False


@dataclass(frozen=True, slots=True)
class PlanThread:
    """The thread through a plan; `stopper`: the plan is in force, and the thread up does not reach the samfunnsdel."""

    opp: tuple[ThreadItem, ...]
    stopper: bool
    avkortet: bool
    maal: tuple[ThreadItem, ...]
    antall_maal: int
    planer: tuple[ThreadItem, ...]
    deler: tuple[ThreadItem, ...]


@dataclass(slots=True)
class _Branch:
    """A tree while it is being put together."""

    entity: Maal | Plan
    under: dict[str, _Branch] = field(default_factory=dict)


class ThreadMaker:
    """Follows the thread of each plan."""

    def __init__(self, site: Nettsted, koblinger: PlanLinks) -> None:
        """Keep the parts."""
        self.site = site
        self.register = site.register
        self.koblinger = koblinger

    def thread(self, plan: Plan) -> PlanThread:
        """Give the thread through a plan."""
        paths = list(islice(self._paths(plan, (plan.entity,)), _MAX_PATHS + 1))
        goals = self.register.maal_of(plan)
        return PlanThread(
            opp=self._upwards(plan, paths[:_MAX_PATHS]),
            stopper=self.register.is_i_kraft(plan) and roed_traad(self.register, plan) is RoedTraad.STOPPER,
            avkortet=len(paths) > _MAX_PATHS,
            maal=self._maal(plan),
            antall_maal=len(goals),
            planer=self._planer(plan),
            deler=tuple(self._item(part) for part in self.koblinger.parts(plan)),
        )

    def _paths(self, entity: Maal | Plan, seen: tuple[str, ...]) -> Iterator[tuple[Maal | Plan, ...]]:
        """Yield every way from the top down to something, itself left out; a ring or a long way is cut off."""
        above = [one for one in standing_over(self.register, entity) if one.entity not in seen]
        for one in above:
            if len(seen) > _MAX_DEPTH:
                yield (one,)
                continue
            for path in self._paths(one, (*seen, one.entity)):
                yield (*path, one)
        if not above:
            yield ()

    def _upwards(self, plan: Plan, paths: Iterable[tuple[Maal | Plan, ...]]) -> tuple[ThreadItem, ...]:
        tops: dict[str, _Branch] = {}
        for path in paths:
            if path:
                under = tops
                for entity in (*path, plan):
                    under = under.setdefault(entity.entity, _Branch(entity)).under
        return self._branches(tops, plan)

    def _branches(self, branches: dict[str, _Branch], plan: Plan) -> tuple[ThreadItem, ...]:
        return tuple(
            self._item(branch.entity, under=self._branches(branch.under, plan), denne=branch.entity is plan)
            for branch in branches.values()
        )

    def _maal(self, plan: Plan) -> tuple[ThreadItem, ...]:
        """Give the goals of a plan, each under the one it stands under."""
        goals = self.register.maal_of(plan)
        ids = {maal.id for maal in goals}
        tops = [maal for maal in goals if maal.overordnet not in ids or self.register.is_in_ring(maal)]
        return tuple(self._with_below(maal, ids, 1) for maal in self._sorted(tops))

    def _with_below(self, maal: Maal, ids: set[str], depth: int) -> ThreadItem:
        under = [] if self.register.is_in_ring(maal) or depth >= _MAX_DEPTH else self.register.maal_below(maal)
        below = tuple(self._with_below(each, ids, depth + 1) for each in self._sorted(under) if each.id in ids)
        return self._item(maal, under=below)

    def _sorted(self, goals: Iterable[Maal]) -> list[Maal]:
        return sorted(goals, key=lambda maal: goal_order(self.site.register, maal))

    def _planer(self, plan: Plan) -> tuple[ThreadItem, ...]:
        """Give the plans anchored in a plan or in its goals."""
        via: dict[str, list[str]] = {}
        for maal in self.register.maal_of(plan):
            for below in self.register.anchored_in(maal):
                via.setdefault(below.id, []).append(entity_name(maal))
        for below in self.register.anchored_in(plan):
            via.setdefault(below.id, [])
        via.pop(plan.id, None)
        return tuple(
            self._item(below, via=via[below.id]) for below in in_reading_order(self.register.planer[id_] for id_ in via)
        )

    def _item(
        self, entity: Maal | Plan, *, under: tuple[ThreadItem, ...] = (), denne: bool = False, via: Iterable[str] = ()
    ) -> ThreadItem:
        named = self.site.lang.enumeration([self.site.lang.quoted(name) for name in via])
        own = draft_note(self.site, entity) if isinstance(entity, Maal) else standing_note(self.site, entity)
        notes = (
            self.site.lang.gettext("følger opp {maal}").format(maal=named) if named else "",
            "" if denne else own,
        )
        return ThreadItem(
            lenke=PageLink(
                entity.label if isinstance(entity, Maal) else self.site.name(entity), self.site.path(entity)
            ),
            slag=self._kind(entity),
            merknad="; ".join(note for note in notes if note),
            under=under,
            denne=denne,
        )

    def _kind(self, entity: Maal | Plan) -> str:
        found = self.register.maaltype(entity) if isinstance(entity, Maal) else self.register.plantype(entity)
        return found.navn if found else entity.type


def entity_name(maal: Maal) -> str:
    """Give a goal with its number, and by its short name where it has one."""
    return maal.label


def draft_note(site: Nettsted, maal: Maal) -> str:
    """Say of a draft that it is one, and what became of it where that is told; "" for a goal."""
    if not maal.utkast:
        return ""
    told = [site.lang.gettext(outcome_name(site.register, maal, blir)) for blir in maal.blir]
    words = [f"{text[:1].lower()}{text[1:]}" for text in dict.fromkeys(told)]
    return ", ".join([site.lang.gettext("utkast"), *words])


def standing_note(site: Nettsted, plan: Plan) -> str:
    """Give a plan's status in words when it is not simply in force; "" when it is, or where its name says the same."""
    where = gjelder(site.register, plan)
    if where.is_i_kraft:
        return ""
    if where is Gjelder.UKJENT and not site.register.is_faulty(plan, "status"):
        return site.lang.gettext("status ikke dokumentert")
    told = kortstatus(site.register, site.lang, plan)
    words = f"{told[:1].lower()}{told[1:]}"
    return "" if site.name(plan).endswith(f" {words})") else words
