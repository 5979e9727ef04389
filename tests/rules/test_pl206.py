"""PL206 where another rule speaks, and it must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, fjordvik, write



def found(root: Path) -> list[tuple[str, str]]:
    """Give code and plan of what PL201 and PL206 report."""
    report = check(root, date(2024, 6, 15), select=("PL201", "PL206"))
    return [(item.diagnostic.code, item.diagnostic.entity) for item in report.findings]


@pytest.fixture
def arealdel(tmp_path: Path) -> str:
    """The text of Fjordvik's arealdel; the plan system itself lies in tmp_path."""
    return (fjordvik(tmp_path) / "plans/planer/arealdel-2021.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_read_may_be_the_tie(tmp_path: Path, arealdel: str) -> None:
    """Nobody knows where an unreadable goal or plan leads."""
    write(tmp_path, "planer/ulest.yaml", "tittel: [\n")
    write(tmp_path, "maal/ulest.yaml", "tittel: [\n")
    for anchor in ("{plan: ulest}", "ulest"):
        write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("naer-natur", anchor))
        assert found(tmp_path) == []


def test_what_binds_and_is_no_arealdel_is_judged_by_its_own_ties(tmp_path: Path, arealdel: str) -> None:
    """A file that cannot be read may be the plan above, but only where the plan says that it has one."""
    system = (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(tmp_path, "plansystem.yaml", system.replace("    rolle: arealdel\n", ""))
    write(tmp_path, "planer/ulest.yaml", "tittel: [\n")
    write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("naer-natur", "{plan: ulest}"))
    assert found(tmp_path) == []
    write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("naer-natur", "trygg-oppvekst"))
    assert found(tmp_path) == [("PL206", "plan/arealdel-2021")]


def test_a_plan_that_must_be_anchored_is_left_to_pl201(tmp_path: Path, arealdel: str) -> None:
    """No anchor at all is one fault, not two."""
    system = (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")
    system = system.replace("forankring: ingen\n    bindende", "forankring: påkrevd\n    bindende")
    write(tmp_path, "plansystem.yaml", system)
    write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("forankring: [naer-natur]\n", ""))
    assert found(tmp_path) == [("PL201", "plan/arealdel-2021")]


def test_an_arealdel_without_events_is_not_called_older(tmp_path: Path, arealdel: str) -> None:
    """A day that is not documented cannot be compared; PL401 asks for it."""
    lines = [line for line in arealdel.splitlines(keepends=True) if "hendelser" not in line and "hva:" not in line]
    write(tmp_path, "planer/arealdel-2021.yaml", "".join(lines))
    assert found(tmp_path) == []


def test_plans_in_a_ring_end_the_search(tmp_path: Path, arealdel: str) -> None:
    """A plan that is part of itself has no tie, and no endless loop."""
    text = arealdel.replace("forankring: [naer-natur]", "del_av: arealdel-2021\nforankring: [trygg-oppvekst]")
    write(tmp_path, "planer/arealdel-2021.yaml", text)
    assert found(tmp_path) == [("PL206", "plan/arealdel-2021")]
