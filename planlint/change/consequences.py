"""What a change leads to: two registers on one day, what follows. `diff`, `whatif` and a comment all ask this.

How a goal is followed up, itself or by a goal below it, is what `planlint.register.oppfulgt` says, as for PL207: by
what is in force, as in `coverage`; only by what is not; or by nothing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from planlint.change.consequence_model import Consequences, Ended, EndsSoon, InTime, Late, LawChange, Ref, Resting
from planlint.change.guesses import without_guesses
from planlint.change.losses import Losses, ref
from planlint.model import AVSLUTTEDE, WAITING, Enhet
from planlint.register import (
    ARBEID,
    FOUR_YEARS,
    INGEN,
    NO_BODY,
    NO_DATE,
    NOTED,
    OLD,
    OTHER_BODY,
    OTHER_TERM,
    PARTLY,
    RUN_OUT,
    UNSURE_TERM,
    YES,
    Oppfulgt,
    Overskredet,
    counts_on,
    gjeldende_krav,
    is_alive,
    is_others,
    oppfulgt,
    overskridelser,
    period_end,
    reaches_samfunnsdel,
    revisjonsfrist,
)
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from planlint.model import Maal, Plan, TidspunktValue
    from planlint.register import Register

E = TypeVar("E", bound=Enhet)
_RANK = (
    INGEN, ARBEID, NO_DATE, NO_BODY, OTHER_BODY, NOTED, RUN_OUT, OTHER_TERM, UNSURE_TERM, FOUR_YEARS, OLD, PARTLY, YES,
)  # fmt: skip
_SOON = timedelta(days=365)


def find_consequences(before: Register, after: Register) -> Consequences:
    """Give what a change leads to on the registers' day; ids are the new ones in both."""
    after = without_guesses(after, before)
    losses = Losses(before, after)
    lost, regained = _threads(before, after)
    goals = _goals(before, after, losses.goals)
    return Consequences(
        thread_lost=lost,
        thread_regained=regained,
        unfollowed=goals[Oppfulgt.INGEN],
        resting=tuple(_resting(after, goal) for goal in goals[Oppfulgt.HVILER]),
        followed=tuple(_resting(after, goal) for goal in goals[Oppfulgt.I_KRAFT]),
        promised=_to_come(before, after),
        unpromised=_to_come(after, before),
        orphans=_refs(losses.orphans()),
        law=tuple(_law(before, after)),
        begins=_refs(plan for plan in after.gjeldende() if not _in_force(before, plan)),
        ends=tuple(_ended(after, plan) for plan in _sorted(before.gjeldende()) if not _in_force(after, plan)),
        expires=tuple(_expires(before, after)),
        late=tuple(_late(before, after)),
        in_time=tuple(_in_time(before, after)),
        children=losses.children(),
        reanchor=losses.reanchor(),
        goals=losses.ended_goals(),
        measures=losses.measures(),
        challenges=losses.challenges(),
        posts=tuple(losses.posts()),
        others=losses.others(),
    )


def _sorted(entities: Iterable[E]) -> list[E]:
    return sorted(entities, key=lambda one: (one.kind, alphabetical(one.tittel), one.id))


def _refs(entities: Iterable[Enhet]) -> tuple[Ref, ...]:
    return tuple(ref(one) for one in _sorted(entities))


def _in_force(register: Register, plan: Plan) -> bool:
    there = register.planer.get(plan.id)
    return there is not None and register.is_i_kraft(there)


def _threads(before: Register, after: Register) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """Give the plans that reached a goal of the samfunnsdel in force and do so no longer, and the other way round."""
    both = [(before.planer[id_], plan) for id_, plan in after.planer.items() if id_ in before.planer]
    counted = [(old, new) for old, new in both if before.is_active(old) and after.is_active(new)]
    reached = [(new, reaches_samfunnsdel(before, old), reaches_samfunnsdel(after, new)) for old, new in counted]
    lost = _refs(plan for plan, was, now in reached if was and not now)
    return lost, _refs(plan for plan, was, now in reached if now and not was)


def _lowest(register: Register, goals: dict[str, Maal]) -> Iterator[Maal]:
    """Give those of some goals that have none of the others right below: the rest follows from these."""
    return (goal for goal in goals.values() if not any(under.id in goals for under in register.maal_below(goal)))


def _goals(before: Register, after: Register, lost: Container[str]) -> dict[Oppfulgt, tuple[Ref, ...]]:
    """Give the goals, in force both before and after, that are followed up in another way than before."""
    was, now = oppfulgt(before), oppfulgt(after)
    moved: dict[Oppfulgt, dict[str, Maal]] = {one: {} for one in Oppfulgt}
    for id_, maal in after.maal.items():
        old = before.maal.get(id_)
        if old is None or id_ in lost or was[id_] is now[id_]:
            continue
        if after.is_maal_i_kraft(maal) and before.is_maal_i_kraft(old):
            moved[now[id_]][id_] = maal
    return {one: _refs(_lowest(after, goals)) for one, goals in moved.items()}


def _to_come(before: Register, after: Register) -> tuple[Ref, ...]:
    """Give the goals in force on both sides that nothing follows up, and that a plan to come is now anchored in.

    The other way round: those that such a plan was anchored in.
    """
    was, now = oppfulgt(before), oppfulgt(after)
    bare = (after.maal[id_] for id_, how in now.items() if how is was.get(id_) is Oppfulgt.INGEN)
    found = (maal for maal in bare if after.is_maal_i_kraft(maal) and before.is_maal_i_kraft(before.maal[maal.id]))
    return _refs(maal for maal in found if _is_planned_for(after, maal) and not _is_planned_for(before, maal))


def _is_planned_for(register: Register, maal: Maal) -> bool:
    """Tell whether a plan that is planned or on hold is anchored in what is a goal in this register."""
    return any(register.status(plan) in WAITING for plan in register.anchored_in(register.maal[maal.id]))


def _resting(after: Register, goal: Ref) -> Resting:
    """Give a goal with the plans that follow it up themselves."""
    found = after.find_maal(goal.entity.partition("/")[2])
    plans = _sorted(plan for plan in after.anchored_in(found) if is_alive(after, plan)) if found else []
    return Resting(*goal, _refs(plans), tuple(_lacks(after, plan) for plan in plans))


def _lacks(after: Register, plan: Plan) -> str:
    """Give what keeps a plan that follows something up from doing so in force."""
    end = after.period_end(plan)
    if not after.is_vedtatt(plan):
        return "adoption"
    return "period" if end and end.slutt < after.today else ""


def _law(before: Register, after: Register) -> Iterator[LawChange]:
    """Give the provisions that are answered less or more than before; one that is not confirmed only if asked for.

    One that binds the municipality only after the change, or only before it, is no answer that has changed.
    """
    old = {item.bestemmelse.id: item for item in gjeldende_krav(before)}
    for new in gjeldende_krav(after):
        was, id_ = old.get(new.bestemmelse.id, new), new.bestemmelse.id
        if was.svar != new.svar and counts_on(after, id_, after.today):
            lost = _RANK.index(new.svar) < _RANK.index(was.svar)
            plans = was.planer if lost else new.planer
            yield LawChange(id_, was.svar, new.svar, _refs(plans), lost)


def _ended(after: Register, plan: Plan) -> Ended:
    """Give why a plan is in force no longer."""
    left = after.planer.get(plan.id)
    if left is None:
        return Ended(*ref(plan), "removed")
    name = ref(left)
    if new := after.replaced_by(left):
        return Ended(*name, "replaced", by=_refs(new), own=_is_own(after, left, new))
    end = after.period_end(left)
    if after.is_vedtatt(left) and end:
        return Ended(*name, "period", tid=end)
    return Ended(*name, "status", status=after.status(left))


def _is_own(after: Register, plan: Plan, new: Iterable[Plan]) -> bool:
    """Tell whether it is the municipality that ended a plan, as far as the register shows: not by another's decision.

    What another decides sets aside no plan that the municipality has adopted itself.
    """
    ended = after.last_event(plan, "opphevet") is not None
    return ended or is_others(after, plan) or not all(is_others(after, one) for one in new)


def _expires(before: Register, after: Register) -> Iterator[EndsSoon]:
    """Give the plans in force whose period now ends within a year, and did not end then before; not binding ones."""
    last = after.today + _SOON
    for plan in _sorted(after.gjeldende()):
        end = after.period_end(plan)
        old = before.planer.get(plan.id)
        if after.is_bindende(plan):
            continue
        if end and end.slutt <= last and not (old and before.is_i_kraft(old) and before.periodeslutt(old) == end.slutt):
            yield EndsSoon(ref(plan), end)


def _late(before: Register, after: Register) -> Iterator[Late]:
    """Give the plans on both sides that are past a deadline after, and were not past it before; by title.

    What no longer applies, or applies only now, is told as that.
    """
    both = [(before.planer[id_], plan) for id_, plan in after.planer.items() if id_ in before.planer]
    for old, new in sorted(both, key=lambda pair: (alphabetical(pair[1].tittel), pair[1].id)):
        if before.is_i_kraft(old) != after.is_i_kraft(new):
            continue
        were = {one.slag for one in overskridelser(before, old)}
        for one in overskridelser(after, new):
            if one.slag not in were:
                yield Late(ref(new), one.slag, one.tid)


def _in_time(before: Register, after: Register) -> Iterator[InTime]:
    """Give the plans that were past a deadline and are so no longer, by title: the new time, or how the plan has ended.

    What no longer applies is told as that. Of what applies only now, the period that was over is told of.
    """
    both = [(before.planer[id_], plan) for id_, plan in after.planer.items() if id_ in before.planer]
    for old, new in sorted(both, key=lambda pair: (alphabetical(pair[1].tittel), pair[1].id)):
        was, now = before.is_i_kraft(old), after.is_i_kraft(new)
        if was and not now:
            continue
        still = {one.slag for one in overskridelser(after, new)}
        for one in overskridelser(before, old):
            if one.slag not in still and (was is now or one.slag is Overskredet.PERIODE):
                yield _new_deadline(after, new, Late(ref(new), one.slag, one.tid))


def _new_deadline(after: Register, plan: Plan, late: Late) -> InTime:
    """Give what has come instead of a deadline that had passed."""
    if after.status(plan) in AVSLUTTEDE or after.replaced_by(plan):
        return InTime(*late, ended=_ended(after, plan))
    new = _deadline(after, plan, late.frist)
    return InTime(*late, ny=new if new and new.slutt >= after.today else None)


def _deadline(register: Register, plan: Plan, frist: Overskredet) -> TidspunktValue | None:
    """Give the time that a plan's deadline has in a register, where it is known by itself."""
    if frist is Overskredet.PERIODE:
        return period_end(register, plan)
    if frist is Overskredet.REVISJON:
        revision = revisjonsfrist(register, plan)
        return revision.tid if revision else None
    return plan.arbeid.ferdig if plan.arbeid and frist is Overskredet.ARBEID else None
