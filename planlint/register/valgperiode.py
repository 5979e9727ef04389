"""A planstrategi and its valgperiode: on which day it is read, how it stands, and what it decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import VEDTAK_IN_EARNEST
from planlint.register.kunnskap import is_old, kunnskapsdag
from planlint.register.livsloep.valg import (
    TERM,
    at_latest,
    first_day,
    last_day,
    no_later,
    planstrategi_frist,
    valgaar,
    valgperiode_of,
)
from planlint.register.periodeplikt import sitting
from planlint.text import STATUS, alphabetical

if TYPE_CHECKING:
    from planlint.base import Message
    from planlint.model import Beslutning, Plan, Planstrategi
    from planlint.register.register import Register
    from planlint.text import Language

_LONGEST = 6
_YEARS = (1800, 2190)


@dataclass(frozen=True, slots=True)
class PlanstrategiVedtak:
    """What a planstrategi decided about a plan."""

    plan: Plan
    beslutning: Beslutning


def all_planstrategier(register: Register) -> list[Planstrategi]:
    """Give the planstrategier: the current one first, then the newest valgperiode."""
    current = register.planstrategi
    newest = sorted(register.planstrategier.values(), key=lambda one: (one.valgperiode, one.id), reverse=True)
    return sorted(newest, key=lambda one: one is not current)


def vedtak(register: Register) -> dict[str, list[PlanstrategiVedtak]]:
    """Give what each planstrategi decided, by its id, in the order of the plans' titles."""
    found: dict[str, list[PlanstrategiVedtak]] = defaultdict(list)
    for plan in sorted(register.planer.values(), key=lambda plan: (alphabetical(plan.tittel), plan.id)):
        for id_, beslutning in plan.beslutninger.items():
            if strategi := register.find("planstrategi", id_):
                found[strategi.id].append(PlanstrategiVedtak(plan, beslutning))
    return found


def _safe(strategi: Planstrategi) -> str:
    """Give the valgperiode with years that a calendar has, and not so many that nobody can read the table."""
    least, most = _YEARS
    first = min(max(int(strategi.valgperiode[:4]), least), most)
    return f"{first}-{min(max(int(strategi.valgperiode[5:]), least), first + _LONGEST)}"


def is_valgperiode_over(register: Register, strategi: Planstrategi) -> bool:
    """Tell whether the valgperiode is over."""
    return last_day(register.plansystem, _safe(strategi)) < register.today


def reading_day(register: Register, strategi: Planstrategi) -> date:
    """Give the day a planstrategi is read on: today, and the last day of its valgperiode for one that is past."""
    if strategi is register.planstrategi or not is_valgperiode_over(register, strategi):
        return register.today
    return last_day(register.plansystem, _safe(strategi))


def planning_span(register: Register, strategi: Planstrategi) -> tuple[date, date]:
    """Give the time planned for: from the council's first day, and the last year out."""
    term = _safe(strategi)
    return first_day(register.plansystem, term), date(int(term[5:]), 12, 31)


def frist(register: Register, strategi: Planstrategi) -> date:
    """Give the last day for adopting a planstrategi (pbl § 10-1)."""
    return planstrategi_frist(register.plansystem, int(_safe(strategi)[:4]))


def told_frist(register: Register, strategi: Planstrategi) -> date | Message:
    """Give that day as it may be told: «senest» where the council's first day is not declared."""
    return at_latest(register.plansystem, int(_safe(strategi)[:4]), frist(register, strategi))


def short_frist(register: Register, strategi: Planstrategi) -> date | Message:
    """Give that day as it may be told in a table."""
    return no_later(register.plansystem, int(_safe(strategi)[:4]), frist(register, strategi))


def stilling_of_strategi(register: Register, strategi: Planstrategi, lang: Language) -> str:
    """Give how a planstrategi stands, in a word or two."""
    if strategi is register.planstrategi:
        late = is_valgperiode_over(register, strategi)
        return lang.gettext(N_("Gjelder, valgperioden er over") if late else N_("Gjelder"))
    if register.last_event(strategi, *VEDTAK_IN_EARNEST):
        return lang.gettext(N_("Avløst av en nyere"))
    known, day = lang.gettext(STATUS.get(strategi.status, STATUS[None])), kunnskapsdag(register, strategi)
    if day is None or not strategi.status or not is_old(register, day):
        return known
    return lang.gettext("{status}, sist kjent fra {tid}").format(status=known, tid=lang.tidspunkt(day.tid))


def is_late(register: Register, strategi: Planstrategi) -> bool:
    """Tell whether a planstrategi should have been adopted by today, as far as its own file shows."""
    late = frist(register, strategi) < register.today and not is_valgperiode_over(register, strategi)
    return late and register.last_event(strategi, *VEDTAK_IN_EARNEST) is None


def next_valgperiode(register: Register) -> str:
    """Give the valgperiode of the planstrategi that is next to be made.

    That of the council that sits, until the year that the law gives it is over or one is adopted for it (pbl § 10-1);
    after that, the next council's.
    """
    year = sitting(register)
    of_term = (one for one in register.planstrategier.values() if valgaar(int(_safe(one)[:4])) == year)
    is_adopted = any(register.last_event(one, *VEDTAK_IN_EARNEST) for one in of_term)
    is_past = planstrategi_frist(register.plansystem, year) < register.today
    return valgperiode_of(year + TERM if is_adopted or is_past else year)


def vedtatt_text(register: Register, strategi: Planstrategi, lang: Language) -> str:
    """Give when and by whom a planstrategi was adopted; "" when nobody says so."""
    event = register.last_event(strategi, *VEDTAK_IN_EARNEST)
    if event is None:
        return ""
    organ = register.plansystem.organer.get(event.organ or "")
    sak = lang.gettext("sak {sak}").format(sak=event.sak) if event.sak else ""
    return ", ".join(
        part for part in (lang.tidspunkt(event.dato, usikker=event.usikker), organ.navn if organ else "", sak) if part
    )
