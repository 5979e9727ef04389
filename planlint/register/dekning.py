"""Coverage on a day: which goals are followed up, which plans reach the samfunnsdel, and the share of it all.

A goal is covered when a plan or a measure follows up the goal itself or one below it, as its type's `skal_følges_opp`
asks. Only what is in force is counted (`planlint.register.oppfoelging`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from planlint.register.once_each import once_each
from planlint.register.oppfoelging import (
    FulgtOpp,
    Oppfoelging,
    RoedTraad,
    direct_oppfoelging,
    former_samfunnsdel,
    roed_traad,
)
from planlint.register.plan_name import edition_year
from planlint.register.share import Share
from planlint.text import alphabetical

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planlint.model import Maal, Plan
    from planlint.register.register import Register


@dataclass(frozen=True, slots=True)
class MaalCoverage:
    """A goal in force: what follows up the goal itself, and what follows up the goals below it."""

    maal: Maal
    dybde: int
    skal: bool
    selv: Oppfoelging
    under: Oppfoelging

    @property
    def is_covered(self) -> bool:
        """Whether the goal, or one below it, is followed up."""
        return self.selv.is_followed_up or self.under.is_followed_up

    @property
    def fulgt_opp(self) -> FulgtOpp:
        """How the goal is followed up."""
        if self.selv.is_followed_up:
            return FulgtOpp.AV_PLAN if self.selv.planer else FulgtOpp.AV_TILTAK
        if self.under.is_followed_up:
            return FulgtOpp.UNDER
        return FulgtOpp.IKKE_DOKUMENTERT if self.skal else FulgtOpp.KREVES_IKKE


def coverage_share(rader: Iterable[MaalCoverage]) -> Share:
    """Give how many of the goals that must be followed up are."""
    due = [rad for rad in rader if rad.skal]
    return Share(sum(rad.is_covered for rad in due), len(due))


@dataclass(frozen=True, slots=True)
class Maalgruppe:
    """A goal that has none above it (a hovedmål, as a rule) with all goals below, and the title of its plan.

    `type` is the name of the goal's type, and `repeated` tells that its plan has another such goal with its number:
    what tells them apart there (a heading, as a rule), the register does not show.
    """

    plan: str
    rader: tuple[MaalCoverage, ...]
    type: str = ""
    repeated: bool = False


class PlanCoverage(NamedTuple):
    """A plan in force: whether it reaches a goal of the samfunnsdel in force, and how much it has to follow it up.

    `tiltak` and `indikatorer` are as many as the plan's page lists: what stands in it or is of one of its goals.

    `stopper_i` is the samfunnsdel that a thread which stops leads to: one that is not in force; `stopper_aar` is its
    year, where its title does not tell which edition it is.
    """

    plan: Plan
    roed_traad: RoedTraad
    tiltak: int
    indikatorer: int
    stopper_i: Plan | None = None
    stopper_aar: str = ""

    @property
    def has_traad(self) -> bool:
        """Whether it does."""
        return self.roed_traad is RoedTraad.NAAR_FRAM


@dataclass(frozen=True, slots=True)
class Dekning:
    """The coverage. `uleselige` counts files that cannot be read, and so may hide what follows up a goal.

    `ajourfoert` is the day that the register says it describes. `uforankret` are the plans in force or under work that
    can have a thread, and of which the register does not show what they are anchored in; those in force are in
    `planer`, too.
    """

    date: date
    kommune: str
    grupper: tuple[Maalgruppe, ...]
    planer: tuple[PlanCoverage, ...]
    uleselige: int = 0
    ajourfoert: dt.date | None = None
    uforankret: tuple[Plan, ...] = ()

    @property
    def maal(self) -> Share:
        """How many of all the goals that must be followed up are."""
        return coverage_share(rad for gruppe in self.grupper for rad in gruppe.rader)

    @property
    def roed_traad(self) -> Share:
        """How many of the plans reach the samfunnsdel."""
        return Share(sum(rad.has_traad for rad in self.planer), len(self.planer))

    @property
    def without_traad(self) -> list[PlanCoverage]:
        """The plans for which the register shows no thread to the samfunnsdel, or one that stops."""
        return [rad for rad in self.planer if not rad.has_traad]

    @property
    def unfollowed(self) -> list[Maal]:
        """The goals that must be followed up, and for which the register shows nothing that does."""
        rows = (rad for gruppe in self.grupper for rad in gruppe.rader)
        return [rad.maal for rad in rows if rad.fulgt_opp is FulgtOpp.IKKE_DOKUMENTERT]


def goal_order(register: Register, maal: Maal) -> tuple[int, str, str, str]:
    """Sort goals as a plan lists them: by type as declared, by number, the rest last.

    Those of one number stand by variant, as drafts have them, and then by title.
    """
    types = list(register.plansystem.maaltyper)
    place = types.index(maal.type) if maal.type in types else len(types)
    title = alphabetical(f"{maal.variant or ''} {maal.tittel}".strip()) if maal.nummer else ""
    return place, alphabetical(maal.nummer or "~"), title, alphabetical(maal.id)


_MOST_LEVELS = 20
"""So many levels of goals are put in order under each other: no plan has more, and a ring would have no end."""


def _over_in_plan(register: Register, maal: Maal) -> Maal | None:
    """Give what a goal stands under in its plan: what it says, else by its number, as 2.2 stands under 2."""
    over = register.find_maal(maal.overordnet)
    if over or "." not in (maal.nummer or ""):
        return over if over and over.plan == maal.plan else None
    parts = (maal.nummer or "").split(".")
    above = [".".join(parts[:count]) for count in range(1, len(parts))]
    others = (register.utkast if maal.utkast else register.maal).values()
    found = [one for one in others if one.plan == maal.plan and one.nummer in above]
    return min(found, key=lambda one: (-len(one.nummer or ""), goal_order(register, one)), default=None)


def plan_order(register: Register, maal: Maal) -> tuple[tuple[int, str, str, str], ...]:
    """Sort goals and drafts as a plan numbers them: each right after the one that it stands under."""
    above, seen = maal, {maal.id}
    places = [goal_order(register, maal)]
    while len(places) < _MOST_LEVELS and (over := _over_in_plan(register, above)):
        if over.id in seen:
            break
        seen.add(over.id)
        places.insert(0, goal_order(register, over))
        above = over
    return tuple(places)


def _coverages(
    register: Register, counted: Mapping[str, Oppfoelging], maal: Maal, dybde: int = 0
) -> tuple[list[MaalCoverage], Oppfoelging]:
    """Give a goal's row with those below it, and all that follows up any of them. One in a ring stands alone."""
    rows: list[MaalCoverage] = []
    parts: list[Oppfoelging] = []
    for child in sorted(register.maal_below(maal), key=lambda child: goal_order(register, child)):
        if register.is_maal_i_kraft(child) and not register.is_in_ring(child):
            more, found = _coverages(register, counted, child, dybde + 1)
            rows += more
            parts.append(found)
    below = Oppfoelging.together(parts)
    own, maaltype = counted.get(maal.id, Oppfoelging()), register.maaltype(maal)
    row = MaalCoverage(maal, dybde, bool(maaltype and maaltype.skal_foelges_opp), own, below)
    return [row, *rows], Oppfoelging.together((own, below))


def _groups(register: Register) -> list[Maalgruppe]:
    """Give the goals in force under those that have none in force above them; those of the samfunnsdel come first."""
    counted, top = direct_oppfoelging(register), {plan.id for plan in register.plans_with_rolle("samfunnsdel")}
    groups = []
    goals = register.maal.values()
    for maal in sorted(goals, key=lambda maal: (maal.plan not in top, maal.plan, goal_order(register, maal))):
        over = register.find_maal(maal.overordnet)
        if register.is_maal_i_kraft(maal) and (
            not over or not register.is_maal_i_kraft(over) or register.is_in_ring(maal)
        ):
            plan = register.find_plan(maal.plan)
            rows, _ = _coverages(register, counted, maal)
            maaltype = register.maaltype(maal)
            name = maaltype.navn if maaltype else maal.type
            groups.append(Maalgruppe(plan.tittel if plan else maal.plan, tuple(rows), name))
    numbers = Counter(_number(gruppe) for gruppe in groups if gruppe.rader[0].maal.nummer)
    return [replace(gruppe, repeated=numbers[_number(gruppe)] > 1) for gruppe in groups]


def _number(gruppe: Maalgruppe) -> tuple[str, str, str | None]:
    maal = gruppe.rader[0].maal
    return maal.plan, maal.type, maal.nummer


def _planer(register: Register) -> list[PlanCoverage]:
    """Give the plans in force that should or could have a thread up: not the samfunnsdel itself, nor knowledge."""
    threads = ((plan, roed_traad(register, plan)) for plan in register.gjeldende())
    return [
        PlanCoverage(
            plan,
            thread,
            len(register.tiltak_in(plan)),
            len(register.indikatorer_in(plan)),
            former,
            edition_year(register, former) if former else "",
        )
        for plan, thread in threads
        for former in [former_samfunnsdel(register, plan, thread)]
        if thread is not RoedTraad.KREVES_IKKE
    ]


def _uforankret(register: Register) -> list[Plan]:
    plans = (plan for plan in register.planer.values() if register.is_active(plan))
    return [plan for plan in plans if roed_traad(register, plan) is RoedTraad.IKKE_DOKUMENTERT]


@once_each
def fulgt_opp(register: Register) -> Mapping[str, FulgtOpp]:
    """Give how each goal in force is followed up, by the goal's id; asked for each goal, and gathered once."""
    return {rad.maal.id: rad.fulgt_opp for gruppe in measure_dekning(register).grupper for rad in gruppe.rader}


_measured: WeakKeyDictionary[Register, Dekning] = WeakKeyDictionary()


def measure_dekning(register: Register) -> Dekning:
    """Give the coverage of a plan system on the register's day; measured once for each register."""
    if register not in _measured:
        _measured[register] = Dekning(
            register.today,
            register.plansystem.kommune.navn,
            tuple(_groups(register)),
            tuple(_planer(register)),
            len(register.opaque),
            register.plansystem.ajourfoert,
            tuple(_uforankret(register)),
        )
    return _measured[register]
