"""The linked plan system on one day: lookups, links both ways, status and what is in force.

Frozen values go in; `today` is given once and never changes. Rules, tables and the site read everything here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from planlint.model import KUNNSKAP_ONLY, UNDER_ARBEID, VEDTAK_IN_EARNEST, VEDTATTE
from planlint.register.links import Links
from planlint.register.livsloep.status import Livsloep

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.model import Beslutning, Enhet, Hendelse, Maal, Plan, Planstrategi, Plansystem, TidspunktValue

    E = TypeVar("E", bound=Enhet)


class Register(Links):
    """A plan system as it was, is or will be on `today`."""

    def __init__(  # noqa: PLR0913 - what linking gave
        self,
        plansystem: Plansystem,
        entities: Mapping[str, Mapping[str, Enhet]],
        today: date,
        *,
        opaque: frozenset[tuple[str, str]] = frozenset(),
        assumed: Mapping[tuple[str, str], str] | None = None,
        broken: Mapping[str, frozenset[str]] | None = None,
        missing: frozenset[tuple[str, str]] = frozenset(),
        before: Register | None = None,
        usammenlignet: frozenset[str] = frozenset(),
    ) -> None:
        """Keep the day, and what to compare with; the rest is as for `Lenker`.

        `before` is the plan system that a change began from; `usammenlignet` are the entities (kind/id) of which nobody
        can tell what became: two files have the id, or the file lies where it cannot be read.
        """
        super().__init__(plansystem, entities, opaque=opaque, assumed=assumed, broken=broken, missing=missing)
        self.today = today
        self.before = before
        self.usammenlignet = usammenlignet

    def _copy(self, day: date, before: Register | None, usammenlignet: frozenset[str]) -> Register:
        return Register(
            self.plansystem,
            self.entities,
            day,
            opaque=self.opaque,
            assumed=self.assumed,
            broken=self.broken,
            missing=self.missing,
            before=before,
            usammenlignet=usammenlignet,
        )

    def at(self, day: date) -> Register:
        """Give the same plan system on another day."""
        return self if day == self.today else self._copy(day, self.before, self.usammenlignet)

    def against(self, before: Register, usammenlignet: frozenset[str] = frozenset()) -> Register:
        """Give the same plan system as the result of a change that began from `before`."""
        return self._copy(self.today, before, usammenlignet)

    @cached_property
    def answers(self) -> defaultdict[object, dict[tuple[int, ...], tuple[Any, ...]]]:
        """What has been reckoned of it, by the question (`once_each`)."""
        return defaultdict(dict)

    @cached_property
    def _new_ids(self) -> dict[tuple[str, str], str]:
        return {
            (kind, old): id_
            for kind, entities in self.entities.items()
            for id_, entity in entities.items()
            for old in getattr(entity, "tidligere_id", ())
            if old not in entities
        }

    def new_id(self, kind: str, id_: str) -> str:
        """Give the id that something has now: another where a file says that it had this one before."""
        return self._new_ids.get((kind, id_), id_)

    def earlier(self, entity: E) -> E | None:
        """Give an entity as it was before the change, by its id or an earlier one.

        None where it is new, where nothing is compared, and where nobody can tell which file it was.
        """
        if self.before is None or entity.entity in self.usammenlignet:
            return None
        known = self.before.entities.get(entity.kind, {})
        earlier = (old for old in getattr(entity, "tidligere_id", ()) if self.new_id(entity.kind, old) == entity.id)
        return next((known[id_] for id_ in (entity.id, *earlier) if id_ in known), None)  # type: ignore[return-value]

    @cached_property
    def _livsloep(self) -> Livsloep:
        return Livsloep(self.planer, self.today, self.faulty("plan", "hendelser"))

    def hendelser(self, plan: Plan | Planstrategi) -> list[Hendelse]:
        """Give what has happened by today, oldest first; what is only announced is left out."""
        return self._livsloep.hendelser(plan)

    def entities_with_hendelser(self) -> list[Plan | Planstrategi]:
        """Give everything that has events: the plans, then the planstrategier."""
        return [*self.planer.values(), *self.planstrategier.values()]

    def last_event(self, plan: Plan | Planstrategi, *hva: str) -> Hendelse | None:
        """Give the newest event of these kinds that has happened by today."""
        asked = (id(plan), hva)
        if asked not in self._last:
            self._last[asked] = next((event for event in reversed(self.hendelser(plan)) if event.hva in hva), None)
        return self._last[asked]

    @cached_property
    def _last(self) -> dict[tuple[int, tuple[str, ...]], Hendelse | None]:
        return {}  # by identity, as in Livsloep

    def status(self, plan: Plan) -> str | None:
        """Give the plan's status today; for a day before the plan's last event, what its events say. None: unknown."""
        return self._livsloep.status(plan)

    def status_by_events(self, plan: Plan) -> str | None:
        """Give the status that events and successors alone say; None when they say nothing."""
        return self._livsloep.status_by_events(plan)

    def telling(self, plan: Plan) -> Hendelse | None:
        """Give the event that the plan's status follows from; None when no event gives one."""
        return self._livsloep.telling(plan)

    def vedtak(self, plan: Plan) -> list[Hendelse]:
        """Give the adoptions (also «revidert» and «til_orientering») that have happened by today, oldest first."""
        return self._livsloep.vedtak(plan)

    @cached_property
    def _vedtatt(self) -> dict[int, bool]:
        return {}  # by identity, as in Livsloep: rules ask this of each plan many times over

    def is_vedtatt(self, plan: Plan) -> bool:
        """Tell whether the plan is adopted (or noted) and neither repealed nor replaced, its period aside.

        A plan that an adopted one says it replaced is replaced, whatever its own file says (PL404 reports that file).
        One on hold that its events show to be adopted is so still: what waits is its revision. So is one with a word
        that is for knowledge alone («foreldet», «utkast»), where its type is another: PL402 tells of the word.
        """
        known = self._vedtatt.get(id(plan))
        if known is None:
            status = self.status(plan)
            adopted = status in VEDTATTE or self._stays_adopted(plan, status)
            known = self._vedtatt[id(plan)] = adopted and not self.replaced_by(plan)
        return known

    def _stays_adopted(self, plan: Plan, status: str | None) -> bool:
        """Tell whether the events show a plan adopted, and its status is a word that ends nothing."""
        if status == "satt_på_vent":
            return self._livsloep.is_adopted_by_events(plan)
        plantype = self.plantype(plan) if status in KUNNSKAP_ONLY else None
        knowledge = plantype is None or plantype.kunnskapsgrunnlag
        return not knowledge and self._livsloep.is_adopted_in_earnest(plan)

    def is_i_kraft(self, plan: Plan) -> bool:
        """Tell whether the plan is in force: adopted, neither repealed nor replaced, period not over.

        A binding land-use plan has no last day: it is in force until it is changed, repealed or replaced. The planning
        act says so in those words of plans from before July 2009 (§ 34-2); of newer ones it is inferred from §§ 1-5,
        11-6, 11-17, 12-4 and 12-14.
        """
        end = self.periodeslutt(plan)
        return self.is_vedtatt(plan) and (end is None or end >= self.today or self.is_bindende(plan))

    def is_bindende(self, plan: Plan) -> bool:
        """Tell whether the plan is a binding land-use plan, by its type; one of an unknown type is not."""
        plantype = self.plantype(plan)
        return plantype is not None and plantype.bindende

    def has_unknown_status(self, plan: Plan) -> bool:
        """Tell whether nothing documents the plan's status (another thing than a plan that was not begun by today)."""
        return plan.status is None and self.status(plan) is None

    def is_under_arbeid(self, plan: Plan) -> bool:
        """Tell whether somebody is working on the plan."""
        return self.status(plan) in UNDER_ARBEID

    def is_active(self, plan: Plan) -> bool:
        """Tell whether the plan is in force or under work: the plans whose links to others matter today."""
        return self.is_i_kraft(plan) or self.is_under_arbeid(plan)

    def period_end(self, plan: Plan) -> TidspunktValue | None:
        """Give when the plan's period ends, as precisely as it is known, extensions counted; None for no end."""
        return self._livsloep.period_end(plan)

    def periodeslutt(self, plan: Plan) -> date | None:
        """Give the last day of the plan's period, extensions counted; None when no end is known."""
        end = self._livsloep.period_end(plan)
        return end.slutt if end else None

    @cached_property
    def _gjeldende(self) -> tuple[Plan, ...]:
        return tuple(plan for plan in self.planer.values() if self.is_i_kraft(plan))

    def gjeldende(self) -> list[Plan]:
        """Give the plans in force, sorted by id."""
        return list(self._gjeldende)

    def is_maal_i_kraft(self, maal: Maal) -> bool:
        """Tell whether the goal's plan is in force; one whose plan cannot be read counts as in force, a draft never."""
        if maal.utkast:
            return False
        plan = self.find_plan(maal.plan)
        return plan is None or self.is_i_kraft(plan)

    def replaced_by(self, plan: Plan) -> list[Plan]:
        """Give the plans that have replaced this one by today."""
        return self._livsloep.replaced_by(plan)

    def successors(self, plan: Plan) -> list[Plan]:
        """Give the plans that have replaced this one or are to; none of a ring (PL104), where nobody knows which."""
        return self._livsloep.successors(plan)

    def plans_with_rolle(self, rolle: str) -> list[Plan]:
        """Give the plans in force whose type has a role in the law: samfunnsdel, arealdel, handlingsdel."""
        return list(self._by_rolle.get(rolle, ()))

    @cached_property
    def _by_rolle(self) -> dict[str, list[Plan]]:
        roles: dict[str, list[Plan]] = {}
        for plan in self._gjeldende:
            plantype = self.plantype(plan)
            if plantype and plantype.rolle:
                roles.setdefault(plantype.rolle, []).append(plan)
        return roles

    @cached_property
    def planstrategi(self) -> Planstrategi | None:
        """The planstrategi adopted last by today; None when none is."""
        adopted = [
            (event.dato.start, strategi.id, strategi)
            for strategi in self.planstrategier.values()
            if (event := self.last_event(strategi, *VEDTAK_IN_EARNEST))
        ]
        return max(adopted, key=lambda item: item[:2])[2] if adopted else None

    def beslutning(self, plan: Plan) -> Beslutning | None:
        """Give what the current planstrategi decided about a plan; None when it decided nothing."""
        strategi = self.planstrategi
        return plan.beslutninger.get(strategi.id) if strategi else None
