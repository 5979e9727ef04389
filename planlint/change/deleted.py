"""What is to be done where a change deletes something that others refer to: never what a rule would then forbid."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, NN_, Message, QuotedTitle
from planlint.model import TILTAK_FERDIG, Maal, Plan, Tiltak, Utfordring
from planlint.register import is_uforankret, lacks_overordnet
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.base import Ord, Place, SayableText
    from planlint.model import Enhet
    from planlint.register import Register

_TAKE_AWAY = NN_(
    "vis til det som gjelder i stedet, eller ta bort henvisningen.",
    "vis til det som gjelder i stedet, eller ta bort henvisningene.",
)
_LEAVE = N_("la den heller stå, og skriv `status: avlyst` eller `status: gjennomført`.")
_MUST = N_("må {hva}.")
_MUST_FIRST = N_("må {hva}. Andre henvisninger kan tas bort.")
_NO_OTHER = N_("Registeret viser ikke noe annet mål av typen {typer} som gjelder.")
_FEW = 2
"""As many as are named, where what they need is not the same."""


class _Need(NamedTuple):
    """What a reference must lead to instead, where it may not be taken away.

    `many` says it of a number, `named` of names. Goals (or plans) of the types `typer` may do, any where there are none
    of them; `ids` are the types of goals.
    """

    many: SayableText
    named: Ord
    typer: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


_A_PLAN = _Need(
    NN_("målet stå i en annen plan", "{n} mål stå i en annen plan"),
    N_("{hvem} stå i en annen plan"),
)
_A_GOAL_OVER = _Need(
    NN_("målet få et annet mål av typen {typer} over seg", "{n} mål få et annet mål av typen {typer} over seg"),
    N_("{hvem} få et annet mål av typen {typer} over seg"),
)
_ANCHORING = _Need(
    NN_("planen forankres i noe annet", "{n} planer forankres i noe annet"),
    N_("{hvem} forankres i noe annet"),
)
_ANCHORING_IN = _Need(
    NN_("planen forankres i noe annet av typen {typer}", "{n} planer forankres i noe annet av typen {typer}"),
    N_("{hvem} forankres i noe annet av typen {typer}"),
)
_A_GOAL = _Need(
    NN_("utfordringen få et annet mål", "{n} utfordringer få et annet mål"),
    N_("{hvem} få et annet mål"),
)
_A_GOAL_OR_PLAN = _Need(
    NN_("tiltaket knyttes til et annet mål eller en plan", "{n} tiltak knyttes til et annet mål eller en plan"),
    N_("{hvem} knyttes til et annet mål eller en plan"),
)
_ORDER = (_A_PLAN, _A_GOAL_OVER, _ANCHORING, _ANCHORING_IN, _A_GOAL, _A_GOAL_OR_PLAN)


def what_to_do(places: Iterable[Place], kind: str, id_: str, register: Register | None) -> Message:
    """Tell what becomes of the references to a deleted id: which may be taken away, and which must lead elsewhere.

    What hangs on a measure is not its to take away: a measure that is over has a status that says so.
    """
    places = list(places)
    found = [_need(place, id_, register) for place in places] if register else []
    needs: dict[_Need, list[Enhet]] = {}
    for need, entity in filter(None, found):
        needs.setdefault(need, []).append(entity)
    if not needs or register is None:
        return Message.of_text(_LEAVE) if kind == "tiltak" else Message.of_text(_TAKE_AWAY, n=len(places))
    parts = [_part(need, needs) for need in sorted(needs, key=lambda one: [it.many for it in _ORDER].index(one.many))]
    text = Message.of_text(_MUST if all(found) else _MUST_FIRST, hva=parts)
    none = [need.typer for need in needs if need.ids and not _is_other(need.ids, id_, register)]
    if not none:
        return text
    types = tuple(dict.fromkeys(name for each in none for name in each))
    lacking = Message.of_text(_NO_OTHER, typer=_one_of_types(types))
    return Message.of_text(N_("{det} {ellers}"), det=text, ellers=lacking)


def _part(need: _Need, needs: Mapping[_Need, list[Enhet]]) -> Message:
    """Say what some must do: of a number of them, or by name where others of their kind need something else."""
    those, typer = needs[need], _one_of_types(need.typer)
    kinds = [one for other, entities in needs.items() if other != need for one in entities if one.kind == those[0].kind]
    if kinds and len(those) <= _FEW:
        return Message.of_text(need.named, hvem=[QuotedTitle(one.tittel) for one in those], typer=typer)
    return Message.of_text(need.many, n=len(those), typer=typer)


def _is_other(types: tuple[str, ...], id_: str, register: Register) -> bool:
    """Tell whether there is another goal in force of one of some types."""
    goals = (goal for goal in register.maal.values() if goal.id != id_ and goal.type in types)
    return any(register.is_maal_i_kraft(goal) for goal in goals)


def _one_of_types(types: tuple[str, ...]) -> Message | str:
    *first, last = types or ("",)
    return Message.of_text(N_("{noen} eller {siste}"), noen=", ".join(first), siste=last) if first else last


def _need(place: Place, id_: str, register: Register) -> tuple[_Need, Enhet] | None:
    """Give what a reference must lead to instead, and whose it is; None where it may be taken away."""
    kind, _, name = entity_of(place.file).partition("/")
    entity, field = register.entities.get(kind, {}).get(name), place.path[:1]
    if isinstance(entity, Utfordring | Tiltak):
        return _need_of_goal(entity, id_)
    if isinstance(entity, Maal) and field == ("plan",):
        return _A_PLAN, entity
    if isinstance(entity, Maal) and field == ("overordnet",):
        return (_goal_over(register, entity), entity) if _lacks(register, entity) else None
    if isinstance(entity, Plan) and field == ("forankring",):
        return (_anchoring(register, entity), entity) if _is_loose(register, entity, id_) else None
    return None


def _need_of_goal(entity: Utfordring | Tiltak, id_: str) -> tuple[_Need, Enhet] | None:
    """Give what a challenge or a measure needs that has nothing else to hang on."""
    if any(one != id_ for one in entity.maal):
        return None
    if isinstance(entity, Utfordring):
        return _A_GOAL, entity
    is_loose = entity.plan in {None, id_} and entity.status not in TILTAK_FERDIG
    return (_A_GOAL_OR_PLAN, entity) if is_loose else None


def _lacks(register: Register, maal: Maal) -> bool:
    return lacks_overordnet(register, maal.model_copy(update={"overordnet": None}))


def _goal_over(register: Register, maal: Maal) -> _Need:
    own, types = register.maaltype(maal), register.plansystem.maaltyper
    ids = tuple(id_ for id_ in own.under if id_ in types) if own else ()
    return _A_GOAL_OVER._replace(typer=tuple(types[id_].navn for id_ in ids), ids=ids)


def _anchoring(register: Register, plan: Plan) -> _Need:
    plantype, system = register.plantype(plan), register.plansystem
    declared = {id_: one.navn for types in (system.plantyper, system.maaltyper) for id_, one in types.items()}
    names = tuple(declared[id_] for id_ in plantype.forankres_i if id_ in declared) if plantype else ()
    return _ANCHORING_IN._replace(typer=tuple(dict.fromkeys(names))) if names else _ANCHORING


def _is_loose(register: Register, plan: Plan, id_: str) -> bool:
    """Tell whether a plan must be anchored, and is not where what is deleted no longer counts."""
    left = tuple(anchor for anchor in plan.forankring if id_ not in {anchor.maal, anchor.plan})
    plantype = register.plantype(plan)
    return plantype is not None and is_uforankret(register, plan.model_copy(update={"forankring": left}), plantype)
