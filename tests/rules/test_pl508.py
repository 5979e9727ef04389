"""PL508 to the day, and with several plans that wait."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.planstrategi_cases import plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")


@pytest.mark.parametrize(("day", "waiting"), [("2024-09-30", ["plan/b"]), ("2024-10-01", ["plan/a", "plan/b"])])
def test_work_that_has_a_time_waits_for_that(root: Path, day: str, waiting: list[str]) -> None:
    """PL508 does not ask of a plan while `arbeid` says that it begins later, and asks of the others all the same."""
    vote = "hendelser:\n  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
    plan(root, "ferdig", ("2022-02-16", "2024-05-22"), besluttet="{valg: revideres, ferdig: 2026}")
    for id_, times in (("a", "arbeid: {oppstart: 2024-09}\n"), ("b", "")):
        plan(root, id_, ("status: vedtatt", "status: planlagt"), (vote, ""),
             besluttet="{valg: ny, venter_på: [ferdig]}", extra=times)  # fmt: skip
    assert [entity for entity, _ in found(root, "PL508", day)] == waiting
