"""PL620 where other rules are content, and what ends a binding plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import declare, laws, plan, strategi, voted
from support.rule_cases import found


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", True),
        ("beslutninger: {planstrategi-2023-2027: {valg: utgår}}\n", True),
        ("bindende: nei\n", False),
    ],
)
def test_a_binding_plan_lapses_by_nobodys_planstrategi(root: Path, more: str, told: bool) -> None:
    """PL620: only a repeal or a successor ends it; PL405 is content with a decision where the plan does not bind."""
    strategi(root, "2023-2027", voted("2024-04-24"))
    type_ = "temaplan" if more.startswith("bindende") else "arealdel"
    plan(root, "a", type_, voted("2014-05-14"), status="utgått", more="" if type_ == "temaplan" else more)
    assert (("plan/a", "") in found(root, "PL620")) is told
    assert bool([entity for entity, _ in found(root, "PL405") if entity == "plan/a"]) is not told


def test_a_repeal_or_a_successor_ends_a_binding_plan(root: Path) -> None:
    """PL620 is silent once either is recorded; a plan from before July 2009 rests on the act's own words."""
    plan(root, "a", "arealdel", voted("2008-05-14"), status="utgått")
    assert laws(root, "PL620") == [("pbl-11-6", "pbl-11-17", "pbl-34-2")]
    plan(root, "a", "arealdel", voted("2008-05-14"), "hva: opphevet, dato: 2020-01-15", status="utgått")
    assert found(root, "PL620") == []
    plan(root, "a", "arealdel", voted("2008-05-14"), status="utgått")
    plan(root, "b", "arealdel", voted("2020-05-13"), more="erstatter: [a]\n")
    assert found(root, "PL620") == []


def test_a_binding_plan_whose_facts_cannot_be_read_is_left_in_peace(root: Path) -> None:
    """PL620 is silent where the plan's own events, or who replaced whom, are at fault: that is told first."""
    plan(root, "a", "arealdel", voted("2014-05-14"), "hva: finnes-ikke, dato: 2015-01-01", status="utgått")
    assert found(root, "PL620") == []


@pytest.mark.parametrize(
    ("type_", "day", "organ", "told"),
    [
        ("arealdel", "2024-03-13", "hovedutvalget", [("plan/a", "organ")]),
        ("arealdel", "2024-03-13", "kommunestyret", []),
        ("arealdel", "2009-06-17", "hovedutvalget", []),  # before the act
        ("regulering", "2024-03-13", "hovedutvalget", [("plan/a", "delegert")]),
        ("temaplan", "2024-03-13", "hovedutvalget", []),  # it binds nobody
        ("finnes-ikke", "2024-03-13", "hovedutvalget", []),
    ],
)
def test_repealing_takes_what_making_does(
    root: Path, type_: str, day: str, organ: str, told: list[tuple[str, str]]
) -> None:
    """PL620: the council repeals an arealdel (§ 11-17); of a reguleringsplan others may in one case (§ 12-14)."""
    declare(root, "  regulering: {navn: reguleringsplan, nivå: handling, bindende: true, hjemmel: [pbl-12-1]}\n")
    repeal = f"hva: opphevet, dato: {day}, organ: {organ}"
    plan(root, "a", type_, voted("2005-05-18"), repeal, status="opphevet")
    assert found(root, "PL620") == told
    plan(root, "b", "arealdel", voted("2024-04-24"), more="erstatter: [a]\n")
    assert found(root, "PL620") == []
