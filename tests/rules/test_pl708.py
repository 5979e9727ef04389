"""PL708 about the past."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik, write
from support.oppfoelging_cases import found


@pytest.mark.parametrize(("today", "told"), [("2024-04-30", False), ("2024-05-01", True)])
def test_challenges_are_known_from_the_day_the_register_describes(tmp_path: Path, today: str, told: bool) -> None:
    """PL708 is silent about the past."""
    write(fjordvik(tmp_path), "utfordringer/a.yaml", "tittel: A\n")
    assert bool(found(tmp_path, "PL708", today)) is told
