"""Where the sources of a plan and its events disagree (for PL802), in time that grows with what they say.

What two sources say is compared by look-up. Sources that say the same are compared once with others, and sources that
all say something else of one event, by the hundred, only until `_MOST` is spent: those that are left say nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import ONE_ORGAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.register.utsagn import Utsagn, UtsagnGroups

_MOST = 5_000
_EACH = 50
"""How many statements are compared for one kind of event in a file, and how many more for each that there is."""


class Conflict(NamedTuple):
    """Two statements that cannot both be right, and the field that they disagree on."""

    felt: str
    en: Utsagn
    annen: Utsagn


class _Spans:
    """When something happened, by body, to be asked whether it can have been at some time."""

    def __init__(self, said: list[Utsagn]) -> None:
        times: dict[str | None, list[tuple[date, date]]] = defaultdict(list)
        for one in said:
            times[one.organ or None].append((one.dato.start, one.dato.slutt))
        self._times = {organ: _sorted(those) for organ, those in times.items()}
        self._all = _sorted([time for those in times.values() for time in those])

    def has(self, said: Utsagn, known: date = date.max) -> bool:
        """Tell whether anything of what began by a day can be what is said: its body, and its time."""
        if not said.organ:
            return _has_overlap(self._all, said, known)
        return any(
            organ in self._times and _has_overlap(self._times[organ], said, known) for organ in (said.organ, None)
        )


_Times = tuple[list[date], list[date]]


def _sorted(times: list[tuple[date, date]]) -> _Times:
    """Give the first days in order, and for each the latest last day of those up to it."""
    starts, latest = [], list[date]()
    for start, slutt in sorted(times):
        starts.append(start)
        latest.append(max(slutt, latest[-1]) if latest else slutt)
    return starts, latest


def _has_overlap(times: _Times, said: Utsagn, known: date) -> bool:
    starts, latest = times
    at = bisect_right(starts, min(said.dato.slutt, known))
    return at > 0 and latest[at - 1] >= said.dato.start


class _Source:
    """What one source says of one kind of event, what is said twice once; the register's events are one too."""

    def __init__(self, said: list[Utsagn]) -> None:
        unlike: dict[tuple[object, ...], Utsagn] = {}
        for one in said:
            unlike.setdefault((one.dato, one.organ), one)
        self.said = [*unlike.values()]
        utgitt = self.said[0].utgitt if self.said else None
        self.utgitt = utgitt.slutt if utgitt else date.max
        self.unlike: object = (*unlike, self.utgitt)
        self.spans = _Spans(self.said)

    def known_by(self, other: _Source) -> list[Utsagn]:
        """Give what is said here that another source can have known of."""
        return [one for one in self.said if one.dato.start <= other.utgitt]


def _dato(one: _Source, other: _Source) -> tuple[Utsagn, Utsagn] | None:
    """Give two statements that date one event differently, where the sources agree nowhere, or not for their body.

    A source that tells of more events than the other (an older edition, another body) contradicts nothing.
    """
    ones, others = one.known_by(other), other.known_by(one)
    bodies = {said.organ for said in ones if other.spans.has(said, one.utgitt)}
    bodies |= {said.organ for said in others if one.spans.has(said, other.utgitt)}
    first: dict[str | None, Utsagn] = {}
    for said in others:
        first.setdefault(said.organ or None, said)
    if not bodies:
        return next(_first_pairs(ones, others[:1], first), None)
    unlike = (said for said in ones if said.organ and said.organ not in bodies and said.organ in first)
    return next(((said, first[said.organ]) for said in unlike), None)


def _first_pairs(
    ones: list[Utsagn], earliest: list[Utsagn], first: Mapping[str | None, Utsagn]
) -> Iterator[tuple[Utsagn, Utsagn]]:
    """Yield each statement with the first of the others that can be about the same body."""
    order = {said.path: number for number, said in enumerate(first.values())}
    for said in ones:
        fits = [first[organ] for organ in (said.organ, None) if organ in first] if said.organ else earliest
        if fits:
            yield said, min(fits, key=lambda other: order[other.path])


def _organ(one: _Source, other: _Source) -> tuple[Utsagn, Utsagn] | None:
    """Give two statements that name different bodies for one and the same day."""
    by_day: dict[object, dict[str, Utsagn]] = defaultdict(dict)
    for said in other.said:
        if said.organ:
            by_day[said.dato].setdefault(said.organ, said)
    for said in one.said:
        same_day = by_day.get(said.dato) if said.dato.is_day else None
        if said.organ and same_day and said.organ not in same_day:
            return said, next(iter(same_day.values()))
    return None


def _conflict(hva: str, one: _Source, other: _Source, sure: _Spans) -> Conflict | None:
    """Give what two sources disagree on; two statements that sure events both bear out are no disagreement."""
    felt, pair = "dato", _dato(one, other)
    if pair is None and hva in ONE_ORGAN:
        felt, pair = "organ", _organ(one, other)
    if pair is None or all(map(sure.has, pair)):
        return None
    return Conflict(felt, *pair)


def conflicts(hva: str, groups: UtsagnGroups) -> list[Conflict]:
    """Give the disagreements of the source that disagrees with most others, each with its own statement first.

    Of several such, the last. The register's events (None in `groups`) are one of the sources.
    """
    sources = [_Source(said) for said in groups.values()]
    alike: dict[object, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        alike[source.unlike].append(number)
    found = _compared([sources[those[0]] for those in alike.values()], hva, groups[None])
    if not found:
        return []
    numbers = [*alike.values()]
    against = Counter[int]()
    for one, other in found:
        against[one] += len(numbers[other])
        against[other] += len(numbers[one])
    odd = max(against, key=lambda kind: (against[kind], numbers[kind][-1]))
    mine, beside = sources[numbers[odd][-1]], {}
    for (one, other), (felt, *at) in found.items():
        my, its = at if one == odd else reversed(at)
        for number in numbers[other if one == odd else one] if odd in {one, other} else ():
            beside[number] = Conflict(felt, mine.said[my], sources[number].said[its])
    return [beside[number] for number in sorted(beside)]


def _compared(kinds: list[_Source], hva: str, events: list[Utsagn]) -> dict[tuple[int, int], tuple[str, int, int]]:
    """Give what those that say something else disagree on, by their numbers: the field, and which statements of each.

    As much is compared as a file may take.
    """
    sure = _Spans([said for said in events if said.sikker])
    left = _MOST + _EACH * sum(len(source.said) for source in kinds)
    found = {}
    for first, second in combinations(range(len(kinds)), 2):
        one, other = kinds[first], kinds[second]
        left -= len(one.said) + len(other.said)
        if left < 0:
            break
        if conflict := _conflict(hva, one, other, sure):
            felt, en, annen = conflict
            found[first, second] = felt, one.said.index(en), other.said.index(annen)
    return found
