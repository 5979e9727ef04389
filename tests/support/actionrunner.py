"""A small GitHub runner for tests: it reads the YAML and runs each `run` as the real one does.

Expressions are resolved from the event; actions of others are recorded with their inputs; `uses: ./` is action.yml, and
`uses: ./action/comment` the one in that folder. What is laid by as an artifact can be fetched by a later job.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from support.expressions import Expression, filled
from support.fakegithub import REPOSITORY
from support.gittools import ALONE

ROOT = Path(__file__).parents[2]
_STATUS = re.compile(r"\b(?:success|failure|cancelled|always)\(\)")


@dataclass
class Runner:
    """A machine with a checkout and an event; `log` is what the runner shows, `used` the actions of others.

    `api` is where GitHub's interface is. GitHub's own program `gh` is there, and fails: nothing may need it.
    """

    workspace: Path
    temp: Path
    name: str
    event: dict[str, Any]
    api: str = ""
    day: str = "2024-06-15"
    sha: str = "0" * 40
    log: str = ""
    ok: bool = True
    ran: list[str] = field(default_factory=list)
    used: dict[str, dict[str, Any]] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    artifacts: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the machine: planlint as if it had just been installed."""
        self.folder, self.needs, self.laid_out = ROOT, dict[str, Any](), ROOT
        tools = self.temp / "planlint/bin"
        tools.mkdir(parents=True)
        for installed in ("kjerne", "nettsted"):
            (tools.parent / installed).touch()
        (self.temp / "bin").mkdir()
        _program(tools / "python", f'exec "{sys.executable}" "$@"')
        _program(tools / "planlint", f'exec "{sys.executable}" -I -m planlint "$@"')
        _program(self.temp / "bin/gh", "echo gh is asked for >&2; exit 1")
        (self.temp / "event.json").write_text(json.dumps(self.event), encoding="utf-8")

    @property
    def summary(self) -> str:
        """Give the job summary."""
        file = self.temp / "summary"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def job(self, workflow: str, job: str, needs: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """Run a job of one of our workflows, given those it waits for; give its outputs, None where it is passed by."""
        written = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))["jobs"][job]
        self.needs = needs or {}
        if self.needs and not self._wanted(written, self._context({}, {})):
            return None
        context = self._steps(written["steps"], {})
        return {name: filled(text, context) for name, text in written.get("outputs", {}).items()}

    def action(self, folder: str = ".", **inputs: str) -> dict[str, Any]:
        """Run the action in a folder with some inputs; give its outputs."""
        action = yaml.safe_load((ROOT / folder / "action.yml").read_text(encoding="utf-8"))
        unknown = set(inputs) - {name.replace("-", "_") for name in action["inputs"]}
        assert not unknown, unknown
        given = {
            name: inputs.get(name.replace("-", "_"), filled(it["default"], self._context({}, {})))
            for name, it in action["inputs"].items()
        }
        was, self.folder = self.folder, ROOT / folder
        context = self._steps(action["runs"]["steps"], given)
        self.folder = was
        return {name: filled(it["value"], context) for name, it in action.get("outputs", {}).items()}

    def _context(self, inputs: dict[str, str], steps: dict[str, Any]) -> dict[str, Any]:
        functions = {"success": lambda: self.ok, "failure": lambda: not self.ok, "cancelled": lambda: False}
        functions["hashFiles"] = self.hash_files
        github = {"event": self.event, "event_name": self.name, "token": "ghs_x", "repository": REPOSITORY}
        runner = {"temp": str(self.temp)}
        return {
            "github": github, "inputs": inputs, "steps": steps, "functions": functions, "runner": runner,
            "needs": self.needs,
        }  # fmt: skip

    def hash_files(self, path: str) -> str:
        """Give something for a file that is laid out, and nothing for one that is not."""
        return "e3b0" if (self.laid_out / path).exists() else ""

    def _wanted(self, part: dict[str, Any], context: dict[str, Any]) -> bool:
        wanted = str(part.get("if", "true")).strip().removeprefix("${{").removesuffix("}}")
        if not _STATUS.search(wanted):
            wanted = f"success() && ({wanted})"
        return bool(Expression(wanted, context).value())

    def _steps(self, steps: list[dict[str, Any]], inputs: dict[str, str]) -> dict[str, Any]:
        context = self._context(inputs, {})
        for step in steps:
            if not self._wanted(step, context):
                continue
            self.ran.append(step.get("name", step.get("uses", step.get("run"))))
            outputs = self._use(step, context) if "uses" in step else self._run(step, context)
            context["steps"][step.get("id", "")] = {"outputs": outputs}
        return context

    def _use(self, step: dict[str, Any], context: dict[str, Any]) -> dict[str, str]:
        given = {name: filled(value, context) for name, value in step.get("with", {}).items()}
        if step["uses"].startswith("./"):
            folder = step["uses"][2:] or "."
            known = yaml.safe_load((ROOT / folder / "action.yml").read_text(encoding="utf-8"))["inputs"]
            asked = {**given, "date": self.day, **self.given}
            return self.action(folder, **{key.replace("-", "_"): it for key, it in asked.items() if key in known})
        name = step["uses"].partition("@")[0]
        self.used[name] = given
        if "upload-artifact" in name:
            kept = self.temp / f"vedlegg-{given['name']}"
            shutil.copytree(given["path"], kept, dirs_exist_ok=True)
            self.artifacts[given["name"]] = kept
        if "download-artifact" in name:
            shutil.copytree(self.artifacts[given["name"]], given["path"], dirs_exist_ok=True)
        return {"artifact-url": "https://eksempel.example/vedlegg/7"} if "upload-artifact" in name else {}

    def _run(self, step: dict[str, Any], context: dict[str, Any]) -> dict[str, str]:
        script, output = self.temp / "step.sh", self.temp / "output"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("", encoding="utf-8")
        own = {name: filled(value, context) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace, env={**self._environment(), **own}, encoding="utf-8", check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
        )  # fmt: skip
        self.log += done.stdout
        self.ok = self.ok and done.returncode == 0
        return dict(row.split("=", 1) for row in output.read_text(encoding="utf-8").splitlines())

    def _environment(self) -> dict[str, str]:
        return {
            **ALONE,
            "PATH": f"{self.temp / 'bin'}:{os.environ['PATH']}", "HOME": str(self.temp), "LANG": "C.UTF-8",
            "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": self.name, "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_EVENT_PATH": str(self.temp / "event.json"), "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_RUN_ID": "42", "GITHUB_SHA": self.sha, "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(self.temp / "output"), "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_ACTION_PATH": str(self.folder), "RUNNER_TEMP": str(self.temp),
            "GITHUB_BASE_REF": "main" if self.name == "pull_request" else "", "GITHUB_API_URL": self.api,
            "GITHUB_REF_NAME": "main",
        }  # fmt: skip


def _program(file: Path, text: str) -> None:
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
