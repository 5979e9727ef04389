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
from support.gittools import ALONE, commit, git
from support.helpers import PLAN, fjordvik, write

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
EXAMPLE = ROOT / "examples/github.yml"
ALL = [*WORKFLOWS, EXAMPLE]
ACTIONS = [ROOT / "action.yml", *sorted((ROOT / "action").rglob("action.yml"))]
SCRIPTS = sorted((ROOT / "action").rglob("*.sh"))


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
    files = (str(file) for file in (*ALL, *ACTIONS, ROOT / ".github/dependabot.yml"))
    done = lint(tool("zizmor"), "--offline", "--pedantic", "--no-progress", *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_is_one_that_github_knows() -> None:
    """Workflows, actions and the upkeep of what is pinned are valid by their schemas."""
    upkeep = [ROOT / ".github/dependabot.yml"]
    for schema, files in {"github-workflows": ALL, "github-actions": ACTIONS, "dependabot": upkeep}.items():
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
        done = lint(*command, *(str(file) for file in files))
        assert done.returncode == 0, done.stdout


OTHERS = {
    "gitlab-ci": "gitlab-ci.yml", "azure-pipelines": "azure-pipelines.yml",
    "bitbucket-pipelines": "bitbucket-pipelines.yml", "github-workflows": "gitea.yml",
}  # fmt: skip


@pytest.mark.parametrize("schema", OTHERS)
def test_every_example_is_one_that_its_host_knows(schema: str) -> None:
    """The examples for other hosts are valid by the schema of each."""
    more = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else ["--regex-variant", "nonunicode"]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *more]
    done = lint(*command, str(ROOT / "examples" / OTHERS[schema]))
    assert done.returncode == 0, done.stdout


def test_the_workflow_of_gitea_is_safe() -> None:
    """By the two linters that GitHub's are held by, for it is written as they are."""
    file = str(ROOT / "examples/gitea.yml")
    for command in (
        (tool("actionlint"), "-shellcheck", tool("shellcheck"), file),
        (tool("zizmor"), "--offline", "--pedantic", "--no-progress", file),
    ):
        done = lint(*command)
        assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_pinned_is_kept_current() -> None:
    """Each folder with an action of its own is among those that GitHub proposes newer commits for."""
    (actions, packages) = load(ROOT / ".github/dependabot.yml")["updates"]
    used = [action for action in ACTIONS if any("@" in step.get("uses", "") for step in steps(action))]
    assert set(actions["directories"]) == {f"/{action.parent.relative_to(ROOT)}".removesuffix(".") for action in used}
    assert (ROOT / packages["directory"].strip("/") / "kjerne.txt").is_file()


def test_shellcheck() -> None:
    """The action's scripts are sound."""
    done = lint(tool("shellcheck"), *(str(file) for file in SCRIPTS))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_what_init_writes_is_as_sound(tmp_path: Path, code: str) -> None:
    """The workflows, the forms and the upkeep that a municipality gets pass the same linters, in each language."""
    options = [
        "--name",
        "Fjordvik",
        "--number",
        "9999",
        "--language",
        code,
        "--action",
        f"fjordvik/planlint@{'a' * 40}",
    ]
    done = lint(sys.executable, "-m", "planlint", "init", str(tmp_path), *options)
    assert done.returncode == 0, done.stderr
    files = sorted((tmp_path / ".github/workflows").glob("*.yml"))
    assert [file.stem for file in files] == ["form", "nightly", "plansystem", "publish"]
    done = lint(tool("actionlint"), "-shellcheck", tool("shellcheck"), *(str(file) for file in files))
    assert done.returncode == 0, done.stdout + done.stderr
    done = lint(tool("zizmor"), "--offline", "--pedantic", "--no-progress", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    schemas = {"vendor.github-workflows": files, "vendor.dependabot": [tmp_path / ".github/dependabot.yml"]}
    schemas["vendor.github-issue-forms"] = sorted((tmp_path / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    for schema, checked in schemas.items():
        found = lint(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *(str(it) for it in checked))
        assert found.returncode == 0, found.stdout
    done = lint(sys.executable, "-m", "planlint", "form", "--check", "--root", str(tmp_path))
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
            pins.setdefault(re.sub("/action/.*", "", name), set()).add(pin)
    assert {name for name, found in pins.items() if len(found) > 1} == set()


def test_only_what_writes_sees_the_key() -> None:
    """The check and the build read what others have written, so they run without the token."""
    keys = {
        (action.parent.name, step["name"]): step["if"]
        for action in ACTIONS
        for step in steps(action)
        if any("token" in str(value) for value in (*step.get("env", {}).values(), *step.get("with", {}).values()))
    }
    writes = {("proposal", name): "" for name in ("Legg endringen på en egen gren", "Lag eller oppdater forslaget")}
    writes |= {("proposal", "Svar i saken"): "", ("comment", "Skriv kommentaren"): ""}
    writes |= {("tidy", "Hold forslaget oppdatert"): ""}
    assert keys.keys() == {(ROOT.name, "Hold saken oppdatert"), *writes}
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
        assert all(step.get("run", "echo ").startswith("echo ") for step in job["steps"]), name
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
    assert built in (["False"], ["${{ github.event_name != 'pull_request' && github.event_name != 'merge_group' }}"])


FAKE = """\
#!/bin/sh
echo "$(basename "$0") $@" >> "{asked}"
{old}
case "$*" in
  *--target*) while [ "$1" != --target ]; do shift; done; mkdir -p "$2/bin"; cp "{uv}" "$2/bin/uv";;
  *venv*) for last in "$@"; do :; done; mkdir -p "$last/bin"; cp "$0" "$last/bin/python";;
esac
"""


def install(
    tmp_path: Path, *sets: str, old: str = "", uv: str = "exit 0"
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run install.sh with a Python and a uv that write down what they are asked; give the last run, and all of that."""
    tools, asked = tmp_path / "bin", tmp_path / "asked"
    tools.mkdir(exist_ok=True)
    asked.write_text("", encoding="utf-8")
    for name, text in {
        "uv": f'#!/bin/sh\necho "uv $@" >> "{asked}"\n{uv}\n',
        "python3": FAKE.format(asked=asked, old=old, uv=tools / "uv"),
    }.items():
        (tools / name).write_text(text, encoding="utf-8")
        (tools / name).chmod(0o755)
    env = {"PATH": f"{tools}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path / "temp")}
    for name in sets or ("",):
        command = ["bash", str(ROOT / "action/install.sh"), *([name] if name else [])]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)
    return done, [row for row in asked.read_text(encoding="utf-8").splitlines() if " -c " not in row]


def test_planlint_is_installed_at_tested_versions(tmp_path: Path) -> None:
    """By uv, in an environment of its own, by version and hash: the core to check, all to build; once is enough."""
    home = tmp_path / "temp/planlint"
    done, asked = install(tmp_path, "", "kjerne", "nettsted", "kjerne")
    assert done.returncode == 0, done.stderr
    wanted = f"--requirement {ROOT}/requirements"
    named = f"--quiet --no-deps --require-hashes {wanted}"
    assert asked == [
        f"python3 -m venv --without-pip {home}",
        f"python3 -m pip install --quiet --no-deps --no-compile --require-hashes --target {home}-uv {wanted}/uv.txt",
        f"uv pip install --python {home}/bin/python {named}/kjerne.txt",
        f"uv pip install --python {home}/bin/python {named}/nettsted.txt",
    ]
    assert install(tmp_path, "nettsted")[1] == []


def test_where_uv_does_not_get_through_pip_does(tmp_path: Path) -> None:
    """On a machine with a mirror that only pip knows of, the same is installed, as much by hash."""
    done, asked = install(tmp_path, uv="exit 2")
    assert done.returncode == 0, done.stderr
    assert asked[-1] == (
        f"python3 -m pip --python {tmp_path}/temp/planlint/bin/python install --no-compile --quiet --no-deps"
        f" --require-hashes --requirement {ROOT}/requirements/kjerne.txt"
    )


def test_what_is_installed_runs_from_the_action(tmp_path: Path) -> None:
    """The environment has no copy of planlint: it leads to the folder of the action, and reads no other."""
    script = (ROOT / "action/install.sh").read_text(encoding="utf-8")
    home = tmp_path / "planlint"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    line = next(row for row in script.splitlines() if "planlint.pth" in row).strip().removesuffix(" \\")
    made = f'source={ROOT}; home={home}; {line} "$source"'
    subprocess.run(["bash", "-euc", made], check=True)
    where = subprocess.run(
        [str(home / "bin/python"), "-I", "-c", "import planlint; print(planlint.__file__)"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert where.stdout.strip() == str(ROOT / "planlint/__init__.py")


def test_an_old_python_is_told(tmp_path: Path) -> None:
    """A sentence, and not pip's own."""
    done, _ = install(tmp_path, old='case "$2" in *version_info*) exit 1;; esac')
    assert done.returncode == 2
    assert "planlint trenger Python 3.11 eller nyere" in done.stdout


def test_every_version_is_there_for_who_installs_the_action() -> None:
    """The versions that the action installs are those of this repository's own CI."""
    line = re.compile(r"^([a-z0-9.-]+)(?:\[[\w,-]+\])?==(\S+)", re.MULTILINE)
    pinned = [
        dict(line.findall((ROOT / f"requirements/{name}.txt").read_text("utf-8")))
        for name in ("kjerne", "nettsted", "dev", "uv")
    ]
    assert {"click", "pydantic", "ruamel-yaml", "rdflib"} <= pinned[0].keys()
    assert {"pagefind", "watchfiles"} <= pinned[1].keys() - pinned[0].keys()
    assert pinned[0].items() <= pinned[1].items() <= pinned[2].items()
    assert pinned[3].keys() == {"uv"}


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

    def code(day: str = "2024-06-15") -> int:
        return subprocess.run(
            [*shlex.split(hook["entry"]), *hook["args"]], cwd=root, env={**env, "PLANLINT_DATE": day},
            capture_output=True, check=False,
        ).returncode  # fmt: skip

    git(root, "init", "-q")
    assert code() == 0, "there is nothing to compare the first commit with"
    write(root, "planer/klima.yaml", PLAN)
    commit(root, "2024-01-01")
    assert code(day="2031-06-15") == 0, "a plan has expired, and nobody who commits another has done it"
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
