"""Git for tests: repositories made by nobody in particular, on a given day, whatever the machine's own settings."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HOOKS = (
    *("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"),
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-push"),
)
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(root: Path, *args: str, day: str = "2024-01-01") -> str:
    """Run git in a folder as a planner, on a day; give what it says."""
    roles = ("AUTHOR", "COMMITTER")
    who = {f"GIT_{role}_{part}": "planlegger@fjordvik.example" for role in roles for part in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0100" for role in roles}
    env = {**os.environ, **who, **when, **ALONE}
    done = subprocess.run(["git", *args], cwd=root, check=True, capture_output=True, encoding="utf-8", env=env)
    return done.stdout.strip()


def commit(root: Path, day: str, message: str = "") -> str:
    """Commit everything on a day, in a repository that is made when it is not there; give the commit's id."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message or day, day=day)
    return git(root, "rev-parse", "HEAD")


def trap(root: Path) -> Path:
    """Set every setting of a repository that names a program to one that leaves a mark; give the mark's place."""
    mark, program = root.parent / "felle-gikk", root.parent / "felle.sh"
    program.write_text(f"#!/bin/sh\necho $0 $@ >> {mark}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    hooks = root.parent / "kroker"
    hooks.mkdir()
    for hook in _HOOKS:
        (hooks / hook).write_bytes(program.read_bytes())
        (hooks / hook).chmod(0o755)
    settings = (
        *("core.fsmonitor", "core.pager", "pager.log", "pager.show", "diff.external", "diff.felle.textconv"),
        *("diff.felle.command", "core.sshCommand", "core.askPass", "gpg.program", "core.editor", "credential.helper"),
        *("filter.felle.smudge", "filter.felle.clean", "core.alternateRefsCommand", "core.gitProxy"),
    )
    for name in settings:
        git(root, "config", name, str(program))
    git(root, "config", "core.hooksPath", str(hooks))
    git(root, "config", "log.showSignature", "true")
    (root / ".gitattributes").write_text("* diff=felle filter=felle\n", encoding="utf-8")
    return mark
