"""A time in a sentence is told no nearer than it is known: a day as a day, a year as a year."""

from __future__ import annotations

from datetime import date

import pytest

from planlint.model import moved, parse
from planlint.text import language

TEXT = "{tid:av} | {tid:ved} | {tid:i}"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2020-03-04", "4.3.2020 | 4.3.2020 | 4.3.2020"),
        ("2020", "utgangen av 2020 | ved utgangen av 2020 | i 2020"),
        ("2020-02", "utgangen av februar 2020 | ved utgangen av februar 2020 | i februar 2020"),
        ("2020-H1", "utgangen av 1. halvår 2020 | ved utgangen av 1. halvår 2020 | i 1. halvår 2020"),
    ],
)
def test_a_time_is_told_no_nearer_than_it_is_known(written: str, told: str) -> None:
    """No day stands where the source has only a year, a half-year or a month."""
    assert language("nb").format(TEXT, tid=parse(written)) == told


def test_a_day_is_a_day_whatever_holds_it() -> None:
    """A calendar day of the law, and a text that stands there instead of one, are told as they are."""
    assert language("nb").format(TEXT, tid=date(2020, 12, 31)) == "31.12.2020 | 31.12.2020 | 31.12.2020"
    assert language("nb").format("{tid:av}", tid="senest da") == "senest da"


def test_in_english_a_day_and_a_year_have_their_own_prepositions() -> None:
    """«On» for a day, «in» for a year."""
    lang = language("en")
    assert lang.format("ended {tid:ved}", tid=parse("2020-12-31")) == "ended on 31 December 2020"
    assert lang.format("ended {tid:ved}", tid=parse("2020")) == "ended at the end of 2020"
    assert lang.format("done {tid:i}, by {tid:av}", tid=parse("2020")) == "done in 2020, by the end of 2020"


@pytest.mark.parametrize(
    ("written", "months", "told"),
    [
        ("2016", 48, "2020"),
        ("2016-02-29", 12, "28.2.2017"),
        ("2016-05", 48, "mai 2020"),
        ("2016-H1", 12, "juni 2017"),
        ("2016", 6, "juni 2017"),
    ],
)
def test_a_time_that_is_moved_is_known_no_nearer_than_before(written: str, months: int, told: str) -> None:
    """Every fourth year after 2016 is some time in 2020; what is no whole part of a year is told by its last month."""
    assert language("nb").tidspunkt(moved(parse(written), months)) == told
