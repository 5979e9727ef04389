"""PL104 and rings that are long, or that others lead into."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, found, write
from support.rule_cases import TODAY, plan

GOAL = "tittel: Mål {n}\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: maal-{over}\n"


def test_a_ring_is_told_once_also_when_another_plan_led_into_it_first(tmp_path: Path) -> None:
    """PL104 does not begin again at a plan that it has been through."""
    files = {f"planer/{id_}.yaml": plan(more="erstatter: [b]\n") for id_ in "ab"}
    assert found(tmp_path, "PL104", files) == [("plan/b", "selv")]


def test_a_ring_of_thousands_is_one_finding(tmp_path: Path) -> None:
    """PL104 follows long rings without recursion, and its message stays short."""
    fjordvik(tmp_path)
    for n in range(3000):
        write(tmp_path, f"maal/maal-{n}.yaml", GOAL.format(n=n, over=(n + 1) % 3000))
    rings = check(tmp_path, TODAY, select=("PL104",)).findings
    assert [item.diagnostic.place.file for item in rings] == ["plans/maal/maal-0.yaml"]
    assert len(rings[0].related) == 2999
    assert len(str(rings[0].diagnostic.finding.args["ring"])) < 150


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (7, "Mål 0 → Mål 1 → Mål 2 → Mål 3 → Mål 4 → Mål 5 → Mål 6 → Mål 0"),
        (8, "Mål 0 → Mål 1 → Mål 2 → Mål 3 → Mål 4 → Mål 5 → … → Mål 0"),
    ],
)
def test_a_ring_is_shown_whole_when_it_has_room(size: int, shown: str, tmp_path: Path) -> None:
    """PL104 shortens a ring only where that leaves something out."""
    fjordvik(tmp_path)
    for n in range(size):
        write(tmp_path, f"maal/maal-{n}.yaml", GOAL.format(n=n, over=(n + 1) % size))
    rings = check(tmp_path, TODAY, select=("PL104",)).findings
    assert [item.diagnostic.finding.args["ring"] for item in rings] == [shown]


def test_a_ring_that_others_lead_into_is_told_once(tmp_path: Path) -> None:
    """PL104 neither tells of a ring again from its other plans, nor of those that only lead into it."""
    plans = {"a": "b", "b": "c", "c": "b", "d": "d", "e": "d"}
    files = {f"planer/{id_}.yaml": f"{PLAN}erstatter: [{old}]\n" for id_, old in plans.items()}
    assert found(tmp_path, "PL104", files) == [("plan/b", "erstatter"), ("plan/d", "selv")]
