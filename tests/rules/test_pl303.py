"""PL303 to the day: how long ahead it warns."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found
from support.rule_cases import lasting


@pytest.mark.parametrize(
    ("end", "told"), [("2024-06-14", False), ("2024-06-15", True), ("2025-06-15", True), ("2025-06-16", False)]
)
def test_a_warning_comes_a_year_ahead(end: str, told: bool, tmp_path: Path) -> None:
    """PL303 speaks from 365 days before the last day, to that day."""
    assert bool(found(tmp_path, "PL303", lasting(f"{{fra: 2022, til: {end}}}"))) is told
