"""The law's own next dates are among what falls due: its deadlines, the control committee's plans, yearly revisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import fjordvik, run, write

from planlint.ahead.due import find_due
from planlint.system.system import open_system

TYPES = "plantyper:\n  kdp: {navn: kommunedelplan, nivå: tema, hjemmel: [pbl-11-1]}\n"


def plan(root: Path, name: str, type_: str, vote: str, more: str = "") -> None:
    """Write an adopted plan."""
    event = f"hendelser:\n  - {{hva: vedtatt, dato: {vote}, organ: kommunestyret, sak: 1/24}}\n"
    write(root, f"planer/{name}.yaml", f"tittel: {name}\ntype: {type_}\nstatus: vedtatt\n{event}{more}")


def dates(root: Path, today: str, until: str) -> set[tuple[str, str]]:
    """Give day and name of what the law asks for from a day to another."""
    day = date.fromisoformat(today)
    register = open_system(root, day).register
    assert register
    return {(item.dag.isoformat(), item.hva) for item in find_due(register, day, date.fromisoformat(until)) if item.lov}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik's plan system, with a plan type that says what it rests on."""
    root = fjordvik(tmp_path)
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("plantyper:\n", TYPES, 1), encoding="utf-8")
    return root


def test_a_day_that_the_law_sets(root: Path) -> None:
    """1 July 2027 by § 10 of the act on social housing, and no other year."""
    assert ("2027-07-01", "frist") in dates(root, "2026-11-29", "2027-11-29")
    assert "frist" not in {name for _, name in dates(root, "2027-07-02", "2031-12-31")}


def test_the_plans_of_the_control_committee_fall_due_in_each_term(root: Path) -> None:
    """By the end of the year after the council was constituted; not where it has adopted one since."""
    both = {("2028-12-31", "forvaltningsrevisjon"), ("2028-12-31", "eierskapskontroll")}
    assert both <= dates(root, "2027-11-29", "2028-12-31")
    plan(root, "a", "strategi", "2028-02-16", "hjemmel: [koml-23-3]\n")
    assert both & dates(root, "2028-03-01", "2028-12-31") == {("2028-12-31", "eierskapskontroll")}
    plan(root, "a", "strategi", "2024-02-14", "hjemmel: [koml-23-3]\n")
    assert both <= dates(root, "2028-03-01", "2028-12-31")


def test_yearly_revisions_fall_due_a_year_after_the_last(root: Path) -> None:
    """Of the preparedness plan, and of what can be the handlingsdel of a thematic kommunedelplan."""
    plan(root, "beredskap", "fagplan", "2026-10-14", "hjemmel: [sivilbeskyttelsesloven-15]\n")
    plan(root, "kultur", "kdp", "2024-06-12")
    plan(root, "kultur-tiltak", "handlingsplan", "2026-12-09", "del_av: kultur\n")
    found = dates(root, "2026-12-10", "2027-12-31")
    assert {("2027-10-14", "beredskap"), ("2027-12-09", "temahandlingsdel")} <= found


def test_a_day_that_rests_on_an_undeclared_constituting_may_come_earlier(tmp_path: Path) -> None:
    """The council's first day and the planstrategi's deadline are told as the latest, until the day is declared."""
    root = fjordvik(tmp_path)

    def early(day: date) -> dict[str, bool]:
        register = open_system(root, day).register
        assert register
        return {item.hva: item.senest for item in find_due(register, day, date(2028, 12, 31)) if item.slag == "lov"}

    today = date(2027, 1, 1)
    names = {"konstituering": True, "planstrategi": True, "kommunevalg": False}
    assert {name: senest for name, senest in early(today).items() if name in names} == names
    forecast = run("forecast", "--date", "2027-01-01", "--until", "2028-12-31", cwd=root).stdout
    assert "senest denne dagen; dagen for konstitueringen er ikke oppgitt" in forecast
    file = root / "plans/plansystem.yaml"
    declared = file.read_text(encoding="utf-8") + "valgperioder: {2027-2031: {konstituert: 2027-10-13}}\n"
    file.write_text(declared, encoding="utf-8")
    assert not any(early(today).values())
    assert "senest denne dagen" not in run("forecast", "--date", "2027-01-01", "--until", "2028-12-31", cwd=root).stdout
