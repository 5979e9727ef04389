"""Days in a plan that cannot be right beside each other, or that no register can know of."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_years
from planlint.model import NOT_VEDTATT
from planlint.register.livsloep.frist import hiding_event, is_before_its_day, is_reversed, is_utloept
from planlint.register.livsloep.strategi import vedtaksdag
from planlint.register.livsloep.valg import TERM, first_day, last_day
from planlint.register.utsagn import published_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Step
    from planlint.model import Hendelse, Plan, TidspunktValue
    from planlint.register.register import Register

MOST_YEARS = 30
"""No planning reaches further ahead than this: a later year is a slip of the pen."""
EVENT_YEARS = 5
"""No decision or other event is announced longer ahead than this."""


class WrongTime(NamedTuple):
    """A time that cannot be right: where it stands, which text fits, the time, and the one that it goes against."""

    path: tuple[Step, ...]
    variant: str
    dato: TidspunktValue
    mot: TidspunktValue | date | None = None


def _revision(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Give the next revision that comes before what is to be revised, at most once."""
    neste = plan.revisjon and plan.revisjon.neste
    if not neste:
        return
    path, adopted = ("revisjon", "neste"), register.vedtak(plan)
    begins = plan.periode and plan.periode.fra
    if begins and neste.slutt < begins.start and not _is_wrong_itself(plan):
        yield WrongTime(path, "neste_periode", neste, begins)
    elif adopted and neste.slutt < adopted[-1].dato.start:
        yield WrongTime(path, "neste_vedtak", neste, adopted[-1].dato)
    elif not adopted and register.status(plan) in NOT_VEDTATT and neste.slutt < register.today:
        yield WrongTime(path, "neste_uvedtatt", neste, register.today)


def _is_wrong_itself(plan: Plan) -> bool:
    """Tell whether a period is turned round (PL305), or lasts a day: then nothing else goes by it."""
    til, fra = (plan.periode.til, plan.periode.fra) if plan.periode else (None, None)
    return is_one_day(plan) or bool(fra and til and til.slutt < fra.start)


def is_one_day(plan: Plan) -> bool:
    """Tell whether a plan's period is said to last from a day to the same day."""
    til, fra = (plan.periode.til, plan.periode.fra) if plan.periode else (None, None)
    return bool(fra and til and fra.is_day and til.is_day and fra.start == til.start)


def _period(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Give the end of a period that lasts a day, or that is over before the plan was, or can be, adopted."""
    til, fra = (plan.periode.til, plan.periode.fra) if plan.periode else (None, None)
    if not til:
        return
    path, adopted = ("periode", "til"), register.vedtak(plan)
    if is_one_day(plan):
        yield WrongTime(path, "en_dag", til)
    elif fra and til.slutt < fra.start:
        return  # PL305
    elif adopted and til.slutt < adopted[0].dato.start:
        if not is_utloept(register, plan):  # else PL301 says that it was not updated when the plan was adopted
            yield WrongTime(path, "over_foer_vedtak", til, adopted[0].dato)
    elif not adopted and register.status(plan) in NOT_VEDTATT and (begun := _begun(plan)) and til.slutt < begun.start:
        yield WrongTime(path, "over_foer_arbeid", til, begun)
    elif not adopted and (told := _told_before(register, plan)) and til.slutt < told.start:
        yield WrongTime(path, "over_foer_kilden", til, told)


def _begun(plan: Plan) -> TidspunktValue | None:
    """Give when the work began or is to begin, the first time that the file tells."""
    days = [event.dato for event in plan.hendelser]
    days += [plan.arbeid.oppstart] if plan.arbeid and plan.arbeid.oppstart else []
    return min(days, key=lambda day: day.start, default=None)


def _told_before(register: Register, plan: Plan) -> TidspunktValue | None:
    """Give when the newest source came out that says that the plan is planned, or is being made."""
    told = [published_on(register, item.kilde) for item in plan.kilder if item.status in NOT_VEDTATT]
    return max((day for day in told if day), key=lambda day: day.start, default=None)


def _is_told(register: Register, plan: Plan, event: Hendelse) -> bool:
    """Tell whether PL307 says of an event that it lies ahead."""
    return is_before_its_day(register, plan, event) or hiding_event(register, plan) is event


def _too_late(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Give what lies further ahead than anybody plans or announces."""
    known = max(register.today, register.plansystem.ajourfoert or register.today)
    last, soon = add_years(known, MOST_YEARS), add_years(known, EVENT_YEARS)
    for index, event in enumerate(plan.hendelser):
        if event.dato.start > soon and not _is_told(register, plan, event):
            yield WrongTime(("hendelser", index, "dato"), "hendelse", event.dato, register.today)
    times = [
        (("revisjon", "neste"), plan.revisjon and plan.revisjon.neste),
        (("arbeid", "oppstart"), plan.arbeid and plan.arbeid.oppstart),
        (("arbeid", "ferdig"), plan.arbeid and plan.arbeid.ferdig),
        (("periode", "fra"), plan.periode and not _is_wrong_itself(plan) and plan.periode.fra),
    ]
    yield from (WrongTime(path, "fjern", time, register.today) for path, time in times if time and time.start > last)


def _decided_too_late(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Give what a planstrategi is said to decide for a time more than a term after its own is over."""
    for name, decision in plan.beslutninger.items():
        if not (strategi := register.planstrategier.get(name)):
            continue
        over = last_day(register.plansystem, strategi.valgperiode)
        times = (("oppstart", decision.oppstart), ("ferdig", decision.ferdig))
        late = ((field, time) for field, time in times if time and time.start > add_years(over, TERM))
        for field, time in islice(late, 1):  # one decision, one finding: what ends after it begins too late is late too
            yield WrongTime(("beslutninger", name, field), "beslutning", time, over)


def _decided_too_early(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Give work that a planstrategi decides, and that was to be done more than a term before its own time begins.

    And before it was made: a slip in the years of the planstrategi is not told at each plan.
    """
    for name, decision in plan.beslutninger.items():
        strategi, ferdig = register.planstrategier.get(name), decision.ferdig
        if strategi is None or ferdig is None or is_reversed(decision.oppstart, ferdig):  # PL305
            continue
        begins = first_day(register.plansystem, strategi.valgperiode)
        if add_years(ferdig.slutt, TERM) < min(begins, vedtaksdag(register, strategi) or register.today):
            yield WrongTime(("beslutninger", name, "ferdig"), "beslutning_foer", ferdig, begins)


def _ordered_ahead(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Give work that is said to be ordered on a day that no register can know of yet."""
    known = max(register.today, register.plansystem.ajourfoert or register.today)
    for name, decision in plan.beslutninger.items():
        day = decision.bestilt and decision.bestilt.dato
        if day and day.start > known:
            yield WrongTime(("beslutninger", name, "bestilt", "dato"), "bestilt", day, register.today)


def wrong_times(register: Register, plan: Plan) -> Iterator[WrongTime]:
    """Yield the times in a plan that cannot be right, each with what it goes against.

    One after the day that is judged may be right on a later day: a look at the past is no reason to call it wrong, so
    what is only far ahead is measured from the day that the register describes, where that is later.
    """
    yield from _revision(register, plan)
    yield from _period(register, plan)
    yield from _too_late(register, plan)
    yield from _decided_too_late(register, plan)
    yield from _decided_too_early(register, plan)
    yield from _ordered_ahead(register, plan)
