"""PL311 to the day, and the months that a municipality sets itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import changed


def test_a_municipality_can_ask_for_a_register_brought_up_to_date_more_often(tmp_path: Path) -> None:
    """PL311 counts the months that plansystem.yaml sets, not its own twelve."""
    files = changed("plansystem.yaml", "ajourført: 2024-05-01", "ajourført: 2024-02-01")
    assert found(tmp_path, "PL311", files) == []
    files["plansystem.yaml"] += "regler: {PL311: {valg: {maaneder: 3}}}\n"
    assert found(tmp_path, "PL311", files) == [("plansystem", "")]


@pytest.mark.parametrize(("day", "told"), [("2025-05-01", False), ("2025-05-02", True)])
def test_a_register_is_up_to_date_for_a_year(day: str, told: bool, tmp_path: Path) -> None:
    """PL311 counts twelve months from `ajourført`."""
    assert bool(found(tmp_path, "PL311", {}, day)) is told
