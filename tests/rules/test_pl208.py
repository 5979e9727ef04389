"""PL208 where a proposal, a ring or an unknown type is not its own to tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found, write
from support.rule_cases import GOAL, goal, told


@pytest.mark.parametrize(
    ("plan", "over", "told_of"),
    [
        ("samfunnsdel-2020", "trygg-oppvekst", True),
        ("under-arbeid", "trygg-oppvekst", False),
        ("samfunnsdel-2020", "ring", False),
    ],
)
def test_a_goal_under_the_wrong_type_is_told_when_it_is_adopted(
    plan: str, over: str, told_of: bool, root: Path
) -> None:
    """PL208 leaves a proposal in peace, and a ring to PL104."""
    write(root, "planer/under-arbeid.yaml", PLAN.replace("status: vedtatt", "status: igangsatt"))
    goal(root, "a", plan, more=f"overordnet: {over}\n")
    goal(root, "ring", plan, more="overordnet: a\n" if over == "ring" else "overordnet: gode-liv\n")
    assert ("maal/a" in [each.entity for each in told(root, "PL208")]) is told_of


def test_no_goal_to_hang_under_is_picked_for_the_planner(root: Path) -> None:
    """PL208 says how the field is written, and not which goal it is: the register cannot know."""
    goal(root, "s", "samfunnsdel-2020", "strategi")
    given = {each.entity: list(each.finding.args.values()) for each in told(root, "PL208")}
    assert "maal/s" in given
    assert [value for value in given["maal/s"] if value in ("trygg-oppvekst", "gode-liv")] == []


def test_a_goal_of_an_unknown_type_hides_no_goal_that_hangs_loose(tmp_path: Path) -> None:
    """PL208 leaves the one to PL102 and tells of the other."""
    files = {
        f"maal/{id_}.yaml": GOAL.format(id=id_, type=type_, plan="samfunnsdel-2020")
        for id_, type_ in (("a", "ukjent"), ("b", "delmål"))
    }
    assert found(tmp_path, "PL208", files) == [("maal/b", "")]
