"""PL612 to the day: when a beredskapsplan is to be revised, and which analysis it builds on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check
from support.lovkrav_cases import declare, plan, voted
from support.rule_cases import found

BEREDSKAP = (
    "  beredskap: {navn: beredskapsplan, hjemmel: [sivilbeskyttelsesloven-15]}\n"
    "  ros: {navn: ros, kunnskapsgrunnlag: true, hjemmel: [sivilbeskyttelsesloven-14]}\n"
)


def test_an_analysis_that_was_replaced_by_a_newer_one(root: Path) -> None:
    """The plan is older than what it should build on now; where the analysis has no date, nobody can tell."""
    ros, beredskap = (
        "hjemmel: [sivilbeskyttelsesloven-14]\n",
        "hjemmel: [sivilbeskyttelsesloven-15]\nbygger_på: [ros]\n",
    )
    plan(root, "ros", "analyse", voted("2020-03-18"), more=ros)
    plan(root, "beredskap", "fagplan", voted("2023-10-18"), more=beredskap)
    assert found(root, "PL612") == []
    plan(root, "ros-2024", "analyse", voted("2024-03-20"), more=ros + "erstatter: [ros]\n")
    assert found(root, "PL612") == [("plan/beredskap", "nyere_ros")]
    plan(root, "ros", "analyse", more=ros)
    plan(root, "ros-2024", "analyse", voted("2020-03-18"), more=ros)
    assert found(root, "PL612") == []


def test_the_analysis_must_be_one_where_the_register_tells_which_are(root: Path) -> None:
    """Where no hjemmel tells, whatever the plan builds on may be it."""
    beredskap = "hjemmel: [sivilbeskyttelsesloven-15]\nbygger_på: [samfunnsdel-2020]\n"
    plan(root, "beredskap", "fagplan", voted("2023-10-18"), more=beredskap)
    assert found(root, "PL612") == []
    plan(root, "ros", "analyse", voted("2020-03-18"), more="hjemmel: [sivilbeskyttelsesloven-14]\n")
    assert found(root, "PL612") == [("plan/beredskap", "uten_ros")]
    plan(root, "beredskap", "fagplan", more=beredskap)
    assert found(root, "PL612") == [("plan/beredskap", "udatert")]
    plan(root, "beredskap", "fagplan", "hva: vedtatt, dato: 2023-13-18", more=beredskap)
    assert found(root, "PL612") == []


@pytest.mark.parametrize(("revised", "told"), [("2023-05-14", [""]), ("2023-05-15", []), ("2023-05", [])])
def test_a_beredskapsplan_is_revised_within_a_year(root: Path, revised: str, told: list[str]) -> None:
    """PL612 counts as the other rules of what is yearly: thirteen months from the newest revision, to the day."""
    declare(root, BEREDSKAP)
    plan(root, "ros", "ros", "hva: til_orientering, dato: 2022-02-16", status="til_orientering")
    newest = f"hva: revidert, dato: {revised}, organ: kommunestyret"
    plan(root, "b", "beredskap", voted("2015-02-18"), newest, more="bygger_på: [ros]\n")
    assert [variant for _, variant in found(root, "PL612")] == told


@pytest.mark.parametrize(("noted", "told"), [("2023-09-20", []), ("2023-09-21", ["nyere_ros"])])
def test_an_analysis_that_came_after_the_beredskapsplan(root: Path, noted: str, told: list[str]) -> None:
    """PL612 compares with the newest version of the analysis, and with no other plan that it builds on."""
    declare(root, BEREDSKAP)
    versions = (f"hva: til_orientering, dato: {day}" for day in ("2019-02-20", noted))
    plan(root, "ros", "ros", *versions, status="til_orientering")
    plan(root, "annet", "analyse", "hva: til_orientering, dato: 2024-02-20", status="til_orientering")
    plan(root, "b", "beredskap", voted("2023-09-20"), more="bygger_på: [annet, ros]\n")
    assert [variant for _, variant in found(root, "PL612")] == told
    for item in check(root, date.fromisoformat(DATE), select=("PL612",)).findings:
        assert item.diagnostic.place.path == ("bygger_på", 1)
        assert item.diagnostic.finding.related[0].place.path == ("hendelser", 1, "dato")
        assert str(item.diagnostic.finding.args["ros"]).endswith(noted)
