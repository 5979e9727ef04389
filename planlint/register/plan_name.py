"""What a plan is called where it stands among others: by its title, and which edition it is where that does not tell.

«Kommuneplanens samfunnsdel» says too little where «Kommuneplanens samfunnsdel 2021–2040» has replaced it: it is called
«Kommuneplanens samfunnsdel (2016, erstattet)».
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from planlint.model import AVSLUTTEDE, VEDTAK
from planlint.text import STATUS

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.register import Register
    from planlint.text import Language

_WORD = re.compile(r"\w+")
_known: WeakKeyDictionary[Register, frozenset[str]] = WeakKeyDictionary()


def _words(plan: Plan) -> tuple[str, ...]:
    return tuple(_WORD.findall(plan.tittel.casefold()))


def _alike(register: Register) -> frozenset[str]:
    """Give the plans whose title another plan has as well, or begins with where the one replaces the other."""
    titles: dict[tuple[str, ...], list[Plan]] = defaultdict(list)
    for plan in register.planer.values():
        titles[_words(plan)].append(plan)
    found = {plan.id for plans in titles.values() if len(plans) > 1 for plan in plans}
    for plan in register.planer.values():
        for newer in register.successors(plan):
            short, long = sorted((plan, newer), key=lambda one: len(_words(one)))
            if _words(long)[: len(_words(short))] == _words(short):
                found.add(short.id)
    return frozenset(found)


def _year(register: Register, plan: Plan) -> str:
    """Give the year of the plan's latest adoption, else of its period's first day; "" where its title has it."""
    event = register.last_event(plan, *VEDTAK)
    point = event.dato if event else plan.periode.fra if plan.periode else None
    year = str(point.start.year) if point else ""
    return "" if year in _words(plan) else year


def _state(register: Register, plan: Plan) -> str | None:
    """Give the word for where a plan stands that is not adopted, or no longer; None for one that is."""
    status = register.status(plan)
    if register.is_vedtatt(plan):
        return None
    return "erstattet" if status not in AVSLUTTEDE and register.replaced_by(plan) else status


def _is_ambiguous(register: Register, plan: Plan) -> bool:
    if register not in _known:
        _known[register] = _alike(register)
    return plan.id in _known[register]


def edition_year(register: Register, plan: Plan) -> str:
    """Give a plan's year where other plans may be taken for it by the title; "" elsewhere, and where none is known."""
    return _year(register, plan) if _is_ambiguous(register, plan) else ""


def plan_name(register: Register, lang: Language, plan: Plan) -> str:
    """Give a plan's title; with its year, and where it stands, where other plans may be taken for it by the title."""
    if not _is_ambiguous(register, plan):
        return plan.tittel
    word = _state(register, plan)
    edition = ", ".join(filter(None, (_year(register, plan), lang.gettext(STATUS[word]).lower() if word else "")))
    return f"{plan.tittel} ({edition})" if edition else plan.tittel
