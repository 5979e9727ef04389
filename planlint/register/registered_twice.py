"""What is registered twice: two files of one kind that say they are the same thing, whatever their status."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import slug
from planlint.model import Innspill, Maal, Plan
from planlint.register.overlap import PARTS, is_linked, overlapping_plans, own_names, topic_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from planlint.model import Enhet
    from planlint.register.register import Register


_SAME_LETTERS = str.maketrans("авекмнорстухіјѕԁοανρτυικ", "abekmhopctyxijsdoavptuik")
"""Cyrillic and Greek small letters that nobody can tell from Latin ones."""


_MANY = 8
"""With how many of one title a file is compared: time grows with the number of files, and a crowd is told of anyway."""


class Copies(NamedTuple):
    """Files of one kind that say they are the same thing: the first by id, and the others, one or more."""

    first: Enhet
    others: list[Enhet]


@lru_cache(maxsize=1 << 16)
def same_words(text: str) -> str:
    """Give a title as it is compared: letters and digits alone, so that case, blanks, dashes and marks do not count.

    A blank is kept between two numbers: «2010 2014» is not «20102014».
    """
    letters = [
        char if char.isalnum() else " "
        for char in unicodedata.normalize("NFKC", text).casefold().translate(_SAME_LETTERS)
        if _seen(char)
    ]
    parts = ["".join(group) for blank, group in groupby(letters, key=lambda char: char == " ") if not blank]
    told = ""
    for part in parts:
        told += f" {part}" if told[-1:].isdigit() and part[0].isdigit() else part
    return told


def _seen(char: str) -> bool:
    """Tell whether a character is seen by itself; a mark on the letter before, or an invisible one, is not."""
    return unicodedata.category(char) not in {"Mn", "Me", "Cf"}


def _of_plan(plan: Any) -> tuple[Hashable, ...]:
    start, end = (plan.periode.fra, plan.periode.til) if plan.periode else (None, None)
    return plan.type, start and start.start, end and end.slutt


def _of_maal(maal: Any) -> Hashable:
    return maal.overordnet or (maal.plan, maal.type), maal.utkast, maal.variant


_BESIDE: dict[str, Callable[[Any], Hashable]] = {
    "plan": _of_plan,
    "maal": _of_maal,
    "tiltak": lambda tiltak: (tiltak.plan, frozenset(tiltak.maal)),
    "indikator": lambda indikator: (same_words(indikator.enhet), indikator.plan, frozenset(indikator.maal)),
    "utfordring": lambda utfordring: utfordring.type,
    "innspill": lambda innspill: (innspill.plan, frozenset(innspill.maal), innspill.avsender, innspill.dato),
    "planstrategi": lambda strategi: strategi.valgperiode,
}
"""What two files must have alike beside the title, to be the same thing."""
_TELLING: dict[str, tuple[str, ...]] = {
    "plan": ("arealplan_id",),
    "maal": ("nummer", "kortnavn", "sammendrag"),
    "tiltak": ("nummer", "frist"),
    "innspill": ("nummer", "tekst"),
}
"""The fields that tell two apart where both have them, and differently; a goal under another is told by its title."""


def _is_another(register: Register, one: Enhet, other: Enhet) -> bool:
    """Tell whether two files alike in title say that they are different things, or how they stand to each other."""
    if isinstance(one, Maal) and isinstance(other, Maal):
        if one.id in other.viderefoerer or other.id in one.viderefoerer:
            return True
        if one.overordnet:
            return False
    if isinstance(one, Plan) and isinstance(other, Plan) and _is_another_plan(register, one, other):
        return True
    pairs = ((getattr(one, name), getattr(other, name)) for name in _TELLING.get(one.kind, ()))
    return any(own and its and _told(own) != _told(its) for own, its in pairs)


def _is_another_plan(register: Register, one: Plan, other: Plan) -> bool:
    """Tell whether one names the other, or they have no period and were adopted on different days: yearly reports."""
    own, its = ({event.dato for event in register.vedtak(plan)} for plan in (one, other))
    return is_linked(one, other) or (one.periode is None and bool(own) and bool(its) and own.isdisjoint(its))


def _told(value: Any) -> Hashable:
    return same_words(value) if isinstance(value, str) else (value.start, value.slutt)


def _told_elsewhere(register: Register) -> set[str]:
    """Give the plans in force that PL105 (the same title) or PL604 (the same part of the kommuneplan) compares."""
    own = own_names(register)
    told = {plan.id for plan in overlapping_plans(register) if topic_words(plan, own)}
    parts = (plan for role in PARTS for plan in register.plans_with_rolle(role) if not register.replaced_by(plan))
    return told | {plan.id for plan in parts}


def _group(register: Register, alike: list[Enhet], elsewhere: set[str]) -> Iterator[Copies]:
    """Yield the copies among files alike in title; of those that another rule compares, one stands for them all."""
    left = alike
    for _ in range(_MANY):
        if not left:
            return
        first, *rest = left
        another = {other.id for other in rest if _is_another(register, first, other)}
        left = [other for other in rest if other.id in another]
        same = [one for one in (first, *rest) if one.id not in another]
        judged = [one for one in same if isinstance(one, Plan) and one.id in elsewhere]
        told = [*judged[:1], *(one for one in same if not (isinstance(one, Plan) and one.id in elsewhere))]
        if len(told) > 1:
            yield Copies(told[0], told[1:])


def _is_same_name(register: Register, one: Enhet, other: Enhet) -> bool:
    """Tell whether two files with one title, each in its own place, cannot both rightly be called that."""
    alike, another = _BESIDE[one.kind](one) == _BESIDE[other.kind](other), _is_another(register, one, other)
    if one.kind == "tiltak":
        return not alike or another  # another number or deadline tells no reader which of the two is meant
    if alike or another:
        return False
    if isinstance(one, Maal) and isinstance(other, Maal):
        return one.plan == other.plan and one.type != other.type and not (one.utkast or other.utkast)
    if isinstance(one, Plan) and isinstance(other, Plan):
        return one.periode is None or other.periode is None or _of_plan(one)[1:] == _of_plan(other)[1:]
    if isinstance(one, Innspill) and isinstance(other, Innspill):
        told = [(each.plan, each.avsender, each.arena, each.dato, each.nummer) for each in (one, other)]
        return told[0] == told[1] and _says_of_itself(one) != _says_of_itself(other)
    units = [same_words(getattr(each, "enhet", "")) for each in (one, other)]
    return one.kind in _NAMED_ONCE and (units[0] == units[1] or _says_of_itself(one) != _says_of_itself(other))


def _says_of_itself(entity: Enhet) -> int:
    """Give how many words of a title stand in the file's own name: a title that was pasted has fewer of them."""
    return len({*slug(entity.tittel).split("-")} & {*entity.id.split("-")})


_NAMED_ONCE = frozenset(("indikator", "utfordring"))


def find_same_titles(register: Register) -> Iterator[tuple[Enhet, Enhet]]:
    """Yield two files of one kind with the same title that are not the same thing: the first by id, and a later one."""
    for _, entities in sorted(register.entities.items()):
        named: dict[str, list[Enhet]] = defaultdict(list)
        for _, entity in sorted(entities.items()):
            earlier = named[same_words(entity.tittel)]
            first = next((one for one in earlier if _is_same_name(register, one, entity)), None)
            if first is not None:
                yield first, entity
            if len(earlier) < _MANY:
                earlier.append(entity)


def find_copies(register: Register) -> Iterator[Copies]:
    """Yield what is registered more than once: plans, goals, measures, indicators, challenges and planstrategier.

    The same title, whatever the status; of a plan the same type and period too, of a goal the same goal above it.
    Where two plans in force are alike, PL105 or PL604 says so, and nothing is told of them here.
    """
    elsewhere = _told_elsewhere(register)
    for kind, entities in sorted(register.entities.items()):
        alike: dict[Hashable, list[Enhet]] = defaultdict(list)
        for _, entity in sorted(entities.items()):
            alike[same_words(entity.tittel), _BESIDE[kind](entity)].append(entity)
        for group in alike.values():
            if len(group) > 1:
                yield from _group(register, group, elsewhere)
