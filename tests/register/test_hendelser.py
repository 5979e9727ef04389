"""A plan's events: which are changed, out of order or the newest, and what their days begin and end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, write

from planlint.model import Hendelse, Plan
from planlint.model.tidspunkt import parse
from planlint.register.livsloep.event_order import disordered_pair
from planlint.register.livsloep.frist import end_place, is_reversed
from planlint.register.livsloep.redated import changed_keys
from planlint.register.livsloep.rounds import find_rounds, lead_time
from planlint.register.register import Register
from planlint.system.system import open_system

DAY = "2024-06-15"
EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"


def register(root: Path, day: str = DAY) -> Register:
    """Open the plan system on a day."""
    found = open_system(root, date.fromisoformat(day)).register
    assert found is not None
    return found


def with_events(root: Path, *events: str, day: str = DAY, status: str = "vedtatt") -> tuple[Register, Plan]:
    """Give Fjordvik on a day, and in it a plan with these events, each written «hva dato» and perhaps more."""
    rows = "".join(f"  - {{hva: {event.replace(' ', ', dato: ', 1)}}}\n" for event in events)
    text = PLAN.replace(EVENT, rows).replace("status: vedtatt", f"status: {status}")
    write(fjordvik(root), "planer/klima.yaml", text)
    found = register(root, day)
    return found, found.planer["klima"]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (None, "7/22", False),
        (None, None, False),
        ("7/22", "7/22", False),
        ("muntlig", "muntlig", False),
        ("PS 7/22", "07/22", False),
        ("7/22", "8/22", True),
        ("7/22", None, True),
        ("muntlig", "7/22", True),
    ],
)
def test_a_case_number_that_was_unknown_or_is_the_same_is_not_changed(
    old: str | None, new: str | None, changed: bool
) -> None:
    """Only a number that was recorded can become another, or be gone."""
    before, after = (Hendelse(hva="vedtatt", dato=parse("2022-02-16"), sak=sak) for sak in (old, new))
    assert changed_keys(before, after) == (["sak"] if changed else [])


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2024-06-15", "2024-06-15", False),
        ("2024-06-15", "2024-06-14", True),
        ("2024", "2024-01", False),
        ("2024-06-30", "2024-06", False),
        ("2024-07-01", "2024-06", True),
    ],
)
def test_what_begins_and_ends_on_one_day_is_not_reversed(start: str, end: str, wrong: bool) -> None:
    """Only an end that is surely before the beginning is."""
    assert is_reversed(parse(start), parse(end)) is wrong


def test_the_newest_extension_says_when_the_period_ends(tmp_path: Path) -> None:
    """Of two that have happened, the last; its place in the file is shown."""
    events = ("vedtatt 2012-02-16", "forlenget 2020-01-01, til: 2032", "forlenget 2022-01-01, til: 2031")
    found, plan = with_events(tmp_path, *events)
    assert found.periodeslutt(plan) == date(2031, 12, 31)
    assert end_place(found, plan) == ("hendelser", 2, "til")
    then = found.at(date(2021, 1, 1))
    assert then.periodeslutt(plan) == date(2032, 12, 31)
    assert end_place(then, plan) == ("hendelser", 1, "til")


REVISED = ("vedtatt 2012-02-16", "revidert 2016-02-16")


@pytest.mark.parametrize(
    ("events", "pair"),
    [
        # what happens on one day, or in one month, may have happened in the right order
        (["høring_start 2020-02-16", "høring_slutt 2020-02-16", "vedtatt 2022-02-16"], None),
        (["forlenget 2022-02-16, til: 2034", "vedtatt 2022-02-16"], None),
        (["vedtatt 2022-02-16", "høring_start 2022-02-16"], None),
        (["forlenget 2022-02, til: 2034", "vedtatt 2022-02-16"], None),
        # a day between is enough
        (["forlenget 2022-02-15, til: 2034", "vedtatt 2022-02-16"], ("vedtatt", "forlenget 2022-02-15")),
        (["vedtatt 2022-02-16", "høring_start 2022-02-17"], ("høring_start", "vedtatt 2022-02-16")),
        # an adoption between two hearings, on the day that the first ended or the next began
        (["høring_slutt 2020-02-16", "vedtatt 2020-02-16", "høring_start 2021-02-16", "vedtatt 2022-02-16"], None),
        (["høring_slutt 2020-02-16", "vedtatt 2021-02-16", "høring_start 2021-02-16", "vedtatt 2022-02-16"], None),
        (
            ["høring_slutt 2020-02-16", "høring_start 2021-02-16", "vedtatt 2022-02-16"],
            ("høring_start", "høring_slutt 2020-02-16"),
        ),
        # of two adoptions, the first must come before what needs one, and the last after what is heard
        (["opphevet 2011-02-16", *REVISED], ("vedtatt", "opphevet 2011-02-16")),
        ([*REVISED, "offentliggjort 2018-02-16"], ("offentliggjort", "revidert 2016-02-16")),
        # of several pairs, the first
        (
            ["høring_slutt 2010-02-16", "høring_start 2011-02-16", *REVISED, "offentliggjort 2018-02-16"],
            ("høring_start", "høring_slutt 2010-02-16"),
        ),
    ],
)
def test_which_two_events_cannot_both_be_right(tmp_path: Path, events: list[str], pair: tuple[str, str] | None) -> None:
    """The one that is due first, and the one that is dated before it all the same."""
    found, plan = with_events(tmp_path, *events)
    told = disordered_pair(found, plan)
    assert (told and (told[0].hva, f"{told[1].hva} {told[1].dato}")) == pair


def test_an_adoption_by_a_committee_ends_a_round_unless_the_council_is_asked_for(tmp_path: Path) -> None:
    """What was heard before it belongs to its round, or to the council's."""
    found, plan = with_events(
        tmp_path,
        "høring_start 2020-02-16",
        "vedtatt 2021-02-16, organ: hovedutvalget",
        "vedtatt 2022-02-16, organ: kommunestyret",
    )
    assert [len(runde.hendelser) for runde in find_rounds(found, plan)] == [1, 0]
    assert [len(runde.hendelser) for runde in find_rounds(found, plan, i_raadet=True)] == [2]


def test_the_newest_vote_is_the_one_that_a_proposal_was_public_before(tmp_path: Path) -> None:
    """Of two rounds, the last one's days are counted."""
    found, plan = with_events(
        tmp_path,
        "høring_start 2019-12-01",
        "vedtatt 2020-02-16, organ: kommunestyret",
        "høring_start 2024-02-01",
        "revidert 2024-02-16, organ: kommunestyret",
    )
    told = lead_time(found, plan)
    assert told is not None
    assert (told.vedtak.hva, told.dager) == ("revidert", 15)


@pytest.mark.parametrize(("day", "status"), [("2024-06-14", "vedtatt"), ("2024-06-15", "satt_på_vent")])
def test_the_files_status_counts_from_the_day_of_the_last_event(tmp_path: Path, day: str, status: str) -> None:
    """That day too; the day before, the events tell."""
    found, plan = with_events(tmp_path, "vedtatt 2022-02-16", "oppstart 2024-06-15", day=day, status="satt_på_vent")
    assert found.status(plan) == status
