"""PL301 where a revision came after the period."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import lasting


@pytest.mark.parametrize(("day", "variant"), [("2023-12-31", ""), ("2024-01-01", "fornyet")])
def test_a_revision_renews_a_period_that_was_over(day: str, variant: str, tmp_path: Path) -> None:
    """PL301 asks for a new period only where the plan was revised after the old one."""
    plan = lasting("{fra: 2022, til: 2023}", f"hva: revidert, dato: {day}, organ: kommunestyret, sak: 1/24")
    assert found(tmp_path, "PL301", plan) == [("plan/a", variant)]
