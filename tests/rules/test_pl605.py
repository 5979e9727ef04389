"""PL605 to the day: how often a handlingsdel is made anew, and how long it lasts."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lovkrav_cases import PURE, YEARLY, declare, plan, voted
from support.rule_cases import found


@pytest.mark.parametrize(("today", "told"), [("2025-01-13", []), ("2025-01-14", [""])])
def test_a_handlingsdel_is_made_anew_within_thirteen_months(root: Path, today: str, told: list[str]) -> None:
    """PL605 counts from the vote, in December one year and January the year after next."""
    declare(root, YEARLY)
    plan(root, "program", "handlingsdel", voted("2023-12-13"), more="periode: {fra: 2024, til: 2027}\n")
    assert [variant for _, variant in found(root, "PL605", today)] == told


@pytest.mark.parametrize(("last", "told"), [(2026, ["kort"]), (2027, []), (2028, [])])
def test_a_handlingsdel_covers_four_years(root: Path, last: int, told: list[str]) -> None:
    """PL605, where it is no økonomiplan."""
    declare(root, YEARLY + PURE)
    plan(root, "program", "handlingsdel", voted("2023-12-13"), more=f"periode: {{fra: 2024, til: {last}}}\n")
    plan(root, "oekonomi", "oekonomiplan", voted("2023-12-13"), more="periode: {fra: 2024, til: 2027}\n")
    assert [variant for _, variant in found(root, "PL605")] == told


def test_a_handlingsdel_adopted_on_an_unknown_day_hides_no_older_one(root: Path) -> None:
    """Where one stands as adopted without a day (PL401), none whose status nobody documented is asked for instead."""
    declare(root, YEARLY)
    plan(root, "a", "handlingsdel", more="periode: {fra: 2016, til: 2019}\n")
    path = root / "plans/planer/a.yaml"
    path.write_text(path.read_text("utf-8").replace("status: vedtatt\n", ""), "utf-8")
    assert ("plan/a", "udokumentert") in found(root, "PL605")
    plan(root, "b", "handlingsdel", more="periode: {fra: 2020, til: 2023}\n")
    assert found(root, "PL605") == []
