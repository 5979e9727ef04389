"""PL618 and the handlingsdel of a kommunedelplan, its own or a part's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.lovkrav_cases import declare, plan, voted
from support.rule_cases import found

from planlint.rules import RULES
from planlint.system import open_system


def test_a_thematic_kommunedelplan_has_a_yearly_handlingsdel(root: Path) -> None:
    """PL618: the plan's own revision or a part's; not one without a date, and not a plan that is repealed."""
    declare(root, "  kdp-tema: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-1]}\n")
    long = "periode: {fra: 2020, til: 2032}\n"
    plan(root, "k", "kdp-tema", voted("2020-06-10"), more=long)
    assert found(root, "PL618", "2026-11-29") == [("plan/k", "")]
    plan(root, "h", "handlingsplan", voted("2025-12-10"), more="del_av: k\n")
    assert found(root, "PL618", "2026-11-29") == []
    assert found(root, "PL618", "2027-01-11") == [("plan/k", "gammel")]
    plan(root, "h", "handlingsplan", more="del_av: k\n")
    assert found(root, "PL618", "2026-11-29") == []
    (root / "plans/planer/h.yaml").unlink()
    plan(root, "k", "kdp-tema", voted("2020-06-10"), status="opphevet", more=long)
    assert found(root, "PL618", "2026-11-29") == []


def test_no_handlingsdel_was_asked_for_before_the_act(root: Path) -> None:
    """PL618: on a day before the act, the rule asks for nothing, whoever runs it."""
    declare(root, "  kdp-tema: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-1]}\n")
    plan(root, "k", "kdp-tema", voted("2005-06-10"), more="periode: {fra: 2005, til: 2012}\n")
    system = open_system(root, date(2009, 6, 30))
    assert list(RULES["PL618"].check(system.register)) == []
