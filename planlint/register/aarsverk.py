"""The årsverk that a planstrategi sets aside, year by year: plan by plan, for work that is no plan, and summed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import STOPPED
from planlint.register.livsloep.strategi import is_gjennomfoert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.base import Step
    from planlint.model import Plan, Planstrategi
    from planlint.register.register import Register


class Ressurs(NamedTuple):
    """What is set aside for one work: the file that says so, where in it, the sector, and the årsverk by year."""

    eier: Plan | Planstrategi
    felt: tuple[Step, ...]
    sektor: str | None
    aarsverk: Mapping[int, int | float]
    er_over: bool = False


def ressurser(register: Register, strategi: Planstrategi) -> Iterator[Ressurs]:
    """Yield what a planstrategi sets aside for each plan, then for its other work; only where it says how much."""
    for plan in register.planer.values():
        decision = plan.beslutninger.get(strategi.id)
        if decision and decision.aarsverk:
            over = register.status(plan) in STOPPED or is_gjennomfoert(register, plan, strategi, decision)
            felt = ("beslutninger", strategi.id, "årsverk")
            yield Ressurs(plan, felt, decision.ansvarlig or plan.ansvarlig, decision.aarsverk, over)
    for at, task in enumerate(strategi.oppgaver):
        if task.aarsverk:
            yield Ressurs(strategi, ("oppgaver", at, "årsverk"), task.ansvarlig, task.aarsverk)


def total(numbers: Iterable[float]) -> int | float:
    """Add numbers as people do: 0.1 and 0.2 are 0.3; a whole sum has no decimals."""
    exact = sum((Decimal(str(number)) for number in numbers), Decimal(0))
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def sum_by_year(found: Iterable[Mapping[int, int | float]]) -> dict[int, int | float]:
    """Add amounts year by year, the first year first."""
    amounts = list(found)
    years = sorted({year for one in amounts for year in one})
    return {year: total(one[year] for one in amounts if year in one) for year in years}


def capacity_by_year(strategi: Planstrategi) -> dict[str, Mapping[int, int | float]]:
    """Give the årsverk that sectors have for planning each year, where the planstrategi says it in that way."""
    return {id_: found for id_, found in strategi.kapasitet.items() if isinstance(found, dict)}


def capacity_at_once(strategi: Planstrategi) -> dict[str, int | float]:
    """Give how many works sectors have capacity for at the same time, where the planstrategi says it in that way."""
    return {id_: found for id_, found in strategi.kapasitet.items() if not isinstance(found, dict)}
