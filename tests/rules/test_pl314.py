"""PL314 and which year a case number says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, check, found, run, write
from support.rule_cases import TODAY, plan, told_in


@pytest.mark.parametrize(
    ("sak", "expected"),
    [
        ("7/22", []),
        ("7/2022", []),
        ("PS 101/22", []),
        ("22/45", []),  # the 45th of 2022
        ("12/45", []),  # filed ten years before, the most
        ("11/45", [""]),
        ("21/78632", []),
        ("22/78632", []),  # filed and decided in one year
        ("7", []),
        ("7/22 og 8/21", []),
        ("24/2022", []),  # the 24th of 2022, not one that was filed in 2024
        ("05/1234", []),  # 1234 is no year
        ("24/1234", [""]),
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


@pytest.mark.parametrize(
    ("sak", "year"), [("41/69", 2069), ("41/70", 1970), ("41/1970", 1970), ("24/2019", 2019), ("24/1234", 2024)]
)
def test_the_year_that_a_case_says_is_told(tmp_path: Path, sak: str, year: int) -> None:
    """Two digits from 70 on are of the last century: no register has an older case."""
    files = {"planer/klima.yaml": plan(("sak: 7/22", f'sak: "{sak}"'))}
    assert [args["aar"] for args in told_in(tmp_path, "PL314", files)] == [year]


def test_a_case_that_two_sources_have_wrong_is_a_finding_in_each(root: Path) -> None:
    """Each can be accepted by itself: what makes a finding the same is also where it stands."""
    source = "{kilde: plandokument, sak: 41/19, dato: 2018-04-04}"
    write(root, "planer/klima.yaml", plan(("[{kilde: plandokument}]", f"[{source}, {source}]")))
    keys = [item.diagnostic.finding.key for item in check(root, TODAY, select=("PL314",)).findings]
    assert len(set(keys)) == len(keys) == 2


def test_a_year_alone_is_not_told_as_a_day(tmp_path: Path) -> None:
    """What is registered may be a year: the message says what stands there, and calls it no day."""
    files = {"planer/klima.yaml": plan(("dato: 2022-02-16", "dato: 2021"))}
    assert len(told_in(tmp_path, "PL314", files)) == 1
    done = run("check", "--select", "PL314", "--date", "2024-06-15", cwd=tmp_path)
    assert "Saken 7/22 er fra 2022, men tidspunktet som er ført, er 2021." in done.stdout
