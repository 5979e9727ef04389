"""What to type to mend a finding; what only a person knows stands in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.todo_lines import CHOICE, COMMANDS, IF_PLANNED, IF_SETTLED, VEDTA
from planlint.ahead.todo_moves import todo_moves
from planlint.base import N_, Message, argument
from planlint.register import undecided_strategi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Diagnostic, Ord
    from planlint.register import Register

_FIELD = N_("planlint set {id} {felt}=VERDI")
_NEW_GOAL = N_('planlint new maal --title "TITTEL" --type {type} plan={plan}')
_NEW_PLAN = N_('planlint new plan --title "TITTEL" --type {type}')
_PARTS = {"PL201": ("samfunnsdel",), "PL604": ("samfunnsdel", "arealdel"), "PL605": ("handlingsdel",)}
"""The parts of the kommuneplan that a finding may be about the lack of."""


def todo_commands(item: Diagnostic, register: Register) -> Iterator[Message]:
    """Give the lines to type for one finding, in their order; none where no one line mends it."""
    code = item.code
    if code in _PARTS and not (code == "PL201" and register.maal):
        yield from _first(register, _PARTS[code], adopt=code != "PL201")
    told = COMMANDS.get(f"{code}:{item.finding.variant}") or COMMANDS.get(code)
    templates = told if isinstance(told, tuple) else (told,) if told else ()
    kind, _, id_ = item.entity.partition("/")
    yield from todo_moves(item, register)
    if templates and code == "PL201" and not register.maal:
        yield from _goal(register)
    is_there = id_ in register.entities.get(kind, {})
    if not templates and is_there:
        yield from (Message.of_text(_FIELD, id=argument(id_), felt=name) for name in item.finding.asks)
    if is_there or not any("{id}" in template for template in templates):
        facts = _facts(item, id_, register)
        yield from (Message.of_text(one, **facts) for one in _with_strategi(templates, facts["strategi"]))


def _facts(item: Diagnostic, id_: str, register: Register) -> dict[str, str]:
    """Give what the lines name: the entity, the place in its file, and the planstrategi that counts or is to."""
    path = item.place.path
    at = path[1] if len(path) > 1 else ""
    number = str(at + 1) if isinstance(at, int) else ""
    plan = register.planer.get(id_)
    waiting = undecided_strategi(register, plan) if plan else None
    strategi = register.planstrategi.id if register.planstrategi else ""
    facts = {"id": id_, "i": str(at), "nr": number, "strategi": strategi, "ventende": waiting.id if waiting else ""}
    return {name: argument(fact) if fact else "" for name, fact in facts.items()}


def _with_strategi(templates: tuple[Ord, ...], strategi: str) -> list[Ord]:
    """Give the lines that can be typed: where no planstrategi counts, none that says what is decided in it."""
    if strategi or CHOICE not in templates:
        return [*templates]
    return [one for one in templates if one not in {CHOICE, IF_PLANNED, IF_SETTLED}]


def _first(register: Register, roles: tuple[str, ...], *, adopt: bool) -> Iterator[Message]:
    """Give the lines that make those parts of the kommuneplan that the register has no file of, and adopt them."""
    for role in roles:
        types = _types_of(register, role)
        if types and not _plans_of(register, types):
            yield Message.of_text(_NEW_PLAN, type=argument(types[0]))
            if adopt:
                yield Message.of_text(VEDTA, id="PLAN")


def _goal(register: Register) -> Iterator[Message]:
    """Give the line that makes the first goal, in the samfunnsdel."""
    top = [id_ for id_, maaltype in register.plansystem.maaltyper.items() if not maaltype.under]
    plans = _plans_of(register, _types_of(register, "samfunnsdel")) or ["PLAN"]
    if top:
        yield Message.of_text(_NEW_GOAL, type=argument(top[0]), plan=argument(plans[0]))


def _types_of(register: Register, rolle: str) -> list[str]:
    return [id_ for id_, plantype in register.plansystem.plantyper.items() if plantype.rolle == rolle]


def _plans_of(register: Register, types: list[str]) -> list[str]:
    return [plan.id for plan in register.planer.values() if plan.type in types]
