"""How far ahead a level of the plan system looks, read of the words that plansystem.yaml has for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_years

if TYPE_CHECKING:
    from planlint.model import Nivaa, Plan
    from planlint.register.register import Register

_YEARS = re.compile(r"(\d{1,3})(?: ?(?:[-–]|til) ?(\d{1,3}))? år(?: \([^()]*\))?")


class Horisont(NamedTuple):
    """The years that a level looks ahead: at least, and at most. One number alone is the most, and 0 the least."""

    minst: int
    mest: int


class OutsideHorisont(NamedTuple):
    """A plan that looks further than its level («langt»), or not as far («kort»)."""

    slag: str
    nivaa: Nivaa
    grense: int
    type: str


def read_horisont(text: str | None) -> Horisont | None:
    """Read «20 år», «10-12 år», «4 år (1+3)»; None for anything else, which says nothing that can be counted."""
    found = _YEARS.fullmatch(" ".join((text or "").split()))
    if not found:
        return None
    first, last = found.groups()
    span = Horisont(int(first), int(last)) if last else Horisont(0, int(first))
    return span if span.minst < span.mest else None


def outside_horisont(register: Register, plan: Plan, slack: int) -> OutsideHorisont | None:
    """Tell where a plan's period is outside the horizon of its level by more than `slack` years.

    Years are read to the plan's advantage. A plan type with a longest period of its own has said how far it may look.
    """
    plantype = register.plantype(plan)
    level = register.plansystem.nivaaer.get(plantype.nivaa or "") if plantype else None
    span = read_horisont(level.horisont) if level else None
    start, end = (plan.periode.fra, plan.periode.til) if plan.periode else (None, None)
    if not plantype or not level or not span or not start or not end or end.slutt < start.start:
        return None
    if not plantype.lengste_periode and end.start > add_years(start.slutt, span.mest + slack):
        return OutsideHorisont("langt", level, span.mest, plantype.navn)
    least = add_years(start.start, max(span.minst - slack, 0))
    if end.slutt.toordinal() + 1 < least.toordinal():
        return OutsideHorisont("kort", level, span.minst, plantype.navn)
    return None
