"""PL314 and which year a case number says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, found


@pytest.mark.parametrize(
    ("sak", "expected"),
    [
        ("7/22", []),
        ("7/2022", []),
        ("PS 101/22", []),
        ("22/45", []),  # the 45th of 2022
        ("19/45", []),  # filed three years before
        ("21/78632", []),
        ("7", []),
        ("7/22 og 8/21", []),
        ("41/19", [""]),
        ("41/2019", [""]),
        ("41/99", [""]),
        ("24/78632", [""]),  # no case is decided before it is filed
        ("41/", ["kuttet"]),
    ],
)
def test_the_year_of_a_case_is_the_year_of_its_day(tmp_path: Path, sak: str, expected: list[str]) -> None:
    """A council numbers its cases by the year; an archive may have the year first, and never after the decision."""
    text = PLAN.replace("sak: 7/22", f'sak: "{sak}"')
    assert [variant for _, variant in found(tmp_path, "PL314", {"planer/klima.yaml": text})] == expected


def test_a_source_of_a_goal_is_held_to_it_too(tmp_path: Path) -> None:
    """Every file with sources is read; without a day there is nothing to hold the case against."""
    goal = "tittel: Mindre støy\ntype: hovedmål\nplan: samfunnsdel-2020\nkilder:\n"
    files = {
        "maal/a.yaml": goal + "  - {kilde: plandokument, sak: 41/19, dato: 2018-04-04}\n",
        "maal/b.yaml": goal.replace("støy", "lys") + "  - {kilde: plandokument, sak: 41/19}\n",
    }
    assert found(tmp_path, "PL314", files) == [("maal/a", "")]
