"""Facts about a plan's period and its revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.case import Facts, PlanCase, facts_when
from planlint.base import QuotedTitle, add_years
from planlint.model import VEDTAK, VEDTAK_OR_FORLENGET
from planlint.register import TERM, rulleres

if TYPE_CHECKING:
    from planlint.model import TidspunktValue


_OLD = 2 * TERM


def _past_end(sak: PlanCase) -> TidspunktValue | None:
    return sak.slutt if sak.slutt and sak.slutt.slutt < sak.register.today else None


def period_past(sak: PlanCase) -> Facts | None:
    """Tell when the period is over."""
    return {"slutt": _past_end(sak)} if _past_end(sak) else None


def period_past_by_law(sak: PlanCase) -> Facts | None:
    """Tell when the period is over of a plan that a law asks for."""
    return period_past(sak) if sak.is_lovpaalagt else None


def yearly(sak: PlanCase) -> Facts | None:
    """Tell when a plan that is made anew each year should have been."""
    late = revisjon_forfalt(sak) or period_past(sak)
    return facts_when(late and sak.is_vedtatt and rulleres(sak.register, sak.plan) == "årlig")


def revision_in_doubt(sak: PlanCase) -> Facts | None:
    """Tell when the time of the revision, which is due, is doubted."""
    doubted = sak.plan.revisjon and sak.plan.revisjon.usikker
    return facts_when(doubted and (revisjon_forfalt(sak) or revision_coming(sak)))


def period_ends(sak: PlanCase) -> Facts | None:
    """Tell when the period ends before the end of the time planned for."""
    return {"slutt": sak.slutt} if sak.slutt and sak.register.today <= sak.slutt.slutt <= sak.tid.slutt else None


def used_since(sak: PlanCase) -> Facts | None:
    """Tell when a source that came after the end of the period says something of the plan."""
    end, known = _past_end(sak), sak.register.plansystem.kilder
    sources = dict.fromkeys(one.kilde for one in sak.plan.kilder)
    later = [
        kilde.tittel
        for kilde in (known.get(id_) for id_ in sources)
        if end and kilde and kilde.dato and kilde.dato.start > end.slutt
    ]
    return facts_when(later, kilder=[QuotedTitle(title) for title in later])


def renewed(sak: PlanCase) -> Facts | None:
    """Tell when the plan was adopted again or extended after its period, and got no new one."""
    event = sak.register.last_event(sak.plan, *VEDTAK_OR_FORLENGET)
    end = _past_end(sak)
    return {"dato": event.dato} if end and event and event.dato.start > end.slutt else None


def revisjon_forfalt(sak: PlanCase) -> Facts | None:
    """Tell when the plan should have been revised."""
    return {"frist": sak.revisjon.tid} if sak.revisjon and sak.revisjon.dag < sak.register.today else None


def revision_coming(sak: PlanCase) -> Facts | None:
    """Tell when the plan is to be revised before the end of the time planned for."""
    return {"frist": sak.revisjon.tid} if sak.revisjon and sak.revisjon.dag >= sak.register.today else None


def lasts(sak: PlanCase) -> Facts | None:
    """Tell when an adopted plan's period lasts longer than the time planned for."""
    return {"slutt": sak.slutt} if sak.is_vedtatt and sak.slutt and sak.slutt.slutt > sak.tid.slutt else None


def _has_no_time(sak: PlanCase) -> bool:
    return sak.is_vedtatt and not sak.slutt and not sak.revisjon


def old(sak: PlanCase) -> Facts | None:
    """Tell when an adopted plan has neither an end nor a revision, and is two terms old."""
    last = sak.register.last_event(sak.plan, *VEDTAK)
    old = last is not None and last.dato.slutt < add_years(sak.tid.start, -_OLD)
    return {"dato": last.dato} if last and old and _has_no_time(sak) else None


def undated(sak: PlanCase) -> Facts | None:
    """Tell when an adopted plan has neither an end, a revision nor a day of adoption."""
    return facts_when(_has_no_time(sak) and not sak.register.last_event(sak.plan, *VEDTAK))


def no_deadline(sak: PlanCase) -> Facts | None:
    """Tell when nothing about an adopted plan is due in the time planned for, and no period says how long it lasts."""
    return facts_when(_has_no_time(sak) and old(sak) is None and undated(sak) is None)
