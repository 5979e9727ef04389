"""`planlint bekreft`: which plans' files change when a planner confirms that they still follow up a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.edit.bekreft import bekreft
from planlint.edit.error import EditError
from planlint.register.avsluttet import avsluttet, etterfoelgere, utgaatt
from planlint.register.avtrykk import kjerne, merke
from planlint.register.bekreftelse import MENING
from planlint.system.one_entity import one_entity
from planlint.system.system import UsageError

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Maal, Plan
    from planlint.register.register import Register
    from planlint.system.system import System

_WORDS = {"plan": "en plan", "maal": "et mål"}
_FIRST = "Kjør planlint check og rett det først."


class Fil(NamedTuple):
    """A plan's file as it shall be; `ny` is None where it says so already."""

    plan: Plan
    ny: bytes | None


def _meant(system: System, register: Register, kind: str, id_: str) -> str:
    """Give the id of a plan or goal that is there. Raises UsageError when it is not, or is of the other kind."""
    others = [other for other in ("plan", "maal") if other != kind and id_ in register.entities[other]]
    if others and id_ not in register.entities[kind] and (kind, id_) not in register.opaque:
        message = f"{id_} er ikke {_WORDS[kind]}. Skriv planen først og målet etterpå: planlint bekreft PLAN MÅL."
        raise UsageError(message)
    return one_entity(system, id_, kind).id


def finn_maal(system: System, register: Register, id_: str) -> Maal:
    """Give the goal to confirm. Raises UsageError when it is unknown, at fault or no longer applies."""
    maal = register.maal[_meant(system, register, "maal", id_)]
    if faults := sorted(system.broken.get(maal.entity, frozenset()) & MENING):
        message = f"Målet {id_} har feil i {faults[0]}. {_FIRST}"
        raise UsageError(message)
    if ended := utgaatt(register, maal):
        heirs = etterfoelgere(register, maal, ())
        instead = f"Bytt det ut med {' eller '.join(heirs)}, som fører målet videre." if heirs else "Bytt det ut."
        message = f"Målet {id_} gjelder ikke lenger: planen {ended.id} er {avsluttet(register, ended)}. {instead}"
        raise UsageError(message)
    return maal


def finn_plan(system: System, register: Register, id_: str, maal: Maal) -> Plan:
    """Give the plan to confirm. Raises UsageError when it is unknown, at fault or not anchored in the goal."""
    plan = register.planer[_meant(system, register, "plan", id_)]
    if "forankring" in system.loaded.broken.get(plan.entity, frozenset()):
        message = f"Planen {id_} har feil i forankring. {_FIRST}"
        raise UsageError(message)
    goals = [anchor.maal for anchor in plan.forankring if anchor.maal]
    if maal.id not in goals:
        rest = f"Den er forankret i {', '.join(goals)}." if goals else "Den er ikke forankret i noe mål."
        message = f"Planen {id_} er ikke forankret i målet {maal.id}. {rest}"
        raise UsageError(message)
    return plan


def alle_til(register: Register, maal: Maal) -> list[Plan]:
    """Give the plans in force or under work that are anchored in a goal. Raises UsageError when there are none."""
    plans = {plan.id: plan for plan in register.forankret_i(maal) if register.aktiv(plan)}
    found = [plan for plan in plans.values() if any(anchor.maal == maal.id for anchor in plan.forankring)]
    if not found:
        message = f"Ingen plan i kraft eller under arbeid er forankret i målet {maal.id}."
        raise UsageError(message)
    return found


def bekreft_filer(system: System, plans: list[Plan], maal: Maal, day: date) -> list[Fil]:
    """Give the new text of each plan's file; all of them or, by UsageError, none."""
    files = []
    for plan in plans:
        raw = system.contents[plan.file]
        try:
            new = bekreft(raw if isinstance(raw, bytes) else b"", maal.id, day.isoformat(), merke(kjerne(maal)))
        except EditError as error:
            message = f'{plan.file}: {error}: bekreftet: {day.isoformat()}, avtrykk: "{merke(kjerne(maal))}"'
            raise UsageError(message) from None
        files.append(Fil(plan, None if new == raw else new))
    return files
