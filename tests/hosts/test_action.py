"""action.yml on a pull request and on main: its `run` lines are run in a scratch clone, as the runner would."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.actionrunner import Runner
from support.fakegithub import REPOSITORY, GitHub
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, write

BOT = {"login": "github-actions[bot]", "type": "Bot"}
MARK = "<!-- planlint -->"
Edit = Callable[[Path], object]


class Pull:
    """A repository with main, a branch, and the merge of the two laid out as actions/checkout lays it out."""

    def __init__(self, tmp_path: Path) -> None:
        """Make Fjordvik's main, with a plan."""
        self.tmp = tmp_path
        self.origin = fjordvik(tmp_path / "origin")
        write(self.origin, "planer/klima.yaml", PLAN)
        self.base = commit(self.origin, "2024-01-01")
        git(self.origin, "config", "uploadpack.allowAnySHA1InWant", "true")
        self.github = GitHub()
        self.times = 0

    def propose(self, edit: Edit, main: Edit | None = None) -> str:
        """Commit an edit on the branch, another on main if there is one, and merge; give the branch's commit."""
        git(self.origin, "checkout", "-q", "-B", "forslag", self.base)
        edit(self.origin)
        head = commit(self.origin, "2024-02-01")
        git(self.origin, "checkout", "-q", "main")
        if main:
            main(self.origin)
            commit(self.origin, "2024-02-02")
        git(self.origin, "checkout", "-q", "-B", "merge", "main")
        git(self.origin, "merge", "-q", "--no-ff", "-m", "merge", "forslag")
        return head

    def run(self, head: str, *, fork: bool = False, depth: int = 0, build: bool = False, **inputs: str) -> Runner:
        """Run the jobs of plansystem.yml on what has been proposed: each on a machine of its own, the check first.

        Gives the machine of the check, with what the others wrote in their logs, did and used beside its own.
        """
        self.times += 1
        repository = "nabo/plan" if fork else REPOSITORY
        pull = {"number": 7, "base": {"sha": self.base}, "head": {"sha": head, "repo": {"full_name": repository}}}
        first = self._machine("kontroll", pull, depth, inputs)
        outputs = first.job("plansystem.yml", "kontroll")
        needs = {"kontroll": {"outputs": outputs}}
        for job in ("bygg", "svar") if build else ("svar",):
            machine = self._machine(job, pull, depth, inputs)
            machine.artifacts = first.artifacts
            if machine.job("plansystem.yml", job, needs) is None:
                continue
            first.log += machine.log
            first.ran += machine.ran
            first.used |= {f"{job} {name}": given for name, given in machine.used.items()}
            assert machine.ok or job == "svar", machine.log
        return first

    def _machine(self, job: str, pull: dict[str, Any], depth: int, inputs: dict[str, str]) -> Runner:
        """Give a machine; the one that answers has nothing of what is proposed."""
        where, temp = self.tmp / f"{job}{self.times}", self.tmp / f"temp-{job}{self.times}"
        how = [f"--depth={depth}"] if depth else []
        if job == "svar":
            where.mkdir()
        else:
            git(self.tmp, "clone", "-q", "--branch", "merge", *how, f"file://{self.origin}", str(where))
        machine = Runner(where, temp, "pull_request", {"pull_request": pull}, self.github.api, day=DATE)
        machine.given = inputs
        return machine


@pytest.fixture
def pull(tmp_path: Path) -> Iterator[Pull]:
    """A repository in which nothing has been proposed yet."""
    made = Pull(tmp_path)
    yield made
    made.github.close()


def without_goal(root: Path) -> None:
    """Take away a hovedmål."""
    (root / "plans/maal/gode-liv.yaml").unlink()


def with_comment(root: Path) -> None:
    """Write a comment in a plan, and nothing else."""
    write(root, "planer/klima.yaml", f"# lest av klimarådgiveren\n{PLAN}")


def elsewhere(root: Path) -> None:
    """Change a file that is no part of the plan system."""
    (root / "LESMEG.md").write_text("Hei\n", encoding="utf-8")


def test_a_goal_that_is_taken_away(pull: Pull) -> None:
    """The check says no: annotations on the lines, and the same text in the comment and the summary."""
    runner = pull.run(pull.propose(without_goal))
    assert not runner.ok
    assert "::error file=plans/maal/naer-natur.yaml,line=4," in runner.log
    assert "planlint sier nei (sluttkode 1)" in runner.log
    assert pull.github.written == [("POST", "issues/7/comments")]
    body = pull.github.comments[0]["body"]
    assert body.startswith(f"{MARK}\n## Kontrollen er ikke bestått: 1 feil")
    assert "Sammenlignet med main. Se det samme på egen maskin: `planlint check --base main --date" in body
    assert "«Gode liv i Fjordvik» (mål) er slettet, men 2 steder viser til `gode-liv`." in body
    assert body.startswith(runner.summary)


def test_a_change_of_a_comment(pull: Pull) -> None:
    """The check says yes, and the comment says that all is well."""
    runner = pull.run(pull.propose(with_comment))
    assert runner.ok, runner.log
    assert pull.github.written == [("POST", "issues/7/comments")]
    assert "## Endringen er i orden" in pull.github.comments[0]["body"]


def test_a_second_push_edits_the_comment(pull: Pull) -> None:
    """One comment, always the newest answer; the same answer is not written twice."""
    pull.run(pull.propose(without_goal))
    assert pull.github.written == [("POST", "issues/7/comments")]
    head = pull.propose(with_comment)
    assert pull.run(head).ok
    assert pull.github.written == [("PATCH", "issues/comments/1")]
    assert [item["body"].splitlines()[1] for item in pull.github.comments] == ["## Endringen er i orden"]
    pull.run(head)
    assert pull.github.written == []


@pytest.mark.parametrize(
    "user", [{"login": "kari", "type": "User"}, {"login": "github-actions", "type": "User"}, None, {"login": "x[bot]"}]
)
def test_the_comment_of_another_is_not_touched(pull: Pull, user: dict[str, str] | None) -> None:
    """The mark alone is not enough: anybody can write it."""
    theirs = [{"id": 99, "user": user, "body": f"{MARK}\nHei"}, {"id": 98, "user": BOT, "body": "Hei"}]
    pull.github.comments = [*theirs, {"id": 97, "user": BOT, "body": None}]
    pull.run(pull.propose(with_comment))
    assert pull.github.written == [("POST", "issues/7/comments")]
    assert pull.github.comments[:2] == theirs


def test_a_token_of_another_app_finds_its_own(pull: Pull) -> None:
    """Who we are is asked for, and a bot's name is told both with and without its ending."""
    ours = {"id": 5, "user": {"login": "plan-bot[bot]", "type": "Bot"}, "body": f"{MARK}\ngammelt"}
    pull.github.me, pull.github.comments = "plan-bot", [ours]
    pull.run(pull.propose(with_comment))
    assert pull.github.written == [("PATCH", "issues/comments/5")]


def test_a_fork_gets_its_answer_in_the_summary(pull: Pull) -> None:
    """GitHub gives a fork a token that may only read, so nothing is tried; the check says no all the same."""
    runner = pull.run(pull.propose(without_goal), fork=True)
    assert not runner.ok
    assert pull.github.calls == []
    assert "::notice::Endringen kommer fra en kopi av repositoriet" in runner.log
    assert "«Gode liv i Fjordvik» (mål) er slettet, men 2 steder viser til `gode-liv`." in runner.summary


def test_a_comment_that_may_not_be_written_fails_nothing(pull: Pull) -> None:
    """Without the right to write, the log says which right is missing, and the check alone decides."""
    pull.github.readonly = True
    runner = pull.run(pull.propose(with_comment))
    assert runner.ok
    assert "GitHub svarte 403: Resource not accessible by integration. Gi jobben pull-requests: write.\n" in runner.log


HANDED = {"report": "x", "language": "nb", "quiet": False, "site": False, "passed": True, "suggestions": []}
ONE = {"file": "plans/x.yaml", "first": 1, "last": 1, "lines": ["a: 1"], "said": "x", "mark": "0"}


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "{", "[" * 100_000, json.dumps({**HANDED, "report": 1}), json.dumps({**HANDED, "quiet": "nei"}),
        json.dumps({**HANDED, "language": "de"}), json.dumps({**HANDED, "mer": 1}),
        json.dumps({**HANDED, "report": "x" * 5_000_000}), "\xff", json.dumps({"report": "x"}),
    ],
    ids=range(12),
)  # fmt: skip
def test_what_is_handed_on_is_a_strangers_text(pull: Pull, text: str) -> None:
    """The job with the key takes a whole answer or none; a sentence, no stack trace, and nothing is written."""
    machine = pull._machine("svar", {"number": 7, "head": {"repo": {"full_name": REPOSITORY}}}, 0, {})  # noqa: SLF001 - the same machine
    folder = pull.tmp / "vedlegg"
    folder.mkdir()
    (folder / "svar.json").write_bytes(text.encode("latin-1"))
    machine.artifacts = {"planlint-svar": folder}
    machine.action("action/comment")
    assert not machine.ok
    assert machine.log == "::error::planlint: svaret fra kontrollen kan ikke leses\n"
    assert pull.github.calls == []


def test_the_answer_is_in_the_language_of_the_plan_system(pull: Pull) -> None:
    """The job that answers has no plan system, so it is told the language."""

    def english(root: Path) -> None:
        file = root / "plans/plansystem.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("språk: nb", "språk: en"), encoding="utf-8")

    runner = pull.run(pull.propose(english), build=True)
    assert "The comment has been written." in runner.log
    assert "when it has been made" in pull.github.comments[0]["body"]


def test_a_change_that_is_no_plan_gets_no_comment(pull: Pull) -> None:
    """Whoever changes something else is left alone, but an answer that is old is made right."""
    head = pull.propose(elsewhere)
    runner = pull.run(head, build=True)
    assert runner.ok
    assert pull.github.written == []
    assert "Lag nettstedet" not in runner.ran
    pull.github.comments = [{"id": 1, "user": BOT, "body": f"{MARK}\ngammelt"}]
    pull.run(head)
    assert pull.github.written == [("PATCH", "issues/comments/1")]


def test_the_merge_result_is_judged(pull: Pull) -> None:
    """Two changes that are right alone and wrong together: the same id in two folders."""

    def add(folder: str) -> Edit:
        return lambda root: write(root, f"planer/{folder}/ny.yaml", PLAN.replace("Klimastrategi", "Ny strategi"))

    runner = pull.run(pull.propose(add("a"), add("b")))
    assert not runner.ok
    assert "PL101" in runner.summary


@pytest.mark.parametrize("depth", [0, 2])
def test_what_came_to_main_meanwhile_is_not_blamed_on_the_change(pull: Pull, depth: int) -> None:
    """The base is what is merged into, not what the event remembers; two commits are enough to know it."""
    runner = pull.run(pull.propose(with_comment, without_goal), depth=depth)
    assert runner.ok, runner.log
    assert "gode-liv" not in runner.summary.partition("## Dette gjør endringen")[0]


def test_a_shallow_clone_fetches_what_it_needs(pull: Pull) -> None:
    """With one commit, the base alone is fetched."""
    runner = pull.run(pull.propose(without_goal), depth=1)
    assert not runner.ok
    assert "## Kontrollen er ikke bestått: 1 feil" in runner.summary


def test_a_base_that_is_not_to_be_had(pull: Pull) -> None:
    """What the change is compared with cannot be fetched: a sentence on what to set, and no old comment is left."""
    pull.github.comments = [{"id": 1, "user": BOT, "body": f"{MARK}\n## Alt er i orden"}]
    head = pull.propose(with_comment)
    pull.base = "1" * 40
    runner = pull.run(head, depth=1)
    assert not runner.ok
    assert "Sett fetch-depth: 0 i actions/checkout." in runner.log
    assert "[Loggen](https://github.example/fjordvik/plan/actions/runs/42)" in runner.summary
    assert "Plansystemet kunne ikke kontrolleres" in pull.github.comments[0]["body"]


def test_a_broken_declaration(pull: Pull) -> None:
    """plansystem.yaml cannot be read: exit code 2, no site, and the comment says what to mend."""
    runner = pull.run(pull.propose(lambda root: write(root, "plansystem.yaml", "kommune: [")), build=True)
    assert not runner.ok
    assert "sluttkode 2" in runner.log
    assert "Lag nettstedet" not in runner.ran
    assert "plansystem.yaml" in pull.github.comments[0]["body"]


def test_the_site_can_be_looked_at(pull: Pull) -> None:
    """The site as it will be is laid by, and the comment leads to it, also when the check says no."""
    head = pull.propose(lambda root: write(root, "planer/ny.yaml", PLAN.replace("[trygg-oppvekst]", "[finnes-ikke]")))
    runner = pull.run(head, build=True)
    assert not runner.ok
    laid_by = runner.used["bygg actions/upload-artifact"]
    assert (Path(laid_by["path"]) / "index.html").is_file()
    body = pull.github.comments[0]["body"]
    assert "[kjøringen](https://github.example/fjordvik/plan/actions/runs/42)" in body


def test_two_plan_systems_have_a_comment_each(pull: Pull) -> None:
    """`root` is a part of the mark, so that one does not write over the other's answer."""

    def move(root: Path) -> None:
        shutil.copytree(root / "plans", root / "bydel nord/plans")
        with_comment(root)

    head = pull.propose(move)
    pull.run(head)
    pull.run(head, root="bydel nord")
    assert pull.github.written == [("POST", "issues/7/comments")] * 2
    firsts = [item["body"].splitlines()[0] for item in pull.github.comments]
    assert firsts == [MARK, "<!-- planlint bydel nord -->"]


def test_no_plan_commands_the_runner(pull: Pull) -> None:
    """A title that is a workflow command stays a title, in log, comment and summary."""
    hostile = "##[add-mask]x ::error::y @alle #1 | <img src=x onerror=alert(1)> $(touch lest) `touch lest`"

    def edit(root: Path) -> None:
        write(root, "planer/ny.yaml", PLAN.replace("Klimastrategi for Fjordvik", f"'{hostile}'").replace("2022}", "2}"))
        write(root, f"planer/{hostile.partition('/')[0]}/klima.yaml", PLAN)

    runner = pull.run(pull.propose(edit))
    assert not runner.ok
    assert "##[" not in runner.log
    known = ("::error file=plans/", "::warning file=plans/", "::notice file=plans/", "::group::", "::endgroup::")
    assert [row for row in runner.log.splitlines() if row.startswith("::") and not row.startswith(known)] == []
    assert "Kommentaren er skrevet." in runner.log
    for text in (runner.summary, pull.github.comments[0]["body"]):
        assert "<img" not in text.replace("\\<", "")
        assert "@alle" not in text
    assert not list(pull.tmp.rglob("lest"))


def push(pull: Pull, date: str = DATE, **inputs: str) -> tuple[Runner, dict[str, Any]]:
    """Run the action on main, as it was pushed."""
    commit(pull.origin, "2024-03-01")
    runner = Runner(pull.origin, pull.tmp / "temp", "push", {"ref": "refs/heads/main"}, pull.github.api)
    return runner, runner.action(date=date, **inputs)


def test_main_is_checked_built_and_laid_ready_for_pages(pull: Pull) -> None:
    """On main everything is judged, the site is made ready, and nobody is written to."""
    runner, outputs = push(pull, pages="true")
    assert runner.ok, runner.log
    assert outputs["code"] == "0"
    assert runner.used["actions/upload-pages-artifact"] == {"path": outputs["site"]}
    assert "actions/upload-artifact" not in runner.used
    assert (Path(outputs["site"]) / "index.html").is_file()
    assert pull.github.calls == []
    assert "Alt er i orden" in runner.summary


def test_main_with_findings_is_red_and_published(pull: Pull) -> None:
    """The site shows the findings, so they stop no publication; the run is red all the same."""
    without_goal(pull.origin)
    runner, outputs = push(pull, pages="true")
    assert not runner.ok
    assert outputs["code"] == "1"
    assert "actions/upload-pages-artifact" in runner.used


def test_the_threshold_and_the_python_are_the_municipalitys(pull: Pull) -> None:
    """`fail-on: advarsel` turns a warning into a no; without `python` the machine's own is used."""
    write(pull.origin, "planer/klima.yaml", PLAN.replace("til: 2030", "til: 2024"))
    runner, outputs = push(pull, fail_on="advarsel", python="", build="false")
    assert outputs["code"] == "1", runner.log
    assert "actions/setup-python" not in runner.used
    assert outputs["site"] == ""


def test_a_day_that_is_none(pull: Pull) -> None:
    """Wrong use is exit code 2, a sentence, and a summary that points at it."""
    runner, outputs = push(pull, date="i morgen")
    assert not runner.ok
    assert outputs["code"] == "2"
    assert "«i morgen» er ikke en dag" in runner.log
    assert "Plansystemet kunne ikke kontrolleres" in runner.summary
