"""A branch of ours in a checkout: a commit, and the push of it to where the checkout came from.

A branch that somebody else has worked on is left alone, and the key is never an argument.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from planlint.base import Trouble, verbatim
from planlint.change import GIT_ENVIRONMENT, GIT_SETTINGS
from planlint.hosts.proposals import git_setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.hosts.proposals import Target

_USER = re.compile(r"(https?://)[^/@]*@")
_PLAIN = re.compile(r"http://(?=bitbucket\.org/)")  # the runner's own way in, which knows no key
_SECONDS = 120


class GitRefused(Trouble):
    """Git said no; the text is for the log."""


class Repository:
    """The checkout of main, and the place it came from."""

    def __init__(self, top: Path, env: Mapping[str, str], to: Target) -> None:
        """Keep where it is, and how to write to where it came from."""
        self.top, self.author = top, to.author
        name, value = git_setting(to)
        self._env = {
            **env,
            **GIT_ENVIRONMENT,
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": name,
            "GIT_CONFIG_VALUE_0": value,
        }

    def git(self, *args: str) -> str:
        """Run git, and give what it said. Raises GitRefused."""
        who = ("-c", f"user.name={self.author[0]}", "-c", f"user.email={self.author[1]}")
        command = ["git", *GIT_SETTINGS, "--literal-pathspecs", *who, *args]
        try:
            done = subprocess.run(  # noqa: S603 - git itself, and nothing of a stranger's making among the options
                command, cwd=self.top, env=self._env, capture_output=True, encoding="utf-8", errors="replace",
                check=False, timeout=_SECONDS,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitRefused(verbatim(str(error))) from None
        if done.returncode:
            raise GitRefused(verbatim(" ".join(done.stderr.split())))
        return done.stdout.strip()

    def write_commit(self, message: str) -> bool:
        """Commit what is staged; False where that is nothing. Raises GitRefused."""
        if not self.git("diff", "--cached", "--name-only"):
            return False
        self.git("commit", "--quiet", f"--message={message}")
        return True

    def write_branch(self, branch: str) -> bool:
        """Put the commit on a branch; False where somebody else has worked there. Raises GitRefused."""
        origin, ref = self.origin(), f"refs/heads/{branch}"
        old = self.git("ls-remote", origin, ref).partition("\t")[0]
        if old:
            self.git("fetch", "--quiet", "--depth=1", origin, ref)
            if self.git("log", "-1", "--format=%ae", "FETCH_HEAD") != self.author[1]:
                return False
            if self.git("rev-parse", "FETCH_HEAD^{tree}") == self.git("rev-parse", "HEAD^{tree}"):
                return True
        self.git("push", "--quiet", f"--force-with-lease={ref}:{old}", origin, f"HEAD:{ref}")
        return True

    def origin(self) -> str:
        """Give the address that this was fetched from, without whoever the runner was there."""
        return _PLAIN.sub("https://", _USER.sub(r"\1", self.git("remote", "get-url", "origin")))
