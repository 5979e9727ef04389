"""Medvirkning: the drafts of a plan, the input to them, how it was answered, and what is not recorded.

A draft is a goal that somebody proposed in the work on a plan (`utkast`); what became of it stands in `blir`. Nothing
here says that there was no input: what is not recorded is not known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from planlint.model import HOERING, NOT_VEDTATT, VEDTAK_IN_EARNEST
from planlint.register.avsluttet import ending_of
from planlint.register.dekning import plan_order
from planlint.text import (
    FORSLAG_UTFALL_NAMES,
    OLD_GOAL_NAMES,
    USIKKER_UTFALL_NAMES,
    UTFALL_NAMES,
    alphabetical,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planlint.model import Blir, Hendelse, Innspill, Maal, Plan, Svar
    from planlint.register.register import Register

T = TypeVar("T")
HEARD = "høring"
"""The arena of what comes in while a proposal is on høring."""
_NEEDS_REASON = frozenset(("avvist", "delvis"))


@dataclass(frozen=True, slots=True)
class Medvirkning:
    """The drafts and the input of a register: what concerns each goal or draft, what each plan has, what became what.

    `om_maal` and `fra_utkast` are by the id of a goal or a draft, `utkast` and `innspill` by the id of a plan.
    """

    om_maal: Mapping[str, tuple[Innspill, ...]]
    fra_utkast: Mapping[str, tuple[tuple[Maal, Blir], ...]]
    utkast: Mapping[str, tuple[Maal, ...]]
    innspill: Mapping[str, tuple[Innspill, ...]]


_found: WeakKeyDictionary[Register, Medvirkning] = WeakKeyDictionary()


def medvirkning(register: Register) -> Medvirkning:
    """Give the drafts and the input of a register; gathered once for each register."""
    if register not in _found:
        _found[register] = _gather(register)
    return _found[register]


def _gather(register: Register) -> Medvirkning:
    about: dict[str, list[Innspill]] = defaultdict(list)
    of_plan: dict[str, list[Innspill]] = defaultdict(list)
    for item in sorted(register.innspill.values(), key=input_place):
        goals = [maal for id_ in item.maal if (maal := register.find_maal(id_))]
        for id_ in dict.fromkeys(maal.id for maal in goals):
            about[id_].append(item)
        plans = [register.find_plan(id_) for id_ in (item.plan, *(maal.plan for maal in goals))]
        for id_ in dict.fromkeys(plan.id for plan in plans if plan):
            of_plan[id_].append(item)
    drafts: dict[str, list[Maal]] = defaultdict(list)
    became: dict[str, list[tuple[Maal, Blir]]] = defaultdict(list)
    for draft in sorted(register.utkast.values(), key=lambda draft: plan_order(register, draft)):
        if plan := register.find_plan(draft.plan):
            drafts[plan.id].append(draft)
        for blir in draft.blir:
            if maal := register.find_maal(blir.maal):
                became[maal.id].append((draft, blir))
    return Medvirkning(_fixed(about), _fixed(became), _fixed(drafts), _fixed(of_plan))


def _fixed(found: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {id_: tuple(items) for id_, items in found.items()}


def input_place(item: Innspill) -> tuple[str, str, str]:
    """Sort input as the municipality numbers it; what has no number comes first, by title."""
    return alphabetical(item.nummer or ""), alphabetical(item.tittel), item.id


def last_vedtak(register: Register, plan: Plan) -> Hendelse | None:
    """Give the newest adoption of a plan in earnest by today; None where the register shows none."""
    return register.last_event(plan, *VEDTAK_IN_EARNEST)


def is_settled(register: Register, plan: Plan) -> bool:
    """Tell whether the work that drafts were made in has come to an adoption, and nobody is at work anew."""
    return last_vedtak(register, plan) is not None and not register.is_under_arbeid(plan)


def is_decided(register: Register, plan: Plan) -> bool:
    """Tell whether a plan has been adopted, or has ended without: then its drafts have become what they became."""
    return last_vedtak(register, plan) is not None or ending_of(register, plan) is not None


def draft_above(register: Register, maal: Maal) -> Maal | None:
    """Give the draft that an adopted goal stands under, where it is sure that it is none: PL208 tells of it.

    A draft of which it is known what it became, or one for the next edition of the goal's own plan. An open draft of an
    adopted plan is for PL412; one of another plan in the making may yet be adopted.
    """
    over, plan = register.find_maal(maal.overordnet), register.find_plan(maal.plan)
    if over is None or not over.utkast or maal.utkast or not plan or register.is_in_ring(maal):
        return None
    if register.status(plan) in NOT_VEDTATT:
        return None
    is_next = register.find_plan(over.plan) is plan and not is_settled(register, plan)
    return over if over.blir or is_next else None


def outcome_name(register: Register, maal: Maal, blir: Blir) -> str:
    """Give the words for what became of a draft, as a msgid: «Trolig …» where no source says it.

    Before its plan is adopted, nothing is: then it is told what became of it in the proposal. Of a goal that was
    adopted, it is told whether it is carried on.
    """
    if not maal.utkast:
        return OLD_GOAL_NAMES.get(blir.utfall, UTFALL_NAMES[blir.utfall])
    plan, became = register.find_plan(maal.plan), register.find_maal(blir.maal)
    if (became and became.utkast) or (plan and not is_decided(register, plan)):
        return FORSLAG_UTFALL_NAMES[blir.utfall]
    return (USIKKER_UTFALL_NAMES if blir.usikker else UTFALL_NAMES)[blir.utfall]


class OldGoal(NamedTuple):
    """A goal of a plan that another replaces: the goals and drafts of the new one that carry it on, as far as known.

    `dropped` is what the goal's own file says of its not being carried on; None where it says nothing.
    """

    maal: Maal
    heirs: tuple[Maal, ...]
    dropped: Blir | None

    @property
    def is_told(self) -> bool:
        """Whether the register shows what becomes of the goal."""
        return bool(self.heirs) or self.dropped is not None


def old_goals(register: Register, plan: Plan) -> list[OldGoal]:
    """Give the goals of the plans that a plan replaces, in the order of those plans, each with what becomes of it.

    A draft that became something else carries nothing on itself.
    """
    heirs: dict[str, list[Maal]] = defaultdict(list)
    mine = (maal for maal in register.every_maal.values() if register.find_plan(maal.plan) is plan)
    for maal in sorted((one for one in mine if not one.blir), key=lambda one: plan_order(register, one)):
        for id_ in maal.viderefoerer:
            if old := register.find_maal(id_):
                heirs[old.id].append(maal)
    found = []
    for former in (register.find_plan(id_) for id_ in plan.erstatter):
        goals = register.maal_of(former) if former else []
        for old in sorted(goals, key=lambda one: plan_order(register, one)):
            ended = next((blir for blir in old.blir if blir.utfall == "utgått"), None)
            found.append(OldGoal(old, tuple(heirs[old.id]), ended))
    return found


def goals_without_answer(register: Register, plan: Plan) -> list[Maal]:
    """Give the goals of the plans that a plan replaces, of which the register does not show whether they are kept."""
    return [old.maal for old in old_goals(register, plan) if not old.is_told]


def open_utkast(register: Register, plan: Plan) -> list[Maal]:
    """Give the drafts of a plan of which the register does not show what they became."""
    return [draft for draft in medvirkning(register).utkast.get(plan.id, ()) if not draft.blir]


def lacks_reason(svar: Svar) -> bool:
    """Tell whether an answer turns an input down, wholly or in part, and the register does not show why."""
    return svar.utfall in _NEEDS_REASON and not svar.begrunnelse


def may_be_before(item: Innspill, day: date) -> bool:
    """Tell whether an input came by a day, or may have: one without a date may."""
    return item.dato is None or item.dato.start <= day


def unanswered(register: Register, plan: Plan) -> list[Innspill]:
    """Give the input to a plan for which the register shows no answer."""
    return [item for item in medvirkning(register).innspill.get(plan.id, ()) if item.svar is None]


def ended_hearing(register: Register, plan: Plan) -> Hendelse | None:
    """Give the newest event of a høring that is over, by its own end or by an adoption after it; None for none."""
    events = register.hendelser(plan)
    heard = [at for at, event in enumerate(events) if event.hva in HOERING]
    if not heard:
        return None
    at = heard[-1]
    over = events[at].hva == "høring_slutt" or any(event.hva in VEDTAK_IN_EARNEST for event in events[at:])
    return events[at] if over else None


def told_number(register: Register, plan: Plan) -> int | None:
    """Give how much input the events of a plan say came in; None where none of them says so."""
    return next((e.innspill for e in reversed(register.hendelser(plan)) if e.innspill is not None), None)


def heard_input(register: Register, plan: Plan) -> list[Innspill]:
    """Give the input to a plan that came in a høring."""
    return [item for item in medvirkning(register).innspill.get(plan.id, ()) if item.arena == HEARD]
