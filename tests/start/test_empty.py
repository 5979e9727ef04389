"""A plan system without anything made up, and an example that nobody takes for the municipality's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, run

from planlint.model import FOLDERS
from planlint.start import example
from planlint.start.action import ACTION
from planlint.text import language

DATE = "2026-11-21"
DAY = date.fromisoformat(DATE)
GIVEN = ("--name", "Fjordvik", "--number", "9999", "--date", DATE)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_an_empty_plan_system_says_only_that_it_is_empty(tmp_path: Path, code: str) -> None:
    """No demand of law is told of a municipality of which nothing is known yet."""
    for path, data in example.example_files("Fjordvik", "9999", language(code), DAY, ACTION, empty=True).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert [item.diagnostic.code for item in check(tmp_path, DAY).findings] == ["PL806"]
    assert not [folder for folder in FOLDERS if (tmp_path / "plans" / folder).exists()]


def test_an_empty_plan_system_makes_nothing_up(tmp_path: Path) -> None:
    """Neither the declaration nor the site has a sector, a source or an example that is not the municipality's."""
    done = run("init", "--empty", *GIVEN, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "eksempel" not in done.stdout
    told = (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")
    assert "sektorer:" not in told
    assert "kilder:" not in told
    assert "EKSEMPEL" not in told
    assert "ajourført:" not in told  # nobody has gone through anything
    assert run("build", "--date", DATE, cwd=tmp_path).returncode == 0
    front = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'class="oppdiktet"' not in front
    assert "Registeret sier ikke når det sist ble ajourført." in front


def test_the_demands_of_law_come_with_the_first_plan(tmp_path: Path) -> None:
    """What is held back in an empty register, is told once there is something to judge."""
    assert run("init", "--empty", *GIVEN, cwd=tmp_path).returncode == 0
    done = run("new", "plan", "--title", "Kulturplan", "--type", "temaplan", "--date", DATE, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    codes = {item.diagnostic.code for item in check(tmp_path, DAY).findings}
    assert "PL806" not in codes
    assert "PL604" in codes


def test_every_page_says_that_the_example_is_an_example(tmp_path: Path) -> None:
    """Whichever page a reader comes to; the page of a file that is made up says that all of it is."""
    assert run("init", *GIVEN, cwd=tmp_path).returncode == 0
    assert run("build", "--date", DATE, cwd=tmp_path).returncode == 0
    pages = [path for path in sorted((tmp_path / "site").rglob("*.html")) if "veiledning" not in path.parts]
    unmarked = [path.name for path in pages if 'class="oppdiktet"' not in path.read_text(encoding="utf-8")]
    assert pages
    assert not unmarked
    plan = next((tmp_path / "site/plan").glob("temaplan-*.html")).read_text(encoding="utf-8")
    assert "Alt på denne siden er oppdiktet" in plan
    assert "Alt på denne siden er oppdiktet" not in (tmp_path / "site/planer.html").read_text(encoding="utf-8")


def test_a_row_is_never_taken_for_a_plan_of_the_example(tmp_path: Path) -> None:
    """The municipality's own samfunnsdel is a new plan, and nobody is asked whether it is the made-up one."""
    assert run("init", *GIVEN, cwd=tmp_path).returncode == 0
    (tmp_path / "a.csv").write_text(
        "Plan;Plantype;Status\nKommuneplanens samfunnsdel;kommuneplanens samfunnsdel;vedtatt\n", encoding="utf-8"
    )
    done = run("import", "a.csv", "--date", DATE, cwd=tmp_path)
    assert "--match" not in done.stdout + done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
