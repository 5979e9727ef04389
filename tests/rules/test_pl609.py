"""PL609 where the økonomiplan has no period, is from before the act, or is the handlingsdel."""

from __future__ import annotations

from pathlib import Path

from support.helpers import write
from support.lovkrav_cases import PURE, YEARLY, declare, plan, voted
from support.rule_cases import found


def test_the_oekonomiplan_of_an_unknown_period(root: Path) -> None:
    """Nothing can be said of how long it is, and nothing of a time in doubt."""
    declare(root, PURE)
    plan(root, "a", "oekonomiplan", voted("2024-02-14"))
    assert found(root, "PL609") == []
    for periode in ("{fra: 2024, til: 2026, usikker: true}", "{fra: 2026, til: 2024}", "{til: 2024}"):
        plan(root, "a", "oekonomiplan", voted("2023-12-13"), more=f"periode: {periode}\n")
        assert ("plan/a", "lengde") not in found(root, "PL609")


def test_before_the_new_kommunelov_the_oekonomiplan_is_not_judged(root: Path) -> None:
    """The rule has nothing to say before 2020, and judges no adoption from before."""
    declare(root, PURE)
    plan(root, "a", "oekonomiplan", voted("2019-02-13"), more="periode: {fra: 2019, til: 2021}\n")
    assert found(root, "PL609", "2019-12-31") == []
    assert found(root, "PL609", "2020-01-01") == [("plan/a", "mangler")]


def test_a_handlingsdel_is_an_oekonomiplan_only_where_nothing_else_is(root: Path) -> None:
    """Two years are short for either, and told once."""
    declare(root, YEARLY)
    plan(root, "a", "handlingsdel", voted("2023-12-13"), more="periode: {fra: 2024, til: 2025}\n")
    assert (found(root, "PL605"), found(root, "PL609")) == ([], [("plan/a", "lengde")])


def test_this_years_oekonomiplan_is_pl605s_where_the_handlingsdel_is_one(root: Path) -> None:
    """PL609 says it of other økonomiplaner, and not where one has no date or cannot be read."""
    old = "periode: {fra: 2021, til: 2024}\n"
    declare(root, YEARLY)
    plan(root, "p", "handlingsdel", voted("2020-12-16"), more=old)
    assert found(root, "PL609") == []
    declare(root, PURE)
    plan(root, "p", "oekonomiplan", voted("2020-12-16"), more=old)
    assert found(root, "PL609") == [("plan/p", "mangler")]
    write(root, "planer/ulest.yaml", "tittel: [")
    assert found(root, "PL609") == []
    (root / "plans/planer/ulest.yaml").unlink()
    plan(root, "uten", "oekonomiplan", more="periode: {fra: 2024, til: 2027}\n")
    assert found(root, "PL609") == []


def test_a_handlingsdel_that_holds_the_oekonomiplan_may_be_longer(root: Path) -> None:
    """PL609: § 11-1 says «fire år eller mer»; an økonomiplan alone covers four."""
    declare(root, YEARLY)
    plan(root, "p", "handlingsdel", voted("2025-12-10"), more="periode: {fra: 2026, til: 2035}\n")
    assert found(root, "PL609", "2026-11-29") == []
    declare(root, PURE)
    plan(root, "q", "oekonomiplan", voted("2025-12-10"), more="periode: {fra: 2026, til: 2035}\n")
    assert found(root, "PL609", "2026-11-29") == [("plan/q", "lengde")]
