"""The nightly check: one issue that is opened, brought up to date and closed, and quiet when nothing is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.actionrunner import Runner
from support.fakegithub import GitHub
from support.gittools import commit
from support.helpers import PLAN, fjordvik, write

from planlint.hosts.github import MOST
from planlint.hosts.host import HostIssue
from planlint.hosts.night_report import NightIssue, compared_with, read

BOT = {"login": "github-actions[bot]", "type": "Bot"}
SHORT = PLAN.replace("til: 2030", "til: 2024")  # runs out at midnight on 31.12.2024


class Nights:
    """A plan system on main, night after night."""

    def __init__(self, tmp_path: Path) -> None:
        """Lay out Fjordvik with a plan that runs out with the year."""
        self.tmp, self.root = tmp_path, fjordvik(tmp_path / "main")
        write(self.root, "planer/klima.yaml", SHORT)
        commit(self.root, "2024-01-01")
        self.github = GitHub()
        self.times = 0

    def run(self, day: str, **inputs: str) -> Runner:
        """Run the nightly job on a day."""
        self.times += 1
        runner = Runner(self.root, self.tmp / f"temp{self.times}", "schedule", {}, self.github.api, day=day)
        runner.action(date=day, issue="true", **{"build": "false", **inputs})
        return runner

    @property
    def issue(self) -> dict[str, Any]:
        """Give the newest issue."""
        found: dict[str, Any] = self.github.issues[-1]
        return found


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    """Nights in Fjordvik."""
    made = Nights(tmp_path)
    yield made
    made.github.close()


def test_a_plan_that_runs_out_opens_an_issue(nights: Nights) -> None:
    """It is quiet until midnight; then the issue tells what happened, with a link to the line, and the run is green."""
    assert nights.run("2024-12-31").ok
    assert nights.github.written == []
    runner = nights.run("2025-01-01")
    assert runner.ok, runner.log
    assert nights.github.written == [("POST", "issues")]
    assert nights.issue["title"] == "Plansystemet: noe er gått ut på dato eller må rettes"
    assert nights.issue["labels"] == ["planlint"]
    assert "Dette må følges opp i plansystemet: 1 ting per 1.1.2025." in nights.issue["body"]
    link = "https://github.example/fjordvik/plan/blob/" + "0" * 40 + "/plans/planer/klima.yaml#L5"
    assert (
        f"- **Feil** PL301 [plans/planer/klima.yaml]({link}): Planperioden gikk ut ved utgangen av 2024"
        in nights.issue["body"]
    )


def test_the_next_night_is_quiet(nights: Nights) -> None:
    """What has been told is not told again, however long it stays."""
    nights.run("2025-01-01")
    assert nights.github.written == [("POST", "issues")]
    for day in ("2025-01-02", "2025-02-02", "2025-03-30"):
        assert "Ikke noe nytt siden sist." in nights.run(day).log
        assert nights.github.written == [], day


def test_something_more_is_added_and_told(nights: Nights) -> None:
    """The issue gets what is new on top, and a comment says so, for an edit alone wakes nobody."""
    nights.run("2025-01-01")
    write(nights.root, "planer/vei.yaml", SHORT.replace("til: 2024", "til: 2025").replace("Klima", "Vei"))
    nights.github.calls.clear()
    nights.run("2026-01-01")
    assert nights.github.written == [("PATCH", "issues/1"), ("POST", "issues/1/comments")]
    new, old = nights.issue["body"].split("## Fra før")
    assert "vei.yaml" in new
    assert "klima.yaml" in old
    said = nights.github.comments[0]["body"]
    assert said.startswith("Nytt per 1.1.2026:\n\n- **Feil** PL301")
    assert "klima.yaml" not in said


def test_what_is_mended_is_taken_out_and_the_issue_closed(nights: Nights) -> None:
    """Less is an edit without a sound; nothing left is a sentence, and the issue is closed."""
    write(nights.root, "planer/vei.yaml", SHORT.replace("Klima", "Vei"))
    nights.run("2025-01-01")
    nights.github.calls.clear()
    write(nights.root, "planer/vei.yaml", PLAN.replace("Klima", "Vei"))
    nights.run("2025-01-02")
    assert nights.github.written == [("PATCH", "issues/1")]
    assert "vei.yaml" not in nights.issue["body"]
    write(nights.root, "planer/klima.yaml", PLAN)
    nights.run("2025-01-03")
    assert nights.github.written == [("POST", "issues/1/comments"), ("PATCH", "issues/1")]
    assert nights.issue["state"] == "closed"
    said = nights.github.comments[0]["body"]
    assert said == "Alt i denne saken er ordnet per 3.1.2025, så den er lukket."
    nights.run("2025-01-04")
    assert nights.github.written == []


def test_whoever_closes_the_issue_has_seen_it(nights: Nights) -> None:
    """What a closed issue told is not told again, until it has been mended and comes back; something new is."""
    nights.run("2025-01-01")
    nights.github.issues = [{**nights.issue, "state": "closed"}]
    nights.github.calls.clear()
    nights.run("2025-01-02")
    assert nights.github.written == []
    write(nights.root, "planer/klima.yaml", PLAN)
    nights.run("2025-01-03")
    assert nights.github.written == [("PATCH", "issues/1")]
    assert nights.issue["state"] == "closed"
    write(nights.root, "planer/klima.yaml", SHORT)
    nights.run("2025-01-04")
    assert nights.github.written == [("POST", "issues")]


def test_a_warning_that_the_calendar_brings_is_told_once_and_kept(nights: Nights) -> None:
    """«Runs out soon» is no error, but worth knowing; the issue stays until it is dealt with."""
    night = date(2024, 12, 31)
    days = [date.fromordinal(night.toordinal() - number) for number in range(400, 0, -1)]
    first = next(day for day in days if "PL303" in _codes(nights.root, day))
    nights.run(first.isoformat())
    assert nights.github.written == [("POST", "issues")]
    assert "- **Advarsel** PL303" in nights.issue["body"]
    nights.run(date.fromordinal(first.toordinal() + 1).isoformat())
    assert nights.github.written == []
    assert nights.issue["state"] == "open"


def _codes(root: Path, day: date) -> set[str]:
    from support.helpers import check  # noqa: PLC0415 - only here

    return {item.diagnostic.code for item in check(root, day).findings}


def test_a_warning_that_a_change_brought_is_no_news_of_the_night(nights: Nights) -> None:
    """The calendar's doings are told; the pull request has told the rest."""
    write(nights.root, "planer/klima.yaml", PLAN.replace("kilder: [{kilde: plandokument}]\n", ""))
    codes = _codes(nights.root, date(2024, 6, 15))
    assert codes
    nights.run("2024-06-15")
    assert nights.github.written == []


@pytest.mark.parametrize("user", [{"login": "kari", "type": "User"}, None])
def test_the_issue_of_another_is_not_touched(nights: Nights, user: dict[str, str] | None) -> None:
    """A person's issue with the label and even the mark is a person's."""
    theirs = {"id": 9, "number": 9, "state": "open", "user": user, "body": "<!-- planlint-natt 2025-01-01 -->\nHei"}
    pull = {**theirs, "user": BOT, "number": 8, "id": 8, "pull_request": {}}
    nights.github.issues = [theirs, pull, {**theirs, "user": BOT, "body": None, "number": 7, "id": 7}]
    nights.run("2025-01-01")
    assert nights.github.written == [("POST", "issues")]
    assert nights.github.issues[0] == theirs


def test_an_issue_that_cannot_be_written_is_a_failed_run(nights: Nights) -> None:
    """At night the issue is the answer, so its absence must be seen."""
    nights.github.readonly = True
    runner = nights.run("2025-01-01")
    assert not runner.ok
    assert "Gi jobben issues: write." in runner.log


def test_a_check_that_cannot_be_done_is_a_failed_run(nights: Nights) -> None:
    """A broken declaration is told by a red run, and the issue is left as it is."""
    write(nights.root, "plansystem.yaml", "kommune: [")
    runner = nights.run("2025-01-01")
    assert not runner.ok
    assert nights.github.calls == []


def test_hostile_titles_in_the_issue(nights: Nights) -> None:
    """What a plan says can neither mention, link, nor end the comment in which the issue remembers."""
    hostile = "--> @alle #1 <img src=x> ##[add-mask]x"
    write(nights.root, f"planer/{hostile}/ny.yaml", SHORT.replace("Klimastrategi for Fjordvik", f"'{hostile}'"))
    nights.run("2025-01-01")
    body = nights.issue["body"]
    assert "ny.yaml" in body
    assert "@alle" not in body
    assert "<img" not in body.replace("\\<", "")
    assert body.count("-->") == 1
    assert body.splitlines()[0].endswith(" -->")


def test_the_jobs_of_the_night_and_of_main(nights: Nights) -> None:
    """The workflows of this repository hand the site on to the job that lays it out."""
    for workflow, job in (("nightly.yml", "bygg"), ("publish.yml", "bygg")):
        nights.times += 1
        runner = Runner(nights.root, nights.tmp / f"jobb{nights.times}", "schedule", {})
        outputs = runner.job(workflow, job)
        assert runner.ok, runner.log
        assert outputs
        assert outputs["site"] == runner.used["actions/upload-pages-artifact"]["path"]


def test_the_day_that_is_compared_with() -> None:
    """Yesterday; a night that was missed is made good, a week back at most."""
    today = date(2025, 3, 10)

    def issue(day: date) -> NightIssue:
        return NightIssue(1, is_open=True, day=day, told=frozenset())

    assert compared_with(None, today) == date(2025, 3, 9)
    assert compared_with(issue(date(2025, 3, 10)), today) == date(2025, 3, 9)
    assert compared_with(issue(date(2025, 3, 6)), today) == date(2025, 3, 6)
    assert compared_with(issue(date(2024, 1, 1)), today) == date(2025, 3, 3)


def test_the_newest_issue_counts() -> None:
    """Of several the newest, and its marks are read as they were written."""
    listed = [
        HostIssue(3, "<!-- planlint-natt 2025-01-01 0123456789ab -->\nx", is_open=False, mine=True),
        HostIssue(5, "<!-- planlint-natt 2025-02-01 0123456789ab fedcba987654 -->\nx", is_open=True, mine=True),
        HostIssue(9, "x <!-- planlint-natt 2025-03-01 -->", is_open=True, mine=True),
        HostIssue(10, "<!-- planlint-natt 2025-03-01 -->", is_open=True, mine=False),
    ]
    found = read(listed)
    assert found == NightIssue(5, is_open=True, day=date(2025, 2, 1), told=frozenset(("0123456789ab", "fedcba987654")))
    assert read([]) is None


def test_very_many_findings_fit_in_an_issue(nights: Nights) -> None:
    """GitHub takes 65,536 characters; what there is no room for is counted."""
    for number in range(300):
        write(
            nights.root,
            f"planer/{'lang-mappe-' * 9}{number}/plan-{number}.yaml",
            SHORT.replace("tittel: ", f"tittel: {number} "),
        )
    nights.run("2025-01-01")
    body = nights.issue["body"]
    assert len(body) < MOST
    assert "\n- og " in body
    assert "301 ting" in body
