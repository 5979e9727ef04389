"""Time grows as the input does: four times as much takes at most five times as long, in processor time of this process.

The table of the same, on larger inputs, is `python tools/growth/run.py`, which `make deep` runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from growth import clock, patterns, rules, shapes
from growth.clock import LEAST, MOST, Growth, growth
from growth.copies import WAYS

from planlint.base import Spelling, nearest

PARTS = 8


@pytest.mark.parametrize("code", rules.JUDGING)
def test_each_rule(code: str) -> None:
    """No rule takes the square of how many there are of what it judges, nor of how long a list is."""
    for way in WAYS:
        found = rules.of_rule(code, way, 8, 32)
        assert not found.too_much, found


@pytest.mark.parametrize("name", shapes.cases())
def test_each_command_and_shape(name: str) -> None:
    """Checks of what is made to be slow, diff, fix, build, import, and suggestions for words that are misspelt."""
    found = shapes.of_case(name)
    assert not found.too_much, found


@pytest.mark.parametrize("part", range(PARTS))
def test_each_pattern(part: int) -> None:
    """Every pattern in planlint, on runs of what patterns are slow on; in parts, so that several workers share them."""
    names = sorted(patterns.known())
    assert len(names) > 100
    found = [patterns.of_pattern(name) for name in names[part::PARTS]]
    assert [str(one) for one in found if one.too_much] == []


def test_what_grows_with_the_square_is_seen() -> None:
    """The measure itself: a loop within a loop is too much, one after the other is not."""

    def rounds(number: int) -> int:
        return sum(1 for _ in range(number))

    assert growth("kvadrat", lambda n: lambda: rounds(n * n), 200, 1_000).too_much
    assert not growth("lineær", lambda n: lambda: rounds(n * 100), 200, 40_000).too_much
    assert Growth("lite", 1, LEAST / MOST / 4, LEAST / 2).too_much is False


def test_what_disturbs_a_short_measure_is_no_growth_and_a_short_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A millisecond says nothing: where it seems too much, more is measured, until it is long enough to be trusted."""
    now = [0.0]
    monkeypatch.setattr(clock, "time", SimpleNamespace(process_time=lambda: now[0]))
    asked: Counter[int] = Counter()

    def takes(seconds: float) -> None:
        now[0] += seconds

    def disturbed(n: int) -> Callable[[], None]:
        asked[n] += 1
        busy = 0.1 if n == 400 and asked[n] <= 3 else 0  # the first few times at 4n something else is done
        return lambda: takes(n * 1e-6 + busy)

    assert not growth("forstyrret", disturbed, 100, 100).too_much
    assert asked[400] > 1
    square = growth("kort kvadrat", lambda n: lambda: takes(n * n * 1e-8), 300, 300)
    assert square.too_much
    assert square.n > 300


SLIPS = ("gode-live", "gode-lv", "gode-luv", "goed-liv", "GODE-LIV", "god-liv-", "gode-liiv")


@pytest.mark.parametrize("word", SLIPS)
def test_a_slip_of_the_pen_is_seen_however_many_there_are(word: str) -> None:
    """The thousandth misspelt word has its suggestion too, and it is the one that a single word would have."""
    names = ["gode-liv", "naer-natur", "trygg-oppvekst", *(f"mål-nummer-{number}" for number in range(500))]
    spelling = Spelling(names)
    for number in range(1_000):
        spelling.nearest(f"xyzxyzxyz-{number}-zyxzyxzyx")
    assert spelling.nearest("trgg-opvkst") == ""
    assert spelling.nearest(word) == nearest(word, names) == "gode-liv"
    assert Spelling(names).nearest("trgg-opvkst") == nearest("trgg-opvkst", names) == "trygg-oppvekst"


def test_long_and_empty_names() -> None:
    """Names of any length are compared, also those that are too long to be looked up."""
    long = "mål-" * 60
    assert Spelling([long, "kort"]).nearest(long[:-3]) == long
    assert Spelling([]).nearest("noe") == ""
    assert Spelling(["", "a"]).nearest("") == ""
