"""To the day: when a plan is past its period, due for revision, being revised, or said to be adopted too soon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.helpers import fjordvik, write
from support.rule_cases import EVENT, plan

from planlint.model import Plan
from planlint.register import Register
from planlint.register.livsloep.frist import (
    hiding_event,
    is_before_its_day,
    is_being_revised,
    is_unadopted_past_period,
    is_utloept,
    revisjon_forfalt,
    undocumented_revisjon,
)
from planlint.system.system import open_system

VOTED = f"hendelser:\n{EVENT}"
REVISED = ("status: vedtatt", "status: under_revisjon")
AHEAD = ("2022-02-16", "2025-03-03")


def lies_ahead(register: Register, one: Plan) -> bool:
    """Tell whether the first event of a plan is a decision that lies ahead."""
    return is_before_its_day(register, one, one.hendelser[0])


def asked(root: Path, text: str, day: date, question: Callable[[Register, Plan], object]) -> bool:
    """Ask of a plan on a day."""
    write(fjordvik(root), "planer/a.yaml", text)
    register = open_system(root, day).register
    assert register is not None
    return bool(question(register, register.planer["a"]))


@pytest.mark.parametrize(
    ("question", "text", "first"),
    [
        (is_utloept, plan(("til: 2030", "til: 2024")), "2025-01-01"),
        (is_unadopted_past_period, plan(("til: 2030", "til: 2024"), ("vedtatt\n", "igangsatt\n"), (VOTED, "")),
         "2025-01-01"),
        (revisjon_forfalt, plan(more="revisjon: {neste: 2024}\n"), "2025-01-01"),
        (revisjon_forfalt, plan(more="revisjon: {rulleres: hvert 3. år}\n"), "2025-02-17"),
        (undocumented_revisjon, plan(("status: vedtatt\n", ""), more="revisjon: {neste: 2024}\n"), "2025-01-01"),
        (is_being_revised, plan(REVISED, more="arbeid: {oppstart: 2024-09}\n"), "2024-09-01"),
        (is_being_revised, plan(REVISED, more="arbeid: {ferdig: 2028-09}\n"), "2024-09-01"),
    ],
)  # fmt: skip
def test_it_is_so_from_a_day_on(
    question: Callable[[Register, Plan], object], text: str, first: str, tmp_path: Path
) -> None:
    """Not on the last day before: what is due by a day may be done that day."""
    day = date.fromisoformat(first)
    assert [asked(tmp_path, text, day - timedelta(days=back), question) for back in (1, 0)] == [False, True]


@pytest.mark.parametrize("question", [lies_ahead, hiding_event])
def test_a_decision_lies_ahead_until_its_day_and_from_the_day_that_the_register_is_of(
    question: Callable[[Register, Plan], object], tmp_path: Path
) -> None:
    """On days before `ajourført` the register is read as it was then, and what came later is no fault."""
    days = {"2024-04-30": False, "2024-05-01": True, "2025-03-02": True, "2025-03-03": False}
    told = {day: asked(tmp_path, plan(AHEAD), date.fromisoformat(day), question) for day in days}
    assert told == days


@pytest.mark.parametrize(
    ("more", "revised"),
    [
        ("  - {hva: oppstart, dato: 2022-02-15}\n", False),
        ("  - {hva: oppstart, dato: 2022-02-16}\n", True),  # in the meeting that adopted it
    ],
)
def test_work_begun_on_the_day_of_the_adoption_is_a_revision(more: str, revised: bool, tmp_path: Path) -> None:
    """An event from before the adoption led to it; one from its day on is of the next round."""
    assert asked(tmp_path, plan(REVISED, (EVENT, EVENT + more)), date(2024, 6, 15), is_being_revised) is revised


@pytest.mark.parametrize(
    ("arbeid", "revised"),
    [
        ("{oppstart: 2022-02-16}", False),  # what led to the adoption
        ("{oppstart: 2022-02-17}", True),
        ("{oppstart: 2021, ferdig: 2022-02-16}", False),
        ("{oppstart: 2021, ferdig: 2022-02-17}", True),
        ("{ferdig: 2022-02-16}", False),
        ("{ferdig: 2022-02-17}", True),
    ],
)
def test_work_that_is_over_by_the_adoption_is_no_revision(arbeid: str, revised: bool, tmp_path: Path) -> None:
    """`arbeid` shows a revision when it was not over on the day of the last adoption."""
    text = plan(REVISED, more=f"arbeid: {arbeid}\n")
    assert asked(tmp_path, text, date(2024, 6, 15), is_being_revised) is revised
