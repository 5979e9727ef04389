"""Suppressions: what they cover, what they never hide, and how they are counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from helpers import DATE, PLAN, fjordvik, run, write

from planlint.api import check
from planlint.source.comments import comments
from planlint.source.yaml import compose

TODAY = date.fromisoformat(DATE)
REASON = "# planlint: unntak[PL201] Samfunnsdelen er ny"
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system whose only finding is suppressed."""
    write(fjordvik(tmp_path), "planer/klima.yaml", UNANCHORED.replace("type: strategi", f"{REASON}\ntype: strategi"))
    return tmp_path


def test_a_suppressed_finding_passes_and_is_counted(root: Path) -> None:
    """It is told apart in JSON, with its reason, and counted in the summary."""
    assert "Ingen funn (1 unntak)" in run("check", "--date", DATE, cwd=root).stdout
    data = json.loads(run("check", "--date", DATE, "--output", "json", cwd=root).stdout)
    assert [(item["code"], item["status"], item["reason"]) for item in data["findings"]] == [
        ("PL201", "suppressed", "Samfunnsdelen er ny")
    ]
    assert data["counts"]["unntak"] == 1


def test_a_rule_that_does_not_run_leaves_its_suppressions_alone(root: Path) -> None:
    """Looking for one thing must not call what is written for another unused."""
    assert check(root, TODAY, select=("PL9",)).findings == ()
    assert check(root, TODAY, ignore=("PL201",)).findings == ()


def test_the_past_does_not_make_suppressions_unused(root: Path) -> None:
    """Before the day that the register describes, an unused suppression is left in peace."""
    write(root, "planer/klima.yaml", f"{PLAN}{REASON}\n")
    assert [item.diagnostic.code for item in check(root, TODAY).findings] == ["PL903"]
    assert check(root, date(2024, 4, 30)).findings == ()


def test_known_and_suppressed_at_once_is_suppressed(root: Path) -> None:
    """Neither the baseline's entry nor the comment is called stale."""
    write(root, "planer/klima.yaml", UNANCHORED)
    run("avvik", "add", "--reason", "Ny", "--date", DATE, cwd=root)
    write(root, "planer/klima.yaml", UNANCHORED.replace("type: strategi", f"type: strategi  {REASON}"))
    report = check(root, TODAY)
    assert (len(report.findings), len(report.known), len(report.suppressed)) == (0, 0, 1)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1  # planlint: x\nb: 2\n", [(1, 1)]),
        ("# planlint: x\n\n# noe annet\na: 1\nb: 2\n", [(4, 4)]),
        ("# planlint: x\na:\n  - b: 1\n    c: 2\n\nd: 3\n", [(2, 4)]),
        ("a:\n  # planlint: x\n  - b: 1\n    c: {d: 1,\n      e: 2}\n  - b: 2\n", [(3, 5)]),
        ("a:\n  - b: 1  # planlint: x\n    c: 2\n", [(2, 3)]),
        ("# planlint: x\na: |\n  tekst\n  mer\nb: 2\n", [(2, 4)]),
        ("a: |\n  # planlint: x\n  mer\nb: '# planlint: y'\n", []),
        ("a: http://x.no/#planlint:x\n", []),
        ("a: 1\n# planlint: x\n", [(2, 2)]),
        ("a: # planlint: x\n  []\n", [(1, 2)]),
    ],
)
def test_which_lines_a_comment_is_about(text: str, lines: list[tuple[int, int]]) -> None:
    """The line it ends or the key below it, with all that belongs to the key; never text that only looks like it."""
    assert [(comment.first, comment.last) for comment in comments(text, compose(text))] == lines


def test_a_file_that_cannot_be_read_has_no_suppressions(root: Path) -> None:
    """Only the reader speaks of it: a comment in a broken file neither covers nor is called unused."""
    write(root, "planer/klima.yaml", f"{REASON}\ntittel: [Klima\n")
    assert [item.diagnostic.code for item in check(root, TODAY).findings] == ["PL001"]
