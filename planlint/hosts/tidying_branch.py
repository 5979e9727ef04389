"""The job that keeps one proposal to tidy on main: a branch without known findings that nothing matches.

It reads no plans, and runs nothing of them: it deletes files of known findings by name, and nothing else. A branch that
somebody else has worked on is left alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Message, NotPlainError, read_plain
from planlint.hosts.branch import GitRefused, Repository
from planlint.hosts.comment import tell
from planlint.hosts.host_error import HostError, sentence, with_advice
from planlint.hosts.proposals import target
from planlint.hosts.tidying import FILE, TidyingError, unpacked
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.text import Language

BRANCH = "planlint/rydd-avvik"
_MOST = 400_000


def run(env: Mapping[str, str]) -> Message:
    """Bring the proposal up to date, and give what was done. Raises TidyingError, GitRefused, HostError."""
    handed = _handed_on(env)
    if not handed:
        return Message.of_text(N_("Ingen kjente avvik å rydde bort."))
    tidying, to = unpacked(handed), target(env)
    at = Repository(Path(env.get("GITHUB_WORKSPACE") or "."), env, to)
    at.git("rm", "--quiet", "--ignore-unmatch", "--", *tidying.files)
    if not at.write_commit(tidying.title):
        return Message.of_text(N_("Alt er ryddet fra før."))
    if not at.write_branch(BRANCH):
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
