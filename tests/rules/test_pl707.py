"""PL707 to the day, and measures that are done."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik, write
from support.oppfoelging_cases import found


@pytest.mark.parametrize(("deadline", "told"), [("2024-06-14", True), ("2024-06-15", False), ("2024", False)])
def test_the_last_day_of_a_deadline_is_in_time(tmp_path: Path, deadline: str, told: bool) -> None:
    """PL707; PL706 and PL707 go on after a measure that is done."""
    write(fjordvik(tmp_path), "tiltak/a.yaml", "tittel: A\nstatus: gjennomført\nfrist: 2020\n")
    write(tmp_path, "tiltak/b.yaml", f"tittel: B\nstatus: pågår\nfrist: {deadline}\n")
    assert bool(found(tmp_path, "PL707")) is told
    assert [file for file, _ in found(tmp_path, "PL706")] == ["tiltak/b.yaml"] * 2
