"""Facts about a plan's period and its revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.case import Fakta, Sak, naar
from planlint.base.days import add_years
from planlint.model.ord import VEDTAK, VEDTAK_OG_FORLENGELSE
from planlint.register.livsloep.valg import TERM

if TYPE_CHECKING:
    from datetime import date


_OLD = 2 * TERM


def _ute(sak: Sak) -> date | None:
    return sak.slutt if sak.slutt and sak.slutt < sak.register.today else None


def periode_ute(sak: Sak) -> Fakta | None:
    """Tell when the period is over."""
    return {"slutt": _ute(sak)} if _ute(sak) else None


def periode_slutter(sak: Sak) -> Fakta | None:
    """Tell when the period ends before the end of the time planned for."""
    return {"slutt": sak.slutt} if sak.slutt and sak.register.today <= sak.slutt <= sak.tid.slutt else None


def fornyet(sak: Sak) -> Fakta | None:
    """Tell when the plan was adopted again or extended after its period, and got no new one."""
    event = sak.register.sist(sak.plan, *VEDTAK_OG_FORLENGELSE)
    end = _ute(sak)
    return {"dato": event.dato} if end and event and event.dato.start > end else None


def revisjon_forfalt(sak: Sak) -> Fakta | None:
    """Tell when the plan should have been revised."""
    return {"frist": sak.revisjon} if sak.revisjon and sak.revisjon < sak.register.today else None


def revisjon_kommer(sak: Sak) -> Fakta | None:
    """Tell when the plan is to be revised before the end of the time planned for."""
    return {"frist": sak.revisjon} if sak.revisjon and sak.revisjon >= sak.register.today else None


def varer(sak: Sak) -> Fakta | None:
    """Tell when an adopted plan's period lasts longer than the time planned for."""
    return {"slutt": sak.slutt} if sak.vedtatt and sak.slutt and sak.slutt > sak.tid.slutt else None


def _uten_tid(sak: Sak) -> bool:
    return sak.vedtatt and not sak.slutt and not sak.revisjon


def gammel(sak: Sak) -> Fakta | None:
    """Tell when an adopted plan has neither an end nor a revision, and is two terms old."""
    last = sak.register.sist(sak.plan, *VEDTAK)
    old = last is not None and last.dato.slutt < add_years(sak.tid.start, -_OLD)
    return {"dato": last.dato} if last and old and _uten_tid(sak) else None


def udatert(sak: Sak) -> Fakta | None:
    """Tell when an adopted plan has neither an end, a revision nor a day of adoption."""
    return naar(_uten_tid(sak) and not sak.register.sist(sak.plan, *VEDTAK))


def uten_frist(sak: Sak) -> Fakta | None:
    """Tell when nothing about an adopted plan is due in the time planned for, and no period says how long it lasts."""
    return naar(_uten_tid(sak) and gammel(sak) is None and udatert(sak) is None)
