"""What the rules on indicators share: which indicators count, what has been measured, and when a target is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_
from planlint.register.avsluttet import ending_of, utgaatt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Ord
    from planlint.model import Indikator, Maaltall
    from planlint.register.register import Register


class TargetDemand(NamedTuple):
    """One demand of a target: the number, the word before it (none: the number itself), whether the value meets it."""

    tall: float
    ord: Ord | None
    naadd: bool


def is_in_use(register: Register, indikator: Indikator) -> bool:
    """Tell whether an indicator still has a use: not all the goals and the plan that it belongs to have ended."""
    plan = register.find_plan(indikator.plan)
    ended = [ending_of(register, plan) is not None] if plan else []
    ended += [utgaatt(register, maal) is not None for id_ in indikator.maal if (maal := register.find_maal(id_))]
    return not (ended and all(ended))


def maalt(register: Register, indikator: Indikator) -> list[tuple[int, float]]:
    """Give the measured values by year up to today's, oldest first; forecasts never count."""
    return sorted((year, value) for year, value in indikator.verdier.items() if year <= register.today.year)


def demands_of(target: Maaltall, value: float, retning: str | None) -> Iterator[TargetDemand]:
    """Give what a target demands of a value; a plain number demands something only where the direction is known."""
    if target.minst is not None:
        yield TargetDemand(target.minst, N_("minst"), value >= target.minst)
    if target.hoeyst is not None:
        yield TargetDemand(target.hoeyst, N_("høyst"), value <= target.hoeyst)
    if target.over is not None:
        yield TargetDemand(target.over, N_("over"), value > target.over)
    if target.under is not None:
        yield TargetDemand(target.under, N_("under"), value < target.under)
    if target.verdi is not None and retning in {"opp", "ned"}:
        yield TargetDemand(target.verdi, None, value >= target.verdi if retning == "opp" else value <= target.verdi)
