"""Above a goal or a plan: how many plans are anchored in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import CodeLens, Command, Position, Range

from planlint.base import NN_
from planlint.model import Maal, Plan
from planlint.source import entity_of

if TYPE_CHECKING:
    from planlint.lsp.session import Session
    from planlint.model import Enhet

_GOAL = NN_("{n} plan er forankret i dette målet", "{n} planer er forankret i dette målet")
_PLAN = NN_("{n} plan er forankret i denne planen", "{n} planer er forankret i denne planen")


def own(session: Session, path: str) -> Enhet | None:
    """Give what a file holds; None where it cannot be read."""
    kind, _, id_ = entity_of(path).partition("/")
    return session.system.loaded.entities.get(kind, {}).get(id_)


def anchored(session: Session, entity: Maal | Plan) -> str:
    """Tell how many plans in the register are anchored in a goal or a plan."""
    register = session.system.register
    number = len(register.anchored_in(entity)) if register else 0
    one, many = _GOAL if isinstance(entity, Maal) else _PLAN
    return session.lang.render(session.lang.choose(one, many, number), {"n": number})


def lenses(session: Session, uri: str) -> list[CodeLens]:
    """Give the line above a file of a goal or a plan."""
    entity = own(session, session.path(uri))
    if not isinstance(entity, Maal | Plan):
        return []
    top = Range(Position(0, 0), Position(0, 0))
    return [CodeLens(top, command=Command(anchored(session, entity), ""))]
