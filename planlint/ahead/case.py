"""A plan's case for the next planstrategi: the plan, the time planned for, and what both give together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planlint.register import period_end, revisjonsfrist

if TYPE_CHECKING:
    from datetime import date

    from planlint.ahead.half_year import StrategyTime
    from planlint.model import Plan, Plantype, TidspunktValue
    from planlint.register import Frist, Register

Facts = dict[str, object]


def facts_when(condition: object, **facts: object) -> Facts | None:
    """Give the facts when a condition holds, else None."""
    return facts if condition else None


@dataclass(frozen=True)
class PlanCase:
    """A plan, the time that is planned for, and what the rules say of it: plans it overlaps, goals that changed.

    `godtatt` are the reasons for which findings about what is to happen to it are accepted.
    """

    register: Register
    plan: Plan
    tid: StrategyTime
    overlapp: tuple[str, ...] = ()
    mistenkelig: bool = False
    godtatt: tuple[str, ...] = ()

    @cached_property
    def type(self) -> Plantype | None:
        """The plan's type, where it is declared."""
        return self.register.plantype(self.plan)

    @cached_property
    def has_kunnskap(self) -> bool:
        """Whether plans of the type are noted, not adopted."""
        return bool(self.type and self.type.kunnskapsgrunnlag)

    @cached_property
    def rolle(self) -> str:
        """The role that the law gives the plan, or ""."""
        return (self.type and self.type.rolle) or ""

    @cached_property
    def is_lovpaalagt(self) -> bool:
        """Whether a law asks for the plan: by its own word, else by its type's."""
        own = self.plan.lovpaalagt
        return bool(own if own is not None else self.type and (self.type.lovpaalagt or self.type.rolle))

    @cached_property
    def hjemmel(self) -> tuple[str, ...]:
        """The provisions that the plan rests on: its own, else its type's."""
        return self.plan.hjemmel or (self.type.hjemmel if self.type else ())

    @cached_property
    def is_vedtatt(self) -> bool:
        """Whether the plan is adopted, its period aside."""
        return self.register.is_vedtatt(self.plan)

    @cached_property
    def slutt(self) -> TidspunktValue | None:
        """When the period ends."""
        return period_end(self.register, self.plan)

    @cached_property
    def revisjon(self) -> Frist | None:
        """The next revision, when that is no later than the time planned for."""
        frist = revisjonsfrist(self.register, self.plan)
        return frist if frist and frist.dag <= self.tid.slutt else None

    @cached_property
    def frist(self) -> date | None:
        """The day the plan is due: the first of its period's end and its revision, when either comes in time."""
        days = [self.slutt.slutt if self.slutt else None, self.revisjon.dag if self.revisjon else None]
        return min((day for day in days if day and day <= self.tid.slutt), default=None)
