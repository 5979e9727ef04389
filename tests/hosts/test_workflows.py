"""The workflows, the action and what lies around them: safe by two linters and by our own rules, and they work."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.gittools import ALONE
from support.helpers import fjordvik, write

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
EXAMPLE = ROOT / "examples/github.yml"
ALL = [*WORKFLOWS, EXAMPLE]
ACTIONS = [ROOT / "action.yml", ROOT / "action/comment/action.yml"]
SCRIPTS = sorted((ROOT / "action").glob("*.sh"))


def load(file: Path) -> dict[Any, Any]:
    """Read a YAML file."""
    found: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def steps(file: Path) -> list[dict[str, Any]]:
    """Give every step of a workflow or of the action."""
    read = load(file)
    jobs = read["jobs"].values() if "jobs" in read else [read["runs"]]
    return [step for job in jobs for step in job.get("steps", [])]


def tool(name: str) -> str:
    """Give a linter: the one beside Python, else on the path (or PLANLINT_ACTIONLINT and the like); CI must have it."""
    found = os.environ.get(f"PLANLINT_{name.upper()}") or shutil.which(name, path=str(Path(sys.executable).parent))
    found = found or shutil.which(name)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def lint(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a linter on this repository."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_actionlint() -> None:
    """Every workflow is one that GitHub takes, with expressions of the right type and shell that is sound."""
    done = lint(tool("actionlint"), "-shellcheck", tool("shellcheck"), *(str(file) for file in ALL))
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor() -> None:
    """No known weakness, by the strictest measure, without asking the network."""
    files = (str(file) for file in (*ALL, *ACTIONS))
    done = lint(tool("zizmor"), "--offline", "--pedantic", "--no-progress", *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_shellcheck() -> None:
    """The action's scripts are sound."""
    done = lint(tool("shellcheck"), *(str(file) for file in SCRIPTS))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.name)
def test_nothing_is_permitted_until_a_job_needs_it(file: Path) -> None:
    """No rights on top, each job names its own, has a time limit, and the workflow does not run twice at once."""
    read = load(file)
    assert read["permissions"] == {}
    assert "concurrency" in read
    assert "pull_request_target" not in read[True]  # YAML 1.1 reads `on` as true
    for name, job in read["jobs"].items():
        assert "permissions" in job, name
        assert job["timeout-minutes"] <= 30, name


@pytest.mark.parametrize("file", [*ALL, *ACTIONS], ids=lambda file: f"{file.parent.name}-{file.name}")
def test_actions_are_pinned_and_commands_are_fixed(file: Path) -> None:
    """Actions of others by full commit, with the version beside it; no expression is ever put into a command."""
    text = file.read_text(encoding="utf-8")
    for step in steps(file):
        assert "${{" not in step.get("run", "")
        uses = step.get("uses", "./")
        if not uses.startswith("./"):
            assert re.search(rf"{re.escape(uses)} # (v\d+\.\d+\.\d+|skriv )", text), uses
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", uses), uses


def test_checkouts_leave_no_key_behind() -> None:
    """Only what must push keeps the key that checkout used."""
    for file in ALL:
        for step in steps(file):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, file.name


def test_one_action_has_one_commit() -> None:
    """The same action is the same commit everywhere, so that one renewal renews all."""
    pins: dict[str, set[str]] = {}
    for file in (*WORKFLOWS, EXAMPLE, *ACTIONS):
        for step in steps(file):
            name, _, pin = step.get("uses", "").partition("@")
            pins.setdefault(name.removesuffix("/action/comment"), set()).add(pin)
    assert {name for name, found in pins.items() if len(found) > 1} == set()


def test_only_what_writes_sees_the_key() -> None:
    """The check and the build read what others have written, so they run without the token."""
    keys = {
        (action.parent.name, step["name"]): step["if"]
        for action in ACTIONS
        for step in steps(action)
        if any("token" in str(value) for value in (*step.get("env", {}).values(), *step.get("with", {}).values()))
    }
    assert keys.keys() == {(ROOT.name, "Hold saken oppdatert"), ("comment", "Skriv kommentaren")}
    assert "github.event_name != 'pull_request'" in keys[ROOT.name, "Hold saken oppdatert"]


def rights(job: dict[str, Any]) -> set[str]:
    """Give what a job may write."""
    return {name for name, right in job["permissions"].items() if right != "read"}


def own(step: dict[str, Any]) -> str:
    """Give which of planlint's own actions a step uses: "/" or "/action/comment"; "" for what is none of them."""
    uses = step.get("uses", "").partition("@")[0]
    return (
        f"/{uses.removeprefix('./').removeprefix('eksempel/planlint').strip('/')}"
        if "planlint" in uses or uses.startswith("./")
        else ""
    )


ON_PULL_REQUESTS = [file for file in ALL if "pull_request" in load(file)[True]]


@pytest.mark.parametrize("file", ON_PULL_REQUESTS, ids=lambda file: file.name)
def test_a_pull_request_runs_nothing_of_its_own_with_a_right_to_write(file: Path) -> None:
    """What lays out a pull request may read only; what may write lays out none of it, and gets the answer as a file."""
    for name, job in load(file)["jobs"].items():
        if "github.event_name != 'pull_request'" in job.get("if", "") or "'schedule'" in job.get("if", ""):
            continue
        if not rights(job):
            continue
        assert rights(job) == {"pull-requests"}, name
        uses = [step["uses"] for step in job["steps"] if "checkout" in step.get("uses", "")]
        laid_out = [step["with"].get("ref") for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert laid_out == ["${{ github.event.pull_request.base.sha }}"] * len(uses), name
        assert [own(step) for step in job["steps"] if own(step)] == ["/action/comment"], name
        assert not any("run" in step for step in job["steps"]), name
        assert job["needs"] in {"kontroll", "planlint"}, "the comment waits for the check, and for nothing else"


@pytest.mark.parametrize("file", [ROOT / ".github/workflows/plansystem.yml", EXAMPLE], ids=lambda file: file.name)
def test_the_site_of_a_pull_request_is_built_by_itself(file: Path) -> None:
    """The check and the build are two jobs without a right to write, and templates run in the second alone."""
    jobs = load(file)["jobs"]
    building = jobs["bygg"]
    assert rights(building) == set()
    assert [step["with"]["check"] for step in building["steps"] if own(step)] == [False]
    (checking,) = (jobs[building["needs"]],)
    assert rights(checking) == set()
    built = [str(step["with"]["build"]) for step in checking["steps"] if own(step)]
    assert built in (["False"], ["${{ github.event_name != 'pull_request' }}"])


def install(tmp_path: Path, old: str = "") -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run install.sh with a Python that writes down what it is asked, and makes the environment it is asked for."""
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin/python3"
    python.write_text(
        f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked"\n{old}\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    env = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path / "temp")}
    command = ["bash", str(ROOT / "action/install.sh")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env), tmp_path / "asked"


def test_planlint_is_installed_at_tested_versions(tmp_path: Path) -> None:
    """From the action's own folder, in an environment of its own, by version and hash; once is enough."""
    done, asked = install(tmp_path)
    assert done.returncode == 0, done.stderr
    rows = asked.read_text(encoding="utf-8").splitlines()
    assert rows[1:] == [
        f"-m venv {tmp_path}/temp/planlint",
        f"-m pip install --quiet --require-hashes --requirement {ROOT}/requirements/nettsted.txt",
        f"-m pip install --quiet --no-deps --no-build-isolation --no-index {ROOT}",
    ]
    (tmp_path / "temp/planlint/bin/planlint").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "temp/planlint/bin/planlint").chmod(0o755)
    shutil.rmtree(tmp_path / "bin")
    asked.unlink()
    assert install(tmp_path)[0].returncode == 0
    assert not asked.exists()


def test_an_old_python_is_told(tmp_path: Path) -> None:
    """A sentence, and not pip's own."""
    done, _ = install(tmp_path, old='case "$2" in *version_info*) exit 1;; esac')
    assert done.returncode == 2
    assert "planlint trenger Python 3.11 eller nyere" in done.stdout


def test_every_version_is_there_for_who_installs_the_action() -> None:
    """The versions that the action installs are those of this repository's own CI."""
    line = re.compile(r"^([a-z0-9.-]+)(?:\[[\w,-]+\])?==(\S+)", re.MULTILINE)
    pinned = [
        dict(line.findall((ROOT / f"requirements/{name}.txt").read_text("utf-8"))) for name in ("nettsted", "dev")
    ]
    assert {"click", "pydantic", "ruamel-yaml", "rdflib", "pagefind", "hatchling"} <= pinned[0].keys()
    assert pinned[0].items() <= pinned[1].items()


def beside_python(folder: Path) -> dict[str, str]:
    """Give an environment in which planlint is on the path, as in a municipality's own CI."""
    folder.mkdir()
    program = folder / "planlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI"))}
    return {**kept, **ALONE, "PATH": f"{folder}:{os.environ['PATH']}"}


def test_the_hook_for_pre_commit(tmp_path: Path) -> None:
    """A commit that touches plans/ checks the whole system, whatever file it is in; other commits check nothing."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "plans/planer/klima.yaml")
    assert not re.search(hook["files"], "docs/plans/x.yaml")
    root = fjordvik(tmp_path / "kommune")
    env = beside_python(tmp_path / "bin")

    def code() -> int:
        return subprocess.run(
            shlex.split(hook["entry"]), cwd=root, env=env, capture_output=True, check=False
        ).returncode

    assert code() == 0
    (root / "plans/maal/gode-liv.yaml").unlink()
    assert code() == 1


def test_the_guide_names_the_forms_that_are_there() -> None:
    """CONTRIBUTING.md sends a planner to forms by the names they have."""
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([^|]+?) \|", text.partition("|---|---|")[2].partition("\n\n")[0], re.MULTILINE)
    forms = [
        load(file)["name"] for file in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if file.stem != "config"
    ]
    assert sorted(told) == sorted(forms)


def test_the_guides_example_is_a_plan_that_passes(tmp_path: Path) -> None:
    """What a planner copies from CONTRIBUTING.md is accepted."""
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    root = fjordvik(tmp_path / "kommune")
    write(root, "planer/ny.yaml", text.partition("```yaml\n")[2].partition("```")[0])
    done = subprocess.run(
        [sys.executable, "-m", "planlint", "check", "--date", "2024-06-15", "--select", "PL0,PL1,PL2"],
        cwd=root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
