"""PL614 and the number that its example shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import DATE, PLAN, check, write
from support.lovkrav_cases import plan, voted


def test_the_example_of_an_id_needs_no_kommunenummer(root: Path) -> None:
    """A municipality may leave its number out."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('  nummer: [{nummer: "9999"}]\n', ""), encoding="utf-8")
    plan(root, "arealdel-2021", "arealdel", voted("2021-03-24"))
    plan(root, "ukjent", "uoppgitt", voted("2021-03-24"))
    report = check(root, date.fromisoformat(DATE), select=("PL614",))
    assert [item.diagnostic.finding.args["eksempel"] for item in report.findings] == ["2024001"]


def test_the_example_of_an_id_is_of_the_newest_kommunenummer(root: Path) -> None:
    """PL614, also for a plan after others that bind nobody."""
    file = root / "plans/plansystem.yaml"
    numbers = '[{nummer: "9998", til: 2019}, {nummer: "9999", fra: 2020}]'
    file.write_text(file.read_text(encoding="utf-8").replace('[{nummer: "9999"}]', numbers), encoding="utf-8")
    write(root, "planer/a.yaml", PLAN)
    plan(root, "b", "arealdel", status="på_høring")
    (item,) = check(root, date.fromisoformat(DATE), select=("PL614",)).findings
    assert item.diagnostic.finding.args["eksempel"] == "9999_2024001"


def test_the_number_in_an_example_is_that_of_the_day(root: Path) -> None:
    """PL614: a municipality that got a new number in 2024 is not shown it in 2015."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    both = 'nummer: [{nummer: "0219", til: 2019}, {nummer: "3201", fra: 2024}]'
    file.write_text(text.replace('nummer: [{nummer: "9999"}]', both), encoding="utf-8")
    plan(root, "a", "arealdel", voted("2014-05-14"))
    for day, number in (("2015-01-01", "0219_2015001"), ("2024-06-15", "3201_2024001")):
        report = check(root, date.fromisoformat(day), select=("PL614",))
        assert [item.diagnostic.finding.args["eksempel"] for item in report.findings] == [number]
