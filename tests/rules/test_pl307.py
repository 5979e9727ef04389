"""PL307 to the day, and where the adoption that was announced is PL401's to ask about."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found
from support.rule_cases import EVENT, judge, lasting


def test_an_announced_day_that_passed_is_left_to_pl401_when_nothing_was_ever_adopted(tmp_path: Path) -> None:
    """The status is the fault there, and one cause is told once."""
    announced = PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2024-02-16, planlagt: true}\n")
    assert judge(tmp_path, "PL307", announced) == []
    assert judge(tmp_path, "PL307", announced.replace("status: vedtatt", "status: til_vedtak")) == [
        ("plan/klimastrategi", "varslet")
    ]


@pytest.mark.parametrize(("day", "told"), [("2024-04-30", False), ("2024-05-01", True)])
def test_history_ends_on_the_day_the_register_was_brought_up_to_date(day: str, told: bool, tmp_path: Path) -> None:
    """PL307 reads the register as it was only before `ajourført`."""
    plan = {"planer/a.yaml": PLAN.replace("2022-02-16", "2024-09-18")}
    assert bool(found(tmp_path, "PL307", plan, day)) is told


@pytest.mark.parametrize(
    ("status", "events", "variants"),
    [
        # announced for today: still time, and no adoption to come
        ("vedtatt", ["hva: vedtatt, dato: 2024-06-15, planlagt: true"], []),
        ("til_vedtak", ["hva: vedtatt, dato: 2024-06-15, planlagt: true"], []),
        ("til_vedtak", ["hva: vedtatt, dato: 2024-06-14, planlagt: true"], ["varslet"]),
        # decided on the very day that was announced
        ("vedtatt", ["hva: vedtatt, dato: 2024-06-05, planlagt: true", "hva: vedtatt, dato: 2024-06-05"], []),
        # another thing than an adoption was announced
        ("vedtatt", ["hva: høring_start, dato: 2024-09-02, planlagt: true"], []),
        ("igangsatt", ["hva: høring_start, dato: 2024-05-02, planlagt: true"], []),
    ],
)
def test_adoptions_that_were_announced(status: str, events: list[str], variants: list[str], tmp_path: Path) -> None:
    """PL307 asks about adoptions alone, and the announced day itself is not over."""
    plan = lasting("{fra: 2022, til: 2030}", *events)
    text = plan["planer/a.yaml"].replace(EVENT, "").replace("status: vedtatt", f"status: {status}")
    assert [variant for _, variant in found(tmp_path, "PL307", {"planer/a.yaml": text})] == variants
