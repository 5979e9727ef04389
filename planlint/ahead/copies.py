"""Changed copies of plans, for what-if: nothing that is given is altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import VEDTAK, Hendelse, parse

if TYPE_CHECKING:
    from planlint.model import Plan, Planstrategi
    from planlint.register import Register

_CASE = "forslag"  # the vote is taken to have its papers in order
_COUNCIL = "kommunestyret"


def vote(register: Register, plan: Plan, hva: str) -> Hendelse:
    """Give today's vote on a plan, by the first body that the plan's type names, else the first political one."""
    plantype, organer = register.plantype(plan), register.plansystem.organer
    political = [id_ for id_, organ in organer.items() if organ.politisk]
    organ = next(iter([*(plantype.vedtas_av if plantype else ()), *political]), None)
    fields = {"hva": hva, "dato": parse(register.today.isoformat()), "organ": organ, "sak": _CASE}
    return Hendelse.model_validate(fields)


def adopted(register: Register, plan: Plan) -> Plan:
    """Give a plan as adopted today (knowledge: noted); announced adoptions are what this one fulfils."""
    plantype = register.plantype(plan)
    hva = "til_orientering" if plantype and plantype.kunnskapsgrunnlag else "vedtatt"
    events = [event for event in plan.hendelser if not (event.planlagt and event.hva in VEDTAK)]
    made = any(event.hva in VEDTAK and event.dato.start == register.today for event in events)
    events += [] if made else [vote(register, plan, hva)]
    return plan.model_copy(update={"status": hva, "hendelser": tuple(events)})


def adopted_strategi(register: Register, strategi: Planstrategi) -> Planstrategi:
    """Give a planstrategi as adopted today by the council, whose matter it is (pbl § 10-1)."""
    events = [event for event in strategi.hendelser if not (event.planlagt and event.hva in VEDTAK)]
    organ = _COUNCIL if _COUNCIL in register.plansystem.organer else None
    fields = {"hva": "vedtatt", "dato": parse(register.today.isoformat()), "organ": organ, "sak": _CASE}
    return strategi.model_copy(update={"status": "vedtatt", "hendelser": (*events, Hendelse.model_validate(fields))})
