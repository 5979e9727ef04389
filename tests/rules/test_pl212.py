"""PL212 and a plan that has ended."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, found


def test_an_ended_plan_may_hang_under_an_internal_one(tmp_path: Path) -> None:
    """PL212 judges what is in force or being made."""
    anchored = PLAN.replace("trygg-oppvekst", "{plan: b}")
    files = {"planer/b.yaml": PLAN.replace("type: strategi", "type: fagplan"), "planer/a.yaml": anchored}
    assert found(tmp_path, "PL212", files) == [("plan/a", "")]
    files["planer/a.yaml"] = anchored.replace("status: vedtatt", "status: opphevet")
    assert found(tmp_path, "PL212", files) == []
