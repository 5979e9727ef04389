"""The scripts of the forms' two jobs: git runs no program that the repository names, and the change comes through."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.gittools import ALONE, commit, git, trap
from support.helpers import PLAN, fjordvik

from planlint.change import git as ours

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the scripts are for a runner on Linux")
NEW = "plans/planer/ny.yaml"


def played(script: str, at: Path, **env: str) -> dict[str, str]:
    """Run a script of the action in a checkout, as its job does; give its outputs. Fails where the script does."""
    temp = at.parent / "temp"
    program = temp / "planlint/bin"
    program.mkdir(parents=True, exist_ok=True)
    (program / "python").unlink(missing_ok=True)
    (program / "python").symlink_to(sys.executable)
    (program / "planlint").write_text(f'#!/bin/sh\ncat > "{at}/{NEW}" <<END\n{PLAN}END\n', encoding="utf-8")
    (program / "planlint").chmod(0o755)
    (temp / "event.json").write_text('{"issue": {"body": "x"}}', encoding="utf-8")
    told = temp / "told"
    told.write_text("", encoding="utf-8")
    runner = {"RUNNER_TEMP": str(temp), "GITHUB_EVENT_PATH": str(temp / "event.json"), "GITHUB_OUTPUT": str(told)}
    given = {**os.environ, **ALONE, **runner, "ROOT": ".", "NUMBER": "7", "DATE": "", **env}
    done = subprocess.run(["bash", str(ROOT / script)], cwd=at, env=given, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return dict(line.split("=", 1) for line in told.read_text(encoding="utf-8").splitlines())


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout of main, whose repository's settings name programs wherever they can."""
    main = fjordvik(tmp_path / "main")
    commit(main, "2024-01-01")
    at = tmp_path / "lest/rot"
    git(tmp_path, "clone", "-q", str(main), str(at))
    return at


def test_the_forms_two_scripts_run_no_program_of_the_repository(clone: Path) -> None:
    """Watchers, hooks, filters, signing: none is called, and the branch holds the file as the form made it."""
    mark = trap(clone)
    git(clone, "config", "commit.gpgSign", "true")
    git(clone, "config", "filter.felle.required", "true")
    out = played("action/form/read.sh", clone)
    assert out["code"] == "0"
    git(clone, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "reset", "-q", "--", NEW)
    (clone / NEW).unlink()
    mark.unlink(missing_ok=True)
    title = base64.b64encode(b"Ny plan: Klima").decode()
    said = played(
        "action/proposal/branch.sh",
        clone,
        CHANGE=out["change"],
        TITLE=title,
        PLANLINT_TOKEN="hemmelig",  # noqa: S106 - no key of anybody's
        GITHUB_SERVER_URL="https://vert.example",
    )
    assert said == {"state": "pushed"}
    assert not mark.exists(), mark.read_text()
    main = clone.parents[1] / "main"
    assert git(main, "show", f"skjema/7:{NEW}") == PLAN.strip()
    assert git(main, "log", "-1", "--format=%an: %s", "skjema/7") == "github-actions[bot]: Ny plan: Klima"
    assert "hemmelig" not in git(clone, "config", "--list")
    subprocess.run(["git", "add", "-A"], cwd=clone, check=False, capture_output=True, env={**os.environ, **ALONE})
    assert mark.exists(), "the trap was never set"


def test_reading_a_form_runs_no_program_of_the_repository(clone: Path) -> None:
    """The job that reads a stranger's text has the same protection as the one that writes."""
    mark = trap(clone)
    mark.unlink(missing_ok=True)
    assert base64.b64decode(played("action/form/read.sh", clone)["change"]).startswith(b"diff --git")
    assert not mark.exists(), mark.read_text()


def test_the_scripts_have_the_settings_that_planlint_has() -> None:
    """What planlint tells git for its own part, the scripts tell it too: the two lists are one."""
    script = (ROOT / "action/git.sh").read_text(encoding="utf-8")
    told = {
        f"{name}={value.strip(chr(39))}" for name, value in re.findall(r"^setting (\S+) (\S+)$", script, re.MULTILINE)
    }
    assert set(ours.GIT_SETTINGS[1::2]) <= told
    exported = dict(re.findall(r"([A-Z_]+)=(\S+)", "\n".join(re.findall(r"^export (.*)$", script, re.MULTILINE))))
    assert ours.GIT_ENVIRONMENT.items() <= exported.items()
    for name in ("form/read.sh", "proposal/branch.sh"):
        lines = (ROOT / "action" / name).read_text(encoding="utf-8").splitlines()
        sourced = next(number for number, line in enumerate(lines) if "git.sh" in line and line.strip().startswith("."))
        asked = [number for number, line in enumerate(lines) if re.search(r"(^|[|(&;] ?)\s*git ", line)]
        assert asked, name
        assert min(asked) > sourced, name
