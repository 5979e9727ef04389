"""Do we know it? The third of three questions about a plan: how well its status is documented, from when, by whom.

Not documented is never «no», and what a source said some years ago is not told as if it were seen today.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_months
from planlint.model import BEGUN_ANEW, STATUS_AFTER, UNDER_ARBEID, VEDTAK, VEDTAK_IN_EARNEST, WAITING, TidspunktValue
from planlint.register.once_each import once_each
from planlint.register.utsagn import published_on, read_utsagn
from planlint.register.utsagn_conflicts import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planlint.model import Hendelse, Kildehenvisning, Plan, Planstrategi
    from planlint.register.register import Register

FRESH_MONTHS = 12
"""So long is what somebody has seen told as it stands; after that, with the day it is from (as PL311 asks)."""


class Kunnskap(StrEnum):
    """How well a plan's status is known.

    - `DOKUMENTERT`: somebody has told it within the last year, and nobody doubts it.
    - `GAMMEL`: it is told, and the newest that tells anything of the plan is older than that.
    - `UDATERT`: it is told, and nothing dates it: the source has no day, and no event is known. Neither old nor new.
    - `USIKKER`: a source is itself in doubt about what the status rests on, or the sources disagree on the adoption.
    - `IKKE_DOKUMENTERT`: nothing tells what the plan is.
    """

    DOKUMENTERT = "dokumentert"
    GAMMEL = "gammel"
    UDATERT = "udatert"
    USIKKER = "usikker"
    IKKE_DOKUMENTERT = "ikke-dokumentert"


class Kunnskapsdag(NamedTuple):
    """The day that something is known from, and the source that tells it; no source: the register itself.

    `valgperiode`: of the planstrategi that the source was adopted as, where that dates it.
    """

    tid: TidspunktValue
    kilde: str | None = None
    valgperiode: str | None = None


class Tvil(StrEnum):
    """What is in doubt of all that a status rests on: the last event, the period, a source, what they agree on."""

    HENDELSE = "hendelse"
    PERIODE = "periode"
    KILDE = "kilde"
    STRID = "strid"


class Viten(NamedTuple):
    """What is known of a plan's status: how well, from when, and by which source (None: the register itself).

    `udatert` is a source without a date that the status rests on, where nothing else dates it.
    """

    slag: Kunnskap
    dag: Kunnskapsdag | None
    udatert: str | None = None

    @property
    def kilde(self) -> str | None:
        """The source."""
        return self.dag.kilde if self.dag else None


def _on(day: date) -> TidspunktValue:
    return TidspunktValue(day.isoformat(), day, day)


def _newest(days: Iterable[Kunnskapsdag]) -> Kunnskapsdag | None:
    return max(days, key=lambda day: (day.tid.slutt, day.tid.start, day.kilde or ""), default=None)


def _published(register: Register, cited: Iterable[Kildehenvisning]) -> list[Kunnskapsdag]:
    return [Kunnskapsdag(day, item.kilde) for item in cited if (day := published_on(register, item.kilde))]


def kunnskapsdag(register: Register, plan: Plan | Planstrategi) -> Kunnskapsdag | None:
    """Give the day that the knowledge of a plan (or planstrategi) is from: the only place that says so.

    The newest of the dated sources that the plan cites; where it cites no source at all, the day the register was
    brought up to date (a source without a date is not made new by the register's day). An event that has happened later
    than that shows that somebody knew of the plan then, and so does the day on which somebody went through it
    (`gjennomgått`). None: nothing dates it.
    """
    events = [Kunnskapsdag(event.dato, event.kilde) for event in register.hendelser(plan)]
    return _newest([*_published(register, plan.kilder), *events, *_gone_through(register, plan)])


def _gone_through(register: Register, plan: Plan | Planstrategi) -> Iterator[Kunnskapsdag]:
    """Yield the days on which somebody went through what a file says: the register's where it cites no source."""
    day = register.plansystem.ajourfoert
    if day and not plan.kilder:
        yield Kunnskapsdag(_on(day))
    seen = getattr(plan, "gjennomgaatt", None)  # plans have it, planstrategier not
    if seen and seen <= register.today:
        yield Kunnskapsdag(_on(seen))


def _statusdag(register: Register, plan: Plan) -> Kunnskapsdag | None:
    """Give the day that a passing status (work, a plan on hold) is known from: the newest that can have known of it.

    A source that came later without a word of it has not seen the work go on, and the adoption before a revision knows
    nothing of that. Else the planstrategi that an undated source was adopted as.
    """
    status = register.status(plan)
    if status not in UNDER_ARBEID | WAITING:
        return kunnskapsdag(register, plan)
    stated = [item for item in plan.kilder if item.status == status]
    cited = stated or [item for item in plan.kilder if item.status is None]
    events = [Kunnskapsdag(event.dato, event.kilde) for event in _telling(register, plan, status)]
    known = _newest([*_published(register, cited), *events, *_gone_through(register, plan)])
    return known or _newest(_in_planstrategi(register, plan, cited))


def _telling(register: Register, plan: Plan, status: str | None) -> list[Hendelse]:
    """Give the events that show a passing status: they give it, or begin the revision, after the last adoption."""
    last = register.last_event(plan, *VEDTAK)
    return [
        event
        for event in register.hendelser(plan)
        if (STATUS_AFTER.get(event.hva) == status or event.hva in BEGUN_ANEW)
        and (last is None or event.dato.slutt > last.dato.slutt)
    ]


def _in_planstrategi(register: Register, plan: Plan, cited: Iterable[Kildehenvisning]) -> Iterator[Kunnskapsdag]:
    """Yield the adoptions of planstrategier that decide on a plan and rest on a source that the plan has."""
    names = {item.kilde for item in cited}
    for strategi in (register.planstrategier[id_] for id_ in plan.beslutninger if id_ in register.planstrategier):
        if adopted := register.last_event(strategi, *VEDTAK_IN_EARNEST):
            told = strategi.valgperiode.replace("-", "–")
            yield from (Kunnskapsdag(adopted.dato, one.kilde, told) for one in strategi.kilder if one.kilde in names)


def undated_kilde(register: Register, plan: Plan) -> str | None:
    """Give the first source without a date: one that states the status, else any that can have known of it."""
    status = register.status(plan)
    cited = sorted(plan.kilder, key=lambda item: item.status != status)
    if status in UNDER_ARBEID | WAITING:
        cited = [item for item in cited if item.status in (status, None)]
    return next((item.kilde for item in cited if published_on(register, item.kilde) is None), None)


def status_event(register: Register, plan: Plan) -> Hendelse | None:
    """Give the last event that a plan's status rests on; a decision in words changes none."""
    return register.telling(plan)


@once_each
def tvil(register: Register, plan: Plan) -> tuple[Tvil, ...]:
    """Give what is in doubt of what a plan's status rests on, in the order of `Tvil`."""
    event = status_event(register, plan)
    found = {
        Tvil.HENDELSE: bool(event and event.usikker),
        Tvil.PERIODE: bool(plan.periode and plan.periode.usikker and plan.periode.til),
        Tvil.KILDE: any(item.usikker for item in plan.kilder),
        Tvil.STRID: any(conflicts(hva, groups) for hva, groups in read_utsagn(register, plan).items()),
    }
    return tuple(kind for kind, doubted in found.items() if doubted)


def is_old(register: Register, day: Kunnskapsdag | None) -> bool:
    """Tell whether so long has passed that what was known then must be told with its day."""
    return day is not None and add_months(day.tid.slutt, FRESH_MONTHS) < register.today


@once_each
def viten(register: Register, plan: Plan) -> Viten:
    """Give how well a plan's status is known on the register's day."""
    day = _statusdag(register, plan)
    undated = undated_kilde(register, plan) if day is None else None
    if register.status(plan) is None:
        kind = Kunnskap.IKKE_DOKUMENTERT
    elif tvil(register, plan):
        kind = Kunnskap.USIKKER
    elif day is None:
        kind = Kunnskap.UDATERT
    else:
        kind = Kunnskap.GAMMEL if is_old(register, day) else Kunnskap.DOKUMENTERT
    return Viten(kind, day, undated)
