"""PL619 to the day: the four years of the guidelines, by the newest of several plans."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import plan, voted
from support.rule_cases import found


@pytest.mark.parametrize(("today", "told"), [("2024-12-19", False), ("2024-12-20", True)])
def test_goals_for_climate_are_revised_every_fourth_year(root: Path, today: str, told: bool) -> None:
    """PL619: from the day of the guidelines, of the newest plan that rests on them or on those before."""
    plan(root, "a", "strategi", voted("2019-05-15"), more="hjemmel: [spr-klima-2018]\n")
    assert bool(found(root, "PL619", today)) is told
    plan(root, "b", "strategi", voted("2022-05-18"), more="hjemmel: [spr-klima-2018]\n")
    assert found(root, "PL619", today) == []
