"""A repository on this machine whose issues become proposals: each job of form.yml is run in a scratch clone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from support.actionrunner import ROOT, Runner
from support.expressions import Expression
from support.fakegithub import REPOSITORY, GitHub
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, write
from support.issueform import lay_out

WORKFLOW = ".github/workflows/form.yml"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
MARK = "<!-- planlint-skjema -->"


class Repository:
    """Fjordvik's repository with a plan and its forms, an issue in it, and what has come of the issue."""

    def __init__(self, tmp_path: Path, more: str = "") -> None:
        """Lay out main; `more` is what plansystem.yaml says beside what it says for Fjordvik."""
        self.tmp = tmp_path
        self.origin = fjordvik(tmp_path / "origin")
        declared = self.origin / "plans/plansystem.yaml"
        declared.write_text(declared.read_text(encoding="utf-8") + more, encoding="utf-8")
        lay_out(self.origin)
        write(self.origin, "planer/klima.yaml", PLAN)
        shutil.copytree(ROOT / "action", self.origin / "action")
        commit(self.origin, "2024-01-01")
        git(self.origin, "checkout", "-q", "--detach")
        self.github = GitHub()
        self.times = 0
        self.association = "MEMBER"
        self.program = f'exec "{sys.executable}" -I -m planlint "$@" --date {DATE}'
        self.log = ""

    def issue(self, text: str, action: str = "opened", **more: Any) -> list[str]:
        """Let the event of an issue come; give the jobs that ran, each on a machine of its own."""
        issue = {"number": 12, "state": "open", "body": text, "author_association": self.association}
        event = {"action": action, "issue": issue, "repository": {"default_branch": "main"}, **more}
        needs: dict[str, Any] = {}
        ran = []
        for name, job in yaml.safe_load((ROOT / WORKFLOW).read_text(encoding="utf-8"))["jobs"].items():
            runner = self._machine(event, needs)
            wanted = job.get("if", "true")
            if job.get("needs", name) in {*needs, name} and Expression(wanted, runner.context()).value():
                outputs = runner.job("form.yml", name, needs)
                self.log += runner.log
                ran.append(name if runner.ok else f"{name} failed")
                if runner.ok:  # what needs a job that failed is not run
                    needs[name] = {"outputs": outputs}
        return ran

    def _machine(self, event: dict[str, Any], needs: dict[str, Any]) -> Machine:
        self.times += 1
        clone, temp = self.tmp / f"clone{self.times}", self.tmp / f"temp{self.times}"
        git(self.tmp, "clone", "-q", "--depth=1", "--branch", "main", f"file://{self.origin}", str(clone))
        runner = Machine(clone, temp, "issues", event, self.github.api)
        runner.needs = needs
        (temp / "planlint/bin/planlint").write_text(f"#!/bin/sh\n{self.program}\n", encoding="utf-8")
        return runner

    def check(self, branch: str = "skjema/12") -> Runner:
        """Run CI on the pull request of a branch: the check, and the job that answers; give the check's machine."""
        head = git(self.origin, "rev-parse", branch)
        pull = {
            "number": self.github.pulls[-1]["number"],
            "base": {"sha": git(self.origin, "rev-parse", "main")},
            "head": {"sha": head, "repo": {"full_name": REPOSITORY}},
        }
        machines = []
        for _ in ("kontroll", "svar"):
            self.times += 1
            where, temp = self.tmp / f"ci{self.times}", self.tmp / f"ci-temp{self.times}"
            git(self.tmp, "clone", "-q", "--branch", branch, f"file://{self.origin}", str(where))
            machines.append(Runner(where, temp, "pull_request", {"pull_request": pull}, self.github.api, day=DATE))
        check, answer = machines
        needs = {"kontroll": {"outputs": check.job("plansystem.yml", "kontroll")}}
        answer.artifacts = check.artifacts
        answer.job("plansystem.yml", "svar", needs)
        return check

    def branch(self, name: str = "skjema/12") -> Path:
        """Give a clone of a branch."""
        clone = self.tmp / "branch"
        shutil.rmtree(clone, ignore_errors=True)
        git(self.tmp, "clone", "-q", "--branch", name, f"file://{self.origin}", str(clone))
        return clone

    @property
    def branches(self) -> list[str]:
        """Give the names of the branches."""
        return git(self.origin, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()

    @property
    def answer(self) -> str:
        """Give our one comment."""
        (mine,) = [it["body"] for it in self.github.comments if it["user"] == BOT and it["body"].startswith(MARK)]
        return str(mine)


class Machine(Runner):
    """A runner that knows the jobs before it, and functions that take something."""

    needs: dict[str, Any]

    def context(self) -> dict[str, Any]:
        """Give what a job's condition may ask about."""
        return self._context({}, {})

    def _context(self, inputs: dict[str, str], steps: dict[str, Any]) -> dict[str, Any]:
        context = super()._context(inputs, steps)
        context["functions"]["startsWith"] = lambda text, start: text.casefold().startswith(start.casefold())
        return {**context, "needs": self.needs}
