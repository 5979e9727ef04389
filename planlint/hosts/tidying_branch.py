"""The job that keeps one proposal to tidy on main: a branch without known findings that nothing matches.

It reads no plans, and runs nothing of them: it deletes files of known findings by name, and nothing else. A branch that
somebody else has worked on is left alone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Message, NotPlainError, Trouble, read_plain, verbatim
from planlint.change import GIT_ENVIRONMENT, GIT_SETTINGS
from planlint.hosts.comment import tell
from planlint.hosts.host_error import HostError, sentence, with_advice
from planlint.hosts.proposals import git_setting, target
from planlint.hosts.tidying import FILE, TidyingError, unpacked
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.hosts.proposals import Target
    from planlint.hosts.tidying import Tidying
    from planlint.text import Language

BRANCH = "planlint/rydd-avvik"
_USER = re.compile(r"(https?://)[^/@]*@")
_PLAIN = re.compile(r"http://(?=bitbucket\.org/)")  # the runner's own way in, which knows no key
_MOST = 400_000
_SECONDS = 120


class GitRefused(Trouble):
    """Git said no; the text is for the log."""


class Repository:
    """The checkout of main, and the place it came from."""

    def __init__(self, top: Path, env: Mapping[str, str], to: Target) -> None:
        """Keep where it is, and how to write to where it came from: the key is never an argument."""
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

    def write_commit(self, tidying: Tidying) -> bool:
        """Commit that the files are gone; False where they are so already. Raises GitRefused."""
        self.git("rm", "--quiet", "--ignore-unmatch", "--", *tidying.files)
        if not self.git("diff", "--cached", "--name-only"):
            return False
        self.git("commit", "--quiet", f"--message={tidying.title}")
        return True

    def write_branch(self) -> bool:
        """Put the commit on the branch; False where somebody else has worked there. Raises GitRefused."""
        origin = self.origin()
        old = self.git("ls-remote", origin, f"refs/heads/{BRANCH}").partition("\t")[0]
        if old:
            self.git("fetch", "--quiet", "--depth=1", origin, f"refs/heads/{BRANCH}")
            if self.git("log", "-1", "--format=%ae", "FETCH_HEAD") != self.author[1]:
                return False
            if self.git("rev-parse", "FETCH_HEAD^{tree}") == self.git("rev-parse", "HEAD^{tree}"):
                return True
        self.git(
            "push", "--quiet", f"--force-with-lease=refs/heads/{BRANCH}:{old}", origin, f"HEAD:refs/heads/{BRANCH}"
        )
        return True

    def origin(self) -> str:
        """Give the address that this was fetched from, without whoever the runner was there."""
        return _PLAIN.sub("https://", _USER.sub(r"\1", self.git("remote", "get-url", "origin")))


def run(env: Mapping[str, str]) -> Message:
    """Bring the proposal up to date, and give what was done. Raises TidyingError, GitRefused, HostError."""
    handed = _handed_on(env)
    if not handed:
        return Message.of_text(N_("Ingen kjente avvik å rydde bort."))
    tidying, to = unpacked(handed), target(env)
    at = Repository(Path(env.get("GITHUB_WORKSPACE") or "."), env, to)
    if not at.write_commit(tidying):
        return Message.of_text(N_("Alt er ryddet fra før."))
    if not at.write_branch():
        return Message.of_text(N_("Noen har arbeidet videre på grenen {gren}. Den er ikke rørt."), gren=BRANCH)
    try:
        number = to.on.propose(BRANCH, to.base, tidying.title, tidying.text)
    except HostError as error:
        advice = N_("Grenen {gren} er laget, så forslaget kan lages av den for hånd. {raad}")
        told = Message.of_text(advice, gren=BRANCH, raad=to.rights)
        raise HostError(N_("{svar}. {raad}"), svar=with_advice(error, None), raad=told) from None
    return Message.of_text(N_("Forslaget er {merke}{nummer}."), merke=to.sign, nummer=number)


def _handed_on(env: Mapping[str, str]) -> str:
    """Give what was handed on, by the step or in its file; "" where nothing was. Raises TidyingError."""
    if "TIDYING" in env:
        return env["TIDYING"]
    try:
        return read_plain(Path(env.get("TIDYING_FILE") or FILE), _MOST).decode()
    except FileNotFoundError:
        return ""
    except (OSError, NotPlainError, UnicodeDecodeError):
        raise TidyingError(N_("listen over kjente avvik kan ikke leses")) from None


def main(env: Mapping[str, str]) -> int:
    """Say in the log what was done, and give the exit code."""
    lang = _language(env)
    try:
        done = run(env)
    except (TidyingError, GitRefused, HostError) as error:
        print(sentence(tell(env, error, lang)))  # noqa: T201 - the log is what a step says
        return 1
    print(done.in_language(lang))  # noqa: T201 - as above
    return 0


def _language(env: Mapping[str, str]) -> Language:
    try:
        return language(unpacked(_handed_on(env)).language)
    except TidyingError:
        return language("nb")


if __name__ == "__main__":
    sys.exit(main(os.environ))
