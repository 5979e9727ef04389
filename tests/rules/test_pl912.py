"""PL912 and when a deleted plan is known again in another file."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.change_cases import KLIMA, Told, compared, names
from support.helpers import PLAN
from support.rule_cases import EVENT


def test_what_becomes_of_an_adopted_plans_file(told: Told) -> None:
    """Ended plans, files of another kind and new plans with other votes are no deletion, or none that is known."""
    assert told({KLIMA: PLAN.replace("status: vedtatt", "status: opphevet")}, {KLIMA: None}) == []
    assert told({KLIMA: PLAN}, {KLIMA: None, "tiltak/klima.yaml": "tittel: Klimatiltak\nplan: arealdel-2021\n"}) == []
    other = PLAN.replace("Klima", "Idretts")
    gone = ["PL912  status: vedtatt 0"]
    assert told({KLIMA: PLAN}, {KLIMA: None, "planer/idrett.yaml": other.replace("7/22", "9/22")}) == gone
    assert told({KLIMA: PLAN}, {KLIMA: None, "planer/idrett.yaml": other.replace("strategi\n", "fagplan\n", 2)}) == gone
    assert told({KLIMA: PLAN.replace(", sak: 7/22", "")}, {KLIMA: None, "planer/idrett.yaml": other}) == gone


@pytest.mark.parametrize("events", ["hendelser:\n" + EVENT.replace(", sak: 7/22", ""), ""], ids=["no-case", "no-vote"])
def test_a_deleted_plan_is_not_known_again_without_a_case(tmp_path: Path, events: str) -> None:
    """PL912: that two plans were adopted on one day, or on a day that nobody knows, does not make them one."""
    old = PLAN.replace("hendelser:\n" + EVENT, events)
    after = {KLIMA: None, "planer/idrett.yaml": old.replace("Klimastrategi", "Idrettsstrategi")}
    assert names(compared(tmp_path, {KLIMA: old}, after, "PL912")) == [("plan/klima", "")]
