"""Is it past its deadline? The second of three questions about a plan: its period, its revision, the work on it.

One definition for the rules, the front page, the tables, `list` and `coverage`. What is settled (a revision under way,
a decision, a successor in the making) is not late by its period or its revision, but can be late by its work.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planlint.register.livsloep.arbeidsfrist import arbeid_over_frist, beslutning_over_frist
from planlint.register.livsloep.frist import is_utloept, period_end, revisjon_forfalt
from planlint.register.once_each import once_each

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Plan, TidspunktValue
    from planlint.register.register import Register


class Overskredet(StrEnum):
    """Which deadline has passed.

    - `PERIODE`: the period is over, and nothing shows what shall happen (PL301).
    - `REVISJON`: the next revision should have been made, and nothing shows it (PL302; by law PL605 and PL612).
    - `ARBEID`: the work should have been over, and goes on or has not begun (PL406).
    - `BESLUTNING`: the planstrategi decided a day for it to be done, and nothing shows that it is (PL505).
    - `OPPSTART`: the planstrategi decided when the work was to begin, and nothing shows that it has (PL505).
    """

    PERIODE = "periode"
    REVISJON = "revisjon"
    ARBEID = "arbeid"
    BESLUTNING = "beslutning"
    OPPSTART = "oppstart"


class Overskridelse(NamedTuple):
    """A deadline that a plan is past: which, its last day, and the time as precisely as the register knows it.

    `avloest` is the plan that it should have replaced by then, where the deadline is about that.
    """

    slag: Overskredet
    dag: date
    tid: TidspunktValue
    avloest: Plan | None = None


@once_each
def overskridelser(register: Register, plan: Plan) -> tuple[Overskridelse, ...]:
    """Give the deadlines that a plan is past on the register's day, in the order of `Overskredet`; none: it is not."""
    found = []
    end = period_end(register, plan)
    if end and is_utloept(register, plan):
        found.append(Overskridelse(Overskredet.PERIODE, end.slutt, end))
    if revision := revisjon_forfalt(register, plan):
        found.append(Overskridelse(Overskredet.REVISJON, revision.dag, revision.tid))
    if work := arbeid_over_frist(register, plan):
        eier = work[0].eier
        found.append(Overskridelse(Overskredet.ARBEID, work[0].tid.slutt, work[0].tid, None if eier is plan else eier))
    if decided := beslutning_over_frist(register, plan):
        kind = Overskredet.OPPSTART if decided.felt == "oppstart" else Overskredet.BESLUTNING
        found.append(Overskridelse(kind, decided.frist.slutt, decided.frist, plan_to_replace(register, plan)))
    return tuple(found)


def plan_to_replace(register: Register, plan: Plan) -> Plan | None:
    """Give the plan that another, which nothing shows to be adopted, is to replace; None where there is none such."""
    if register.is_vedtatt(plan):
        return None
    return next((old for id_ in plan.erstatter if (old := register.find_plan(id_))), None)


def over_fristen(register: Register) -> list[Plan]:
    """Give the plans that are past a deadline, sorted by id."""
    return [plan for plan in register.planer.values() if overskridelser(register, plan)]
