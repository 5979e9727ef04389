"""What is to be done where a change deletes something that others refer to: never what a rule would then forbid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Message
from planlint.model import Maal, Plan
from planlint.register import is_uforankret, lacks_overordnet
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Place, SayableText
    from planlint.register import Register

_TAKE_AWAY = NN_(
    "vis til det som gjelder i stedet, eller ta bort henvisningen.",
    "vis til det som gjelder i stedet, eller ta bort henvisningene.",
)
_MUST = N_("må {hva}.")
_MUST_FIRST = N_("må {hva}. Andre henvisninger kan tas bort.")
_NEEDS_ANCHORING = NN_("planen forankres i noe annet", "{n} planer forankres i noe annet")
_NEEDS_A_GOAL = NN_(
    "målet få et annet mål over seg, av typen {typer}", "{n} mål få et annet mål over seg, av typen {typer}"
)
_NEEDS_A_PLAN = NN_("målet stå i en annen plan", "{n} mål stå i en annen plan")


def what_to_do(places: Iterable[Place], id_: str, register: Register | None) -> Message:
    """Tell what becomes of the references to a deleted id: which may be taken away, and which must lead elsewhere."""
    places = list(places)
    needs = [_need(place, id_, register) for place in places] if register else []
    parts: list[Message] = []
    for text in (_NEEDS_A_PLAN, _NEEDS_A_GOAL, _NEEDS_ANCHORING):
        those = [types for need, types in filter(None, needs) if need is text]
        if those:
            types = tuple(dict.fromkeys(name for each in those for name in each))
            parts.append(Message.of_text(text, n=len(those), typer=_one_of_types(types)))
    if not parts:
        return Message.of_text(_TAKE_AWAY, n=len(places))
    return Message.of_text(_MUST if all(needs) else _MUST_FIRST, hva=parts)


def _one_of_types(types: tuple[str, ...]) -> Message | str:
    *first, last = types or ("",)
    return Message.of_text(N_("{noen} eller {siste}"), noen=first, siste=last) if first else last


def _need(place: Place, id_: str, register: Register) -> tuple[SayableText, tuple[str, ...]] | None:
    """Give what a reference must lead to instead, where it may not be taken away, and goals of which types may do."""
    kind, _, name = entity_of(place.file).partition("/")
    entity, field = register.entities.get(kind, {}).get(name), place.path[:1]
    if isinstance(entity, Maal) and field == ("plan",):
        return _NEEDS_A_PLAN, ()
    if isinstance(entity, Maal) and field == ("overordnet",):
        return (_NEEDS_A_GOAL, _types(register, entity)) if _lacks(register, entity) else None
    if isinstance(entity, Plan) and field == ("forankring",):
        return (_NEEDS_ANCHORING, ()) if _is_loose(register, entity, id_) else None
    return None


def _lacks(register: Register, maal: Maal) -> bool:
    return lacks_overordnet(register, maal.model_copy(update={"overordnet": None}))


def _types(register: Register, maal: Maal) -> tuple[str, ...]:
    own = register.maaltype(maal)
    types = register.plansystem.maaltyper
    return tuple(types[id_].navn for id_ in own.under if id_ in types) if own else ()


def _is_loose(register: Register, plan: Plan, id_: str) -> bool:
    """Tell whether a plan must be anchored, and is not where what is deleted no longer counts."""
    left = tuple(anchor for anchor in plan.forankring if id_ not in {anchor.maal, anchor.plan})
    plantype = register.plantype(plan)
    return plantype is not None and is_uforankret(register, plan.model_copy(update={"forankring": left}), plantype)
