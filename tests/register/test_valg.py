"""Elections and the days that follow from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import fjordvik

from planlint.model import Plansystem
from planlint.register.livsloep.valg import (
    FIRST,
    first_day,
    kommunevalg,
    konstituering,
    last_day,
    planstrategi_frist,
    valgaar,
    valgperiode_of,
)
from planlint.system.system import open_system


def system(root: Path, terms: str = "") -> Plansystem:
    """Give Fjordvik's declaration with these valgperioder."""
    file = fjordvik(root) / "plans" / "plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + terms, encoding="utf-8")
    register = open_system(root, date(2024, 6, 15)).register
    assert register is not None
    return register.plansystem


@pytest.mark.parametrize(
    "day",
    ["1999-09-13", "2003-09-15", "2007-09-10", "2011-09-12", "2015-09-14", "2019-09-09", "2023-09-11", "2027-09-13"],
)
def test_the_elections_that_were_and_the_next(day: str) -> None:
    """Every election since 1999 falls on the day it was held."""
    assert kommunevalg(int(day[:4])) == date.fromisoformat(day)


def test_an_election_is_always_on_a_monday_in_september() -> None:
    """No year gives a day outside 8 to 15 September."""
    for year in range(FIRST, 2200, 4):
        day = kommunevalg(year)
        assert (day.weekday(), day.month) == (0, 9)
        assert 8 <= day.day <= 15


def test_every_year_belongs_to_an_election() -> None:
    """The election year of a year is the last one, before 1999 too."""
    assert [valgaar(year) for year in (1998, 1999, 2022, 2023, 2026, 2027)] == [1995, 1999, 2019, 2023, 2023, 2027]
    assert valgperiode_of(2023) == "2023-2027"


def test_the_council_begins_on_31_october_unless_told(tmp_path: Path) -> None:
    """A declared day counts; a term that is declared without a day is as one that is not declared."""
    found = system(tmp_path, 'valgperioder:\n  "2019-2023": {konstituert: 2019-10-16}\n  "2023-2027": {}\n')
    assert konstituering(found, 2019) == date(2019, 10, 16)
    assert konstituering(found, 2023) == date(2023, 10, 31)
    assert konstituering(found, 2027) == date(2027, 10, 31)


def test_the_planstrategi_has_a_year(tmp_path: Path) -> None:
    """The year runs from the day the council began."""
    found = system(tmp_path, 'valgperioder:\n  "2019-2023": {konstituert: 2019-10-16}\n')
    assert planstrategi_frist(found, 2019) == date(2020, 10, 16)
    assert planstrategi_frist(found, 2023) == date(2024, 10, 31)


@pytest.mark.parametrize("day", ["2031-09-08", "2035-09-10", "2059-09-08"])
def test_where_september_begins_on_a_monday_the_election_is_on_the_eighth(day: str) -> None:
    """The first of September is then the first Monday, and the election on the second."""
    assert kommunevalg(int(day[:4])) == date.fromisoformat(day)


def test_a_term_lasts_from_one_council_to_the_day_before_the_next(tmp_path: Path) -> None:
    """A term whose years no calendar has is read as near to them as can be, and stops nothing."""
    declared = system(tmp_path)
    terms = (("2023-2027", date(2023, 10, 31), date(2027, 10, 30)), ("0000-0000", date(1, 10, 31), date(1, 10, 30)))
    for term, first, last in terms:
        assert (first_day(declared, term), last_day(declared, term)) == (first, last)
