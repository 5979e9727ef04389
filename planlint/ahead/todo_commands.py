"""What to type to mend a finding; what only a person knows stands in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Message, argument
from planlint.register import undecided_strategi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Diagnostic, Ord
    from planlint.register import Register

_VEDTA = N_("planlint vedta {id} --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ")
_VEDTA_WHAT = N_("planlint vedta {id} --hva HVA --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ")
_NOTED = N_("planlint vedta {id} --hva til_orientering --dato ÅÅÅÅ-MM-DD --organ ORGAN --sak NN/ÅÅ")
_VEDTA_STRATEGI = N_("planlint vedta {ventende} --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ")
_ANCHOR = N_("planlint set {id} forankring+=MÅL")
_STATUS = N_("planlint set {id} status=STATUS")
_IF_DECIDED, _IF_NOT = N_("# Er det vedtatt:"), N_("# Er det ikke vedtatt:")
_IF_SETTLED, _IF_PLANNED = N_("# Er den revidert eller opphevet:"), N_("# Står det i planstrategien hva som skal skje:")
_IF_DROPPED = N_("# Ble den ikke noe av:")
_START = N_("planlint set {id} arbeid.oppstart=ÅR")
_FINISH = N_("planlint set {id} arbeid.ferdig=ÅR")
_CHOICE = N_("planlint set {id} beslutninger.{strategi}.valg=VALG")
_PERIOD = N_("planlint set {id} periode.til=ÅR")

# By the rule's code, or by code and variant. What no command mends is not here. Where a finding does not tell whether
# anything is decided, that is asked first: a line must not record what never happened.
COMMANDS: dict[str, Ord | tuple[Ord, ...]] = {
    "PL106": N_("planlint set {id} type=PLANTYPE"),
    "PL201": _ANCHOR,
    "PL205": _ANCHOR,
    "PL206": _ANCHOR,
    "PL208": N_("planlint set {id} overordnet=MÅL"),
    "PL301": (_IF_SETTLED, _VEDTA_WHAT, _IF_PLANNED, _CHOICE),
    "PL301:fornyet": _PERIOD,
    "PL301:i_planstrategi": _VEDTA_STRATEGI,
    "PL301:ikke_vedtatt": (_IF_DECIDED, _VEDTA, _IF_DROPPED, N_("planlint set {id} status=utgått")),
    "PL301:kunnskap": N_("planlint set {id} status=foreldet"),
    "PL301:revisjon": _START,
    "PL301:vedtatt_etter": _PERIOD,
    "PL302": (_IF_DECIDED, _VEDTA_WHAT),
    "PL303": _CHOICE,
    "PL303:i_planstrategi": _VEDTA_STRATEGI,
    "PL304": _PERIOD,
    "PL307:varslet": _VEDTA,
    "PL311": N_("planlint review"),
    "PL311:uten_dag": N_("planlint set plansystem ajourført=ÅÅÅÅ-MM-DD"),
    "PL401:": _VEDTA,
    "PL401:annet": _VEDTA,
    "PL401:kilde": _VEDTA,
    "PL401:organ": N_("planlint set {id} hendelser.{nr}.organ=ORGAN"),
    "PL401:organ_sak": N_("planlint set {id} hendelser.{nr}.organ=ORGAN hendelser.{nr}.sak=NN/ÅÅ"),
    "PL401:sak": N_("planlint set {id} hendelser.{nr}.sak=NN/ÅÅ"),
    "PL401:til_orientering": _NOTED,
    "PL401:varslet": _VEDTA,
    "PL402": _STATUS,
    "PL405": _VEDTA_WHAT,
    "PL406": (_IF_DECIDED, _VEDTA, _IF_NOT, _FINISH),
    "PL408": N_("planlint set {id} ansvarlig=SEKTOR"),
    "PL409": _STATUS,
    "PL501": _CHOICE,
    "PL502:": _CHOICE,
    "PL503": N_("planlint set {id} beslutninger.{i}.ferdig=ÅR"),
    "PL505": (_IF_DECIDED, _VEDTA_WHAT, _IF_NOT, _FINISH),
    "PL505:oppstart": _START,
    "PL505:vilkår_oppstart": _START,
    "PL601:ikke_vedtatt": N_("planlint vedta {id} --dato ÅÅÅÅ-MM-DD --sak NN/ÅÅ"),
    "PL614": N_("planlint set {id} arealplan_id=NUMMER"),
    "PL801": N_('planlint set {id} "kilder=[{{kilde: KILDE}}]"'),
    "PL804": N_('planlint set {id} sammendrag="TEKST"'),
    "PL806": N_("planlint import TABELL.xlsx"),
    "PL905": N_("planlint avvik prune"),
}
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
    if strategi or _CHOICE not in templates:
        return [*templates]
    return [one for one in templates if one not in {_CHOICE, _IF_PLANNED, _IF_SETTLED}]


def _first(register: Register, roles: tuple[str, ...], *, adopt: bool) -> Iterator[Message]:
    """Give the lines that make those parts of the kommuneplan that the register has no file of, and adopt them."""
    for role in roles:
        types = _types_of(register, role)
        if types and not _plans_of(register, types):
            yield Message.of_text(_NEW_PLAN, type=argument(types[0]))
            if adopt:
                yield Message.of_text(_VEDTA, id="PLAN")


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
