"""PL506 to the day: which plans end before the planstrategi does."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import DATE
from support.planstrategi_cases import plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")


@pytest.mark.parametrize(
    ("end", "day", "told"),
    [
        ("2027-10-30", DATE, [""]),  # the planstrategi's own last day
        ("2027-10-31", DATE, []),
        ("2024-06-15", DATE, [""]),  # the last day counts
        ("2024-06-14", DATE, ["utløpt"]),
    ],
)
def test_a_plan_is_continued_as_long_as_the_planstrategi_lasts(root: Path, end: str, day: str, told: list[str]) -> None:
    """PL506 compares the last days."""
    plan(root, "gaar-ut", ("til: 2030", f"til: {end}"), besluttet="{valg: videreføres}")
    assert [variant for _, variant in found(root, "PL506", day)] == told
