"""PL606 to the day: how long a proposal is public, by the words of the act on that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check
from support.lovkrav_cases import PURE, YEARLY, declare, plan, voted
from support.rule_cases import found

from planlint.output.check_formats import render


@pytest.mark.parametrize(
    ("type_", "published", "short"),
    [
        ("handlingsdel", "2023-11-30", True),
        ("handlingsdel", "2023-11-29", False),
        ("oekonomiplan", "2023-11-30", True),
        ("oekonomiplan", "2023-11-29", False),
    ],
)
def test_days_from_publication_to_the_vote(root: Path, type_: str, published: str, short: bool) -> None:
    """PL606: fourteen for a handlingsdel, and for an økonomiplan that is none."""
    declare(root, YEARLY + PURE)
    plan(root, "p", type_, f"hva: offentliggjort, dato: {published}", voted("2023-12-13"))
    assert bool(found(root, "PL606")) is short


@pytest.mark.parametrize(
    ("published", "vote", "told"),
    [
        ("2025-11-19", "2025-12-10", []),  # 21 days
        ("2018-11-21", "2018-12-12", ["30_dager"]),
        ("2018-11-12", "2018-12-12", []),
        ("2019-10-10", "2019-10-31", ["30_dager"]),  # the last day of the old words
        ("2019-10-11", "2019-11-01", []),
        ("2025-11-27", "2025-12-10", [""]),
    ],
)
def test_the_days_of_a_handlingsdel_follow_the_words_of_the_day(
    root: Path, published: str, vote: str, told: list[str]
) -> None:
    """PL606: thirty before § 11-4 was amended on 1 November 2019, fourteen from then; 21 days are lawful in 2025."""
    declare(root, YEARLY)
    plan(root, "p", "handlingsdel", f"hva: offentliggjort, dato: {published}", voted(vote))
    assert [variant for _, variant in found(root, "PL606", "2026-11-29")] == told


def test_a_finding_tells_how_the_words_it_is_judged_by_were_read(root: Path) -> None:
    """The 30 days are known from guidance, and no finding says that the act was read."""
    declare(root, YEARLY)
    for vote, told in (
        ("2018-12-12", "gjengitt i en veileder, ikke lest i loven"),
        ("2025-12-02", "utgaven av 2.7.2026"),
    ):
        plan(root, "p", "handlingsdel", f"hva: offentliggjort, dato: {vote[:8]}01", voted(vote))
        report = check(root, date(2026, 11, 29), select=("PL606",))
        assert told in render(report, "text")


def test_a_change_of_an_oekonomiplan_need_not_be_public_for_days(root: Path) -> None:
    """PL606: § 14-3 fourth ledd asks it of the plan, not of changes to it."""
    declare(root, PURE)
    first = ("hva: offentliggjort, dato: 2023-11-01", voted("2023-12-13"))
    change = ("hva: offentliggjort, dato: 2024-05-20", "hva: revidert, dato: 2024-05-22, organ: kommunestyret")
    plan(root, "p", "oekonomiplan", *first, *change)
    assert found(root, "PL606") == []
    plan(root, "p", "oekonomiplan", *first, change[0], voted("2024-05-22"))
    assert found(root, "PL606") == [("plan/p", "økonomiplan")]
