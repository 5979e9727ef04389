"""The job that keeps one proposal to tidy on main: a branch without known findings that nothing matches.

It reads no plans, and runs nothing of them: it deletes files of known findings by name, and nothing else. A branch that
somebody else has worked on is left alone.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Message, Trouble, verbatim
from planlint.change import GIT_ENVIRONMENT, GIT_SETTINGS
from planlint.hosts.choose import KEY, issues
from planlint.hosts.github import Github
from planlint.hosts.host_error import HostError, sentence, with_advice
from planlint.hosts.tidying import TidyingError, unpacked
from planlint.output import no_commands
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.hosts.tidying import Tidying
    from planlint.text import Language

BRANCH = "planlint/rydd-avvik"
_NAME, _ADDRESS = "github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com"
_SECONDS = 120


class GitRefused(Trouble):
    """Git said no; the text is for the log."""


class Repository:
    """The checkout of main, and the place it came from."""

    def __init__(self, top: Path, env: Mapping[str, str]) -> None:
        """Keep where it is, and how to write to where it came from: the key is never an argument."""
        self.top, server, key = top, env.get("GITHUB_SERVER_URL", ""), env.get(KEY, "")
        login = base64.b64encode(f"x-access-token:{key}".encode()).decode()
        self._env = {
            **env,
            **GIT_ENVIRONMENT,
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
            "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {login}",
        }

    def git(self, *args: str) -> str:
        """Run git, and give what it said. Raises GitRefused."""
        who = ("-c", f"user.name={_NAME}", "-c", f"user.email={_ADDRESS}")
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

    def write_commit(self, tidying: Tidying) -> bool:
        """Commit that the files are gone; False where they are so already. Raises GitRefused."""
        self.git("rm", "--quiet", "--ignore-unmatch", "--", *tidying.files)
        if not self.git("diff", "--cached", "--name-only"):
            return False
        self.git("commit", "--quiet", f"--message={tidying.title}")
        return True

    def write_branch(self) -> bool:
        """Put the commit on the branch; False where somebody else has worked there. Raises GitRefused."""
        old = self.git("ls-remote", "origin", f"refs/heads/{BRANCH}").partition("\t")[0]
        if old:
            self.git("fetch", "--quiet", "--depth=1", "origin", f"refs/heads/{BRANCH}")
            if self.git("log", "-1", "--format=%ae", "FETCH_HEAD") != _ADDRESS:
                return False
            if self.git("rev-parse", "FETCH_HEAD^{tree}") == self.git("rev-parse", "HEAD^{tree}"):
                return True
        self.git(
            "push", "--quiet", f"--force-with-lease=refs/heads/{BRANCH}:{old}", "origin", f"HEAD:refs/heads/{BRANCH}"
        )
        return True


def run(env: Mapping[str, str]) -> Message:
    """Bring the proposal up to date, and give what was done. Raises TidyingError, GitRefused, HostError."""
    tidying = unpacked(env["TIDYING"])
    at = Repository(Path(env.get("GITHUB_WORKSPACE") or "."), env)
    if not at.write_commit(tidying):
        return Message.of_text(N_("Alt er ryddet fra før."))
    if not at.write_branch():
        return Message.of_text(N_("Noen har arbeidet videre på grenen {gren}. Den er ikke rørt."), gren=BRANCH)
    on = issues(env)
    if not isinstance(on, Github):
        return Message.of_text(N_("Grenen {gren} er laget. Lag forslaget av den selv."), gren=BRANCH)
    try:
        number = on.propose(BRANCH, env["GITHUB_REF_NAME"], tidying.title, tidying.text)
    except HostError as error:
        advice = N_(
            "Grenen {gren} er laget, så forslaget kan lages av den for hånd. Jobben trenger pull-requests: write, og "
            "repositoriet må la kjøringer lage forslag"
        )
        raise HostError(
            N_("{svar}. {raad}"), svar=with_advice(error, None), raad=Message.of_text(advice, gren=BRANCH)
        ) from None
    return Message.of_text(N_("Forslaget er #{nummer}."), nummer=number)


def main(env: Mapping[str, str]) -> int:
    """Say in the log what was done, and give the exit code."""
    lang = _language(env)
    try:
        done = run(env)
    except (TidyingError, GitRefused, HostError) as error:
        told = sentence(error.melding.in_language(lang))
        print(f"::error::planlint: {no_commands(told)}")  # noqa: T201 - the log is what a step says
        return 1
    print(done.in_language(lang))  # noqa: T201 - as above
    return 0


def _language(env: Mapping[str, str]) -> Language:
    try:
        return language(unpacked(env["TIDYING"]).language)
    except TidyingError:
        return language("nb")


if __name__ == "__main__":
    sys.exit(main(os.environ))
