"""What was recorded before a change and is another thing after it: words, days, events, and what explains it.

Filling in what was unknown, making a day more precise and mending a slip of the pen change no recorded fact.
"""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import BESLUTNINGER

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model import Hendelse, Maal, Plan, TidspunktValue

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_SHORT = 4  # in a word this short, another letter makes another word


class Hendelser(NamedTuple):
    """Events before and after a change: those that are changed (None: gone), and those that are new."""

    endret: list[tuple[Hendelse, Hendelse | None]]
    nye: list[Hendelse]


def _one_letter(word: str, other: str) -> bool:
    """Tell whether two words differ by one letter put in, left out, exchanged, or swapped with the next."""
    if min(len(word), len(other)) <= _SHORT or _NUMBER.search(word + other):
        return False
    pairs = enumerate(zip(word, other, strict=False))
    start = next((at for at, (one, two) in pairs if one != two), min(len(word), len(other)))
    one, two = word[start:], other[start:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]


def is_same_wording(one: str, other: str) -> bool:
    """Tell whether two titles say the same: case, punctuation and one slip of the pen aside."""
    words, others = _WORD.findall(one.casefold()), _WORD.findall(other.casefold())
    if len(words) != len(others):
        return "".join(words) == "".join(others)
    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return not differing or (len(differing) == 1 and _one_letter(*differing[0]))


def is_moved(old: TidspunktValue | None, new: TidspunktValue | None) -> bool:
    """Tell whether a known point in time is another now, or gone; the same one, more precisely known, is not."""
    return old is not None and (new is None or not (old.start <= new.start and new.slutt <= old.slutt))


def _other_case(old: str | None, new: str | None) -> bool:
    """Tell whether a known case number is another now; «PS 19/18» is «19/18»."""
    if old is None or old == new:
        return False
    numbers, others = ([int(found) for found in _NUMBER.findall(text or "")] for text in (old, new))
    return not numbers or numbers != others


def changed_keys(old: Hendelse, new: Hendelse) -> list[str]:
    """Give the keys of an event that say another thing than before."""
    changed = {
        "hva": old.hva != new.hva,
        "dato": is_moved(old.dato, new.dato),
        "organ": old.organ not in {None, new.organ},
        "sak": _other_case(old.sak, new.sak),
        "til": is_moved(old.til, new.til),
    }
    return [key for key, yes in changed.items() if yes]


def _pop(events: list[Hendelse], event: Hendelse, fits: Callable[[Hendelse, Hendelse], bool]) -> Hendelse | None:
    """Take the first event that fits another one out of a list."""
    at = next((at for at, other in enumerate(events) if fits(event, other)), None)
    return None if at is None else events.pop(at)


def _same_kind(one: Hendelse, other: Hendelse) -> bool:
    return one.hva == other.hva


def _same_day(one: Hendelse, other: Hendelse) -> bool:
    return one.dato == other.dato


def _not_less(one: Hendelse, other: Hendelse) -> bool:
    return not changed_keys(one, other)


def hendelser(old: Plan, new: Plan) -> Hendelser:
    """Pair the events before with those after; what was only announced, or doubtful, may become anything."""
    left = [event for event in new.hendelser if not event.planlagt]
    facts = [event for event in old.hendelser if not event.planlagt]
    for fits in (eq, _not_less):
        facts = [event for event in facts if _pop(left, event, fits) is None]
    endret = [(event, _pop(left, event, _same_kind) or _pop(left, event, _same_day)) for event in facts]
    return Hendelser([pair for pair in endret if not pair[0].usikker], left)


def has_new_kilde(old: Plan | Maal, new: Plan | Maal) -> bool:
    """Tell whether a source is cited that was not cited before: it stands behind the correction."""
    return any(cited not in old.kilder for cited in new.kilder)


def is_explained(old: Plan, new: Plan) -> bool:
    """Tell whether a new decision, or a source that was not cited before, explains a change."""
    return any(event.hva in BESLUTNINGER for event in hendelser(old, new).nye) or has_new_kilde(old, new)
