"""PL502 where another rule asks for the decision, or a plan cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, write
from support.planstrategi_cases import WORKING, plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")


def test_a_planstrategi_that_lists_only_the_kommuneplan_is_not_filled_in(root: Path) -> None:
    """Then the plans in force are one work list, and work outside it is not told plan by plan."""
    plan(root, "vurdert")
    plan(root, "arbeid", WORKING)
    assert found(root, "PL502") == [("planstrategi/ps", "ingen")]
    assert not found(root, "PL501")


def test_an_unreadable_plan_may_hold_the_decisions(root: Path) -> None:
    """That no plan has a decision is said only when every plan could be read."""
    plan(root, "vurdert")
    write(root, "planer/uleselig.yaml", "tittel: [")
    assert not found(root, "PL502")


@pytest.mark.parametrize(
    "changes",
    [
        [("til: 2030", "til: 2024")],
        [("til: 2030}", "til: 2030}\nrevisjon: {neste: 2023}")],
        [("til: 2030}", "til: 2030}\narbeid: {oppstart: 2025}")],
    ],
    ids=["PL303", "PL302", "PL501"],
)
def test_another_rule_asks_for_the_decision(root: Path, changes: list[tuple[str, str]]) -> None:
    """Where a plan's own dates already call for a decision, PL502 does not call for it again."""
    plan(root, "i-kraft", *changes)
    assert not found(root, "PL502")


@pytest.mark.parametrize(("end", "told"), [("2025-06-15", []), ("2025-06-16", [("plan/i-kraft", "")])])
def test_a_period_that_ends_within_a_year_is_pl303s(root: Path, end: str, told: list[tuple[str, str]]) -> None:
    """PL502 asks about the others."""
    plan(root, "i-kraft", ("til: 2030", f"til: {end}"))
    assert found(root, "PL502") == told
    assert bool(found(root, "PL303")) is not bool(told)


@pytest.mark.parametrize(("day", "told"), [("2024-04-23", True), ("2024-04-24", False)])
def test_a_plan_adopted_with_the_planstrategi_needs_no_decision_of_it(root: Path, day: str, told: bool) -> None:
    """PL502 asks about what was there before."""
    plan(root, "i-kraft", ("2022-02-16", day))
    assert bool(found(root, "PL502")) is told


@pytest.mark.parametrize(("begins", "told"), [("2025", False), ("2024", False), ("2023", True)])
def test_an_undated_plan_that_begins_later_was_not_there_to_be_decided(root: Path, begins: str, told: bool) -> None:
    """Nobody wrote down when it was adopted: PL401 asks; a period that may begin after the planstrategi says enough."""
    event = PLAN[PLAN.index("hendelser") : PLAN.index("ansvarlig")]
    plan(root, "a", (event, ""), ("fra: 2022", f"fra: {begins}"))
    assert bool(found(root, "PL502", "2025-06-15")) is told
