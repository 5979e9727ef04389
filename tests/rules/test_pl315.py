"""PL315: what a level's horizon is read as, and which periods are outside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik
from support.rule_cases import SAMFUNNSDEL, change, told

from planlint.register import Horisont, read_horisont

SYSTEM = "plansystem.yaml"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("20 år", Horisont(0, 20)),
        ("4 år (1+3)", Horisont(0, 4)),
        ("10-12 år", Horisont(10, 12)),
        ("10 – 12 år", Horisont(10, 12)),
        ("10 til 12  år", Horisont(10, 12)),
        ("12-10 år", None),
        ("0 år", None),
        ("noen år", None),
        ("20", None),
        (None, None),
    ],
)
def test_a_horizon_is_read_or_not_tried(text: str | None, read: Horisont | None) -> None:
    """What cannot be counted is no horizon: nothing is judged by a guess."""
    assert read_horisont(text) == read


@pytest.mark.parametrize(
    ("period", "horizon", "variants"),
    [
        ("{fra: 2020, til: 2032}", "12 år", []),
        ("{fra: 2020-06-17, til: 2032-06-17}", "12 år", []),
        ("{fra: 2020-06-17, til: 2032-06-18}", "12 år", [""]),
        ("{fra: 2020-01-01, til: 2029-12-31}", "10-20 år", []),
        ("{fra: 2020-01-01, til: 2029-12-30}", "10-20 år", ["kort"]),
        ("{til: 2090}", "12 år", []),
        ("{fra: 2020}", "12 år", []),
    ],
)
def test_a_period_is_judged_to_the_day(period: str, horizon: str, variants: list[str], tmp_path: Path) -> None:
    """PL315 allows the day on which the years are full, at both ends, and says nothing of a period without both."""
    root = fjordvik(tmp_path)
    change(root, SYSTEM, "horisont: 12 år", f"horisont: {horizon}")
    change(root, SYSTEM, "    rolle: arealdel", "    rolle: arealdel\n    lengste_periode: 12")
    change(root, "planer/arealdel-2021.yaml", "periode: {fra: 2021, til: 2032}\n", "")
    change(root, SAMFUNNSDEL, "periode: {fra: 2020, til: 2032}", f"periode: {period}")
    assert [item.finding.variant for item in told(root, "PL315")] == variants


def test_an_ended_plan_is_left_alone(tmp_path: Path) -> None:
    """What has ended is not judged by today's levels."""
    root = fjordvik(tmp_path)
    change(root, SYSTEM, "horisont: 12 år", "horisont: 2 år")
    change(root, SAMFUNNSDEL, "status: vedtatt", "status: opphevet")
    assert {item.finding.entity for item in told(root, "PL315")} == {"plan/arealdel-2021"}


def test_a_level_that_steers_an_unknown_one_is_told(tmp_path: Path) -> None:
    """What a level steers is a reference like any other."""
    root = fjordvik(tmp_path)
    change(root, SYSTEM, "horisont: 12 år}", "horisont: 12 år, styrer: [tem]}")
    assert [item.code for item in told(root, "PL102")] == ["PL102"]
