"""What the rules of law share: when a provision counts, whom it concerns, and what the register can show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planlint.base import Place
from planlint.law import bestemmelser
from planlint.model import AVSLUTTEDE, AVSLUTTET_WITH_TRACE, VEDTAK
from planlint.register.livsloep.frist import event_place
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from planlint.law import Bestemmelse
    from planlint.model import Hendelse, Organ, Plan, Plansystem, Plantype
    from planlint.register.register import Register

ActKind = Literal["samfunnsdel", "areal", "tema", "regulering", ""]
_COUNCIL = ("kommunestyre", "bystyre", "heradsstyre")
_CHAPTER = re.compile(r"(?:kapittel|kap\.?|§§?|pbl|loven)\s*1([12])\b", re.IGNORECASE)
# The provisions that make a plan a kommunedelplan; § 11-2 is also what other plans rest on.
_KOMMUNEDELPLAN = frozenset(("pbl-11-1", "pbl-11-13", "pbl-11-14", "pbl-11-15"))
OEKONOMIPLAN = ("koml-14-3", "koml-14-4")
YEARLY = 13
"""The months within which something yearly is taken to be in time, in every rule that counts them.

The acts say «hvert år», «årlig» or «én gang i året», and not twelve months: what was put forward in the middle of one
December and comes at the end of the next has been there each year. The rules give one month for that, and no more.
"""


def counts_on(register: Register, id_: str, day: date) -> bool:
    """Tell whether a provision counts on a day: it bound the municipality, in words that are confirmed.

    What is not confirmed counts where its pack is switched on.
    """
    provision = bestemmelser()[id_]
    words = provision.wording_on(day)
    if words is None or not is_binding(register, provision):
        return False
    return words.sikkerhet != "C" or "ubekreftet" in register.plansystem.regelpakker


def is_binding(register: Register, provision: Bestemmelse) -> bool:
    """Tell whether a provision binds this municipality: one that binds only some does where plansystem.yaml says so."""
    return not provision.betinget or provision.id in register.plansystem.betingede_krav


def is_by_kommunestyret(system: Plansystem, event: Hendelse) -> bool:
    """Tell whether the council decided, whatever it is called (bystyret); an unknown body counts as the council."""
    organ = system.organer.get(event.organ or "")
    return organ is None or is_council(event.organ or "", organ)


def is_council(id_: str, organ: Organ) -> bool:
    """Tell whether a body is the council, by its id or its name, whatever it is called."""
    return any(name in f"{id_} {organ.navn}".casefold() for name in _COUNCIL)


def types_with_rolle(system: Plansystem, rolle: str) -> list[str]:
    """Give the plan types that have a role in the law."""
    return [id_ for id_, plantype in system.plantyper.items() if plantype.rolle == rolle]


def types_with_hjemmel(system: Plansystem, *ids: str) -> list[str]:
    """Give the plan types that rest on one of these provisions."""
    return [id_ for id_, plantype in system.plantyper.items() if not set(ids).isdisjoint(plantype.hjemmel)]


def plans_of_type(register: Register, types: Iterable[str]) -> list[Plan]:
    """Give the plans of these types, whatever their status."""
    chosen = frozenset(types)
    return [plan for plan in register.planer.values() if plan.type in chosen]


def type_place(type_: str) -> Place:
    """Give the place where a plan type is declared: what is missing is mended by a plan of that type."""
    return Place(PLANSYSTEM, ("plantyper", type_), "key")


def demand_place(register: Register, plans: Sequence[Plan], types: Sequence[str]) -> tuple[str, Place]:
    """Give entity and place for what is too old or missing: the newest adoption, the type, or a plan never adopted."""
    newest = last_vedtatt(register, plans)
    if newest:
        plan, event = newest
        return plan.entity, Place(plan.file, event_place(plan, event, "dato"))
    if types:
        return "plansystem", type_place(types[0])
    return plans[0].entity, Place(plans[0].file, ("hjemmel",))


def can_be_missing(register: Register, plans: Iterable[Plan]) -> bool:
    """Tell whether the register can show that something is missing among the plans that could be it.

    It cannot where one of these has no status (`undocumented`), nor where `is_readable` says no.
    """
    found = list(plans)
    return is_readable(register, found) and not undocumented(register, found)


def is_readable(register: Register, plans: Iterable[Plan]) -> bool:
    """Tell whether all that could be among these plans can be read, and the register reaches back to this day.

    Not where a plan's file, type or hjemmel is unknown, where the status or events of one of these could not be read,
    or on a day before the adoption of one of them: then the register does not reach that far back. Nor where one has
    no status, but events that tell it (PL409): it may well meet what is asked for.
    """
    if register.is_missing("plan") or register.faulty("plan", "hjemmel") or register.has_undeclared_type:
        return False
    found = list(plans)
    told = {plan.id for plan in found if register.has_unknown_status(plan)} - {
        plan.id for plan in undocumented(register, found)
    }
    unread = (register.is_faulty(plan, felt) for plan in found for felt in ("status", "hendelser"))
    return not told and not any(unread) and not any(_later(register, plan) for plan in found)


def undocumented(register: Register, plans: Iterable[Plan]) -> list[Plan]:
    """Give those of the plans whose status nothing documents (PL409): nobody knows whether they meet a duty."""
    return [plan for plan in plans if register.has_unknown_status(plan) and register.status_by_events(plan) is None]


def is_lapsed(register: Register, plan: Plan) -> bool:
    """Tell whether a binding land-use plan has ended by its own word and by nobody's decision: then it still applies.

    False where what could have ended it cannot be read.
    """
    if not register.is_bindende(plan) or register.status(plan) not in AVSLUTTEDE - AVSLUTTET_WITH_TRACE:
        return False
    if register.is_missing("plan") or register.faulty("plan", "erstatter") or register.is_faulty(plan, "hendelser"):
        return False
    return not register.last_event(plan, "opphevet") and not register.replaced_by(plan)


def _later(register: Register, plan: Plan) -> bool:
    return any(
        event.hva in VEDTAK and not event.planlagt and event.dato.start > register.today for event in plan.hendelser
    )


def last_vedtatt(register: Register, plans: Iterable[Plan]) -> tuple[Plan, Hendelse] | None:
    """Give the plan that was adopted or revised last, and when; None when none was."""
    dated = [(adoptions[-1].dato.slutt, plan.id, plan, adoptions[-1]) for plan in plans
             if (adoptions := register.vedtak(plan))]  # fmt: skip
    return max(dated, key=lambda item: item[:2])[2:] if dated else None


def is_undated(register: Register, plans: Iterable[Plan]) -> bool:
    """Tell whether one of these plans is in force and nobody knows since when, so that it may be the newest (PL401)."""
    return any(register.is_i_kraft(plan) and not register.vedtak(plan) for plan in plans)


def plan_kind(plantype: Plantype) -> ActKind:
    """Give what a plan type is in the planning act, by role, hjemmel and prosess; "" where the act has no process.

    A temaplan or a strategy follows no process in the act, though it may well rest on § 11-2.
    """
    if plantype.rolle:
        return {"samfunnsdel": "samfunnsdel", "arealdel": "areal"}.get(plantype.rolle, "")  # type: ignore[return-value]
    told = {match[1] for match in _CHAPTER.finditer(plantype.prosess or "")}
    if plantype.bindende:
        told |= {id_[5] for id_ in plantype.hjemmel if id_.startswith(("pbl-11-", "pbl-12-"))}
        return "regulering" if "2" in told else "areal" if told else ""
    return "tema" if "1" in told or not _KOMMUNEDELPLAN.isdisjoint(plantype.hjemmel) else ""


def oekonomiplaner(register: Register) -> list[Plan]:
    """Give the økonomiplaner: by hjemmel; where nothing has it, the handlingsdel, which then has to be one."""
    return register.plans_with_hjemmel(*OEKONOMIPLAN) or plans_of_type(
        register, types_with_rolle(register.plansystem, "handlingsdel")
    )


def years_in_period(plan: Plan) -> int | None:
    """Give how many years a plan's period covers, begun ones counted; None when it is unknown or reversed."""
    periode = plan.periode
    if not periode or not periode.fra or not periode.til or periode.usikker or periode.til.slutt < periode.fra.start:
        return None
    return periode.til.slutt.year - periode.fra.start.year + 1
