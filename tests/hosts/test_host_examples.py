"""The examples for other hosts as a municipality copies them, run step by step against a server like the host's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import stands
from support.fakegitea import Gitea
from support.gittools import ALONE, commit, git
from support.helpers import PLAN, fjordvik, write
from support.runner import azure_orders
from support.stands import Stand

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DATE = "2024-06-15"
WRONG = PLAN.replace("2022-02-16", "16.2.2022")


def load(name: str) -> dict[Any, Any]:
    """Read an example."""
    found: dict[Any, Any] = yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))
    return found


class Machine:
    """A machine with the change laid out and planlint installed, on which a host's steps are run."""

    def __init__(self, tmp_path: Path, stand: Stand) -> None:
        """Commit Fjordvik with a plan on main, and begin a branch."""
        self.root, self.stand, self.log = fjordvik(tmp_path / "kommune"), stand, ""
        write(self.root, "planer/klima.yaml", PLAN)
        self.base = commit(self.root, "2024-01-01")
        git(self.root, "checkout", "-q", "-b", "forslag")
        git(self.root, "update-ref", "refs/remotes/origin/main", self.base)
        self.temp = tmp_path / "temp"
        tools = self.temp / "planlint/bin"
        tools.mkdir(parents=True)
        for name, rest in (("planlint", ' -I -m planlint "$@"'), ("python", ' "$@"')):
            (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{rest}\n', encoding="utf-8")
            (tools / name).chmod(0o755)

    def propose(self, text: str) -> None:
        """Commit a change of the plan."""
        write(self.root, "planer/klima.yaml", text)
        commit(self.root, "2024-02-01")

    def run(self, script: str, **env: str) -> int:
        """Run a script as a host's runner does; give its exit code."""
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("GITHUB_", "GITLAB_", "CI", "TF_", "BITBUCKET_", "SYSTEM_", "BUILD_"))
        }
        kept |= {**ALONE, "no_proxy": "127.0.0.1", "PLANLINT_DATE": DATE, "DATE": DATE, "RUNNER_TEMP": str(self.temp)}
        kept["PATH"] = f"{self.temp / 'planlint/bin'}:{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], cwd=self.root, env={**kept, **self.stand.env, **env},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        self.log += done.stdout
        return done.returncode

    @property
    def comments(self) -> list[str]:
        """Give what planlint has written on the change."""
        marks = ("<!-- planlint -->", "[//]: # (planlint)")
        return [text for text in self.stand.texts if text.startswith(marks)]


def machine(tmp_path: Path, stand: Stand) -> Iterator[Machine]:
    """Give a machine, and close the server after it."""
    yield Machine(tmp_path, stand)
    stand.server.close()


@pytest.fixture
def on_gitlab(tmp_path: Path) -> Iterator[Machine]:
    """A runner of GitLab."""
    yield from machine(tmp_path, stands.gitlab())


@pytest.fixture
def on_azure(tmp_path: Path) -> Iterator[Machine]:
    """An agent of Azure Pipelines."""
    yield from machine(tmp_path, stands.azure())


@pytest.fixture
def on_gitea(tmp_path: Path) -> Iterator[Machine]:
    """A runner of Gitea or Forgejo."""
    yield from machine(tmp_path, stands.gitea())


@pytest.fixture
def on_bitbucket(tmp_path: Path) -> Iterator[Machine]:
    """A runner of Bitbucket."""
    yield from machine(tmp_path, stands.bitbucket())


def gitlab_job(on: Machine, name: str, **env: str) -> int:
    """Run a job of the GitLab example but for its installation."""
    return on.run("\n".join(load("gitlab-ci.yml")[name]["script"]), **env)


@pytest.mark.parametrize(("text", "code"), [(PLAN.replace("[trygg-oppvekst]", "[gode-liv]"), 0), (WRONG, 1)])
def test_gitlab(on_gitlab: Machine, text: str, code: int) -> None:
    """The check passes and fails as the change deserves, writes its reports, and the job with the key answers."""
    on_gitlab.propose(text)
    base = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": on_gitlab.base}
    job = load("gitlab-ci.yml")["planlint"]
    assert gitlab_job(on_gitlab, "planlint", **base, PLANLINT_TOKEN="") == code, on_gitlab.log
    for file in (*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()):
        assert (on_gitlab.root / file).exists(), file
    assert on_gitlab.stand.server.calls == []
    for _ in range(2):
        assert gitlab_job(on_gitlab, "svar") == 0, on_gitlab.log
    (comment,) = on_gitlab.comments
    assert comment.splitlines()[1].startswith("## Kontrollen er ikke bestått" if code else "## Endringen er i orden")
    assert "Kommentaren er den samme som før." in on_gitlab.log
    suggested = [
        one for one in on_gitlab.stand.texts if "```suggestion:-0+0\n  - {hva: vedtatt, dato: 2022-02-16" in one
    ]
    assert len(suggested) == code


def test_gitlab_compares_the_quality_of_the_whole(on_gitlab: Machine) -> None:
    """GitLab itself compares two reports: what is old is in both, so nothing is falsely told as resolved."""
    write(on_gitlab.root, "planer/gammel.yaml", WRONG.replace("tittel: ", "tittel: Gammel "))
    base = commit(on_gitlab.root, "2024-01-02")

    def fingerprints(**env: str) -> set[str]:
        gitlab_job(on_gitlab, "planlint", **env)
        report = (on_gitlab.root / "planlint-kvalitet.json").read_text(encoding="utf-8")
        return {entry["fingerprint"] for entry in json.loads(report)}

    on_main = fingerprints()
    assert on_main
    on_gitlab.propose(WRONG)
    on_change = fingerprints(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert on_main < on_change
    assert "16.2.2022" in (on_gitlab.root / "planlint.md").read_text(encoding="utf-8")
    assert "gammel" not in (on_gitlab.root / "planlint.md").read_text(encoding="utf-8").partition("---")[0]


def test_gitlab_on_main(on_gitlab: Machine) -> None:
    """Without a merge request everything is judged, and there is nothing to compare with."""
    assert on_gitlab.run("set -x\n" + "\n".join(load("gitlab-ci.yml")["planlint"]["script"])) == 0, on_gitlab.log
    assert "--base" not in on_gitlab.log


def test_gitlab_at_night(on_gitlab: Machine) -> None:
    """One issue tells what has run out, is brought up to date, and is closed when all is in order."""
    on_gitlab.propose(PLAN.replace("til: 2030", "til: 2024"))
    server = on_gitlab.stand.server
    assert gitlab_job(on_gitlab, "sak", DATE="2025-01-01") == 0, on_gitlab.log
    (issue,) = server.issues
    assert issue["labels"] == "planlint"
    link = f"https://gitlab.example/fjordvik/plan/-/blob/{'0' * 40}/plans/planer/klima.yaml#L5"
    assert f"[plans/planer/klima.yaml]({link})" in issue["description"]
    assert gitlab_job(on_gitlab, "sak", DATE="2025-01-02") == 0
    assert "Ikke noe nytt siden sist." in on_gitlab.log
    on_gitlab.propose(PLAN)
    assert gitlab_job(on_gitlab, "sak", DATE="2025-01-03") == 0
    assert issue["state"] == "closed"
    assert "Alt i denne saken er ordnet per 3.1.2025" in server.notes[-1]["body"]
    server.scope = "read_api"
    on_gitlab.propose(PLAN.replace("til: 2030", "til: 2024"))
    assert gitlab_job(on_gitlab, "sak", DATE="2025-01-04") == 1
    assert "må ha omfanget «api» og rollen Reporter" in on_gitlab.log


def test_only_the_job_that_answers_asks_for_the_key() -> None:
    """In GitLab the jobs that write are there only when there is a key, and read nothing but what was handed on."""
    jobs = load("gitlab-ci.yml")
    asking = {name for name, job in jobs.items() if isinstance(job, dict) and "PLANLINT_TOKEN" in str(job.get("rules"))}
    assert asking == {"svar", "sak"}
    asking = {
        name for name, job in jobs.items() if isinstance(job, dict) and "PLANLINT_FORSLAG" in str(job.get("script"))
    }
    assert asking == {"rydd", "skjema"}
    assert jobs["svar"]["script"] == ["python -m planlint.hosts.comment"]
    steps = [step for step in load("azure-pipelines.yml")["steps"] if "System.AccessToken" in str(step)]
    assert [step["bash"] for step in steps] == [
        "python -m planlint.hosts.comment",
        "python -m planlint.hosts.tidying_branch",
    ]
    gitea = [step for step in load("gitea.yml")["jobs"]["planlint"]["steps"] if "secrets." in str(step)]
    assert [step["run"].split()[-1] for step in gitea] == ["planlint.hosts.comment", "planlint.hosts.nightly"]
    tidying = [step for step in load("gitea.yml")["jobs"]["rydd"]["steps"] if "secrets." in str(step)]
    assert [step["run"].split()[-1] for step in tidying] == ["planlint.hosts.tidying_branch"]


def azure_steps() -> dict[str, str]:
    """Give the scripts of the Azure example by name, with the agent's own variables filled."""
    steps = load("azure-pipelines.yml")["steps"]
    return {step["displayName"]: step["bash"] for step in steps if "bash" in step}


@pytest.mark.parametrize(("text", "code"), [(PLAN.replace("[trygg-oppvekst]", "[gode-liv]"), 0), (WRONG, 1)])
def test_azure(on_azure: Machine, text: str, code: int) -> None:
    """What is checked is the merge; remarks on the run, a report of tests, a summary, and one thread."""
    on_azure.propose(text)
    git(on_azure.root, "checkout", "-q", "-b", "merge", on_azure.base)
    git(on_azure.root, "merge", "-q", "--no-ff", "-m", "merge", "forslag")
    steps = azure_steps()
    assert on_azure.run(steps["Kontroller plansystemet"], SYSTEM_ACCESSTOKEN="") == code, on_azure.log
    remarks = [one for one in azure_orders(on_azure.log) if one.name == "task.logissue"]
    assert len(remarks) == code
    if remarks:
        assert remarks[0].properties["sourcepath"] == "plans/planer/klima.yaml"
        assert remarks[0].properties["type"] == "error"
    assert [one.name for one in azure_orders(on_azure.log)][-1] == "task.uploadsummary"
    assert (on_azure.root / "planlint-junit.xml").exists()
    for _ in range(2):
        assert on_azure.run(steps["Skriv svaret"]) == 0, on_azure.log
    (comment,) = on_azure.comments
    assert comment.splitlines()[1].startswith("## Kontrollen er ikke bestått" if code else "## Endringen er i orden")
    assert on_azure.log.rstrip().endswith("Kommentaren er den samme som før.")
    mine = [one for one in on_azure.stand.kept if one["id"] >= 200]
    assert [one["status"] for one in mine] == ["closed", *(["active"] * code)]


def test_azure_without_the_right(on_azure: Machine) -> None:
    """The build service must be let write: a warning on the run says so, and the check alone decides."""
    on_azure.stand.server.contributes = False
    on_azure.propose(WRONG)
    on_azure.run(azure_steps()["Kontroller plansystemet"].replace("HEAD^1", "HEAD~1"))
    assert on_azure.run(azure_steps()["Skriv svaret"]) == 0
    told = azure_orders(on_azure.log)[-1]
    assert told.properties["type"] == "warning"
    assert "PullRequestContribute" in told.data
    assert "Gi byggetjenesten «Contribute to pull requests» i repositoriet." in told.data


def gitea_step(name: str) -> str:
    """Give a script of the Gitea example."""
    return next(str(step["run"]) for step in load("gitea.yml")["jobs"]["planlint"]["steps"] if step.get("name") == name)


@pytest.mark.parametrize("bot", ["gitea-actions", "forgejo-actions"])
def test_gitea_and_forgejo(on_gitea: Machine, bot: str) -> None:
    """The same workflow on both: check, one comment, and at night one issue with a label."""
    server: Gitea = on_gitea.stand.server
    server.bot = bot
    on_gitea.propose(WRONG)
    event = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": "main"}
    assert on_gitea.run(gitea_step("Kontroller plansystemet"), **event) == 1, on_gitea.log
    for _ in range(2):
        assert on_gitea.run(gitea_step("Skriv kommentaren"), **event) == 0, on_gitea.log
    (comment,) = on_gitea.comments
    assert "/fjordvik/plan/src/commit/" in comment
    assert on_gitea.log.rstrip().endswith("Kommentaren er den samme som før.")
    on_gitea.propose(PLAN.replace("til: 2030", "til: 2024"))
    night = {"GITHUB_EVENT_NAME": "schedule"}
    for day in ("2025-01-01", "2025-01-02"):
        assert on_gitea.run(gitea_step("Hold saken oppdatert"), **night, DATE=day) == 0, on_gitea.log
    (issue,) = server.issues
    assert issue["labels"] == [server.labels[0]["id"]]
    assert "/src/commit/" in issue["body"]
    on_gitea.propose(PLAN)
    assert on_gitea.run(gitea_step("Hold saken oppdatert"), **night, DATE="2025-01-03") == 0
    assert issue["state"] == "closed"


@pytest.mark.parametrize(("text", "code"), [(PLAN.replace("[trygg-oppvekst]", "[gode-liv]"), 0), (WRONG, 1)])
def test_bitbucket(on_bitbucket: Machine, text: str, code: int) -> None:
    """One step checks and answers: a comment, a report beside the change, and the exit code it deserves."""
    on_bitbucket.propose(text)
    step = load("bitbucket-pipelines.yml")["pipelines"]["branches"]["main"][0]["step"]
    script = "\n".join(row for row in step["script"] if "/opt/planlint" not in row)
    for _ in range(2):
        assert on_bitbucket.run(script, BITBUCKET_PR_DESTINATION_BRANCH="main") == code, on_bitbucket.log
    (comment,) = on_bitbucket.comments
    assert "Kontrollen er ikke bestått" in comment if code else "Endringen er i orden" in comment
    (report,) = on_bitbucket.stand.server.reports.values()
    assert report["result"] == ("FAILED" if code else "PASSED")
    assert "Kommentaren er den samme som før." in on_bitbucket.log


def test_bitbucket_without_a_key_or_a_change(on_bitbucket: Machine) -> None:
    """On main, and in a change from a copy, nothing is asked of the host, and the check alone decides."""
    step = load("bitbucket-pipelines.yml")["pipelines"]["branches"]["main"][0]["step"]
    script = "\n".join(row for row in step["script"] if "/opt/planlint" not in row)
    assert on_bitbucket.run(script, BITBUCKET_PR_ID="") == 0, on_bitbucket.log
    assert on_bitbucket.run(script, PLANLINT_TOKEN="", BITBUCKET_PR_DESTINATION_BRANCH="main") == 0, on_bitbucket.log
    assert on_bitbucket.stand.server.calls == []


def tidying_scripts(name: str) -> list[str]:
    """Give what the example of a host runs at night to tidy, without its installation."""
    if name == "gitlab":
        jobs = load("gitlab-ci.yml")
        return [*jobs["finn-ryddet"]["script"], *jobs["rydd"]["script"]]
    if name == "azure":
        return [text for text in azure_steps().values() if "tidying" in text]
    if name == "gitea":
        steps = load("gitea.yml")["jobs"]["rydd"]["steps"]
        return [step["run"] for step in steps if "tidying" in step.get("run", "")]
    (night,) = load("bitbucket-pipelines.yml")["pipelines"]["custom"]["natt"]
    return [row for one in night["parallel"] for row in one["step"]["script"] if "tidying" in row]


NIGHT = {
    "gitlab": {"CI_COMMIT_BRANCH": "main", "CI_SERVER_URL": "https://gitlab.example", "PLANLINT_TOKEN": "",
               "PLANLINT_FORSLAG": "glpat-x"},
    "azure": {"BUILD_SOURCEBRANCH": "refs/heads/main"},
    "gitea": {"GITHUB_REF_NAME": "main"},
    "bitbucket": {"BITBUCKET_BRANCH": "main", "PLANLINT_TOKEN": "", "PLANLINT_FORSLAG": "bb-x"},
}  # fmt: skip


@pytest.mark.parametrize("name", NIGHT)
def test_the_tidying_at_night(name: str, tmp_path: Path) -> None:
    """The example's own steps: nothing at first, then a branch and a proposal of what is mended."""
    on = Machine(tmp_path, getattr(stands, name)())
    git(on.root, "checkout", "-q", "main")
    write(on.root, "planer/klima.yaml", PLAN.replace("forankring: [trygg-oppvekst]\n", ""))
    assert on.run(f"planlint avvik add --reason Venter --date {DATE}") == 0, on.log
    commit(on.root, "2024-01-03")
    origin = tmp_path / "opphav"
    git(tmp_path, "clone", "-q", "--bare", str(on.root), str(origin))
    git(on.root, "remote", "add", "origin", f"file://{origin}")

    def night() -> None:
        outputs = tmp_path / "ut"
        outputs.write_text("", encoding="utf-8")
        finds, tidies = tidying_scripts(name)
        env = NIGHT[name] | ({"GITHUB_OUTPUT": str(outputs)} if name == "gitea" else {})
        assert on.run(finds, **{**env, on.stand.key: ""}) == 0, on.log
        handed = dict(row.split("=", 1) for row in outputs.read_text(encoding="utf-8").splitlines())
        more = {"TIDYING": handed.get("tidying", "")} if name == "gitea" else {}
        assert on.run(tidies, **env, **more) == 0, on.log

    try:
        night()
        assert on.stand.server.pulls == []
        write(on.root, "planer/klima.yaml", PLAN)
        commit(on.root, "2024-01-04")
        night()
        assert len(on.stand.server.pulls) == 1, on.log
        assert "plans/avvik/" not in git(origin, "ls-tree", "-r", "--name-only", "planlint/rydd-avvik")
    finally:
        on.stand.server.close()
