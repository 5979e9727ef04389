"""What is expected to come round: the steps of the wheels, and the revisions that follow upon the next one.

An expected time is reckoned from how often something comes; nobody has decided it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import interval
from planlint.model import moved
from planlint.register import (
    hjulsteg,
    is_avgjort,
    is_done_ahead,
    is_shown,
    plantyper_i_hjul,
    revisjonsfrist,
    rulleres,
    times_between,
    undocumented_steg,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.model import Plan, TidspunktValue
    from planlint.register import Register


class Expected(NamedTuple):
    """Something expected: its last day, of what plan or by what wheel, and the time before, where that has no trace.

    `vist` tells of a step whose time is over whether the register shows that it was done.
    """

    dag: date
    hva: str
    tittel: str
    plan: Plan | None = None
    hjul: str = ""
    tid: TidspunktValue | None = None
    organ: tuple[str, ...] = ()
    sektor: str = ""
    forrige: TidspunktValue | None = None
    vist: bool | None = None


def _steps(register: Register, first: date, last: date) -> Iterator[Expected]:
    bodies = register.plansystem.organer
    for one in hjulsteg(register):
        step = one.steg
        names = tuple(bodies[id_].navn for id_ in step.organ if id_ in bodies)
        before = undocumented_steg(register, one)
        for time in times_between(register, one, first.year, last.year):
            if is_done_ahead(register, one, time):
                continue
            late = before if before and before.slutt < time.start else None
            shown, whose = is_shown(register, one, time), step.ansvarlig or ""
            yield Expected(time.slutt, "steg", step.hva, None, one.hjul.navn, time, names, whose, late, shown)
            before = None if late else before  # it is the time before of the next one alone


def _later_dates(register: Register, plan: Plan, last: date) -> Iterator[Expected]:
    """Give the revisions that come after the next one, as far as the month of a day."""
    frist, months = revisjonsfrist(register, plan), interval(rulleres(register, plan))
    if not frist or not months:
        return
    late = frist.tid if frist.dag < register.today else None
    ahead = 12 * (last.year - frist.dag.year) + last.month - frist.dag.month
    for number in range(months, ahead + 1, months):
        before, time = late if number == months else None, moved(frist.tid, number)
        yield Expected(time.slutt, "rulleres", plan.tittel, plan, tid=time, forrige=before)


def find_expected(register: Register, first: date, last: date) -> Iterator[Expected]:
    """Give what is expected up to a day, from the year of another: steps, then revisions of adopted plans.

    A plan whose type a wheel tells the times of is left to the wheel; one that somebody has settled what shall happen
    to, to that.
    """
    yield from _steps(register, first, last)
    told = plantyper_i_hjul(register)
    for plan in register.planer.values():
        if plan.type not in told and register.is_vedtatt(plan) and not is_avgjort(register, plan):
            yield from _later_dates(register, plan, last)
