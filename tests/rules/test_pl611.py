"""PL611 to the day: which health overview a planstrategi can build on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, write
from support.lovkrav_cases import declare, laws, plan, strategi, voted
from support.rule_cases import found

OVERVIEW = "  oversikt: {navn: oversikt, kunnskapsgrunnlag: true, hjemmel: [folkehelseloven-5]}\n"


def test_a_health_overview_without_a_date_may_be_new_enough(root: Path) -> None:
    """Then only the list of knowledge can be judged; one that is to come is not an old one."""
    oversikt = "hjemmel: [folkehelseloven-5]\n"
    strategi(root, "2023-2027", voted("2024-04-24"), more="kunnskapsgrunnlag: [samfunnsdel-2020, a]\n")
    plan(root, "a", "analyse", status="til_orientering", more=oversikt)
    assert found(root, "PL611") == []
    plan(root, "a", "analyse", status="igangsatt", more=oversikt)
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "vedtak")]
    assert laws(root, "PL611") == [("folkehelseoversikt-5",)]
    plan(root, "a", "analyse", more=oversikt)
    strategi(root, "2023-2027", voted("2024-04-24"), more="kunnskapsgrunnlag: [samfunnsdel-2020]\n")
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "ikke_grunnlag")]
    plan(root, "a", "analyse", status="", more=oversikt)
    assert found(root, "PL611") == [("plan/a", "udokumentert")]


def test_a_declared_health_overview_is_asked_for(root: Path) -> None:
    """Also where no file is; not where a file cannot be read."""
    declare(root, "  oversikt: {navn: folkehelseoversikt, hjemmel: [folkehelseloven-5], kunnskapsgrunnlag: true}\n")
    strategi(root, "2023-2027", voted("2024-04-24"))
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "vedtak")]
    strategi(root, "2023-2027", "hva: oppstart, dato: 2023-11-15", voted("2024-04-24"))
    assert found(root, "PL611") == [("planstrategi/planstrategi-2023-2027", "")]
    plan(root, "b", "uoppgitt")
    assert found(root, "PL611") == []
    write(root, "planer/a.yaml", "tittel: [")
    assert found(root, "PL611") == []


@pytest.mark.parametrize(
    ("noted", "usable"),
    [("2020-04-23", False), ("2020-04-24", True), ("2024-04-24", True), ("2024-04-25", False), ("2020-04", True)],
)
def test_a_health_overview_of_the_four_years_before_the_vote(root: Path, noted: str, usable: bool) -> None:
    """PL611 counts from the day, both days counted."""
    declare(root, OVERVIEW)
    plan(root, "o", "oversikt", f"hva: til_orientering, dato: {noted}", status="til_orientering")
    strategi(root, "2023-2027", voted("2024-04-24"), more="kunnskapsgrunnlag: [o]\n")
    assert bool(found(root, "PL611")) is not usable


def test_the_last_of_several_health_overviews_is_proposed(root: Path) -> None:
    """PL611 shows one that can be written under kunnskapsgrunnlag; before the law, or in doubt, it is silent."""
    declare(root, OVERVIEW)
    for name in ("o-2021", "o-2023"):
        plan(root, name, "oversikt", f"hva: til_orientering, dato: {name[2:]}", status="til_orientering")
    strategi(root, "2023-2027", voted("2024-04-24"))
    (item,) = check(root, date.fromisoformat(DATE), select=("PL611",)).findings
    assert item.diagnostic.finding.args["id"] == "o-2023"
    assert item.diagnostic.finding.related[0].place.file == "plans/planer/o-2023.yaml"
    strategi(root, "2023-2027", "hva: revidert, dato: 2024-04-24, organ: kommunestyret")
    assert found(root, "PL611") == []
    strategi(root, "2023-2027", voted("2024-04-24"))
    write(root, "planer/ulest.yaml", "tittel: [")
    assert found(root, "PL611") == []


def test_a_planstrategi_before_the_health_act(root: Path) -> None:
    """PL611: the duty came in 2012."""
    declare(root, OVERVIEW)
    strategi(root, "2007-2011", voted("2011-03-16"))
    assert found(root, "PL611", "2011-06-15") == []


@pytest.mark.parametrize(
    ("overview", "began", "told"),
    [
        ("2020-09-16", "2023-11-15", "gammel"),  # three years old at the start, four at the vote
        ("2024-10-16", "2023-11-15", ""),  # a week before the vote, eleven months after the start
        ("2020-09-16", "", "vedtak"),
        ("2024-10-16", "", None),
    ],
)
def test_the_health_overview_is_there_when_work_begins(root: Path, overview: str, began: str, told: str | None) -> None:
    """PL611 measures at the start where it is recorded, else at the vote, and then only warns."""
    more = "hjemmel: [folkehelseloven-5]\n"
    plan(root, "a", "analyse", f"hva: til_orientering, dato: {overview}", status="til_orientering", more=more)
    events = ([f"hva: oppstart, dato: {began}"] if began else []) + [voted("2024-10-23")]
    strategi(root, "2023-2027", *events, more="kunnskapsgrunnlag: [a]\n")
    report = check(root, date(2026, 11, 29), select=("PL611",))
    found_ = [(item.diagnostic.finding.variant, item.diagnostic.severity.value) for item in report.findings]
    assert found_ == ([] if told is None else [(told, "advarsel" if told else "feil")])


def test_a_planstrategi_from_before_the_regulation_is_not_measured_by_it(root: Path) -> None:
    """PL611: the regulation is from 1 July 2012; a planstrategi begun before that needed no such overview."""
    declare(root, OVERVIEW)
    strategi(root, "2023-2027", "hva: oppstart, dato: 2012-06-30", voted("2024-04-24"))
    assert found(root, "PL611") == []
