"""What a comment tells in a line each: what was there before a change, and what is accepted no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.gittools import commit
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.check.report import Report
from planlint.output.check_formats import DEFAULT
from planlint.output.markdown_brief import briefly
from planlint.output.markdown_places import Writer, about, named_place
from planlint.text.language import language

DAY = date.fromisoformat(DATE)
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")
NAMES = ("alfa", "beta", "gamma", "delta", "epsilon")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in which five plans lack an anchor, and that is accepted."""
    fjordvik(tmp_path)
    for name in NAMES:
        write(tmp_path, f"planer/{name}.yaml", UNANCHORED.replace("Klimastrategi", f"Strategi for {name}"))
    done = run("avvik", "add", "--reason", "Ikke dokumentert", "--date", DATE, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    commit(tmp_path, "2024-06-01")
    return tmp_path


@pytest.fixture
def lost(root: Path) -> Report:
    """The report on a change that takes all known findings away."""
    for file in (root / "plans/avvik").iterdir():
        file.unlink()
    return check(root, DAY, base="HEAD", change=True)


def writer(report: Report) -> Writer:
    """Give what findings are written with."""
    assert report.change is not None
    return Writer(DEFAULT, language("nb"), report.change.names, str)


def test_those_that_say_the_same_are_one_line(lost: Report) -> None:
    """How many they are, and the title of each: the list folds out."""
    rows, left = briefly(lost.findings, writer(lost), 10_000)
    (row,) = [row for row in rows if row.endswith("PL201")]
    names = (
        "«Strategi for alfa for Fjordvik», «Strategi for beta for Fjordvik», «Strategi for delta for Fjordvik», "
        "«Strategi for epsilon for Fjordvik» og «Strategi for gamma for Fjordvik»"
    )
    assert row.startswith(f"- **Feil**, 5 planer ({names}): ")
    assert not left


def test_what_has_no_room_is_counted(lost: Report) -> None:
    """By its severity, so that the comment can say what it leaves out."""
    rows, left = briefly(lost.findings, writer(lost), 10)
    assert rows == []
    assert left.total() == len(lost.findings)


def test_a_place_is_told_as_the_reader_knows_it(lost: Report) -> None:
    """By title and line; by line alone in the same file; by path for a file of the same name, or without title."""
    told = writer(lost)
    alfa, plansystem = "plans/planer/alfa.yaml", "plans/plansystem.yaml"
    assert named_place(alfa, 3, told) == "«Strategi for alfa for Fjordvik», linje 3"
    assert named_place(alfa, 3, told, alfa) == "linje 3"
    assert named_place("plans/planer/andre/alfa.yaml", 3, told, alfa) == "plans/planer/andre/alfa.yaml:3"
    assert named_place(plansystem, 3, told) == "plans/plansystem.yaml:3"


def test_what_is_gone_is_called_by_title_and_path(lost: Report) -> None:
    """Whoever must bring a file back is told which; one without a title has its path alone."""
    item = replace(next(one for one in lost.findings if one.diagnostic.entity == "plan/alfa"), gone=True)
    assert about([item], writer(lost)) == "Strategi for alfa for Fjordvik (plans/planer/alfa.yaml, slettet)"
    assert about([item], Writer(DEFAULT, language("nb"), {}, str)) == "plans/planer/alfa.yaml (slettet)"


def test_many_that_are_accepted_no_more_have_one_cause(root: Path, lost: Report) -> None:
    """The comment says what happened first, and each thing in a line; few of them are told in full."""
    assert lost.counts["tapt"] == len(lost.findings)
    asked = ("check", "--base", "HEAD", "--date", DATE, "--output", "markdown")
    comment = run(*asked, cwd=root).stdout
    assert "5 funn var godtatt som kjente avvik før endringen. Endringen har slettet avvikene, så funnene" in comment
    assert "### Godtatt før endringen, og ikke nå" in comment
    assert "Slik retter du" not in comment
    commit(root, "2024-06-02")
    done = run("avvik", "add", "plans/planer/alfa.yaml", "--reason", "Ikke kjent", "--date", DATE, cwd=root)
    assert done.returncode == 0, done.stderr
    commit(root, "2024-06-03")
    for file in (root / "plans/avvik").iterdir():
        file.unlink()
    comment = run(*asked, cwd=root).stdout
    assert "1 funn var godtatt som kjent avvik før endringen. Endringen har slettet avviket, så funnet" in comment
    assert "Slik retter du" in comment
