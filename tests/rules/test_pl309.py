"""PL309 and events of several plans and rounds: what is out of order, and what only looks so."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, fjordvik, write
from support.rule_cases import EVENT, judge, plan, told_in


def test_every_plan_that_was_replaced_is_compared_with_its_successor(tmp_path: Path) -> None:
    """PL309 tells of the one that was adopted after its successor, also where another one was adopted before it."""
    files = {
        "planer/a.yaml": plan(("2022-02-16", "2014-02-12")),
        "planer/b.yaml": plan(("2022-02-16", "2023-02-15")),
        "planer/ny.yaml": plan(more="erstatter: [a, b]\n"),
    }
    assert [str(args["dato"]) for args in told_in(tmp_path, "PL309", files)] == ["2023-02-15"]


def test_a_repeal_before_the_adoption_is_out_of_order(tmp_path: Path) -> None:
    """Nothing is repealed before it is adopted; the status then contradicts the events too."""
    repealed = "  - {hva: opphevet, dato: 2021-02-17, organ: kommunestyret, sak: 8/21}\n" + EVENT
    plan = PLAN.replace(EVENT, repealed).replace("status: vedtatt", "status: opphevet")
    assert judge(tmp_path, "PL309", plan) == [("plan/klimastrategi", "")]


def test_a_hearing_after_the_work_began_again_is_no_disorder(tmp_path: Path) -> None:
    """PL402 tells that the status was forgotten; the events are in order."""
    again = EVENT + "  - {hva: oppstart, dato: 2024-01-10}\n  - {hva: høring_start, dato: 2024-05-02}\n"
    assert judge(tmp_path, "PL309", PLAN.replace(EVENT, again)) == []


def test_two_plans_that_replace_each_other_are_left_to_pl104(tmp_path: Path) -> None:
    """In a ring somebody was always adopted first."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/gammel.yaml", PLAN.replace("2022-02-16", "2015-03-04") + "erstatter: [klimastrategi]\n")
    assert judge(tmp_path, "PL309", PLAN + "erstatter: [gammel]\n") == []


def test_a_successor_that_cannot_be_read_or_dated_says_nothing(tmp_path: Path) -> None:
    """An unknown id is PL102's matter, a plan without adoption PL401's."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/gammel.yaml", PLAN.replace("hendelser:\n" + EVENT, ""))
    assert judge(tmp_path, "PL309", PLAN + "erstatter: [gammel, noe-helt-annet]\n") == []
