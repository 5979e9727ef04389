"""PL610 to the day: which term an eierskapsmelding belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import write
from support.lovkrav_cases import declare, plan, voted
from support.rule_cases import found


def test_a_term_before_the_law_needs_no_eierskapsmelding(root: Path) -> None:
    """The first term that the law asks about is that of 2019; the council's own adoption counts."""
    melding = "hjemmel: [koml-26-1]\n"
    plan(root, "a", "strategi", voted("2014-05-21"), more=melding)
    assert found(root, "PL610", "2022-06-15") == []
    assert found(root, "PL610", "2022-11-15") == [("plan/a", "siste_aar")]
    plan(root, "a", "strategi", voted("2022-05-18", "hovedutvalget"), more=melding)
    assert (found(root, "PL610"), found(root, "PL621")) == ([], [("plan/a", "")])
    plan(root, "a", "strategi", voted("2023-11-22"), more=melding)
    assert found(root, "PL610") == []


def test_a_plan_that_was_never_adopted_is_where_its_lack_is_told(root: Path) -> None:
    """There is no better place where no type is declared."""
    plan(root, "a", "strategi", status="igangsatt", more="hjemmel: [koml-26-1]\n")
    assert found(root, "PL610") == [("plan/a", "")]


@pytest.mark.parametrize(
    ("vote", "today", "told"),
    [
        ("2019-09-22", "2023-10-31", [""]),  # before the council of 2019 can have been there
        ("2019-10-30", "2023-10-31", ["usikker"]),  # nobody has told the day, and it may be the council before
        ("2019-10-31", "2023-10-31", []),
        ("2022-06-15", "2023-10-30", []),
        ("2019-10-31", "2023-10-30", []),
        ("2022-06-15", "2026-10-30", []),
        ("2022-06-15", "2026-10-31", ["siste_aar"]),
        ("2023-10-30", "2026-10-31", ["usikker"]),
        ("2017-10-25", "2026-10-31", ["", "siste_aar"]),  # both terms are told
        ("2023-10-31", "2026-10-31", []),
    ],
)
def test_the_days_of_a_term(root: Path, vote: str, today: str, told: list[str]) -> None:
    """PL610: a term begins on the day the council is constituted, and its last year a year before it ends."""
    declare(root, "  eier: {navn: eierskapsmelding, hjemmel: [koml-26-1]}\n")
    plan(root, "eier", "eier", voted(vote))
    assert [variant for _, variant in found(root, "PL610", today)] == told


def test_a_term_is_not_judged_by_what_cannot_be_read(root: Path) -> None:
    """PL610 is silent where a file, or the day of an eierskapsmelding in force, is unknown."""
    declare(root, "  eier: {navn: eierskapsmelding, hjemmel: [koml-26-1]}\n")
    plan(root, "eier", "eier", voted("2016-06-15"))
    assert [variant for _, variant in found(root, "PL610")] == [""]
    plan(root, "udatert", "eier")
    assert found(root, "PL610") == []
    (root / "plans/planer/udatert.yaml").unlink()
    write(root, "planer/ulest.yaml", "tittel: [")
    assert found(root, "PL610") == []
