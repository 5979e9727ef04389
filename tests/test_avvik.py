"""Known findings: added with a reason, counted, told when stale, and never able to hide something new."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers import DATE, PLAN, fjordvik, run, write

from planlint.api import check

TODAY = date.fromisoformat(DATE)
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with one known finding."""
    write(fjordvik(tmp_path), "planer/klima.yaml", UNANCHORED)
    done = run("avvik", "add", "--reason", "Ikke dokumentert", "--until", "2025-06-30", "--date", DATE, cwd=tmp_path)
    assert done.stdout == "1 funn lagt til i plans/avvik.yaml.\n"
    return tmp_path


def codes(root: Path, day: date = TODAY) -> list[str]:
    """Give the codes of new findings."""
    report = check(root, day, ignore=("PL311",))
    return [item.diagnostic.code for item in report.findings]


def test_a_known_finding_passes_and_is_counted(root: Path) -> None:
    """It is not reported, but never silently gone."""
    report = check(root, TODAY)
    assert report.findings == ()
    assert [item.diagnostic.reason for item in report.known] == ["Ikke dokumentert"]
    assert "1 kjent avvik" in run("check", "--date", DATE, cwd=root).stdout


def test_a_known_finding_past_its_date_is_new_again(root: Path) -> None:
    """The last day counts; the day after does not."""
    assert codes(root, date(2025, 6, 30)) == []
    assert codes(root, date(2025, 7, 1)) == ["PL201"]


def test_a_mended_finding_is_stale_and_can_be_pruned(root: Path) -> None:
    """PL905 until `prune` has taken the entry out; its empty group goes too."""
    write(root, "planer/klima.yaml", PLAN)
    assert codes(root) == ["PL905"]
    assert run("avvik", "prune", "--date", DATE, cwd=root).stdout == "1 avvik tatt bort fra plans/avvik.yaml.\n"
    assert codes(root) == []
    assert "regel" not in (root / "plans/avvik.yaml").read_text(encoding="utf-8")
    assert run("avvik", "prune", "--date", DATE, cwd=root).stdout == "Ingen avvik å ta bort.\n"


def test_the_past_does_not_make_entries_stale(root: Path) -> None:
    """On a day before the list was made, entries that match nothing are left in peace."""
    write(root, "planer/klima.yaml", PLAN)
    assert codes(root, date(2024, 6, 14)) == []


def test_rules_that_do_not_run_do_not_make_entries_stale(root: Path) -> None:
    """A narrowed check must not call the rest of the list stale."""
    write(root, "planer/klima.yaml", PLAN)
    assert check(root, TODAY, select=("PL9", "PL3")).findings == ()


def test_an_entry_of_an_unknown_rule_is_told(root: Path) -> None:
    """A code that no rule has covers nothing, so it is an error."""
    file = root / "plans/avvik.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("PL201", "PL299"), encoding="utf-8")
    assert sorted(codes(root)) == ["PL201", "PL904"]


def test_a_second_finding_of_the_same_rule_is_new(root: Path) -> None:
    """A baseline covers what it names, nothing else."""
    write(root, "planer/vann.yaml", UNANCHORED.replace("Klimastrategi", "Vannstrategi"))
    assert codes(root) == ["PL201"]


def test_comments_survive_adding(root: Path) -> None:
    """What people wrote in the file stays."""
    file = root / "plans/avvik.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("avvik:\n", "# Se sak 12/24\navvik:\n"), encoding="utf-8")
    write(root, "planer/vann.yaml", UNANCHORED.replace("Klimastrategi", "Vannstrategi"))
    run("avvik", "add", "--reason", "Ikke dokumentert", "--until", "2025-06-30", "--date", DATE, cwd=root)
    text = file.read_text(encoding="utf-8")
    assert "# Se sak 12/24" in text
    assert text.count("regel: PL201") == 1
    assert codes(root) == []


def test_nothing_to_add_writes_nothing(root: Path) -> None:
    """Running it again changes no byte."""
    before = (root / "plans/avvik.yaml").read_bytes()
    done = run("avvik", "add", "--reason", "x", "--date", DATE, cwd=root)
    assert done.stdout == "Ingen nye funn å legge til.\n"
    assert (root / "plans/avvik.yaml").read_bytes() == before


def test_an_empty_reason_is_refused(root: Path) -> None:
    """A list of exceptions without reasons is worth nothing."""
    done = run("avvik", "add", "--reason", " ", cwd=root)
    assert done.returncode == 2
    assert "Grunnen kan ikke være tom." in done.stderr


def test_add_can_be_limited_to_files_and_never_takes_findings_about_the_list(root: Path) -> None:
    """A path limits what is accepted; a stale entry is mended with prune, not accepted."""
    write(root, "planer/klima.yaml", PLAN)
    write(root, "planer/vann.yaml", UNANCHORED.replace("Klimastrategi", "Strategi om vann"))
    write(root, "planer/skog.yaml", UNANCHORED.replace("Klimastrategi", "Skogens strategi"))
    done = run("avvik", "add", "plans/planer/vann.yaml", "--reason", "Ikke dokumentert", "--date", DATE, cwd=root)
    assert done.stdout == "1 funn lagt til i plans/avvik.yaml.\n"
    assert sorted(codes(root)) == ["PL201", "PL905"]
    run("avvik", "add", "--reason", "Alt", "--date", DATE, cwd=root)
    assert codes(root) == ["PL905"]


def test_known_findings_are_shown_when_asked_for(root: Path) -> None:
    """With their reason, in their place among the others; the exit code is the same."""
    done = run("check", "--known", "--date", DATE, cwd=root)
    assert "PL201 uforankret-plan" in done.stdout
    assert "  Kjent avvik: Ikke dokumentert\n" in done.stdout
    assert done.returncode == 0
