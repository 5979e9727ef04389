"""PL406 to the day: which deadline counts, and until when."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import write
from support.rule_cases import AGAIN, VOTE, found, with_events


@pytest.mark.parametrize(
    ("deadline", "events", "told"),
    [
        ("2024-06-14", (), True),
        ("2024-06-15", (), False),
        ("2024-02-14", (VOTE, AGAIN), False),  # the deadline of the round that ended that day
        ("2024-02-15", (VOTE, AGAIN), True),
        ("2023-05-01", (VOTE, AGAIN), False),
    ],
)
def test_a_deadline_counts_until_it_is_met(deadline: str, events: tuple[str, ...], told: bool, root: Path) -> None:
    """PL406: the day itself is in time, and a deadline before the newest adoption belongs to that."""
    status = "under_revisjon" if events else "igangsatt"
    text = with_events(*events, status=status, more=f"arbeid: {{ferdig: {deadline}}}\n")
    write(root, "planer/klima.yaml", text.replace("hendelser:\nansvarlig", "ansvarlig"))
    assert bool(found(root, "PL406")) is told
