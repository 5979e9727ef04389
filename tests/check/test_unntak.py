"""Suppressions: what they cover, what they never hide, and how they are counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.base import Severity
from planlint.source.comments import comments
from planlint.source.yaml import compose

TODAY = date.fromisoformat(DATE)
REASON = "# planlint: unntak[PL201] Samfunnsdelen er ny"
UNUSED = f"{REASON}\n"
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
    run("avvik", "add", "--reason", "Ny plan", "--date", DATE, cwd=root)
    write(root, "planer/klima.yaml", UNANCHORED.replace("type: strategi", f"type: strategi  {REASON}"))
    report = check(root, TODAY)
    assert (len(report.findings), len(report.known), len(report.suppressed)) == (0, 0, 1)


@pytest.mark.parametrize(
    ("said", "reason", "until"),
    [
        ("Ny plan til 2027-06-30", "Ny plan", "2027-06-30"),
        ("Ny plan, til og med 2027-06-30.", "Ny plan", "2027-06-30"),
        ("Ny plan (til 2027-06-30)", "Ny plan", "2027-06-30"),
        ("til 2027-06-30: Ny plan", "Ny plan", "2027-06-30"),
        ("Ny plan, til: 2027", "Ny plan", "2027-12-31"),
        ("Ny plan til og med: 2027-H1", "Ny plan", "2027-06-30"),
        ("til: 2027-06 Ny plan", "Ny plan", "2027-06-30"),
        ("Vi rekker det ikke til 2030", "Vi rekker det ikke til 2030", None),
        ("Ny plan til 2027-H1.", "Ny plan til 2027-H1.", None),
        ("Øker til 5000", "Øker til 5000", None),
        ("Øker til 12 skoler", "Øker til 12 skoler", None),
        ("Utsatt til 2027-06-30 av rådet", "Utsatt til 2027-06-30 av rådet", None),
    ],
)
def test_reason_and_last_day(root: Path, said: str, reason: str, until: str | None) -> None:
    """The day may stand at either end, and be a year as elsewhere in the files; other numbers belong to the reason."""
    write(root, "planer/klima.yaml", UNANCHORED.replace("type:", f"# planlint: unntak[PL201] {said}\ntype:"))
    (found,) = check(root, TODAY).suppressed
    assert (found.diagnostic.reason, str(found.diagnostic.until)) == (reason, str(until))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Rekker det ikke til 2030", True),
        ("Ny plan til 2027-06", True),
        ("Øker til 5000", False),
        ("Ny plan til: 2030", False),
    ],
)
def test_a_year_in_a_sentence_is_no_last_day(root: Path, said: str, told: bool) -> None:
    """What may have been meant as one is told with how to write it, and stops nothing."""
    write(root, "planer/klima.yaml", UNANCHORED.replace("type:", f"# planlint: unntak[PL201] {said}\ntype:"))
    report = check(root, TODAY)
    assert [(item.diagnostic.code, item.diagnostic.severity.value) for item in report.findings] == [
        ("PL901", "info")
    ] * told
    assert report.exit_code(Severity.ADVARSEL) == 0


@pytest.mark.parametrize("day", ["30.6.2027", "30.06.27", "30. juni 2027", "2027-6-30", "2027/06/30", "2027-02-30"])
def test_a_last_day_written_otherwise_never_lasts_for_ever(root: Path, day: str) -> None:
    """A day that cannot be read is told, and the suppression does not count until it is mended."""
    write(root, "planer/klima.yaml", UNANCHORED.replace("type:", f"# planlint: unntak[PL201] Ny til {day}\ntype:"))
    assert [item.diagnostic.code for item in check(root, TODAY).findings] == ["PL901", "PL201"]


@pytest.mark.parametrize(
    "reason",
    ["\u3164", "\u200b", ".", "-", "...", "…", "?", "—", "grunn: -", "- til 2030-06-30", "ok", "x", "ja!", "jf."],
)
def test_a_reason_is_words(root: Path, reason: str) -> None:
    """What has neither a letter nor a digit that can be seen, and a short word alone, excuse nothing (PL901)."""
    text = PLAN.replace("forankring: [trygg-oppvekst]", f"# planlint: unntak[PL102] {reason}\nforankring: [tull]")
    write(root, "planer/klima.yaml", text)
    assert {item.diagnostic.code for item in check(root, date.fromisoformat(DATE)).findings} >= {"PL102", "PL901"}


@pytest.mark.parametrize("reason", ["24/1234", "Utgår", "Ny plan", "jf. sak"])
def test_a_word_or_a_case_is_a_reason(root: Path, reason: str) -> None:
    """Where somebody can look it up, or knows what is meant, nothing is told."""
    text = UNANCHORED.replace("type: strategi", f"# planlint: unntak[PL201] {reason}\ntype: strategi")
    write(root, "planer/klima.yaml", text)
    assert [item.diagnostic.code for item in check(root, TODAY).findings] == []


def test_a_suppression_in_the_wrong_place_shows_the_right_one(root: Path) -> None:
    """PL903 points at the finding that it was perhaps meant for."""
    write(root, "planer/klima.yaml", f"{REASON}\n{UNANCHORED}")
    unused, finding = check(root, TODAY).findings
    assert [(item.span.line, item.related.note) for item in unused.related] == [(3, "regelen har et funn her")]
    assert (unused.diagnostic.code, finding.diagnostic.code, finding.span.line) == ("PL903", "PL201", 3)


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


@pytest.mark.parametrize(("day", "codes"), [("2024-04-30", []), ("2024-05-01", ["PL903"])])
def test_an_unused_suppression_is_told_from_the_day_that_the_register_describes(
    tmp_path: Path, day: str, codes: list[str]
) -> None:
    """That day too: Fjordvik is brought up to date on 1 May 2024."""
    write(fjordvik(tmp_path), "planer/klima.yaml", f"{PLAN}{UNUSED}")
    assert [item.diagnostic.code for item in check(tmp_path, date.fromisoformat(day)).findings] == codes


def test_a_file_that_cannot_be_read_hides_no_suppression_of_the_next(tmp_path: Path) -> None:
    """The comments of the files after it still count."""
    write(fjordvik(tmp_path), "planer/aa.yaml", f"{UNUSED}tittel: [Klima\n")
    write(tmp_path, "planer/klima.yaml", UNANCHORED.replace("type: strategi", f"{UNUSED}type: strategi"))
    report = check(tmp_path, date(2024, 6, 15))
    assert [(item.diagnostic.code, item.diagnostic.entity) for item in report.suppressed] == [("PL201", "plan/klima")]
    assert [item.diagnostic.code for item in report.findings] == ["PL001"]
