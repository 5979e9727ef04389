"""What is to be settled about a plan before the next planstrategi: one matter for each, the first that applies."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE, ENDS_PLAN, NOT_NOW
from planlint.register import LOVPLIKTER, Overskredet, has_begun, is_arbeid_done, overskridelser, pliktplaner

if TYPE_CHECKING:
    from planlint.ahead.proposal import Reason
    from planlint.model import Beslutning, Plan, Planstrategi
    from planlint.register import Register


class Matter(StrEnum):
    """What is to be settled about a row, in the order in which they stand; a plan stands under the first that applies.

    - `KOMMUNEPLAN`: the law asks the council to take a stand on the kommuneplan and its parts.
    - `GRUNNLAG`: what the law wants to be there when the work with the planstrategi begins, and is due or lacking.
    - `VEDTAK`: the current planstrategi decided something, and nothing shows that it is done.
    - `UTSATT`: the current planstrategi put the work off, or did not give it priority.
    - `STATUS`: something is due, but nobody can tell whether the plan applies.
    - `PERIODE`, `REVISJON`, `ARBEID`: the period is over, a revision should have been made, or work is late; for a plan
      past a deadline, as `overskridelser` has it, so that this list and «Til behandling» say the same.
    - `PERIODE_KOMMER`, `REVISJON_KOMMER`: the period ends, or a revision is due, by the end of the time.
    - `UTEN_BESLUTNING`: the current planstrategi decided nothing about the plan.
    - `LOV`: a law asks for a document, and the register shows none that surely answers.
    - `UTENFOR`: past a deadline, but not for the planstrategi, or told of in the row of the plan that it replaces.
    """

    KOMMUNEPLAN = "kommuneplan"
    GRUNNLAG = "grunnlag"
    VEDTAK = "vedtak"
    UTSATT = "utsatt"
    STATUS = "status"
    PERIODE = "periode"
    REVISJON = "revisjon"
    ARBEID = "arbeid"
    PERIODE_KOMMER = "periode-kommer"
    REVISJON_KOMMER = "revisjon-kommer"
    UTEN_BESLUTNING = "uten-beslutning"
    LOV = "lov"
    UTENFOR = "utenfor"


DUE = {
    Matter.PERIODE: frozenset(("ubrukt", "fornyet", "periode-ute-pliktig", "periode-ute")),
    Matter.REVISJON: frozenset(("årlig", "revisjon-forfalt")),
    Matter.ARBEID: frozenset(("forsinket",)),
    Matter.PERIODE_KOMMER: frozenset(("periode-slutter",)),
    Matter.REVISJON_KOMMER: frozenset(("revisjon",)),
}
LATE = {
    Overskredet.PERIODE: Matter.PERIODE,
    Overskredet.REVISJON: Matter.REVISJON,
    Overskredet.ARBEID: Matter.ARBEID,
}
_UNKNOWN = frozenset(("status-ukjent", "forbigått", "avløst"))


def is_open(register: Register, plan: Plan, strategi: Planstrategi, decision: Beslutning) -> bool:
    """Tell whether nothing shows that what a planstrategi decided about a plan is done."""
    if decision.valg == "videreføres":
        return False
    if decision.valg in ENDS_PLAN:
        return register.status(plan) not in AVSLUTTEDE and not register.replaced_by(plan)
    return not is_arbeid_done(register, plan, strategi, decision)


def is_decided_with_another(register: Register, plan: Plan) -> bool:
    """Tell whether the current planstrategi decided about a plan that is to replace this one, whose row tells so."""
    return any(register.beslutning(new) for new in register.etterfoelgere(plan))


def _due(register: Register, plan: Plan, codes: frozenset[str]) -> Matter | None:
    """Give what is due of a plan: the deadline that it is past first, as everywhere; else what its reasons tell of."""
    late = next((LATE.get(one.slag) for one in overskridelser(register, plan)), None)
    return late or next((one for one, those in DUE.items() if codes & those), None)


def matter_of(register: Register, plan: Plan, codes: frozenset[str]) -> Matter | None:
    """Give what is to be settled about a plan with these reasons; None where nothing is."""
    strategi, decision = register.planstrategi, register.beslutning(plan)
    due = _due(register, plan, codes)
    if "kommuneplan" in codes:
        return Matter.KOMMUNEPLAN
    if strategi and decision and is_open(register, plan, strategi, decision):
        if decision.valg not in NOT_NOW:
            return Matter.VEDTAK
        if not has_begun(register, plan):
            return Matter.UTSATT
    if due and is_base(register, plan):
        return Matter.GRUNNLAG
    if due and codes & _UNKNOWN:
        return Matter.STATUS
    is_undecided = strategi and not decision and not is_decided_with_another(register, plan)
    return due or (Matter.UTEN_BESLUTNING if is_undecided else None)


def is_base(register: Register, plan: Plan) -> bool:
    """Tell whether a plan is told to be what shall be there when the work with the planstrategi begins."""
    return plan in pliktplaner(register, LOVPLIKTER["folkehelse"])


def is_due(reason: Reason) -> bool:
    """Tell whether a reason is a deadline that has passed, or one to come."""
    return any(reason.kode in those for those in DUE.values())
