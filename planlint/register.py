"""The linked plan system on one day: lookups, links both ways, status and what is in force.

Frozen values go in; `today` is given once and never changes. Rules, tables and the site read everything here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.livsloep.status import ADOPTION, Livsloep

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.model import (
        Beslutning,
        Enhet,
        Hendelse,
        Indikator,
        Maal,
        Maaltype,
        Plan,
        Planstrategi,
        Plansystem,
        Plantype,
        Tiltak,
        Utfordring,
    )

ADOPTED = frozenset(("vedtatt", "under_revisjon", "til_orientering"))
WORKING = frozenset(("igangsatt", "på_høring", "til_vedtak", "under_revisjon", "utkast"))


def _rings(above: dict[str, set[str]]) -> set[str]:
    """Give the ids from which the links lead back to where they began (or on from one such ring to another).

    What has nothing above it is taken off the top, what has nothing below it off the bottom; rings are what is left.
    """
    below: dict[str, set[str]] = {id_: set() for id_ in above}
    for id_, overs in above.items():
        for over in overs:
            below[over].add(id_)
    left = set(above)
    for links, back in ((above, below), (below, above)):
        count = {id_: len(links[id_] & left) for id_ in left}
        waiting = [id_ for id_, number in count.items() if not number]
        while waiting:
            id_ = waiting.pop()
            left.remove(id_)
            for other in back[id_] & left:
                count[other] -= 1
                if not count[other]:
                    waiting.append(other)
    return left


class Register:
    """A plan system as it was, is or will be on `today`. Every mapping is sorted by id."""

    def __init__(  # noqa: PLR0913 - what linking gave
        self,
        plansystem: Plansystem,
        entities: Mapping[str, Mapping[str, Enhet]],
        today: date,
        *,
        opaque: frozenset[tuple[str, str]] = frozenset(),
        assumed: Mapping[tuple[str, str], str] | None = None,
        broken: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """Keep the parts; links are made when first asked for.

        `opaque` are (kind, id) of files that exist but cannot be read; `assumed` gives the id that a misspelt one
        most likely means, so that one slip of the pen is not reported again by every rule that follows links; `broken`
        are the fields that are themselves at fault, by entity (kind/id), for rules that judge one file by another.
        """
        self.plansystem = plansystem
        self.entities = entities
        self.today = today
        self.opaque = opaque
        self.assumed = assumed or {}
        self.broken = broken or {}
        self.planer: dict[str, Plan] = dict(sorted(entities.get("plan", {}).items()))  # type: ignore[arg-type]
        self.maal: dict[str, Maal] = dict(sorted(entities.get("maal", {}).items()))  # type: ignore[arg-type]
        self.indikatorer: dict[str, Indikator] = dict(sorted(entities.get("indikator", {}).items()))  # type: ignore[arg-type]
        self.tiltak: dict[str, Tiltak] = dict(sorted(entities.get("tiltak", {}).items()))  # type: ignore[arg-type]
        self.utfordringer: dict[str, Utfordring] = dict(sorted(entities.get("utfordring", {}).items()))  # type: ignore[arg-type]
        self.planstrategier: dict[str, Planstrategi] = dict(sorted(entities.get("planstrategi", {}).items()))  # type: ignore[arg-type]

    def at(self, day: date) -> Register:
        """Give the same plan system on another day."""
        return Register(
            self.plansystem, self.entities, day, opaque=self.opaque, assumed=self.assumed, broken=self.broken
        )

    # --- lookups ---------------------------------------------------------------------------------------------

    def find(self, kind: str, id_: str | None) -> Enhet | None:
        """Give an entity by kind and id, a misspelt id read as the one it most likely means; None when unknown."""
        if id_ is None:
            return None
        known = self.entities.get(kind, {})
        return known.get(id_) or known.get(self.assumed.get((kind, id_), ""))

    def finn_plan(self, id_: str | None) -> Plan | None:
        """Give a plan by id."""
        return self.find("plan", id_)  # type: ignore[return-value]

    def finn_maal(self, id_: str | None) -> Maal | None:
        """Give a goal by id."""
        return self.find("maal", id_)  # type: ignore[return-value]

    def plantype(self, plan: Plan) -> Plantype | None:
        """Give the plan's declared type; None when the type is not declared."""
        return self.plansystem.plantyper.get(plan.type)

    def maaltype(self, maal: Maal) -> Maaltype | None:
        """Give the goal's declared type; None when the type is not declared."""
        return self.plansystem.maaltyper.get(maal.type)

    def rang(self, plan: Plan) -> int | None:
        """Give the rank of the plan's level, 1 at the top; None where type or level is not declared."""
        plantype = self.plantype(plan)
        nivaa = self.plansystem.nivaaer.get(plantype.nivaa or "") if plantype else None
        return nivaa.rang if nivaa else None

    # --- status and time -------------------------------------------------------------------------------------

    @cached_property
    def _livsloep(self) -> Livsloep:
        return Livsloep(self.planer, self.today)

    def hendelser(self, plan: Plan | Planstrategi) -> list[Hendelse]:
        """Give what has happened by today, oldest first; what is only announced is left out."""
        return self._livsloep.hendelser(plan)

    def med_hendelser(self) -> list[Plan | Planstrategi]:
        """Give everything that has events: the plans, then the planstrategier."""
        return [*self.planer.values(), *self.planstrategier.values()]

    def sist(self, plan: Plan | Planstrategi, *hva: str) -> Hendelse | None:
        """Give the newest event of these kinds that has happened by today."""
        return next((event for event in reversed(self.hendelser(plan)) if event.hva in hva), None)

    def status(self, plan: Plan) -> str | None:
        """Give the plan's status today; for a day before the plan's last event, what its events say. None: unknown."""
        return self._livsloep.status(plan)

    def etter_hendelser(self, plan: Plan) -> str | None:
        """Give the status that events and successors alone say; None when they say nothing."""
        return self._livsloep.etter_hendelser(plan)

    def vedtak(self, plan: Plan) -> list[Hendelse]:
        """Give the adoptions (also «revidert» and «til_orientering») that have happened by today, oldest first."""
        return [event for event in self.hendelser(plan) if event.hva in ADOPTION]

    def vedtatt(self, plan: Plan) -> bool:
        """Tell whether the plan is adopted (or noted) and neither repealed nor replaced, its period aside.

        A plan that an adopted one says it replaced is replaced, whatever its own file says (PL404 reports that file).
        """
        return self.status(plan) in ADOPTED and not self.erstattet_av(plan)

    def i_kraft(self, plan: Plan) -> bool:
        """Tell whether the plan is in force: adopted, neither repealed nor replaced, period not over."""
        end = self.periodeslutt(plan)
        return self.vedtatt(plan) and (end is None or end >= self.today)

    def ukjent_status(self, plan: Plan) -> bool:
        """Tell whether nothing documents the plan's status (another thing than a plan that was not begun by today)."""
        return plan.status is None and self.status(plan) is None

    def under_arbeid(self, plan: Plan) -> bool:
        """Tell whether somebody is working on the plan."""
        return self.status(plan) in WORKING

    def aktiv(self, plan: Plan) -> bool:
        """Tell whether the plan is in force or under work: the plans whose links to others matter today."""
        return self.i_kraft(plan) or self.under_arbeid(plan)

    def periodeslutt(self, plan: Plan) -> date | None:
        """Give the last day of the plan's period, extensions counted; None when no end is known."""
        return self._livsloep.periodeslutt(plan)

    def gjeldende(self) -> list[Plan]:
        """Give the plans in force, sorted by id."""
        return [plan for plan in self.planer.values() if self.i_kraft(plan)]

    def maal_i_kraft(self, maal: Maal) -> bool:
        """Tell whether the goal's plan is in force; a goal whose plan cannot be read counts as in force."""
        plan = self.finn_plan(maal.plan)
        return plan is None or self.i_kraft(plan)

    def erstattet_av(self, plan: Plan) -> list[Plan]:
        """Give the plans that have replaced this one by today."""
        return self._livsloep.erstattet_av(plan)

    @cached_property
    def _etterfoelgere(self) -> dict[str, list[Plan]]:
        links: dict[str, list[Plan]] = defaultdict(list)
        for new in self.planer.values():
            for id_ in new.erstatter:
                if old := self.finn_plan(id_):
                    links[old.id].append(new)
        return links

    def etterfoelgere(self, plan: Plan) -> list[Plan]:
        """Give the plans that name this one in `erstatter`, whether they have replaced it yet or not."""
        return self._etterfoelgere.get(plan.id, [])

    # --- links -----------------------------------------------------------------------------------------------

    @cached_property
    def _anchored(self) -> dict[tuple[str, str], list[Plan]]:
        links: dict[tuple[str, str], list[Plan]] = defaultdict(list)
        for plan in self.planer.values():
            for anchor in plan.forankring:
                if maal := self.finn_maal(anchor.maal):
                    links["maal", maal.id].append(plan)
                if over := self.finn_plan(anchor.plan):
                    links["plan", over.id].append(plan)
        return links

    def forankret_i(self, entity: Maal | Plan) -> list[Plan]:
        """Give the plans that are anchored in a goal or a plan, whatever their status."""
        return self._anchored.get((entity.kind, entity.id), [])

    @cached_property
    def _plan_rings(self) -> set[str]:
        overs = {
            plan.id: [self.finn_plan(anchor.plan) for anchor in plan.forankring if anchor.plan]
            for plan in self.planer.values()
        }
        return _rings({id_: {over.id for over in found if over} for id_, found in overs.items()})

    @cached_property
    def _goal_rings(self) -> set[str]:
        overs = {maal.id: self.finn_maal(maal.overordnet) for maal in self.maal.values()}
        return _rings({id_: {over.id} if over else set() for id_, over in overs.items()})

    def i_ring(self, entity: Maal | Plan) -> bool:
        """Tell whether a plan is anchored in itself by way of others, or a goal hangs under itself (PL104 says so)."""
        return entity.id in (self._goal_rings if entity.kind == "maal" else self._plan_rings)

    @cached_property
    def _under(self) -> dict[str, list[Maal]]:
        links: dict[str, list[Maal]] = defaultdict(list)
        for maal in self.maal.values():
            if over := self.finn_maal(maal.overordnet):
                links[over.id].append(maal)
        return links

    def under(self, maal: Maal) -> list[Maal]:
        """Give the goals right under a goal."""
        return self._under.get(maal.id, [])

    @cached_property
    def _goals(self) -> dict[str, list[Maal]]:
        links: dict[str, list[Maal]] = defaultdict(list)
        for maal in self.maal.values():
            if plan := self.finn_plan(maal.plan):
                links[plan.id].append(maal)
        return links

    def maal_i(self, plan: Plan) -> list[Maal]:
        """Give the goals that a plan has, sorted by id."""
        return self._goals.get(plan.id, [])

    def uleselig(self, *kinds: str) -> bool:
        """Tell whether a file of one of these kinds cannot be read, so that nobody can say that a link is missing."""
        return any(kind in kinds for kind, _ in self.opaque)

    @cached_property
    def _continued(self) -> dict[str, list[Maal]]:
        links: dict[str, list[Maal]] = defaultdict(list)
        for maal in self.maal.values():
            for id_ in maal.viderefoerer:
                if old := self.finn_maal(id_):
                    links[old.id].append(maal)
        return links

    def viderefoert_av(self, maal: Maal) -> list[Maal]:
        """Give the goals that say they continue a goal, whatever the status of their plan."""
        return self._continued.get(maal.id, [])

    @cached_property
    def _measures(self) -> dict[str, list[Tiltak]]:
        links: dict[str, list[Tiltak]] = defaultdict(list)
        for tiltak in self.tiltak.values():
            for id_ in tiltak.maal:
                if maal := self.finn_maal(id_):
                    links[maal.id].append(tiltak)
        return links

    def tiltak_for(self, maal: Maal) -> list[Tiltak]:
        """Give the measures that follow up a goal."""
        return self._measures.get(maal.id, [])

    @cached_property
    def _indicators(self) -> dict[str, list[Indikator]]:
        links: dict[str, list[Indikator]] = defaultdict(list)
        for indikator in self.indikatorer.values():
            for id_ in indikator.maal:
                if maal := self.finn_maal(id_):
                    links[maal.id].append(indikator)
        return links

    def indikatorer_for(self, maal: Maal) -> list[Indikator]:
        """Give the indicators that measure a goal."""
        return self._indicators.get(maal.id, [])

    def med_rolle(self, rolle: str) -> list[Plan]:
        """Give the plans in force whose type has a role in the law: samfunnsdel, arealdel, handlingsdel."""
        types = {id_ for id_, plantype in self.plansystem.plantyper.items() if plantype.rolle == rolle}
        return [plan for plan in self.gjeldende() if plan.type in types]

    @cached_property
    def _hjemmel(self) -> dict[str, list[Plan]]:
        links: dict[str, list[Plan]] = defaultdict(list)
        for plan in self.planer.values():
            plantype = self.plantype(plan)
            for id_ in {*plan.hjemmel, *(plantype.hjemmel if plantype else ())}:
                links[self.assumed.get(("bestemmelse", id_), id_)].append(plan)
        return links

    def med_hjemmel(self, *ids: str) -> list[Plan]:
        """Give the plans that rest on one of these provisions, by their own word or their type's, whatever status."""
        found = {plan.id: plan for id_ in ids for plan in self._hjemmel.get(id_, ())}
        return [found[id_] for id_ in sorted(found)]

    # --- planstrategi ----------------------------------------------------------------------------------------

    @cached_property
    def planstrategi(self) -> Planstrategi | None:
        """The planstrategi adopted last by today; None when none is."""
        adopted = [
            (event.dato.start, strategi.id, strategi)
            for strategi in self.planstrategier.values()
            if (event := self.sist(strategi, "vedtatt", "revidert"))
        ]
        return max(adopted, key=lambda item: item[:2])[2] if adopted else None

    def beslutning(self, plan: Plan) -> Beslutning | None:
        """Give what the current planstrategi decided about a plan; None when it decided nothing."""
        strategi = self.planstrategi
        return plan.beslutninger.get(strategi.id) if strategi else None
