"""PL621: who adopts which plan by the planning act, what may be left to others, and what nobody has told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import YEARLY, declare, laws, plan, voted
from support.rule_cases import demand, found

TYPES = (
    "  omraadeplan: {navn: kommunedelplan, nivå: tema, bindende: true, hjemmel: [pbl-11-1]}\n"
    "  kdp: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-1]}\n"
    "  regulering: {navn: reguleringsplan, nivå: handling, bindende: true, hjemmel: [pbl-12-1]}\n"
    "  ukjent: {navn: arealplan, nivå: handling, bindende: true}\n"
    "  oekonomiplan: {navn: økonomiplan, nivå: handling, hjemmel: [koml-14-3]}\n"
) + YEARLY
DAY = "2026-11-29"


def told(root: Path, type_: str, *events: str, status: str = "vedtatt") -> list[str]:
    """Give what PL621 says of one plan of a type."""
    plan(root, "a", type_, *events, status=status)
    return [variant for entity, variant in found(root, "PL621", DAY) if entity == "plan/a"]


@pytest.mark.parametrize("type_", ["samfunnsdel", "arealdel", "omraadeplan", "kdp", "handlingsdel", "oekonomiplan"])
def test_the_council_itself_adopts_every_part_of_the_kommuneplan(root: Path, type_: str) -> None:
    """Pbl § 11-15 and koml § 14-2: another body is told of, the council and a body that nobody has told are not."""
    declare(root, TYPES)
    assert told(root, type_, voted("2025-12-10", "hovedutvalget")) == [""]
    assert told(root, type_, voted("2025-12-01", "hovedutvalget"), voted("2025-12-10")) == []
    assert told(root, type_, "hva: vedtatt, dato: 2025-12-10") == []
    assert told(root, type_, "hva: til_orientering, dato: 2025-12-10, organ: kommunestyret") == ["orientering"]
    assert told(root, type_, status="til_orientering") == ["orientering"]
    assert told(root, type_) == []


def test_a_later_adoption_by_another_body_is_told(root: Path) -> None:
    """The council's old vote does not make a new adoption lawful; a minor change may be left to others (§ 11-17)."""
    assert told(root, "arealdel", voted("2014-05-14"), voted("2025-06-18", "hovedutvalget")) == [""]
    assert told(root, "arealdel", voted("2014-05-14"), "hva: revidert, dato: 2025-06-18, organ: hovedutvalget") == []
    assert told(root, "arealdel", "hva: revidert, dato: 2025-06-18, organ: hovedutvalget") == [""]


@pytest.mark.parametrize("type_", ["regulering", "ukjent"])
@pytest.mark.parametrize(
    ("arealdel", "vote", "variants"),
    [
        ("2021-03-24", "2025-03-23", []),
        ("2021-03-24", "2025-03-24", ["delegert"]),
        ("2026-03-25", "2025-06-18", ["delegert"]),  # it came after
        ("", "2025-06-18", []),  # nobody knows how old the arealdel is
        ("2009-08-26", "2020-06-17", []),  # the words of that day were not read
    ],
)
def test_a_small_reguleringsplan_may_be_left_to_others(
    root: Path, type_: str, arealdel: str, vote: str, variants: list[str]
) -> None:
    """Pbl § 12-12: while the arealdel is less than four years old; of the council's own vote nothing is said."""
    declare(root, TYPES)
    for file in (root / "plans/planer").glob("arealdel-*.yaml"):
        file.unlink()
    if arealdel:
        plan(root, "arealdelen", "arealdel", voted(arealdel))
    assert told(root, type_, voted(vote, "hovedutvalget")) == variants
    assert told(root, type_, voted(vote)) == []


def test_a_plan_from_before_the_act_is_judged_by_nobody(root: Path) -> None:
    """PL621 asks by the law of the day of the vote; what is repealed is asked nothing."""
    assert told(root, "arealdel", voted("2008-05-14", "hovedutvalget")) == []
    assert told(root, "arealdel", voted("2014-05-14", "hovedutvalget"), status="opphevet") == []
    assert told(root, "arealdel", "hva: vedtatt, dato: 2014-13-14, organ: hovedutvalget") == []


@pytest.mark.parametrize(
    ("old", "new", "variants"),
    [
        (
            "rolle: arealdel\n    vedtas_av: [kommunestyret]",
            "rolle: arealdel\n    vedtas_av: [hovedutvalget]",
            ["vedtas_av"],
        ),
        (
            "rolle: arealdel\n    vedtas_av: [kommunestyret]",
            "rolle: arealdel\n    vedtas_av: [hovedutvalget, kommunestyret]",
            [],
        ),
        ("rolle: arealdel\n    vedtas_av: [kommunestyret]", "rolle: arealdel\n    vedtas_av: [finnes-ikke]", []),
        ("navn: strategi\n", "navn: strategi\n    hjemmel: [barnevernsloven-15-1]\n", []),
        (
            "navn: strategi\n    nivå: tema\n    vedtas_av: [kommunestyret]",
            "navn: strategi\n    nivå: tema\n    hjemmel: [barnevernsloven-15-1]\n    vedtas_av: [hovedutvalget]",
            ["vedtas_av"],
        ),
    ],
)
def test_a_type_cannot_be_adopted_by_others_than_the_law_says(
    root: Path, old: str, new: str, variants: list[str]
) -> None:
    """PL621 tells of `vedtas_av` that leaves out the council; PL403 then says nothing of the council's lawful vote."""
    demand(root, old, new)
    assert [variant for entity, variant in found(root, "PL621", DAY) if entity == "plansystem"] == variants
    plan(root, "a", "arealdel", voted("2025-06-18"))
    assert ("plan/a", "") not in found(root, "PL403", DAY)
    assert "vedtas_av" not in [variant for _, variant in found(root, "PL621", "2009-06-30")]


def test_the_two_rules_never_tell_the_same(root: Path) -> None:
    """Where the law and `vedtas_av` both ask for the council, PL621 tells it and PL403 is silent."""
    plan(root, "a", "arealdel", voted("2025-06-18", "hovedutvalget"))
    assert ("plan/a", "") in found(root, "PL621", DAY)
    assert found(root, "PL403", DAY) == []
    assert laws(root, "PL621", DAY) == [("pbl-11-15", "pbl-3-3")]
