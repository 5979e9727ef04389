"""Where sources disagree is found by look-up, and is what holding each statement against each other would find."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from planlint.model import ONE_ORGAN
from planlint.model.tidspunkt import parse
from planlint.register.source_stage import Said, first_behind, is_behind
from planlint.register.utsagn import Utsagn, UtsagnGroups
from planlint.register.utsagn_conflicts import Conflict, conflicts

TIMES = tuple(map(parse, ("2019", "2020", "2020-03", "2020-03-18", "2020-03-19", "2021-01-01", "2021")))
BODIES = (None, "kommunestyret", "formannskapet", "hovedutvalget")
DATED = st.tuples(st.sampled_from(TIMES), st.sampled_from(BODIES), st.booleans())


def _dates(ones: list[Utsagn], others: list[Utsagn]) -> Conflict | None:
    pairs = [(one, other) for one in ones for other in others if one.can_be_compared(other)]
    agreed = [pair for pair in pairs if pair[0].is_same_time(pair[1])]
    if not agreed:
        return Conflict("dato", *pairs[0]) if pairs else None
    bodies = {said.organ for pair in agreed for said in pair}
    unlike = (pair for pair in pairs if pair[0].organ == pair[1].organ and pair[0].organ not in {None, *bodies})
    return next((Conflict("dato", *pair) for pair in unlike), None)


def _bodies(ones: list[Utsagn], others: list[Utsagn]) -> Conflict | None:
    for one in ones:
        same = [other for other in others if other.organ and other.dato == one.dato and one.dato.is_day]
        if one.organ and same and all(other.organ != one.organ for other in same):
            return Conflict("organ", one, same[0])
    return None


def _borne_out(said: Utsagn, events: list[Utsagn]) -> bool:
    return any(one.sikker and one.is_same_time(said) and one.has_same_organ(said) for one in events)


def each_with_each(hva: str, groups: UtsagnGroups) -> dict[str | None, list[Conflict]]:
    """Give the disagreements of each source with each other, by holding every statement against every other."""
    found: dict[str | None, list[Conflict]] = {kilde: [] for kilde in groups}
    for (one, ones), (other, others) in combinations(groups.items(), 2):
        strid = _dates(ones, others) or (_bodies(ones, others) if hva in ONE_ORGAN else None)
        if strid and not all(_borne_out(said, groups[None]) for said in (strid.en, strid.annen)):
            found[one].append(strid)
            found[other].append(Conflict(strid.felt, strid.annen, strid.en))
    return found


@st.composite
def statements(draw: st.DrawFn) -> UtsagnGroups:
    """Draw what the events and up to five sources say, each with when it came out."""
    groups: UtsagnGroups = {None: []}
    for number in range(draw(st.integers(0, 5)) + 1):
        kilde = f"kilde-{number}" if number else None
        utgitt = draw(st.sampled_from((None, *TIMES))) if number else None
        groups[kilde] = [
            Utsagn((str(kilde), at), kilde, utgitt, dato, organ, sure and organ is not None and not number)
            for at, (dato, organ, sure) in enumerate(draw(st.lists(DATED, min_size=min(number, 1), max_size=4)))
            if utgitt is None or dato.start <= utgitt.slutt
        ]
    return groups


@settings(max_examples=300)
@given(groups=statements(), hva=st.sampled_from(("vedtatt", "oppstart", "opphevet")))
def test_the_same_is_found_as_by_holding_each_against_each(groups: UtsagnGroups, hva: str) -> None:
    """The source with most disagreements, the last of several, and what it disagrees on with whom.

    Where two sources name bodies for one day, and one of them names one more, which of them stands first decides.
    """
    both = each_with_each(hva, groups)
    turned = each_with_each(hva, {None: groups[None], **dict(reversed([*groups.items()][1:]))})
    found = conflicts(hva, groups)
    assert bool(found) == any(both.values())
    same = [{pair(strid) for those in way.values() for strid in those} for way in (both, turned)]
    if same[0] != same[1]:
        assert {pair(strid) for strid in found} <= same[0] | same[1]
        return
    most = max(map(len, both.values()))
    odd = [kilde for kilde, those in both.items() if len(those) == most][-1] if most else None
    assert [pair(strid) for strid in found] == [pair(strid) for strid in both[odd]]
    said = [tuple((one.dato, one.organ) for one in those) for those in groups.values()]
    if len({*said}) == len(said):
        assert found == both[odd]


def pair(strid: Conflict) -> tuple[str, frozenset[str | None]]:
    """Give what two sources disagree on, whoever is asked first."""
    return strid.felt, frozenset((strid.en.kilde, strid.annen.kilde))


@pytest.mark.parametrize("number", [10, 500])
def test_the_odd_one_is_found_among_many(number: int) -> None:
    """One source of many that gives another day than all the others is told of, against each of them."""
    groups: UtsagnGroups = {None: []}
    for at in range(number):
        time = TIMES[4] if at == number // 2 else TIMES[3]
        groups[f"kilde-{at}"] = [Utsagn(("kilder", at), f"kilde-{at}", None, time, None)]
    found = conflicts("vedtatt", groups)
    assert {strid.en.kilde for strid in found} == {f"kilde-{number // 2}"}
    assert len(found) == number - 1


def test_many_that_all_say_something_else_are_told_of() -> None:
    """Not each is held against each, and that they disagree is told all the same."""
    groups: UtsagnGroups = {None: []}
    for at in range(1_000):
        time = parse(f"{1_900 + at % 100}-{at // 100 + 1:02}")
        groups[f"kilde-{at}"] = [Utsagn(("kilder", at), f"kilde-{at}", None, time, None)]
    found = conflicts("vedtatt", groups)
    assert len(found) > 50
    assert Counter(strid.felt for strid in found) == {"dato": len(found)}


SAID = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 2), st.sampled_from((None, *TIMES[1:5]))), max_size=8
).map(lambda items: [Said(at, *item) for at, item in enumerate(items)])


@given(said=SAID)
def test_the_first_two_of_which_one_is_behind(said: list[Said]) -> None:
    """In the order of the file, as holding each against each would find them."""
    pairs = combinations(said, 2)
    assert first_behind(said) == next((two for two in pairs if is_behind(*two) or is_behind(*reversed(two))), None)
