"""`planlint bekreft`: which plans' files change when a planner confirms that they still follow up a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message, Ord, or_list
from planlint.edit.bekreft import bekreft
from planlint.edit.error import EditError
from planlint.register import MEANING, avtrykk_of, ending_of, etterfoelgere, goal_core, utgaatt
from planlint.system import UsageError, find_entity

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Maal, Plan
    from planlint.register import Register
    from planlint.system import System

_WORDS = {"plan": N_("en plan"), "maal": N_("et mål")}
# What a plan's status is called in a sentence, of those that end it.
ENDED_WORDS = (N_("erstattet"), N_("opphevet"), N_("utgått"), N_("foreldet"))
_FIRST = Message.of_text(N_("Kjør `planlint check` og rett det først."))


class PlanFile(NamedTuple):
    """A plan's file as it shall be; `ny` is None where it says so already."""

    plan: Plan
    ny: bytes | None


def _meant(system: System, register: Register, kind: str, id_: str) -> str:
    """Give the id of a plan or goal that is there. Raises UsageError when it is not, or is of the other kind."""
    others = [other for other in ("plan", "maal") if other != kind and id_ in register.entities[other]]
    if others and id_ not in register.entities[kind] and (kind, id_) not in register.opaque:
        text = N_("{id} er ikke {hva}. Skriv planen først og målet etterpå: `planlint bekreft PLAN MÅL`.")
        raise UsageError(text, id=id_, hva=_WORDS[kind])
    return find_entity(system, id_, kind).id


def find_maal(system: System, register: Register, id_: str) -> Maal:
    """Give the goal to confirm. Raises UsageError when it is unknown, at fault or no longer applies."""
    maal = register.every_maal[_meant(system, register, "maal", id_)]
    if faults := sorted(system.broken.get(maal.entity, frozenset()) & MEANING):
        raise UsageError(N_("Målet `{id}` har feil i {felt}."), _FIRST, id=id_, felt=faults[0])
    if ended := utgaatt(register, maal):
        heirs = etterfoelgere(register, maal, ())
        continued = N_("Bytt det ut med {arvinger}, som fører målet videre.")
        instead = Message.of_text(continued, arvinger=or_list(heirs)) if heirs else Message.of_text(N_("Bytt det ut."))
        text = N_("Målet `{id}` gjelder ikke lenger: planen `{plan}` er {status}.")
        raise UsageError(text, instead, id=id_, plan=ended.id, status=Ord(ending_of(register, ended) or ""))
    return maal


def find_plan(system: System, register: Register, id_: str, maal: Maal) -> Plan:
    """Give the plan to confirm. Raises UsageError when it is unknown, at fault or not anchored in the goal."""
    plan = register.planer[_meant(system, register, "plan", id_)]
    if "forankring" in system.loaded.broken.get(plan.entity, frozenset()):
        raise UsageError(N_("Planen `{id}` har feil i `forankring`."), _FIRST, id=id_)
    goals = [anchor.maal for anchor in plan.forankring if anchor.maal]
    if maal.id not in goals:
        there = Message.of_text(N_("Den er forankret i {maal}."), maal=", ".join(goals))
        rest = there if goals else Message.of_text(N_("Registeret viser ikke hvilket mål den er forankret i."))
        raise UsageError(N_("Planen `{id}` er ikke forankret i målet `{maal}`."), rest, id=id_, maal=maal.id)
    return plan


def anchored_plans(register: Register, maal: Maal) -> list[Plan]:
    """Give the plans in force or under work that are anchored in a goal. Raises UsageError when there are none."""
    plans = {plan.id: plan for plan in register.anchored_in(maal) if register.is_active(plan)}
    found = [plan for plan in plans.values() if any(anchor.maal == maal.id for anchor in plan.forankring)]
    if not found:
        raise UsageError(
            N_("Registeret viser ingen plan i kraft eller under arbeid som er forankret i målet `{id}`."), id=maal.id
        )
    return found


def bekreft_files(system: System, plans: list[Plan], maal: Maal, day: date) -> list[PlanFile]:
    """Give the new text of each plan's file; all of them or, by UsageError, none."""
    files = []
    for plan in plans:
        raw = system.contents[plan.file]
        try:
            new = bekreft(raw if isinstance(raw, bytes) else b"", maal.id, day.isoformat(), avtrykk_of(goal_core(maal)))
        except EditError as error:
            raise UsageError(
                N_("{fil}: {feil}: {linje}"),
                fil=plan.file,
                feil=error,
                linje=f'bekreftet: {day.isoformat()}, avtrykk: "{avtrykk_of(goal_core(maal))}"',
            ) from None
        files.append(PlanFile(plan, None if new == raw else new))
    return files
