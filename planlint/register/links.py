"""The plan system's links, both ways: what stands above, below, before and after, whatever the day."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from planlint.base import find_rings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planlint.model import (
        Enhet,
        Indikator,
        Innspill,
        Maal,
        Maaltype,
        Plan,
        Planstrategi,
        Plansystem,
        Plantype,
        Tiltak,
        Utfordring,
    )

T = TypeVar("T", "Tiltak", "Indikator")


class Links:
    """The files of a plan system and the links between them. Every mapping is sorted by id."""

    def __init__(  # noqa: PLR0913 - what linking gave
        self,
        plansystem: Plansystem,
        entities: Mapping[str, Mapping[str, Enhet]],
        *,
        opaque: frozenset[tuple[str, str]] = frozenset(),
        assumed: Mapping[tuple[str, str], str] | None = None,
        broken: Mapping[str, frozenset[str]] | None = None,
        missing: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        """Keep the parts; links are made when first asked for.

        A draft (`utkast`) is no goal: it is found by its id, and stands in `utkast`, never in `maal` or any count;
        `every_maal` has both.

        `opaque` are (kind, id) of files that exist but cannot be read; `assumed` gives the id that a misspelt one
        most likely means, so that one slip of the pen is not reported again by every rule that follows links; `broken`
        are the fields that are themselves at fault, by entity (kind/id), for rules that judge one file by another;
        `missing` are (kind, id) of what others refer to and nobody can find.
        """
        self.plansystem = plansystem
        self.entities = entities
        self.opaque = opaque
        self.assumed = assumed or {}
        self.broken = broken or {}
        self.missing = missing
        self.planer: dict[str, Plan] = dict(sorted(entities.get("plan", {}).items()))  # type: ignore[arg-type]
        self.every_maal: dict[str, Maal] = dict(sorted(entities.get("maal", {}).items()))  # type: ignore[arg-type]
        self.maal = {id_: maal for id_, maal in self.every_maal.items() if not maal.utkast}
        self.utkast = {id_: maal for id_, maal in self.every_maal.items() if maal.utkast}
        self.indikatorer: dict[str, Indikator] = dict(sorted(entities.get("indikator", {}).items()))  # type: ignore[arg-type]
        self.tiltak: dict[str, Tiltak] = dict(sorted(entities.get("tiltak", {}).items()))  # type: ignore[arg-type]
        self.utfordringer: dict[str, Utfordring] = dict(sorted(entities.get("utfordring", {}).items()))  # type: ignore[arg-type]
        self.planstrategier: dict[str, Planstrategi] = dict(sorted(entities.get("planstrategi", {}).items()))  # type: ignore[arg-type]
        self.innspill: dict[str, Innspill] = dict(sorted(entities.get("innspill", {}).items()))  # type: ignore[arg-type]

    def find(self, kind: str, id_: str | None) -> Enhet | None:
        """Give an entity by kind and id, a misspelt id read as the one it most likely means; None when unknown."""
        if id_ is None:
            return None
        known = self.entities.get(kind, {})
        return known.get(id_) or known.get(self.assumed.get((kind, id_), ""))

    def find_plan(self, id_: str | None) -> Plan | None:
        """Give a plan by id."""
        return self.find("plan", id_)  # type: ignore[return-value]

    def find_maal(self, id_: str | None) -> Maal | None:
        """Give a goal, or a draft of one, by id."""
        return self.find("maal", id_)  # type: ignore[return-value]

    def plantype(self, plan: Plan) -> Plantype | None:
        """Give the plan's declared type; None when the type is not declared."""
        return None if "plantyper" in self._lost_sections else self.plansystem.plantyper.get(plan.type)

    def maaltype(self, maal: Maal) -> Maaltype | None:
        """Give the goal's declared type; None when the type is not declared."""
        return None if "maaltyper" in self._lost_sections else self.plansystem.maaltyper.get(maal.type)

    def rang(self, plan: Plan) -> int | None:
        """Give the rank of the plan's level, 1 at the top; None where type or level is not declared."""
        plantype = self.plantype(plan)
        nivaa = self.plansystem.nivaaer.get(plantype.nivaa or "") if plantype else None
        return nivaa.rang if nivaa else None

    def is_unreadable(self, *kinds: str) -> bool:
        """Tell whether a file of one of these kinds cannot be read, so that nobody can say that a link is missing."""
        return not self._opaque_kinds.isdisjoint(kinds)

    def is_missing(self, kind: str) -> bool:
        """Tell whether a file of this kind, perhaps the one sought, cannot be read, or is referred to and not there."""
        return self.is_unreadable(kind) or kind in self._missing_kinds

    @cached_property
    def _opaque_kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _ in self.opaque)

    @cached_property
    def _missing_kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _ in self.missing)

    @cached_property
    def has_undeclared_type(self) -> bool:
        """Tell whether a plan has a type that is not declared, so that nobody can say what it is."""
        return any(plan.type not in self.plansystem.plantyper for plan in self.planer.values())

    @cached_property
    def _lost_sections(self) -> frozenset[str]:
        """The sections of plansystem.yaml that cannot be read: what stands there instead is no declaration."""
        faulty, read = self.broken.get("plansystem", frozenset()), self.plansystem.model_fields_set
        names = {"måltyper": "maaltyper", "plantyper": "plantyper"}
        return frozenset(name for section, name in names.items() if section in faulty and name not in read)

    def is_faulty(self, entity: Enhet, felt: str) -> bool:
        """Tell whether a field of an entity is itself at fault."""
        return felt in self.broken.get(entity.entity, ())

    def faulty(self, kind: str, felt: str) -> frozenset[str]:
        """Give the ids of the entities of a kind in which a field is at fault."""
        return self._faulty.get((kind, felt), frozenset())

    @cached_property
    def _faulty(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name, fields in self.broken.items():
            kind, _, id_ = name.partition("/")
            for felt in fields:
                found[kind, felt].add(id_)
        return {key: frozenset(ids) for key, ids in found.items()}

    @cached_property
    def _anchored(self) -> dict[tuple[str, str], list[Plan]]:
        links: dict[tuple[str, str], list[Plan]] = defaultdict(list)
        for plan in self.planer.values():
            for anchor in plan.forankring:
                if maal := self.find_maal(anchor.maal):
                    links["maal", maal.id].append(plan)
                if over := self.find_plan(anchor.plan):
                    links["plan", over.id].append(plan)
        return links

    def anchored_in(self, entity: Maal | Plan) -> list[Plan]:
        """Give the plans that are anchored in a goal or a plan, whatever their status."""
        return self._anchored.get((entity.kind, entity.id), [])

    @cached_property
    def _parts(self) -> dict[str, list[Plan]]:
        links: dict[str, list[Plan]] = defaultdict(list)
        for plan in self.planer.values():
            if whole := self.find_plan(plan.del_av):
                links[whole.id].append(plan)
        return links

    def deler(self, plan: Plan) -> list[Plan]:
        """Give the plans that say they are a part of a plan."""
        return self._parts.get(plan.id, [])

    @cached_property
    def _etterfoelgere(self) -> dict[str, list[Plan]]:
        links: dict[str, list[Plan]] = defaultdict(list)
        for new in self.planer.values():
            for id_ in new.erstatter:
                if old := self.find_plan(id_):
                    links[old.id].append(new)
        return links

    def etterfoelgere(self, plan: Plan) -> list[Plan]:
        """Give the plans that name this one in `erstatter`, whether they have replaced it yet or not."""
        return self._etterfoelgere.get(plan.id, [])

    @cached_property
    def _maal_below(self) -> dict[str, list[Maal]]:
        links: dict[str, list[Maal]] = defaultdict(list)
        for maal in self.maal.values():
            if over := self.find_maal(maal.overordnet):
                links[over.id].append(maal)
        return links

    def maal_below(self, maal: Maal) -> list[Maal]:
        """Give the goals right under a goal."""
        return self._maal_below.get(maal.id, [])

    @cached_property
    def _goals(self) -> dict[str, list[Maal]]:
        links: dict[str, list[Maal]] = defaultdict(list)
        for maal in self.maal.values():
            if plan := self.find_plan(maal.plan):
                links[plan.id].append(maal)
        return links

    def maal_of(self, plan: Plan) -> list[Maal]:
        """Give the goals that a plan has, sorted by id."""
        return self._goals.get(plan.id, [])

    @cached_property
    def _continued(self) -> dict[str, list[Maal]]:
        links: dict[str, list[Maal]] = defaultdict(list)
        for maal in self.maal.values():
            for id_ in maal.viderefoerer:
                if old := self.find_maal(id_):
                    links[old.id].append(maal)
        return links

    def continued_by(self, maal: Maal) -> list[Maal]:
        """Give the goals that say they continue a goal, whatever the status of their plan."""
        return self._continued.get(maal.id, [])

    @cached_property
    def _measures(self) -> dict[str, list[Tiltak]]:
        links: dict[str, list[Tiltak]] = defaultdict(list)
        for tiltak in self.tiltak.values():
            for id_ in tiltak.maal:
                if maal := self.find_maal(id_):
                    links[maal.id].append(tiltak)
        return links

    def tiltak_of(self, maal: Maal) -> list[Tiltak]:
        """Give the measures that follow up a goal."""
        return self._measures.get(maal.id, [])

    @cached_property
    def _indicators(self) -> dict[str, list[Indikator]]:
        links: dict[str, list[Indikator]] = defaultdict(list)
        for indikator in self.indikatorer.values():
            for id_ in indikator.maal:
                if maal := self.find_maal(id_):
                    links[maal.id].append(indikator)
        return links

    def indikatorer_of(self, maal: Maal) -> list[Indikator]:
        """Give the indicators that measure a goal."""
        return self._indicators.get(maal.id, [])

    @cached_property
    def _measures_in(self) -> dict[str, list[Tiltak]]:
        return self._held(self.tiltak.values(), self.tiltak_of)

    def tiltak_in(self, plan: Plan) -> list[Tiltak]:
        """Give the measures that stand in a plan or follow up one of its goals, each once, whatever their status."""
        return self._measures_in.get(plan.id, [])

    @cached_property
    def _indicators_in(self) -> dict[str, list[Indikator]]:
        return self._held(self.indikatorer.values(), self.indikatorer_of)

    def indikatorer_in(self, plan: Plan) -> list[Indikator]:
        """Give the indicators that a plan has or that measure one of its goals, each once."""
        return self._indicators_in.get(plan.id, [])

    def _held(self, entities: Iterable[T], of_goal: Callable[[Maal], list[T]]) -> dict[str, list[T]]:
        """Give what stands in each plan itself, and what is of the plan's goals."""
        held: dict[str, dict[str, T]] = defaultdict(dict)
        for entity in entities:
            if plan := self.find_plan(entity.plan):
                held[plan.id][entity.id] = entity
        for plan in self.planer.values():
            for maal in self.maal_of(plan):
                held[plan.id].update((entity.id, entity) for entity in of_goal(maal))
        return {id_: list(found.values()) for id_, found in held.items()}

    @cached_property
    def _hjemmel(self) -> dict[str, list[Plan]]:
        links: dict[str, list[Plan]] = defaultdict(list)
        for plan in self.planer.values():
            plantype = self.plantype(plan)
            for id_ in {*plan.hjemmel, *(plantype.hjemmel if plantype else ())}:
                links[self.assumed.get(("bestemmelse", id_), id_)].append(plan)
        return links

    def plans_with_hjemmel(self, *ids: str) -> list[Plan]:
        """Give the plans that rest on one of these provisions, by their own word or their type's, whatever status."""
        found = {plan.id: plan for id_ in ids for plan in self._hjemmel.get(id_, ())}
        return [found[id_] for id_ in sorted(found)]

    @cached_property
    def _plan_rings(self) -> set[str]:
        overs = {
            plan.id: [self.find_plan(anchor.plan) for anchor in plan.forankring if anchor.plan]
            for plan in self.planer.values()
        }
        return find_rings({id_: {over.id for over in found if over} for id_, found in overs.items()})

    @cached_property
    def _goal_rings(self) -> set[str]:
        overs = {maal.id: self.find_maal(maal.overordnet) for maal in self.maal.values()}
        return find_rings({id_: {over.id} if over else set() for id_, over in overs.items()})

    def is_in_ring(self, entity: Maal | Plan) -> bool:
        """Tell whether a plan is anchored in itself by way of others, or a goal hangs under itself (PL104 says so)."""
        return entity.id in (self._goal_rings if entity.kind == "maal" else self._plan_rings)
