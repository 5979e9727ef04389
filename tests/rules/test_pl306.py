"""PL306 to the day: the longest period that is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import lasting


@pytest.mark.parametrize(("end", "told"), [("2032-01-01", False), ("2032-01-02", True), ("2032", False)])
def test_the_longest_period_is_counted_to_the_day(end: str, told: bool, tmp_path: Path) -> None:
    """PL306 allows the day on which the years are full."""
    plan = lasting(f"{{fra: 2020-01-01, til: {end}}}", type_="temaplan")
    assert bool(found(tmp_path, "PL306", plan)) is told
