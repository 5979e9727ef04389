"""Known findings that nothing matches are tidied away on main: one proposal, kept up to date, no work lost."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import stands
from support.actionrunner import Runner
from support.fakegithub import GitHub
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.hosts import tidying, tidying_branch
from planlint.hosts.host_error import HostError
from planlint.hosts.proposals import git_setting, target
from planlint.hosts.tidying import Tidying, TidyingError, packed, unpacked

UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")
NAMES = ("alfa", "beta")
BOT = "41898282+github-actions[bot]@users.noreply.github.com"
A_FILE = "plans/avvik/PL201-plan-alfa.yaml"
ONE = Tidying((A_FILE,), "Rydd", "Tekst", "nb")


class Main:
    """A repository whose main has two known findings, and the machines that work on it."""

    def __init__(self, tmp_path: Path) -> None:
        """Accept two findings, and mend none yet."""
        self.tmp, self.github, self.times = tmp_path, GitHub(), 0
        self.origin = fjordvik(tmp_path / "origin")
        for name in NAMES:
            self.plan(name, UNANCHORED)
        done = run("avvik", "add", "--reason", "Ikke dokumentert", "--date", DATE, cwd=self.origin)
        assert done.returncode == 0, done.stderr
        commit(self.origin, "2024-06-01")

    def plan(self, name: str, text: str) -> None:
        """Write a plan with a title of its own."""
        write(self.origin, f"planer/{name}.yaml", text.replace("Klimastrategi", f"Strategi for {name}"))

    def mend(self, name: str) -> None:
        """Anchor a plan, as a merged change does."""
        self.plan(name, PLAN)
        commit(self.origin, "2024-06-02")

    def checkout(self) -> Path:
        """Give a checkout of main as it is, on a machine of its own."""
        self.times += 1
        where = self.tmp / f"maskin{self.times}"
        git(self.tmp, "clone", "-q", "--branch", "main", f"file://{self.origin}", str(where))
        return where

    def env(self, where: Path) -> dict[str, str]:
        """Give what a step of a run is told."""
        return {
            "PATH": "/usr/bin:/bin", "HOME": str(self.tmp), "GITHUB_ACTIONS": "true", "GITHUB_REF_NAME": "main",
            "GITHUB_SERVER_URL": "https://github.example", "GITHUB_API_URL": self.github.api,
            "GITHUB_REPOSITORY": "fjordvik/plan", "GITHUB_RUN_ID": "1", "GITHUB_WORKSPACE": str(where),
            "PLANLINT_TOKEN": "ghs_x", "ROOT": str(where), "DATE": DATE, "GITHUB_OUTPUT": str(self.tmp / "ut"),
        }  # fmt: skip

    def night(self, **more: str) -> int:
        """Find what can be tidied, and hand it on to the job that proposes; give its exit code."""
        env = {**self.env(self.checkout()), **more}
        (self.tmp / "ut").write_text("", encoding="utf-8")
        assert tidying.main(env) == 0
        handed = dict(row.split("=", 1) for row in (self.tmp / "ut").read_text(encoding="utf-8").splitlines())
        return tidying_branch.main({**env, "TIDYING": handed["tidying"]}) if handed else -1

    def branch(self) -> list[str]:
        """Give the known findings that the proposal leaves."""
        listed = git(self.origin, "ls-tree", "--name-only", tidying_branch.BRANCH, "plans/avvik/")
        return [Path(path).name for path in listed.splitlines()]


@pytest.fixture
def main(tmp_path: Path) -> Iterator[Main]:
    """Give main, and a GitHub on this machine."""
    made = Main(tmp_path)
    yield made
    made.github.close()


def test_one_proposal_is_kept_up_to_date(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """Quiet while all is matched; then a branch without the mended one, told by rule and title; the next night both."""
    assert main.night() == -1
    assert "Ingen kjente avvik å rydde bort." in capsys.readouterr().out
    main.mend("alfa")
    assert main.night() == 0
    assert main.branch() == ["PL201-plan-beta.yaml"]
    (pull,) = main.github.pulls
    assert (pull["head"], pull["base"]) == (tidying_branch.BRANCH, "main")
    assert pull["title"] == "Rydd bort 1 kjent avvik som ikke gjelder lenger"
    assert "- PL201 uforankret-plan: Strategi for alfa for Fjordvik\n" in pull["body"]
    assert "Lukk forslaget og åpne det igjen" in pull["body"]
    first = git(main.origin, "rev-parse", tidying_branch.BRANCH)
    assert main.night() == 0
    assert git(main.origin, "rev-parse", tidying_branch.BRANCH) == first
    main.mend("beta")
    assert main.night() == 0
    assert main.branch() == []
    assert [one["title"] for one in main.github.pulls] == ["Rydd bort 2 kjente avvik som ikke gjelder lenger"]
    assert "Forslaget er #" in capsys.readouterr().out


def test_what_somebody_works_on_is_left_alone(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """A commit by a person on the branch stays, and the log says so."""
    main.mend("alfa")
    assert main.night() == 0
    git(main.origin, "checkout", "-q", tidying_branch.BRANCH)
    write(main.origin, "planer/gamma.yaml", PLAN)
    commit(main.origin, "2024-06-03")
    mine = git(main.origin, "rev-parse", "HEAD")
    git(main.origin, "checkout", "-q", "main")
    main.mend("beta")
    assert main.night() == 0
    assert git(main.origin, "rev-parse", tidying_branch.BRANCH) == mine
    assert f"Noen har arbeidet videre på grenen {tidying_branch.BRANCH}" in capsys.readouterr().out


def test_a_fault_stops_the_tidying(main: Main) -> None:
    """Where a file cannot be read, nobody can tell what is mended; where nothing can be judged, the log says why."""
    main.mend("alfa")
    write(main.origin, "planer/feil.yaml", "tittel: [\n")
    commit(main.origin, "2024-06-03")
    assert main.night() == -1
    assert main.night(ROOT=str(main.tmp)) == -1


def test_a_no_from_github_says_what_to_do(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """The branch is there, the advice fits, and the run is red."""
    main.mend("alfa")
    main.github.readonly = True
    assert main.night() == 1
    assert main.branch() == ["PL201-plan-beta.yaml"]
    said = capsys.readouterr().out
    assert "::error::planlint: GitHub svarte 403" in said
    assert "forslaget kan lages av den for hånd" in said


def test_what_is_tidied_already_is_no_proposal(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """Main may have moved between the two jobs."""
    where = main.checkout()
    gone = Tidying(("plans/avvik/PL999-plan-borte.yaml",), "Rydd", "Tekst", "nb")
    assert tidying_branch.main({**main.env(where), "TIDYING": packed(gone)}) == 0
    assert "Alt er ryddet fra før." in capsys.readouterr().out


def test_git_says_why(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """A place that cannot be written to gives git's own words, and a machine without git a sentence."""
    where = main.checkout()
    git(where, "remote", "set-url", "origin", f"file://{main.tmp}/borte")
    assert tidying_branch.main({**main.env(where), "TIDYING": packed(ONE)}) == 1
    assert "borte" in capsys.readouterr().out
    assert tidying_branch.main({**main.env(main.tmp / "ingen-mappe"), "TIDYING": packed(ONE)}) == 1
    assert "ingen-mappe" in capsys.readouterr().out


def elsewhere(main: Main, name: str) -> tuple[Any, dict[str, str]]:
    """Give another host, and what a nightly run on it is told besides where it is."""
    stand = {"gitlab": stands.gitlab, "azure": stands.azure, "bitbucket": stands.bitbucket, "gitea": stands.gitea}[
        name
    ]()
    more = {"CI_COMMIT_BRANCH": "main", "CI_SERVER_URL": "https://gitlab.example", "GITHUB_REF_NAME": "main",
            "BUILD_SOURCEBRANCH": "refs/heads/main", "BITBUCKET_BRANCH": "main"}  # fmt: skip
    base = {"PATH": "/usr/bin:/bin", "HOME": str(main.tmp), "DATE": DATE, "TIDYING_FILE": str(main.tmp / "rydding")}
    return stand, {**base, **stand.env, **more}


@pytest.mark.parametrize("name", ["gitlab", "azure", "bitbucket", "gitea"])
def test_other_hosts_keep_a_proposal_too(
    name: str, main: Main, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Quiet while all is matched; then a branch and one proposal into main, brought up to date the next night."""
    stand, env = elsewhere(main, name)
    host, file = stand.server, main.tmp / "rydding"

    def night() -> int:
        where = main.checkout()
        monkeypatch.chdir(where)
        file.unlink(missing_ok=True)
        here = {**env, "ROOT": ".", "GITHUB_WORKSPACE": str(where)}
        here.pop("GITHUB_OUTPUT", None)
        assert tidying.main(here) == 0
        return tidying_branch.main(here)

    try:
        assert night() == 0
        assert host.pulls == []
        assert "Ingen kjente avvik å rydde bort." in capsys.readouterr().out
        main.mend("alfa")
        assert night() == 0
        assert main.branch() == ["PL201-plan-beta.yaml"]
        main.mend("beta")
        assert night() == 0
        assert main.branch() == []
        (pull,) = host.pulls
        assert pull["title"] == "Rydd bort 2 kjente avvik som ikke gjelder lenger"
        assert tidying_branch.BRANCH in json.dumps(pull)
        assert "main" in json.dumps({**pull, "title": "", "description": "", "body": ""})
        assert "Strategi for beta for Fjordvik" in json.dumps(pull)
        assert "Forslaget er " in capsys.readouterr().out
    finally:
        host.close()


def test_the_key_is_for_its_own_server(main: Main) -> None:
    """Git sends it to the server that the run names, and to no other, each as its host reads it."""
    shown = {}
    for name in ("gitlab", "azure", "bitbucket", "gitea"):
        stand, env = elsewhere(main, name)
        where, header = git_setting(target(env))
        kind, _, word = header.removeprefix("AUTHORIZATION: ").partition(" ")
        shown[name] = (where, kind, base64.b64decode(word).decode() if kind == "basic" else word)
        stand.server.close()
        address = getattr(stand.server, "address", "")
        shown[name] = (where.replace(address, "HER"), *shown[name][1:])
    assert shown == {
        "gitlab": ("http.https://gitlab.example/.extraheader", "basic", "oauth2:glpat-x"),
        "azure": ("http.HER/.extraheader", "bearer", "azure-x"),
        "bitbucket": ("http.https://bitbucket.org/.extraheader", "basic", "x-token-auth:bb-x"),
        "gitea": ("http.https://github.example/.extraheader", "basic", "x-access-token:gitea-x"),
    }
    with pytest.raises(HostError):
        target({})


def test_an_address_with_a_name_in_it_is_used_without(main: Main) -> None:
    """The runner's own name and key in the address are not used; nor is its own way into Bitbucket."""
    where = main.checkout()
    stand, env = elsewhere(main, "bitbucket")
    at = tidying_branch.Repository(where, env, target(env))
    stand.server.close()
    for there, used in (
        ("https://gitlab-ci-token:abc@gitlab.example/a/b.git", "https://gitlab.example/a/b.git"),
        ("https://kommune@dev.azure.com/kommune/Plan/_git/plan", "https://dev.azure.com/kommune/Plan/_git/plan"),
        ("http://bitbucket.org/a/b", "https://bitbucket.org/a/b"),
    ):
        git(where, "remote", "set-url", "origin", there)
        assert at.origin() == used


def test_a_file_that_is_no_list(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """What was handed on in a file that cannot be read is an error in the log, as that host shows one."""
    stand, env = elsewhere(main, "azure")
    (main.tmp / "rydding").write_bytes(b"\xff")
    assert tidying_branch.main(env) == 1
    stand.server.close()
    assert "##vso[task.logissue type=error]planlint: listen over kjente avvik kan ikke leses" in capsys.readouterr().out


def test_a_plan_system_in_a_folder_and_a_long_list(main: Main, tmp_path: Path) -> None:
    """Paths are the repository's own, and the text names as many as anybody reads."""
    for number in range(tidying.NAMED + 2):
        main.plan(f"plan-{number}", UNANCHORED)
    assert run("avvik", "add", "--reason", "Ikke kjent", "--date", DATE, cwd=main.origin).returncode == 0
    for file in (main.origin / "plans/planer").glob("plan-*.yaml"):
        file.unlink()
    root = tmp_path / "mange/kommuner/fjordvik"
    shutil.copytree(main.origin / "plans", root / "plans")
    (tmp_path / "mange/.git").mkdir()
    found = tidying.find(root, date.fromisoformat(DATE))
    assert found is not None
    assert all(file.startswith("kommuner/fjordvik/plans/avvik/PL201-plan-plan-") for file in found.files)
    assert "\n- og 2 til\n" in found.text
    assert unpacked(packed(found)) == found


@pytest.mark.parametrize(
    "files",
    [
        ["plans/planer/klima.yaml"], ["plans/avvik/../planer/klima.yaml"], ["plans/avvik/*.yaml"], ["plans/avvik"], [],
        [7], [":(top)plans/avvik/a.yaml"], ["plans/avvik/a.yaml\nplans/planer/klima.yaml"],
    ],
    ids=str,
)  # fmt: skip
def test_only_known_findings_can_be_deleted(files: list[Any]) -> None:
    """Whatever the reading job was made to hand on, no other file is named."""
    data = {"files": files, "title": "Rydd", "text": "", "language": "nb"}
    with pytest.raises(TidyingError):
        unpacked(base64.b64encode(json.dumps(data).encode()).decode())


@pytest.mark.parametrize(
    "data", [{"title": 1}, {"language": "xx"}, {"more": ""}, {"files": None}], ids=lambda data: next(iter(data))
)
def test_what_is_no_list_is_refused(data: dict[str, Any], main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    """The log says so, in the language that is there to be used."""
    whole = {"files": [A_FILE], "title": "Rydd", "text": "", "language": "nb", **data}
    word = base64.b64encode(json.dumps(whole).encode()).decode()
    assert tidying_branch.main({**main.env(main.tmp), "TIDYING": word}) == 1
    assert "listen over kjente avvik kan ikke leses" in capsys.readouterr().out


def test_the_nightly_workflow_hands_it_over(main: Main) -> None:
    """The job that finds may write no files, and the one that proposes gets only the list."""
    main.mend("alfa")
    more = {"event": {}, "day": DATE, "api": main.github.api}
    finds = Runner(main.checkout(), main.tmp / "sak", "schedule", **more)
    outputs = finds.job("nightly.yml", "sak")
    assert finds.ok, finds.log
    proposes = Runner(main.checkout(), main.tmp / "rydd", "schedule", **more)
    proposes.job("nightly.yml", "rydd", {"sak": {"outputs": outputs}})
    assert proposes.ok, proposes.log
    assert main.branch() == ["PL201-plan-beta.yaml"]
    assert len(main.github.pulls) == 1
