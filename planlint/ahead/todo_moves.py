"""The lines that move what stands under goals and plans that have ended to those that apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Message, argument
from planlint.register import etterfoelgere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Diagnostic
    from planlint.model import Maal, Plan
    from planlint.register import Register

_MOVE = N_("planlint omforanke {gammel} {ny}")
_MOVE_WHOLE = N_("planlint omforanke {gammel} {ny} --velg {gammel}={ny}")
_SWAP = N_("planlint set {id} forankring-={anker} forankring+=MÅL")


def todo_moves(item: Diagnostic, register: Register) -> Iterator[Message]:
    """Give the lines for an anchor in what has ended (PL202, PL204), or for plans left under an ended plan (PL407)."""
    plan = register.planer.get(item.entity.partition("/")[2])
    if plan and item.code == "PL407":
        yield from _whole(register, plan)
    elif plan and item.code in {"PL202", "PL204"}:
        at = item.place.path[1] if len(item.place.path) > 1 else None
        maal = register.find_maal(plan.forankring[at].maal) if isinstance(at, int) else None
        if maal and (item.code == "PL202" or maal.utkast):
            yield from _anchor(register, plan, maal)


def _whole(register: Register, plan: Plan) -> Iterator[Message]:
    """Give the line where one plan that applies came in the place of it; `omforanke` asks that both have goals."""
    new = [one for one in register.replaced_by(plan) if register.is_i_kraft(one) and register.maal_of(one)]
    if len(new) == 1 and register.maal_of(plan):
        yield Message.of_text(_MOVE_WHOLE, gammel=argument(plan.id), ny=argument(new[0].id))


def _anchor(register: Register, plan: Plan, maal: Maal) -> Iterator[Message]:
    """Give the line that moves what stands under all goals that are carried on; and, where this is not one, its own."""
    plantype, old = register.plantype(plan), register.find_plan(maal.plan)
    heirs = etterfoelgere(register, maal, plantype.forankres_i if plantype else ())
    new = (
        [one for one in register.replaced_by(old) if register.is_i_kraft(one) and register.maal_of(one)] if old else []
    )
    if len(new) == 1 and not maal.utkast:
        yield Message.of_text(_MOVE, gammel=argument(maal.plan), ny=argument(new[0].id))
    if len(heirs) != 1:
        yield Message.of_text(_SWAP, id=argument(plan.id), anker=argument(maal.id))
