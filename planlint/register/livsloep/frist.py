"""When a plan falls due: the end of its period, its next revision, and whether somebody has settled what happens then.

Read by the rules about dates, by the forecast and by the calendar, so that they all count alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import add_months, add_years, interval
from planlint.model import AVSLUTTEDE, BEGUN_ANEW, REVISES_OR_ENDS, STATUS_AFTER, VEDTAK, VEDTATTE, moved
from planlint.register.livsloep.valg import TERM
from planlint.register.once_each import once_each

if TYPE_CHECKING:
    from datetime import date

    from planlint.base import Step
    from planlint.model import Beslutning, Hendelse, Plan, Planstrategi, TidspunktValue
    from planlint.register.register import Register


class Frist(NamedTuple):
    """A plan's next revision: the last day for it, the place in its file, and the time as precisely as it is known."""

    dag: date
    felt: tuple[Step, ...]
    tid: TidspunktValue


def is_being_replaced(register: Register, plan: Plan) -> bool:
    """Tell whether a plan that is to replace this one is adopted, being made, or in the current planstrategi."""
    return any(
        register.is_vedtatt(new) or register.is_under_arbeid(new) or register.beslutning(new)
        for new in register.etterfoelgere(plan)
    )


def is_being_revised(register: Register, plan: Plan) -> bool:
    """Tell whether a plan is under revision, and something beside the word shows it.

    An event since the last adoption, a start in `arbeid` that has come (or an end within a term, where no start is
    told), or a source that says so; of a plan without any adoption on record PL401 asks for that.
    """
    if register.status(plan) != "under_revisjon":
        return False
    last = register.last_event(plan, *VEDTAK)
    begun = register.last_event(plan, *BEGUN_ANEW)
    if last is None or (begun and begun.dato.slutt >= last.dato.start):
        return True
    return _has_arbeid_since(register, plan, last.dato.start) or any(
        item.status == "under_revisjon" for item in plan.kilder
    )


def _has_arbeid_since(register: Register, plan: Plan, day: date) -> bool:
    """Tell whether `arbeid` shows work after a day: begun by today, or (without a start) over within a term."""
    start, end = (plan.arbeid.oppstart, plan.arbeid.ferdig) if plan.arbeid else (None, None)
    if start:
        return start.start <= register.today and (start.slutt > day or bool(end and end.slutt > day))
    return bool(end and end.slutt > day and end.start <= add_years(register.today, TERM))


def is_avgjort(register: Register, plan: Plan, valg: frozenset[str] | None = None) -> bool:
    """Tell whether it is settled what shall happen to a plan.

    It is shown to be under revision, the current planstrategi decided it (with one of `valg`, where given, or by
    putting it off to a time), or a plan that is to replace it is adopted, being made, or decided in the current one.
    Where the events of a planstrategi cannot be read, what it says may be decided: they are what is to be mended.
    """
    decision = register.beslutning(plan) or _unread(register, plan)
    if is_being_revised(register, plan) or (decision and _answers(decision, valg)):
        return True
    return is_being_replaced(register, plan)


def _unread(register: Register, plan: Plan) -> Beslutning | None:
    """Give what is said of a plan by a planstrategi of which nobody can read whether it is adopted."""
    unread = register.faulty("planstrategi", "hendelser") & plan.beslutninger.keys()
    return plan.beslutninger[max(unread)] if unread else None


def _answers(decision: Beslutning, valg: frozenset[str] | None) -> bool:
    put_off = decision.valg == "utsettes" and bool(decision.oppstart or decision.ferdig)
    return valg is None or put_off or not decision.every_valg.isdisjoint(valg)


def is_reversed(start: TidspunktValue | None, end: TidspunktValue | None) -> bool:
    """Tell whether a span ends before it begins, however inexactly its ends are known (what PL305 reports)."""
    return bool(start and end and end.slutt < start.start)


def period_end(register: Register, plan: Plan) -> TidspunktValue | None:
    """Give when the plan's period ends, as precisely as it is known; None when unknown, or reversed."""
    if plan.periode and is_reversed(plan.periode.fra, plan.periode.til):
        return None
    return register.period_end(plan)


def periodefrist(register: Register, plan: Plan) -> date | None:
    """Give the last day of the plan's period; None when unknown, or reversed and so without meaning."""
    end = period_end(register, plan)
    return end.slutt if end else None


def is_utloept(register: Register, plan: Plan) -> bool:
    """Tell whether the period of an adopted plan is over while nothing is settled (what PL301 reports)."""
    end = periodefrist(register, plan)
    return bool(end and end < register.today and register.is_vedtatt(plan) and not is_avgjort(register, plan))


def is_unadopted_past_period(register: Register, plan: Plan) -> bool:
    """Tell whether a plan that nothing shows to be adopted, nor to have ended, is made for a period that is over.

    Not where it is settled what shall happen to it. A plan without a documented status is for PL409, and one whose
    events show an adoption for PL402.
    """
    end, status = periodefrist(register, plan), register.status(plan)
    if not end or end >= register.today or status is None or status in AVSLUTTEDE or register.is_vedtatt(plan):
        return False
    return not (register.replaced_by(plan) or register.vedtak(plan) or is_avgjort(register, plan))


def is_varslet_revisjon(event: Hendelse) -> bool:
    """Tell whether an event announces a revision: the next decision, and never the one that made a plan apply."""
    return event.planlagt and event.hva == "revidert"


def is_before_its_day(register: Register, entity: Plan | Planstrategi, event: Hendelse) -> bool:
    """Tell whether a decision by which something is said to be adopted already lies ahead, and there is no other.

    Before `ajourført` the register is read as it was, and a later adoption is no fault.
    """
    described = register.plansystem.ajourfoert
    if described is not None and register.today < described:
        return False
    ahead = event.hva in VEDTAK and event.dato.start > register.today and not is_varslet_revisjon(event)
    return ahead and entity.status in VEDTATTE and register.last_event(entity, *VEDTAK) is None


def hiding_event(register: Register, plan: Plan) -> Hendelse | None:
    """Give the first event, dated after today and not told as announced, before which a plan's status means nothing.

    Nothing else dates the status, so no rule could judge the plan. None before `ajourført`, when the register is read
    as it was, and of a plan that is only planned.
    """
    described = register.plansystem.ajourfoert
    early = described is not None and register.today < described
    if early or plan.status in (None, "planlagt") or register.status(plan) is not None:
        return None
    ahead = (e for e in plan.hendelser if e.hva in STATUS_AFTER and not e.planlagt and e.dato.start > register.today)
    return min(ahead, key=lambda event: event.dato.start, default=None)


def event_place(plan: Plan | Planstrategi, event: Hendelse, felt: str) -> tuple[Step, ...]:
    """Give the place of a field of an event."""
    return ("hendelser", _positions(plan)[id(event)], felt)


_known: list[
    tuple[object, dict[int, int]]
] = []  # of the plan asked about last: a list of thousands is gone through once


def _positions(plan: Plan | Planstrategi) -> dict[int, int]:
    """Give where in its list each event of a plan stands, by identity: two may say the same."""
    if not _known or _known[0][0] is not plan.hendelser:
        _known[:] = [(plan.hendelser, {id(event): at for at, event in enumerate(plan.hendelser)})]
    return _known[0][1]


def end_place(register: Register, plan: Plan) -> tuple[Step, ...]:
    """Give the place that says when the period ends: the newest extension, else `periode`."""
    extended = [event for event in register.hendelser(plan) if event.hva == "forlenget" and event.til]
    return event_place(plan, extended[-1], "til") if extended else ("periode", "til")


def is_usikker(plan: Plan, felt: tuple[Step, ...]) -> bool:
    """Tell whether the source is in doubt of the time at a place in a plan: in its period, revision, work or events."""
    part = getattr(plan, str(felt[0]))
    part = part[int(felt[1])] if isinstance(part, tuple) else part
    return bool(part and part.usikker)


def rulleres(register: Register, plan: Plan) -> str | None:
    """Give how often the plan is to be revised: by its own word, else by its type's."""
    plantype = register.plantype(plan)
    own = plan.revisjon.rulleres if plan.revisjon else None
    return own or (plantype.rulleres if plantype else None)


@once_each
def revisjonsfrist(register: Register, plan: Plan) -> Frist | None:
    """Give the plan's next revision: `neste` until a revision has answered it, else the interval since the last one.

    Inexact times are read to the plan's advantage: «2020» is due by 31 December 2020.
    """
    last = register.last_event(plan, *VEDTAK)
    neste = plan.revisjon.neste if plan.revisjon else None
    if neste and not (last and last.dato.slutt >= neste.start):
        return Frist(neste.slutt, ("revisjon", "neste"), neste)
    months = interval(rulleres(register, plan))
    if months and last:
        return Frist(add_months(last.dato.slutt, months), event_place(plan, last, "dato"), moved(last.dato, months))
    return None


def undocumented_revisjon(register: Register, plan: Plan) -> Frist | None:
    """Give the day in `revisjon.neste` that has passed, of a plan that was adopted and has no status.

    Whether the plan applies nobody knows; that nothing has come after the day is in the register. What the planstrategi
    has decided settles it.
    """
    if plan.status or not register.vedtak(plan) or is_avgjort(register, plan, REVISES_OR_ENDS):
        return None
    frist = revisjonsfrist(register, plan)
    return frist if frist and frist.felt[0] == "revisjon" and frist.dag < register.today else None


def revisjon_forfalt(register: Register, plan: Plan) -> Frist | None:
    """Give the revision of an adopted plan that should have been made and is not settled (what PL302 reports)."""
    if not register.is_vedtatt(plan) or is_utloept(register, plan) or is_avgjort(register, plan, REVISES_OR_ENDS):
        return None
    frist = revisjonsfrist(register, plan)
    return frist if frist and frist.dag < register.today else None
