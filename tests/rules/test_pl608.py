"""PL608 and which planprogram counts: that of the larger plan, and of which round."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import FIXED, HEARD, plan, voted
from support.rule_cases import found


def test_a_planprogram_may_be_fixed_for_the_whole_kommuneplan(root: Path) -> None:
    """In the larger plan too; a planprogram of the round before does not count."""
    events = ("hva: planprogram_fastsatt, dato: 2013-06-19", voted("2015-03-25"), "hva: høring_start, dato: 2020-10-01")
    plan(root, "arealdel-2021", "arealdel", *events, voted("2021-03-24"), more="del_av: kommuneplanen\n")
    plan(root, "kommuneplanen", "temaplan", status="igangsatt")
    assert found(root, "PL608") == [("plan/arealdel-2021", "")]
    plan(root, "kommuneplanen", "temaplan", "hva: planprogram_fastsatt, dato: 2019-06-19", status="igangsatt")
    assert found(root, "PL608") == []


@pytest.mark.parametrize(("day", "told"), [("2021-03-23", True), ("2021-03-24", False)])
def test_a_planprogram_of_the_round_before_does_not_count(root: Path, day: str, told: bool) -> None:
    """PL608: one fixed on the day of the last adoption may be the new one; other plans are passed over."""
    events = (FIXED.format(day), voted("2021-03-24"), HEARD.format("start", "2023-01-04"))
    plan(root, "a-opphevet", "arealdel", *events, status="opphevet")
    plan(root, "b", "arealdel", *events, status="under_revisjon")
    assert bool([entity for entity, _ in found(root, "PL608")]) is told
