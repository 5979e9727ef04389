"""PL311 to the day, and the months that a municipality sets itself."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import FELLES, check, fjordvik, found, write
from support.rule_cases import changed

from planlint.output.words import words_of
from planlint.text import language


def text(path: str) -> str:
    """Give a file of Fjordvik."""
    return (FELLES / "plans" / path).read_text(encoding="utf-8")


def test_a_municipality_can_ask_for_a_register_brought_up_to_date_more_often(tmp_path: Path) -> None:
    """PL311 counts the months that plansystem.yaml sets, not its own twelve."""
    files = changed("plansystem.yaml", "ajourført: 2024-05-01", "ajourført: 2024-02-01")
    assert found(tmp_path, "PL311", files) == []
    files["plansystem.yaml"] += "regler: {PL311: {valg: {maaneder: 3}}}\n"
    assert found(tmp_path, "PL311", files) == [("plansystem", "")]


@pytest.mark.parametrize(("day", "told"), [("2025-05-01", False), ("2025-05-02", True)])
def test_a_register_is_up_to_date_for_a_year(day: str, told: bool, tmp_path: Path) -> None:
    """PL311 counts twelve months from `ajourført`."""
    assert bool(found(tmp_path, "PL311", {}, day)) is told


def test_what_is_left_is_counted_and_what_has_ended_is_not(tmp_path: Path) -> None:
    """PL311 counts what has nothing from the months asked for; a register without anything to go through says less."""
    root = fjordvik(tmp_path)
    write(root, "planer/arealdel-2021.yaml", text("planer/arealdel-2021.yaml") + "gjennomgått: 2025-03-01\n")
    report = check(root, date(2025, 6, 1), select=("PL311",))
    assert words_of(report.findings[0], language("nb")).message == (
        "Registeret er ikke ajourført siden 1.5.2024. 1 av planene, tiltakene, indikatorene og utfordringene som skal "
        "gjennomgås (3 i alt) har opplysninger fra de siste 12 månedene."
    )
    for folder in ("planer", "maal", "tiltak"):
        shutil.rmtree(root / "plans" / folder)
    report = check(root, date(2025, 6, 1), select=("PL311",))
    assert [item.diagnostic.finding.variant for item in report.findings] == ["tomt"]


@pytest.mark.parametrize(
    ("seen", "told"), [("", ["uten_dag"]), ("gjennomgått: 2025-03-01\n", [])], ids=["all is old", "one is newer"]
)
def test_a_register_without_a_day_is_old_when_all_in_it_is(seen: str, told: list[str], tmp_path: Path) -> None:
    """PL311 cannot count from a day that is not told; one thing that is newer shows that somebody is at work."""
    undated = changed("plansystem.yaml", "ajourført: 2024-05-01\n", "")
    files = undated | {"planer/arealdel-2021.yaml": text("planer/arealdel-2021.yaml") + seen}
    assert [variant for _, variant in found(tmp_path, "PL311", files, "2025-06-01")] == told
