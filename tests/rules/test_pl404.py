"""PL404 and chains of plans: rings, successors of every status, and what is left to other rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found as found_in, write
from support.rule_cases import AGAIN, EVENT, VOTE, found, plan, status, with_events


def test_a_plan_whose_successor_is_not_adopted_hides_none_whose_successor_is(tmp_path: Path) -> None:
    """PL404 passes over the one and tells of the other."""
    files = {
        "planer/a.yaml": PLAN,
        "planer/b.yaml": PLAN,
        "planer/c.yaml": status("igangsatt", events="", more="erstatter: [a]\n"),
        "planer/d.yaml": plan(more="erstatter: [b]\n"),
    }
    assert found_in(tmp_path, "PL404", files) == [("plan/b", "")]


def test_plans_that_replace_each_other_are_left_to_pl104(root: Path) -> None:
    """In a ring nobody knows which plan is the newest, however long the ring is."""
    for plan, old in (("a", "b"), ("b", "c"), ("c", "a")):
        write(root, f"planer/{plan}.yaml", PLAN + f"erstatter: [{old}, a, finnes-ikke]\n")
    assert found(root, "PL404") == []


def test_a_plan_that_replaced_others_can_be_replaced(root: Path) -> None:
    """A chain is no ring: only the plan that is not marked is found."""
    write(root, "planer/a.yaml", PLAN.replace("status: vedtatt", "status: erstattet"))
    write(root, "planer/b.yaml", PLAN + "erstatter: [a]\n")
    write(root, "planer/c.yaml", PLAN + "erstatter: [b]\n")
    assert found(root, "PL404") == [("plan/b", "")]


def test_a_successor_adopted_before_its_predecessor_is_left_to_pl309(root: Path) -> None:
    """Either the dates or `erstatter` are wrong; the old plan's status is not the fault."""
    write(root, "planer/gammel.yaml", PLAN)
    write(root, "planer/ny.yaml", PLAN.replace("2022-02-16", "2015-03-04") + "erstatter: [gammel]\n")
    assert found(root, "PL404") == []
    assert found(root, "PL309") == [("plan/ny", "erstatter")]


@pytest.mark.parametrize(
    ("status", "events", "told"),
    [
        ("vedtatt", (VOTE,), True),
        ("vedtatt", (VOTE.replace("2022", "2012"), AGAIN), True),
        ("opphevet", (VOTE, "hva: opphevet, dato: 2024-02-14"), True),
        ("opphevet", (), False),
        ("planlagt", (VOTE,), False),
    ],
)
def test_a_plan_that_once_was_adopted_has_replaced_the_one_before(
    status: str, events: tuple[str, ...], told: bool, root: Path
) -> None:
    """PL404: also where it is repealed by now, and where only its newest version is newer than the old plan."""
    write(root, "planer/gammel.yaml", PLAN.replace("2022-02-16", "2018-02-14"))
    text = with_events(*events, status=status, more="erstatter: [gammel]\n").replace(
        "hendelser:\nansvarlig", "ansvarlig"
    )
    write(root, "planer/ny.yaml", text)
    assert bool(found(root, "PL404")) is told


def test_a_replaced_plan_of_unknown_status_is_left_to_pl409(root: Path) -> None:
    """PL404 does not judge what nobody knows, and goes on to the others."""
    write(root, "planer/a.yaml", PLAN.replace("status: vedtatt\n", "").replace(f"hendelser:\n{EVENT}", ""))
    write(root, "planer/b.yaml", PLAN)
    write(root, "planer/ny.yaml", PLAN + "erstatter: [a, annen-og-ukjent, b]\n")
    assert found(root, "PL404") == [("plan/b", "")]
