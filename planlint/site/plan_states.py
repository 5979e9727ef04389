"""How a plan stands, in one of seven states: what the drawings colour and the figures count, in one word everywhere.

A state is told by its colour, its line and its word, never by the colour alone (`tilstand-…` in planlint.css).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import (
    AVSLUTTET,
    BEING_MADE,
    I_KRAFT,
    NO_STATUS,
    PLANLAGT,
    UTLOEPT,
    Overskredet,
    overskridelser,
    passed_time,
    stilling_of_plan,
)

if TYPE_CHECKING:
    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.register import Register

LATE = "over-fristen"
STATES: dict[str, Ord] = {
    LATE: N_("Over fristen"),
    I_KRAFT: N_("I kraft, ingen frist i registeret er ute"),
    UTLOEPT: N_("Perioden er over"),
    BEING_MADE: N_("Under arbeid, ingen kjent frist for arbeidet er ute"),
    PLANLAGT: N_("Planlagt eller satt på vent, ingen kjent frist for arbeidet er ute"),
    NO_STATUS: N_("Uten dokumentert status"),
    AVSLUTTET: N_("Avsluttet"),
}
"""Every state with its words; what somebody must decide about comes first, what is past last."""


def state_of(register: Register, plan: Plan) -> str:
    """Give the one state that a plan is in: past a deadline, or else the list that it belongs to.

    Work on a plan whose period is over is not told as work in time: nobody is late, and the period is what is known.
    """
    if overskridelser(register, plan):
        return LATE
    state, passed = stilling_of_plan(register, plan), passed_time(register, plan)
    is_over = passed is not None and passed.slag is Overskredet.PERIODE
    return UTLOEPT if is_over and state in {BEING_MADE, PLANLAGT} else state
