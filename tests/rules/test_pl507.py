"""PL507 where the decision to end a plan was never adopted, or is being dealt with."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import write
from support.planstrategi_cases import OLD, STRATEGI, plan
from support.rule_cases import found

pytestmark = pytest.mark.usefixtures("planstrategi")


def test_a_plan_that_should_have_ended_is_pl507s(root: Path) -> None:
    """The last word about the plan was that it should end: PL507 speaks, PL502 does not, and PL301 speaks alone."""
    write(root, "planstrategier/eldre.yaml", STRATEGI.format("2019-2023", "2020-06-17"))
    plan(root, "bort", OLD, besluttet="{valg: oppheves}", til="eldre")
    assert found(root, "PL507") == [("plan/bort", "")]
    assert not found(root, "PL502")
    plan(root, "bort", OLD, ("til: 2030", "til: 2023"), besluttet="{valg: oppheves}", til="eldre")
    assert not found(root, "PL507")
    assert found(root, "PL301") == [("plan/bort", "")]


def test_a_planstrategi_that_was_never_adopted_decided_nothing(root: Path) -> None:
    """A proposal of an earlier council is no decision to repeal."""
    write(root, "planstrategier/eldre.yaml", 'tittel: Forslag\nvalgperiode: "2019-2023"\n')
    plan(root, "bort", OLD, besluttet="{valg: oppheves}", til="eldre")
    assert not found(root, "PL507")


def test_a_plan_under_revision_is_being_dealt_with(root: Path) -> None:
    """Whether it should have been repealed instead is for those who revise it."""
    write(root, "planstrategier/eldre.yaml", STRATEGI.format("2019-2023", "2020-06-17"))
    plan(root, "bort", ("status: vedtatt", "status: under_revisjon"), besluttet="{valg: oppheves}", til="eldre")
    assert found(root, "PL507"), "the word alone shows nobody at work"
    file = root / "plans/planer/bort.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "arbeid: {ferdig: 2025}\n", encoding="utf-8")
    assert not found(root, "PL507")


@pytest.mark.parametrize(
    ("decided", "day", "told"),
    [
        ("{valg: videreføres, deretter: [{valg: oppheves, ferdig: 2025}]}", "2025-12-31", False),
        ("{valg: videreføres, deretter: [{valg: oppheves, ferdig: 2025}]}", "2026-01-01", True),
        ("{valg: oppheves, vilkår: Når staten har svart}", "2029-01-01", False),  # nobody knows
        ("{valg: oppheves, ferdig: 2025}", "2026-01-01", False),  # PL505 asks while the term lasts
        ("{valg: videreføres}", "2029-01-01", False),
        ("{valg: videreføres, deretter: [{valg: revideres}, {valg: oppheves}]}", "2029-01-01", True),
    ],
)
def test_a_plan_is_to_end_by_the_day_that_was_decided(root: Path, decided: str, day: str, told: bool) -> None:
    """PL507: at the end of a time that is told, else when the planstrategi's own is over; a condition has no day."""
    plan(root, "bort", besluttet=decided)
    assert bool(found(root, "PL507", day)) is told


@pytest.mark.parametrize(("adopted", "told"), [("2024-04-23", False), ("2024-04-24", True)])
def test_what_an_end_hangs_on_is_done_from_the_day_it_was_decided(root: Path, adopted: str, told: bool) -> None:
    """PL507: the other plan, adopted in the meeting that decided it or later, is the one that was meant."""
    plan(root, "den-andre", ("2022-02-16", adopted), ("sak: 7/22", "sak: 7/24"))
    plan(root, "bort", besluttet="{valg: slås_sammen, inn_i: den-andre, vilkår: Når den andre er vedtatt}")
    assert bool(found(root, "PL507", "2024-06-15")) is told
