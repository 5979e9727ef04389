"""PL503: what counts as a time, and when nobody need say when work begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN
from support.planstrategi_cases import WORKING, plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")

BOTH = "regler: {PL503: {valg: {krever: oppstart ferdig}}}\n"
NEW = ("type: strategi", "type: strategi\nerstatter: [gammel]")
EVENT = PLAN[PLAN.index("hendelser") : PLAN.index("ansvarlig")]


def demand_both(root: Path, option: str = BOTH) -> None:
    """Ask for the start too."""
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + option, encoding="utf-8")


@pytest.mark.parametrize(
    ("besluttet", "variant"),
    [
        ("{valg: ny}", [("plan/a", "")]),
        ("{valg: ny, oppstart: 2025}", [("plan/a", "uten_ferdig")]),
        ("{valg: ny, ferdig: 2025}", []),
        ("{valg: vurderes}", []),
    ],
)
def test_the_day_it_shall_be_done_is_a_time(root: Path, besluttet: str, variant: list[tuple[str, str]]) -> None:
    """A decided finish is enough; a start alone is not."""
    plan(root, "a", ("status: vedtatt", "status: planlagt"), (EVENT, ""), besluttet=besluttet)
    assert found(root, "PL503") == variant


@pytest.mark.parametrize("besluttet", ["{valg: ny}", "{valg: ny, ferdig: 2025}"])
def test_a_plan_that_is_made_has_a_time(root: Path, besluttet: str) -> None:
    """A new plan that is adopted, nobody has written when, is made: PL401 asks for the adoption."""
    demand_both(root)
    plan(root, "a", (EVENT, ""), besluttet=besluttet)
    assert not found(root, "PL503")


@pytest.mark.parametrize(
    "changes",
    [
        [WORKING],
        [("sak: 7/22}\n", "sak: 7/22}\n  - {hva: oppstart, dato: 2024-05-10}\n")],
    ],
    ids=["status", "event"],
)
def test_work_that_has_begun_needs_no_start(root: Path, changes: list[tuple[str, str]]) -> None:
    """Whether the status or an event shows it; when it is to end is still asked for."""
    demand_both(root)
    plan(root, "a", *changes, besluttet="{valg: revideres, ferdig: 2026}")
    assert not found(root, "PL503")
    plan(root, "a", *changes, besluttet="{valg: revideres}")
    assert found(root, "PL503") == [("plan/a", "uten_ferdig")]


def test_work_from_before_the_last_adoption_is_another_round(root: Path) -> None:
    """A start that led to the plan as it is says nothing about its revision."""
    demand_both(root)
    begun = ("  - {hva: vedtatt", "  - {hva: oppstart, dato: 2021-02-10}\n  - {hva: vedtatt")
    plan(root, "a", begun, besluttet="{valg: revideres, ferdig: 2026}")
    assert found(root, "PL503") == [("plan/a", "uten_oppstart")]


@pytest.mark.parametrize(
    ("status", "variant"),
    [("igangsatt", "uten_ferdig"), ("planlagt", ""), ("vedtatt", None)],
)
def test_the_successor_is_where_the_work_goes_on(root: Path, status: str, variant: str | None) -> None:
    """A revision that is a plan of its own has begun when that has, and is over when that is adopted."""
    plan(root, "gammel", besluttet="{valg: revideres}")
    plan(root, "ny", NEW, ("status: vedtatt", f"status: {status}"), (EVENT, EVENT if variant is None else ""))
    assert found(root, "PL503") == ([] if variant is None else [("plan/gammel", variant)])


@pytest.mark.parametrize("extra", ["revisjon: {rulleres: årlig}\n", "arbeid: {ferdig: 2026}\n"])
def test_a_time_in_the_plan_itself_is_a_time(root: Path, extra: str) -> None:
    """Made anew every year, or with a finish under `arbeid`: nobody need ask when."""
    plan(root, "a", besluttet="{valg: revideres}", extra=extra)
    assert not found(root, "PL503")


def test_an_interval_of_years_is_no_time(root: Path) -> None:
    """«Hvert 4. år» does not say in which year the decided work is done."""
    plan(root, "a", besluttet="{valg: revideres}", extra="revisjon: {rulleres: hvert 4. år}\n")
    assert found(root, "PL503") == [("plan/a", "")]


def test_a_municipality_asks_for_the_start_too(root: Path) -> None:
    """By the option `krever`; a word that is no time leaves the demand as it was."""
    plan(root, "a", besluttet="{valg: revideres, ferdig: 2026}", extra="arbeid: {ferdig: 2026}\n")
    plan(root, "b", besluttet="{valg: revideres}", extra="arbeid: {oppstart: 2025}\n")
    assert found(root, "PL503") == [("plan/b", "uten_ferdig")]
    before = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    demand_both(root)
    assert found(root, "PL503") == [("plan/a", "uten_oppstart"), ("plan/b", "uten_ferdig")]
    (root / "plans/plansystem.yaml").write_text(before, encoding="utf-8")
    demand_both(root, "regler: {PL503: {valg: {krever: alt}}}\n")
    assert found(root, "PL503") == [("plan/b", "uten_ferdig")]
