"""A plan's life on one day: which events have happened, and what they make it.

The file's `status` is what the plan is now. For a day before its last event (or before its successor was adopted) the
events decide instead, so that the register can be read as it was. Life cycle: design, section 4.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import knots
from planlint.model import (
    BEFORE_VEDTAK,
    MAYBE_VEDTATT,
    STATUS_AFTER,
    VEDTAK,
    VEDTAK_IN_EARNEST,
    VEDTAK_OR_FORLENGET,
    VEDTATTE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from planlint.model import Hendelse, Plan, Planstrategi, TidspunktValue


class Livsloep:
    """The lives of all plans up to `today`."""

    def __init__(self, planer: Mapping[str, Plan], today: date, uleste: Collection[str] = ()) -> None:
        """Keep the plans and the day; `uleste` are the ids of plans whose events could not be read."""
        self.planer = planer
        self.today = today
        self.uleste = uleste
        self._cache: dict[int, str | None] = {}  # by identity: reading an id from a model costs more
        self._happened: dict[int, list[Hendelse]] = {}
        self._ends: dict[int, TidspunktValue | None] = {}
        self._vedtak: dict[int, list[Hendelse]] = {}
        self._replaced_by: dict[int, list[Plan]] = {}

    def hendelser(self, plan: Plan | Planstrategi) -> list[Hendelse]:
        """Give the events that have happened by today, oldest first."""
        known = self._happened.get(id(plan))
        if known is None:
            happened = [event for event in plan.hendelser if not event.planlagt and event.dato.start <= self.today]
            known = self._happened[id(plan)] = sorted(happened, key=lambda event: event.dato.start)
        return known

    def vedtak(self, plan: Plan | Planstrategi) -> list[Hendelse]:
        """Give the adoptions that have happened by today, oldest first."""
        known = self._vedtak.get(id(plan))
        if known is None:
            known = self._vedtak[id(plan)] = [event for event in self.hendelser(plan) if event.hva in VEDTAK]
        return known

    @cached_property
    def _successors(self) -> dict[str, list[Plan]]:
        """The plans that name a plan in `erstatter`; in a ring (PL104) nobody knows which came first: none counts."""
        named = {plan.id: plan.erstatter for plan in self.planer.values() if plan.erstatter}
        tied = {id_: at for at, knot in enumerate(knots(named)) for id_ in knot}
        links: dict[str, list[Plan]] = defaultdict(list)
        for id_, those in named.items():
            for old in dict.fromkeys(those):
                if old not in tied or tied.get(id_) != tied[old]:
                    links[old].append(self.planer[id_])
        return links

    def replaced_by(self, plan: Plan) -> list[Plan]:
        """Give the plans that name this one in `erstatter` and are adopted by today."""
        known = self._replaced_by.get(id(plan))
        if known is None:
            known = self._replaced_by[id(plan)] = [new for new in self.successors(plan) if self._adopted(new)]
        return known

    def successors(self, plan: Plan) -> list[Plan]:
        """Give the plans that name this one in `erstatter`, adopted or not; none of a ring."""
        return self._successors.get(plan.id, [])

    def _adopted(self, plan: Plan) -> bool:
        """Tell whether the plan is adopted by today; where its events could not be read, its status counts."""
        return bool(self.vedtak(plan)) or (plan.id in self.uleste and plan.status in MAYBE_VEDTATT)

    def _later(self, plan: Plan) -> bool:
        """Tell whether something that the file's status may rest on lies after today."""
        told = (event for event in plan.hendelser if event.hva in STATUS_AFTER and not event.planlagt)
        if any(event.dato.start > self.today for event in told):
            return True
        return plan.status == "erstattet" and any(self._comes_later(new) for new in self._successors.get(plan.id, []))

    def _comes_later(self, new: Plan) -> bool:
        """Tell whether a plan takes another's place after today.

        One that is adopted, nobody has written when, has done so: the other's status is true today, and only since
        when is unknown. Before its own period it had not.
        """
        if self._adopted(new):
            return False
        dated = any(event.hva in VEDTAK and not event.planlagt for event in new.hendelser)
        start = new.periode.fra.start if new.periode and new.periode.fra else self.today
        return dated or new.status not in VEDTATTE or start > self.today

    def status(self, plan: Plan) -> str | None:
        """Give the plan's status on the day; None when neither the file nor the events tell.

        A plan that is planned is so before its first event too.
        """
        if id(plan) not in self._cache:
            before = "planlagt" if plan.status == "planlagt" else None
            told = (self.status_by_events(plan) or before) if self._later(plan) else plan.status
            self._cache[id(plan)] = told
        return self._cache[id(plan)]

    def status_by_events(self, plan: Plan) -> str | None:
        """Give the status that events and successors alone say; None when there are none."""
        if self.replaced_by(plan):
            return "erstattet"
        return _told_by(self.hendelser(plan)).status

    def is_adopted_by_events(self, plan: Plan) -> bool:
        """Tell whether the events show a plan adopted and not repealed since, whatever waits or goes on now."""
        return _told_by(self.hendelser(plan)).adopted and not self.replaced_by(plan)

    def is_adopted_in_earnest(self, plan: Plan) -> bool:
        """Tell whether the events show a plan adopted, and not only noted, and neither repealed nor replaced since."""
        return _told_by(self.hendelser(plan)).in_earnest and not self.replaced_by(plan)

    def telling(self, plan: Plan) -> Hendelse | None:
        """Give the event that the plan's status follows from; None when no event gives one."""
        return _told_by(self.hendelser(plan)).event

    def period_end(self, plan: Plan) -> TidspunktValue | None:
        """Give when the period ends, as precisely as it is known, the newest extension counted."""
        if id(plan) not in self._ends:
            extended = [event.til for event in self.hendelser(plan) if event.hva == "forlenget" and event.til]
            end = plan.periode.til if plan.periode else None
            self._ends[id(plan)] = extended[-1] if extended else end
        return self._ends[id(plan)]


class _Told(NamedTuple):
    """What events lead to: a status, the event that gave it, and whether the plan is adopted, noted only or not."""

    status: str | None = None
    event: Hendelse | None = None
    adopted: bool = False
    in_earnest: bool = False


def _told_by(events: Iterable[Hendelse]) -> _Told:
    """Give what events lead to: work on hold changes nothing about what is adopted, nor that somebody is told of it."""
    told = _Told()
    for event in events:
        after, over = STATUS_AFTER.get(event.hva), event.hva == "opphevet"
        adopted = not over and (told.adopted or event.hva in VEDTAK_OR_FORLENGET)
        in_earnest = not over and (told.in_earnest or event.hva in VEDTAK_IN_EARNEST)
        if after and adopted and event.hva in BEFORE_VEDTAK:
            after = "under_revisjon"
        if event.hva == "til_orientering" and in_earnest:
            after = None
        told = _Told(after or told.status, event if after else told.event, adopted, in_earnest)
    return told
