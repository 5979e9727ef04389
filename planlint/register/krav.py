"""What a plan must state: of its adoption, and what its type asks for from a status on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import COURSE, HOERING

if TYPE_CHECKING:
    from planlint.model import Hendelse, Plan, Plantype
    from planlint.register.register import Register

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
VEDTAK_FIELDS = ("organ", "sak")
# What a plan type asks for that is told by an event: the first kind is the one to write.
HENDELSE_FIELDS = {
    "høring": HOERING,
    "offentliggjort": ("offentliggjort",),
    "oppstart": ("oppstart",),
    "planprogram": ("planprogram_fastsatt",),
}
# Every key that a plan can be asked for: when one of them is itself broken, the plan is not said to lack it.
PLAN_FIELDS = (
    "tittel", "type", "status", "sammendrag", "periode", "arbeid", "hendelser", "revisjon", "ansvarlig", "forankring",
    "utfordringer", "del_av", "bygger_på", "erstatter", "avgrenset_mot", "hjemmel", "lovpålagt", "tema", "målgruppe",
    "partnere", "bærekraftsmål", "beslutninger", "budsjett", "arealplan_id", "tidligere_id", "lenker", "gjennomgått",
    "kilder", "merknad",
)  # fmt: skip


def is_askable(name: str) -> bool:
    """Tell whether a plan can be asked for this."""
    return name in PLAN_FIELDS or name in VEDTAK_FIELDS or name in HENDELSE_FIELDS


def forfalt(plantype: Plantype, status: str) -> list[str]:
    """Give what a type asks for from this status on, in the order of plansystem.yaml."""
    # one on hold is asked for what a planned one is
    come = COURSE.get("planlagt" if status == "satt_på_vent" else status, 0)
    asked = [
        name
        for since, names in plantype.krav.items()
        if since == status or (since in COURSE and COURSE[since] <= come)
        for name in names
    ]
    return [name for name in dict.fromkeys(asked) if is_askable(name)]


def asked_as(register: Register, plan: Plan) -> tuple[str, ...]:
    """Give the statuses that a plan is asked for fields by: what is adopted is so while its revision is on hold."""
    status = register.status(plan)
    if status == "satt_på_vent" and register.is_vedtatt(plan):
        return (status, "vedtatt")
    return () if status is None else (status,)


def is_others(register: Register, plan: Plan) -> bool:
    """Tell whether another than the municipality decides a plan, by its type: a regional plan, one of the state's."""
    plantype = register.plantype(plan)
    return plantype is not None and plantype.is_others


def is_ansvarlig_needed(register: Register, plan: Plan) -> bool:
    """Tell whether a sector must be responsible for a plan: in force or under work, where sectors are declared.

    None of the municipality's is for a plan that another decides.
    """
    return bool(register.plansystem.sektorer) and register.is_active(plan) and not is_others(register, plan)


def lacks_field(register: Register, plan: Plan, name: str) -> bool:
    """Tell whether a plan lacks a field, or an event; of organ and sak, whether its newest adoption does."""
    if name in VEDTAK_FIELDS:
        adoptions = register.vedtak(plan)
        return bool(adoptions) and getattr(adoptions[-1], name) is None
    if name in HENDELSE_FIELDS:
        return register.last_event(plan, *HENDELSE_FIELDS[name]) is None
    return getattr(plan, name.translate(_ASCII)) in (None, (), {})


def lacking_fields(register: Register, plan: Plan, plantype: Plantype, status: str) -> list[str]:
    """Give what a plan would lack with a status, organ and case number aside: those come with the decision."""
    asked = [name for name in forfalt(plantype, status) if name not in VEDTAK_FIELDS]
    return [HENDELSE_FIELDS.get(name, (name,))[0] for name in asked if lacks_field(register, plan, name)]


def missing_in_vedtak(register: Register, plan: Plan, event: Hendelse) -> list[str]:
    """Give what an adoption should state and does not: `organ`, `sak`. What is only noted, need state neither."""
    return [] if event.hva == "til_orientering" else missing_in_decision(register, plan, event)


def missing_in_decision(register: Register, plan: Plan, event: Hendelse) -> list[str]:
    """Give what is lacking, `organ` or `sak`, to look up what was decided of a plan that is not knowledge.

    What another than the municipality decides, is not in the municipality's records.
    """
    plantype = register.plantype(plan)
    if plantype is None or plantype.kunnskapsgrunnlag or plantype.is_others:
        return []
    organ = register.plansystem.organer.get(event.organ or "")
    # a decision within the administration has no case number in a council's records
    political = not plantype.intern and (organ is None or organ.politisk)
    return ["organ"] * (event.organ is None) + ["sak"] * (event.sak is None and political)
