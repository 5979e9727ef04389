"""What a plan in force is about, by the words of its title: what PL105 compares, and PL108 leaves to it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register.register import Register

_WORD = re.compile(r"[^\W_]+")
_NOTHING = re.compile(r"(?:19|20|21)\d\d|av|den|det|en|et|for|fra|fram|i|innen|kommunes?|med|mot|og|om|på|til|ved")
_ENDING = re.compile(r"(?<=\w{4})(?:enes|ene|ens|ets|en|et|es|e|s)$")
PARTS = frozenset(("samfunnsdel", "arealdel"))
"""The parts of the kommuneplan that there is to be one of: two in force are PL604's matter."""


@lru_cache(maxsize=4096)
def _root(word: str) -> str:
    """Give a word without its ending; nothing for years and small words."""
    return "" if _NOTHING.fullmatch(word) else _ENDING.sub("", word)


def own_names(register: Register) -> frozenset[str]:
    """Give the words of the municipality's own name, as they stand in titles."""
    names = _WORD.findall(register.plansystem.kommune.navn.casefold())
    return frozenset(form for name in names for form in (name, f"{name}s"))


def topic_words(plan: Plan, own: frozenset[str]) -> frozenset[str]:
    """Give what a title is about: no years, no small words, no endings, not the municipality's own name."""
    return _words(plan.tittel, own)


@lru_cache(maxsize=1 << 16)
def _words(title: str, own: frozenset[str]) -> frozenset[str]:
    return frozenset({_root(word) for word in _WORD.findall(title.casefold()) if word not in own} - {""})


def overlapping_plans(register: Register) -> Iterator[Plan]:
    """Give the plans in force whose period has begun; reports and analyses are snapshots, and may be many.

    Two parts of a kommuneplan with the same role are PL604's matter.
    """
    for plan in register.gjeldende():
        plantype = register.plantype(plan)
        if plantype is None or plantype.kunnskapsgrunnlag or plantype.rolle in PARTS:
            continue
        if not (plan.periode and plan.periode.fra and plan.periode.fra.start > register.today):
            yield plan


def links_of(plan: Plan) -> frozenset[str | None]:
    """Give the plans of which a plan says how it stands to them."""
    return frozenset((plan.del_av, *plan.erstatter, *plan.avgrenset_mot, *(anchor.plan for anchor in plan.forankring)))


def is_linked(plan: Plan, other: Plan) -> bool:
    """Tell whether one of two plans says how it stands to the other."""
    return other.id in links_of(plan) or plan.id in links_of(other)
