"""The vote that what-if asks about: today's, with its papers in order, by a body that can make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.edit import Decision
from planlint.model import Plan

if TYPE_CHECKING:
    from planlint.model import Planstrategi
    from planlint.register import Register

_CASE = "forslag"
_COUNCIL = "kommunestyret"  # pbl § 10-1: it adopts the planstrategi


def expected_vote(register: Register, entity: Plan | Planstrategi, hva: str = "") -> Decision:
    """Give today's vote on a plan or planstrategi; without `hva`, the one that its type calls for.

    The body is the first that may make it, else the first political one; "" where plansystem.yaml has none.
    """
    known = register.plansystem.organer
    plantype = register.plantype(entity) if isinstance(entity, Plan) else None
    by_law = plantype.vedtas_av if plantype else () if isinstance(entity, Plan) else (_COUNCIL,)
    political = [id_ for id_, organ in known.items() if organ.politisk]
    organ = next(iter([*(id_ for id_ in by_law if id_ in known), *political]), "")
    return Decision(register.today, _CASE, organ, hva)
