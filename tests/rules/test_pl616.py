"""PL616 to the day: which yearly reports are due, and from when."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import DATE
from support.lovkrav_cases import declare, plan
from support.rule_cases import found as all_found


def found(root: Path, code: str = "PL616", day: str = DATE) -> list[tuple[str, str]]:
    """Give what is found of reports that are told to be there, without the one finding about all the others."""
    return [one for one in all_found(root, code, day) if one != ("plansystem", "ikke_ført_opp")]


def test_the_yearly_school_report_ended_on_1_august_2024(root: Path) -> None:
    """Until then it is asked for; a report put forward then may name the former act for ever."""
    skole = "hjemmel: [opplaeringslova-1998-13-10]\n"
    plan(root, "a", "analyse", "hva: til_orientering, dato: 2023-02-15", status="til_orientering", more=skole)
    assert found(root, "PL616", "2024-07-31") == [("plan/a", "")]
    assert found(root, "PL616", "2024-08-01") == []
    assert found(root, "PL615", "2024-08-01") == []


def test_the_first_report_is_due_a_year_after_the_law(root: Path) -> None:
    """Nothing is late on the day a provision begins; a report without a date may be this year's."""
    declare(root, "  rapport: {navn: rapport, hjemmel: [barnevernsloven-tilstand], kunnskapsgrunnlag: true}\n")
    assert found(root, "PL616", "2024-02-01") == []
    assert found(root, "PL616", "2024-02-02") == [("plansystem", "ingen")]
    plan(root, "a", "rapport", status="utkast")
    assert found(root, "PL616") == [("plansystem", "ingen")]
    plan(root, "b", "uoppgitt")
    assert found(root, "PL616") == []
    plan(root, "a", "rapport", status="til_orientering")
    assert found(root, "PL616") == []


def test_each_yearly_report_is_asked_for(root: Path) -> None:
    """PL616 goes on after one that came in time."""
    declare(
        root,
        "  barn: {navn: barn, kunnskapsgrunnlag: true, hjemmel: [barnevernsloven-tilstand]}\n"
        "  skole: {navn: skole, kunnskapsgrunnlag: true, hjemmel: [opplaeringslova-1998-13-10]}\n",
    )
    plan(root, "b", "barn", "hva: til_orientering, dato: 2024-05-15", status="til_orientering")
    plan(root, "s", "skole", "hva: til_orientering, dato: 2022-05-15", status="til_orientering")
    assert found(root, "PL616") == [("plan/s", "")]


def test_the_school_informs_the_council_every_year(root: Path) -> None:
    """PL616 asks by § 17-12 too, once a year has gone since the act."""
    declare(root, "  skole: {navn: rapport, hjemmel: [opplaeringslova-17-12], kunnskapsgrunnlag: true}\n")
    assert found(root, "PL616", "2025-09-01") == []
    assert found(root, "PL616", "2025-09-02") == [("plansystem", "ingen")]


@pytest.mark.parametrize(("days", "told"), [(["2024-05-15"], True), (["2023-10-18", "2024-05-15"], False)])
def test_what_comes_twice_a_year(root: Path, days: list[str], told: bool) -> None:
    """PL616 counts the reports of the last 13 months, on one file or several."""
    declare(root, "  tertial: {navn: rapport, hjemmel: [koml-14-5], kunnskapsgrunnlag: true}\n")
    events = [f"hva: til_orientering, dato: {day}" for day in days]
    plan(root, "t", "tertial", *events, status="til_orientering")
    assert bool(found(root, "PL616")) is told
