"""Facts about a plan's status, its successors, the work on it, and what the last planstrategi decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.case import Facts, PlanCase, facts_when
from planlint.base import N_, QuotedTitle, StatusCode
from planlint.model import ENDS_PLAN, GIVES_ARBEID, REMOVES_PLAN, UNDER_ARBEID, WAITING
from planlint.register import arbeid_over_frist, has_begun, is_gjennomfoert, is_old, periode, viten

if TYPE_CHECKING:
    from planlint.model import Beslutning, Plan, Planstrategi


_ONE_AT_A_TIME = frozenset(("samfunnsdel", "handlingsdel"))


def status_unknown(sak: PlanCase) -> Facts | None:
    """Tell when nothing documents the plan's status."""
    return facts_when(sak.register.has_unknown_status(sak.plan))


def _newer_edition(sak: PlanCase) -> Facts | None:
    """Tell when a later plan has the role that only one plan has at a time."""
    begins = sak.plan.periode and sak.plan.periode.fra
    if not begins or sak.rolle not in _ONE_AT_A_TIME:
        return None
    for other in sak.register.planer.values():
        later = other.periode and other.periode.fra and other.periode.fra.start > begins.start
        if later and other.type == sak.plan.type and sak.register.is_vedtatt(other):
            return {"tittel": other.tittel}
    return None


def avloest(sak: PlanCase) -> Facts | None:
    """Tell when an adopted plan has a later edition."""
    return _newer_edition(sak) if sak.is_vedtatt else None


def bypassed(sak: PlanCase) -> Facts | None:
    """Tell when a later edition of a plan that is not adopted itself is."""
    return None if sak.is_vedtatt else _newer_edition(sak)


def coming(sak: PlanCase) -> list[Plan]:
    """Give the plans that are to replace this one, and are not adopted yet."""
    return [new for new in sak.register.etterfoelgere(sak.plan) if not sak.register.is_vedtatt(new)]


def being_replaced(sak: PlanCase) -> Facts | None:
    """Tell when a plan that is not adopted yet is to replace this one."""
    titles = [QuotedTitle(new.tittel) for new in coming(sak)]
    return facts_when(titles, planer=titles)


def being_merged(sak: PlanCase) -> Facts | None:
    """Tell when one plan that is not adopted yet is to replace this one and others that still apply."""
    register, new = sak.register, next(iter(coming(sak)), None)
    found = (register.planer.get(id_) for id_ in (new.erstatter if new else ()))
    others = [QuotedTitle(old.tittel) for old in found if old and old.id != sak.plan.id and register.is_vedtatt(old)]
    return {"planer": [QuotedTitle(new.tittel)], "andre": others} if new and others else None


def _ugjort(sak: PlanCase) -> tuple[Planstrategi, Beslutning] | None:
    """Give the current planstrategi and its decision about an adopted plan, unless it is carried out."""
    strategi, decision = sak.register.planstrategi, sak.register.beslutning(sak.plan)
    if not strategi or not decision or not sak.is_vedtatt:
        return None
    ending = decision.valg in ENDS_PLAN
    return (strategi, decision) if ending or not is_gjennomfoert(sak.register, sak.plan, strategi, decision) else None


def to_be_ended(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi decided to end the plan, and it is not done."""
    found = _ugjort(sak)
    return {"periode": periode(found[0])} if found and found[1].valg in REMOVES_PLAN and not found[1].vilkaar else None


def to_be_ended_later(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi decided that an adopted plan shall end, but first on a condition."""
    strategi, decision = sak.register.planstrategi, sak.register.beslutning(sak.plan)
    if not strategi or not decision or not sak.is_vedtatt:
        return None
    told = [(decision.valg, decision.vilkaar), *((later.valg, later.vilkaar) for later in decision.deretter)]
    words = next((vilkaar for valg, vilkaar in told if valg in REMOVES_PLAN and vilkaar), None)
    return {"periode": periode(strategi), "vilkaar": words} if words else None


def _not_now(sak: PlanCase, valg: str) -> tuple[Planstrategi, Beslutning] | None:
    """Give the current planstrategi and its decision, where that is the choice and work has not begun."""
    strategi, decision = sak.register.planstrategi, sak.register.beslutning(sak.plan)
    if not strategi or not decision or decision.valg != valg or has_begun(sak.register, sak.plan):
        return None
    return None if is_gjennomfoert(sak.register, sak.plan, strategi, decision) else (strategi, decision)


def postponed(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi put off the work without saying until when."""
    found = _not_now(sak, "utsettes")
    return {"periode": periode(found[0])} if found and not found[1].oppstart else None


def postponed_to(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi put off the work until a time."""
    found = _not_now(sak, "utsettes")
    return {"periode": periode(found[0]), "tid": found[1].oppstart} if found and found[1].oppstart else None


def not_prioritised(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi did not give the work priority."""
    found = _not_now(sak, "ikke_prioritert")
    return {"periode": periode(found[0])} if found else None


def plikt_to_be_ended(sak: PlanCase) -> Facts | None:
    """Tell when the plan that was to end is the only one in force with its role in the law."""
    others = [plan for plan in sak.register.plans_with_rolle(sak.rolle) if plan is not sak.plan]
    return to_be_ended(sak) if sak.rolle and not others else None


def to_be_merged(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi decided to merge the plan into another, and it is not done."""
    found = _ugjort(sak)
    return {"periode": periode(found[0])} if found and found[1].valg == "slås_sammen" else None


def to_be_revised(sak: PlanCase) -> Facts | None:
    """Tell when the current planstrategi decided to revise the plan, and it is not done."""
    found = _ugjort(sak)
    return {"periode": periode(found[0])} if found and found[1].valg in GIVES_ARBEID else None


def put_off(sak: PlanCase) -> Facts | None:
    """Tell when the work is put off."""
    return facts_when(sak.register.status(sak.plan) == "satt_på_vent")


def told_before(sak: PlanCase) -> Facts | None:
    """Tell when all that is known of work that goes on, or is planned, was told more than a year ago."""
    status, day = sak.register.status(sak.plan), viten(sak.register, sak.plan).dag
    if status not in UNDER_ARBEID | WAITING or day is None or not is_old(sak.register, day):
        return None
    source = sak.register.plansystem.kilder.get(day.kilde or "")
    known = QuotedTitle(source.tittel) if source else N_("registeret")
    return {"status": StatusCode(status), "tid": day.tid, "kilde": known}


def under_revision(sak: PlanCase) -> Facts | None:
    """Tell when the plan is being revised, as far as anybody has told lately."""
    return facts_when(sak.register.status(sak.plan) == "under_revisjon" and not told_before(sak))


def forsinket(sak: PlanCase) -> Facts | None:
    """Tell when work that goes on, or was planned, should have been done: by its own word or the planstrategi's."""
    late = arbeid_over_frist(sak.register, sak.plan)
    return {"ferdig": late[0].tid} if late else None


def under_work(sak: PlanCase) -> Facts | None:
    """Tell when a plan that is not adopted is being made, as far as anybody has told lately."""
    at_work = sak.register.is_under_arbeid(sak.plan) and not sak.is_vedtatt
    return facts_when(at_work and not told_before(sak))


def planlagt(sak: PlanCase) -> Facts | None:
    """Tell when the plan is planned, and work has not begun."""
    return facts_when(sak.register.status(sak.plan) == "planlagt" and not told_before(sak))
