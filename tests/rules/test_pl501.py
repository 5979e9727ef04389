"""PL501 where plans need no decision, and go in a ring."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.planstrategi_cases import WORKING, plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")


def test_what_is_made_anew_every_year_needs_no_decision(root: Path) -> None:
    """A handlingsprogram is under work every autumn, whatever the planstrategi says."""
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("hvert 4. år", "årlig"), encoding="utf-8")
    plan(root, "arbeid", WORKING, ("type: strategi", "type: temaplan"))
    assert not found(root, "PL501")


def test_a_ring_of_parts_ends(root: Path) -> None:
    """Plans that are parts of each other are PL104's matter, and hang nothing up."""
    plan(root, "a", WORKING, extra="del_av: b\n")
    plan(root, "b", extra="del_av: a\n")
    assert found(root, "PL501") == [("plan/a", "")]


def test_what_needs_no_decision_hides_nothing_after_it(root: Path) -> None:
    """PL501 goes on after an internal plan."""
    plan(root, "a-intern", WORKING, ("type: strategi", "type: fagplan"))
    plan(root, "b", WORKING)
    assert found(root, "PL501") == [("plan/b", "")]


@pytest.mark.parametrize(("day", "told"), [("2024-12-31", ["utsatt"]), ("2025-01-01", [])])
def test_work_that_was_put_off_may_begin_on_its_day(root: Path, day: str, told: list[str]) -> None:
    """PL501: what is put off to a year is no longer so from the first day of it."""
    plan(root, "a", WORKING, besluttet="{valg: utsettes, oppstart: 2025}")
    assert [variant for _, variant in found(root, "PL501", day)] == told
