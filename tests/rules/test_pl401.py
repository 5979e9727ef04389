"""PL401 by plan type: what an adoption must state, and when one to come is PL307's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, write
from support.rule_cases import EVENT, found, with_events


def test_an_adoption_to_come_is_left_to_pl307(root: Path) -> None:
    """The status is too early there, and one cause is told once."""
    write(root, "planer/klima.yaml", PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2025-02-16, planlagt: true}\n"))
    assert found(root, "PL401") == []
    assert found(root, "PL307") == [("plan/klima", "")]


def test_an_adoption_announced_for_today_is_no_longer_ahead(root: Path) -> None:
    """PL401 takes over from PL307 on the day itself."""
    write(root, "planer/klima.yaml", PLAN.replace(EVENT, "  - {hva: vedtatt, dato: 2024-06-15, planlagt: true}\n"))
    assert [found(root, code, "2024-06-14") for code in ("PL307", "PL401")] == [[("plan/klima", "")], []]
    assert [found(root, code, "2024-06-15") for code in ("PL307", "PL401")] == [[], [("plan/klima", "varslet")]]


@pytest.mark.parametrize(
    ("type_", "event", "variants"),
    [
        ("analyse", "", ["til_orientering"]),
        ("analyse", "hva: vedtatt, dato: 2022-02-16", []),
        ("ukjent", "", []),
        ("ukjent", "hva: vedtatt, dato: 2022-02-16", []),
        ("strategi", "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", ["sak"]),
        ("strategi", "hva: vedtatt, dato: 2022-02-16, organ: kommunedirektoeren", []),
        ("strategi", "hva: vedtatt, dato: 2022-02-16", ["organ_sak"]),
        ("fagplan", "hva: vedtatt, dato: 2022-02-16, organ: kommunestyret", []),
        ("fagplan", "hva: vedtatt, dato: 2022-02-16", ["organ"]),
    ],
)
def test_what_an_adoption_must_state(type_: str, event: str, variants: list[str], root: Path) -> None:
    """A case number belongs to a political body's vote on a plan that is not internal; knowledge is only noted."""
    text = PLAN.replace("type: strategi", f"type: {type_}").replace(EVENT, f"  - {{{event}}}\n" if event else "")
    write(root, "planer/klima.yaml", text.replace("hendelser:\nansvarlig", "ansvarlig"))
    assert [variant for _, variant in found(root, "PL401")] == variants


def test_of_several_announced_adoptions_the_last_is_shown(root: Path) -> None:
    """PL401 points at the day that was moved to."""
    events = ("hva: vedtatt, dato: 2023-02-15, planlagt: true", "hva: vedtatt, dato: 2024-02-14, planlagt: true")
    write(root, "planer/klima.yaml", with_events(*events))
    (item,) = check(root, date.fromisoformat(DATE), select=("PL401",)).findings
    assert item.diagnostic.place.path == ("hendelser", 1, "planlagt")
