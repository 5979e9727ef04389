"""PL310 to the day: when the time around an election begins and ends, and what it hides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, found, write
from support.rule_cases import EVENT, lasting, plan


def test_a_revision_that_the_new_council_decides_on_hides_none_before_the_next_election(tmp_path: Path) -> None:
    """PL310 passes over the autumn after the election once the planstrategi is adopted, and looks at the next plan."""
    strategi = "tittel: Planstrategi\nvalgperiode: 2023-2027\nstatus: vedtatt\nhendelser:\n"
    strategi += EVENT.replace("2022-02-16", "2024-04-24")
    files = {
        "planstrategier/planstrategi-2023-2027.yaml": strategi.replace("2023-2027", '"2023-2027"'),
        "planer/a.yaml": plan(more="revisjon: {neste: 2024-10-02}\n"),
        "planer/b.yaml": plan(more="revisjon: {neste: 2027-06}\n"),
    }
    assert found(tmp_path, "PL310", files) == [("plan/b", "")]


def test_the_window_before_an_election_may_be_longer(tmp_path: Path) -> None:
    """With ten months the window opens in the year before the election."""
    settings = "regler: {PL310: {valg: {maaneder_foer_valg: 10}}}\n"
    system = fjordvik(tmp_path) / "plans" / "plansystem.yaml"
    system.write_text(system.read_text(encoding="utf-8") + settings, encoding="utf-8")
    write(tmp_path, "planer/klimastrategi.yaml", PLAN + "revisjon: {neste: 2026-12}\n")
    report = check(tmp_path, date.fromisoformat(DATE), select=("PL310",))
    assert [item.diagnostic.code for item in report.findings] == ["PL310"]


@pytest.mark.parametrize(
    ("neste", "today", "variants"),
    [
        ("2027-03-12", DATE, []),
        ("2027-03-13", DATE, [""]),
        ("2027-09-13", DATE, [""]),
        ("2027-09-14", DATE, ["planstrategi"]),
        ("2028-10-31", DATE, ["planstrategi"]),
        ("2028-11-01", DATE, []),
        ("2028-H2", DATE, []),
        ("2027-04-02", "2027-04-01", [""]),
        ("2027-04-01", "2027-04-01", []),
    ],
)
def test_the_time_around_an_election(neste: str, today: str, variants: list[str], tmp_path: Path) -> None:
    """PL310: from half a year before the election of 13 September 2027 to the planstrategi's last day, in the future."""
    files = lasting("{fra: 2022, til: 2030}", more=f"revisjon: {{neste: {neste}}}\n") | {"planer/b.yaml": PLAN}
    assert [variant for _, variant in found(tmp_path, "PL310", files, today)] == variants
