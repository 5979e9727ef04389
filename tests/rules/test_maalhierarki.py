"""PL207, PL208 and PL209 where another rule speaks, and they must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, write

GOAL = "tittel: Et mål\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
BROKEN = "tittel: [\n"


def found(root: Path) -> list[tuple[str, str]]:
    """Give code and goal of what the rules of the goal hierarchy report."""
    report = check(root, date(2024, 6, 15), select=("PL207", "PL208", "PL209"))
    return [(item.diagnostic.code, item.diagnostic.entity) for item in report.findings]


@pytest.mark.parametrize("path", ["planer/ulest.yaml", "maal/ulest.yaml", "tiltak/ulest.yaml"])
def test_what_cannot_be_read_may_follow_up(tmp_path: Path, path: str) -> None:
    """A slip of the pen in one file must not make goals elsewhere look forgotten."""
    write(fjordvik(tmp_path), "maal/nytt.yaml", GOAL)
    assert found(tmp_path) == [("PL207", "maal/nytt")]
    write(tmp_path, path, BROKEN)
    assert found(tmp_path) == []


def test_a_goal_that_cannot_be_read_may_hang_under(tmp_path: Path) -> None:
    """A hovedmål is not called empty while a goal file is unreadable."""
    write(fjordvik(tmp_path), "maal/nytt.yaml", "tittel: Et mål\ntype: hovedmål\nplan: samfunnsdel-2020\n")
    assert found(tmp_path) == [("PL209", "maal/nytt")]
    write(tmp_path, "maal/ulest.yaml", BROKEN)
    assert found(tmp_path) == []


def test_a_plan_without_status_may_follow_up(tmp_path: Path) -> None:
    """The missing status is the one cause, and PL409 says so."""
    write(fjordvik(tmp_path), "maal/nytt.yaml", GOAL)
    text = PLAN.replace("status: vedtatt\n", "").replace("trygg-oppvekst", "nytt")
    write(tmp_path, "planer/klima.yaml", text)
    assert found(tmp_path) == []


def test_a_plan_past_its_period_follows_up(tmp_path: Path) -> None:
    """PL301 asks for a decision; until then the plan may still apply."""
    write(fjordvik(tmp_path), "maal/nytt.yaml", GOAL)
    text = PLAN.replace("til: 2030", "til: 2023").replace("trygg-oppvekst", "nytt")
    write(tmp_path, "planer/klima.yaml", text)
    assert found(tmp_path) == []


def test_rings_and_undeclared_types_are_left_to_others(tmp_path: Path) -> None:
    """PL104 shows the ring, PL102 the type; a goal under either is not blamed."""
    tiltak = "tittel: Et tiltak\nmål: [a, b, c, d, e]\n"
    write(fjordvik(tmp_path), "tiltak/t.yaml", tiltak)
    for id_, over in (("a", "b"), ("b", "a"), ("c", "c")):
        write(tmp_path, f"maal/{id_}.yaml", GOAL.replace("gode-liv", over))
    write(tmp_path, "maal/d.yaml", GOAL.replace("delmål", "xyzzyx"))
    write(tmp_path, "maal/e.yaml", GOAL.replace("gode-liv", "d"))
    assert found(tmp_path) == []


def test_under_a_ring_is_not_in_it(tmp_path: Path) -> None:
    """A goal under a ring is told of its own fault, and the search ends."""
    write(fjordvik(tmp_path), "tiltak/t.yaml", "tittel: Et tiltak\nmål: [a, b, c]\n")
    for id_, over in (("a", "b"), ("b", "a"), ("c", "a")):
        write(tmp_path, f"maal/{id_}.yaml", GOAL.replace("gode-liv", over))
    assert found(tmp_path) == [("PL208", "maal/c")]


def test_a_goal_of_an_unknown_plan_is_not_judged(tmp_path: Path) -> None:
    """Nobody knows whether the goal is adopted; PL102 reports the id."""
    text = GOAL.replace("samfunnsdel-2020", "xyzzyx").replace("overordnet: gode-liv\n", "")
    write(fjordvik(tmp_path), "maal/nytt.yaml", text)
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("anchors", "told"), [("[{mål: ''}]", []), ("[finnes-ikke, gode-liv]", [("PL207", "maal/nytt")])]
)
def test_anchors_that_cannot_be_read_may_follow_up(anchors: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    """A goal is not called forgotten while a plan's anchors are lost; where one leads nowhere, the others are known."""
    write(fjordvik(tmp_path), "maal/nytt.yaml", GOAL)
    write(tmp_path, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", anchors))
    assert found(tmp_path) == told
