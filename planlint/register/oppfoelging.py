"""What «followed up» means: what follows up each goal, and which plans reach the samfunnsdel.

There are two measures of it, and each function says which it uses:

- *in force* (`counts`, `direct_oppfoelging`, `followed_up(bare_i_kraft=True)`, `FulgtOpp`): what can be shown to a
  reader today. A plan counts while it is in force, a measure unless it is called off, put off, or its plan is not in
  force.
- *alive* (`is_alive`, `followed_up(bare_i_kraft=False)`): what somebody may still be expected to carry on with, so
  that a finding about a goal is worth its reader's time. A plan counts until something ends it, a measure until it is
  called off.

`oppfulgt` gives both as one answer, which PL207 and a comparison of two registers share.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import TILTAK_AT_REST, Maal
from planlint.register.forankring import is_forankret
from planlint.register.traad import follow_links, gjeldende_over, maal_over, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Indikator, Plan, Tiltak
    from planlint.register.register import Register


class FulgtOpp(StrEnum):
    """Whether a goal in force is followed up on the day; each has one, by what is in force.

    - `AV_PLAN`: a plan in force is anchored in the goal itself.
    - `AV_TILTAK`: no such plan, but a measure follows up the goal itself.
    - `UNDER`: nothing follows up the goal itself, but a plan or a measure follows up a goal below it.
    - `IKKE_DOKUMENTERT`: the register shows nothing that follows it up, and its type must be: «not documented», not
      «no». These, and no others, are the goals that nobody follows up in any table or count.
    - `KREVES_IKKE`: the same, and its type need not be.
    """

    AV_PLAN = "av-plan"
    AV_TILTAK = "av-tiltak"
    UNDER = "under"
    IKKE_DOKUMENTERT = "ikke-dokumentert"
    KREVES_IKKE = "kreves-ikke"


class Oppfulgt(StrEnum):
    """How a goal is followed up, itself or by a goal below it.

    - `I_KRAFT`: by something in force.
    - `HVILER`: by nothing in force, but by something that nobody has ended: past its period, or under work.
    - `INGEN`: by nothing. These, and no others, are the goals that PL207 may tell of.
    """

    I_KRAFT = "i-kraft"
    HVILER = "hviler"
    INGEN = "ingen"


class RoedTraad(StrEnum):
    """Whether a thread leads from a plan up to a goal of the samfunnsdel in force; each plan has one on each day.

    - `NAAR_FRAM`: it does, by way of what is in force.
    - `STOPPER`: the plan is anchored in something (`is_forankret`), and the thread from there does not reach.
    - `IKKE_DOKUMENTERT`: the register shows no anchor. The plan itself may name a goal: «not documented», not «no».
    - `KREVES_IKKE`: the samfunnsdel itself, knowledge, and what its type says shall have none, where it has none.
    """

    NAAR_FRAM = "når-fram"
    STOPPER = "stopper"
    IKKE_DOKUMENTERT = "ikke-dokumentert"
    KREVES_IKKE = "kreves-ikke"


class Oppfoelging(NamedTuple):
    """The ids of what follows up a goal, or several: as sets, so that nothing counts twice on its way up."""

    planer: frozenset[str] = frozenset()
    tiltak: frozenset[str] = frozenset()
    indikatorer: frozenset[str] = frozenset()

    @classmethod
    def together(cls, parts: Iterable[Oppfoelging]) -> Oppfoelging:
        """Give what is in one of several: gathered once, however many they are."""
        return cls(*(frozenset[str]().union(*sets) for sets in zip(*parts, strict=True)))

    @property
    def is_followed_up(self) -> bool:
        """Whether a plan or a measure does: an indicator measures a goal, and does not follow it up."""
        return bool(self.planer or self.tiltak)


def counts(register: Register, entity: Tiltak | Indikator) -> bool:
    """Tell whether a measure or an indicator counts: not called off or put off, and its plan, if any, in force."""
    plan = register.find_plan(entity.plan)
    return getattr(entity, "status", None) not in TILTAK_AT_REST and (plan is None or register.is_i_kraft(plan))


def _maal(register: Register, entity: Tiltak | Indikator) -> Iterator[Maal]:
    """Give the goals that a measure or an indicator names."""
    if counts(register, entity):
        yield from (maal for id_ in entity.maal if (maal := register.find_maal(id_)) and not maal.utkast)


def direct_oppfoelging(register: Register) -> dict[str, Oppfoelging]:
    """Give what follows up each goal itself, by the goal's id."""
    found: dict[str, tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for maal in register.maal.values():
        found[maal.id][0].update(plan.id for plan in register.anchored_in(maal) if register.is_i_kraft(plan))
    for tiltak in register.tiltak.values():
        for maal in _maal(register, tiltak):
            found[maal.id][1].add(tiltak.id)
    for indikator in register.indikatorer.values():
        for maal in _maal(register, indikator):
            found[maal.id][2].add(indikator.id)
    return {id_: Oppfoelging(*map(frozenset, sets)) for id_, sets in found.items()}


def is_alive(register: Register, plan: Plan) -> bool:
    """Tell whether a plan follows up what it is anchored in, or may: adopted, under work, or of a status nobody knows.

    One past its period does, until something is decided; one without a status may, and is reported by PL409.
    """
    return register.is_vedtatt(plan) or register.is_under_arbeid(plan) or register.has_unknown_status(plan)


def _lever_for(register: Register, maal: Maal) -> bool:
    """Tell whether a plan that is alive, or a measure that is not called off, follows up a goal itself."""
    plans = any(is_alive(register, plan) for plan in register.anchored_in(maal))
    return plans or any(tiltak.status != "avlyst" for tiltak in register.tiltak_of(maal))


def followed_up(register: Register, *, bare_i_kraft: bool) -> set[str]:
    """Give the ids of the goals that a plan or a measure follows up, themselves or by a goal below them.

    `bare_i_kraft` counts what is in force, on the way up too, as `coverage` does; without it, all that is alive
    counts, and whatever goal stands above is followed up too, as PL207 asks.
    """
    if not bare_i_kraft:
        return {maal.id for maal in maal_over(register, (m for m in register.maal.values() if _lever_for(register, m)))}

    def up(maal: Maal) -> list[Maal]:
        over = register.find_maal(maal.overordnet)
        return [over] if over and register.is_maal_i_kraft(over) else []

    followed = (register.maal[id_] for id_, what in direct_oppfoelging(register).items() if what.is_followed_up)
    return {maal.id for maal in follow_links([maal for maal in followed if register.is_maal_i_kraft(maal)], up)}


def oppfulgt(register: Register) -> dict[str, Oppfulgt]:
    """Give how each goal is followed up on the register's day, by the goal's id."""
    in_force, alive = followed_up(register, bare_i_kraft=True), followed_up(register, bare_i_kraft=False)
    resting = dict.fromkeys(alive, Oppfulgt.HVILER)
    return {**dict.fromkeys(register.maal, Oppfulgt.INGEN), **resting, **dict.fromkeys(in_force, Oppfulgt.I_KRAFT)}


def reaches_samfunnsdel(register: Register, plan: Plan) -> bool:
    """Tell whether a thread leads from a plan, by way of what is in force, to a goal of the samfunnsdel in force."""
    tops = {top.id for top in register.plans_with_rolle("samfunnsdel")}
    return any(isinstance(over, Maal) and over.plan in tops for over in gjeldende_over(register, plan))


def former_samfunnsdel(register: Register, plan: Plan, thread: RoedTraad) -> Plan | None:
    """Give the samfunnsdel, not in force, that a thread which stops leads to; None where it leads to none."""
    if thread is not RoedTraad.STOPPER:
        return None
    for step in upwards(register, plan):
        plantype = None if isinstance(step.node, Maal) else register.plantype(step.node)
        if plantype and plantype.rolle == "samfunnsdel" and not isinstance(step.node, Maal):
            return None if register.is_i_kraft(step.node) else step.node
    return None


def roed_traad(register: Register, plan: Plan) -> RoedTraad:
    """Give whether a thread leads from a plan up to the samfunnsdel on the register's day."""
    plantype = register.plantype(plan)
    if plantype and (plantype.rolle == "samfunnsdel" or plantype.kunnskapsgrunnlag):
        return RoedTraad.KREVES_IKKE
    if plantype and plantype.forankring == "ingen" and not is_forankret(plan):
        return RoedTraad.KREVES_IKKE
    if reaches_samfunnsdel(register, plan):
        return RoedTraad.NAAR_FRAM
    return RoedTraad.STOPPER if is_forankret(plan) else RoedTraad.IKKE_DOKUMENTERT
