"""PL618 and the handlingsdel of a kommunedelplan, its own or a part's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.lovkrav_cases import declare, plan, voted
from support.rule_cases import found

from planlint.register import kind_of_plan
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


TREDJE = (
    "  tematisk: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-2-tredje-ledd]}\n"
    "  del: {navn: handlingsdel, nivå: handling, hjemmel: [pbl-11-2-tredje-ledd]}\n"
    "  under: {navn: oppfølging, nivå: handling, hjemmel: [pbl-11-2-tredje-ledd], foreldreplan: true}\n"
    "  rolle: {navn: oppfølging, nivå: handling, hjemmel: [pbl-11-2-tredje-ledd], rolle: handlingsdel}\n"
    "  gammel: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-1]}\n"
    "  bindende: {navn: arealplan, nivå: samfunn, hjemmel: [pbl-11-2-tredje-ledd, pbl-11-1], bindende: true}\n"
)


@pytest.mark.parametrize(
    ("name", "type_", "more", "kind"),
    [
        ("a", "tematisk", "", "tema"),
        ("a", "temaplan", "hjemmel: [pbl-11-2-tredje-ledd]\n", "tema"),
        ("a", "temaplan", "", ""),
        ("a", "gammel", "", "tema"),
        ("a", "gammel", "hjemmel: [pbl-11-2-tredje-ledd]\n", "tema"),
        ("a", "gammel", "hjemmel: [pbl-11-2-tredje-ledd]\nbygger_på: [k]\n", ""),
        ("a", "bindende", "", "areal"),
        ("a", "del", "", ""),
        ("a", "under", "", ""),
        ("a", "rolle", "", ""),
        ("a", "tematisk", "del_av: samfunnsdel-2020\n", ""),
        ("a", "tematisk", "bygger_på: [k]\n", ""),
        ("a", "tematisk", "forankring: [{plan: k}]\n", ""),
        ("a", "tematisk", "bygger_på: [g]\n", ""),
        ("a", "tematisk", "bygger_på: [samfunnsdel-2020, finnes-ikke]\nforankring: [trygg-oppvekst]\n", "tema"),
        ("handlingsplan-for-natur", "tematisk", "", ""),
        ("a", "finnes-ikke", "hjemmel: [pbl-11-2-tredje-ledd]\n", ""),
    ],
)
def test_the_kommunedelplan_and_its_handlingsdel_may_rest_on_the_same_words(
    root: Path, name: str, type_: str, more: str, kind: str
) -> None:
    """§ 11-2 third ledd speaks of both: one that is another's part, or is called one, is no kommunedelplan."""
    declare(root, TREDJE)
    plan(root, "k", "tematisk", voted("2024-06-12"))
    plan(root, "g", "gammel", voted("2024-06-12"))
    plan(root, name, type_, voted("2024-06-12"), more=more)
    register = open_system(root, date(2024, 6, 15)).register
    assert register
    assert kind_of_plan(register, register.planer[name]) == kind


def test_a_kommunedelplan_by_the_third_ledd_has_a_yearly_handlingsdel(root: Path) -> None:
    """PL618 asks for it; the part is found by what it builds on, and one that nobody has documented is told as that."""
    declare(root, TREDJE)
    plan(root, "k", "tematisk", voted("2022-06-10"))
    assert found(root, "PL618") == [("plan/k", "")]
    plan(root, "h", "del", voted("2024-02-14"), more="bygger_på: [k]\n")
    assert found(root, "PL618") == []
    plan(root, "h", "del", status="", more="bygger_på: [k]\n")
    assert found(root, "PL618") == [("plan/h", "udokumentert")]
