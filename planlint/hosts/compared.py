"""What a proposed change is compared with, and whether it touches the plan system at all; asked by action/check.sh.

The merge commit's own first parent is exact also when the target branch has moved since the event; otherwise the
event's base, fetched alone where the clone is too shallow to have it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Trouble
from planlint.change import GitError, commit, fetch, is_touched, parents
from planlint.hosts.comment import notice
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping


class NoBaseError(Trouble):
    """What the change is compared with is not to be had; the text is for the log."""


def base(env: Mapping[str, str]) -> str:
    """Give the commit that ROOT's change is compared with, by HEAD_SHA and BASE_SHA. Raises GitError, NoBaseError."""
    root, wanted = Path(env.get("ROOT") or "."), env.get("BASE_SHA", "")
    merged = parents(root, commit(root, "HEAD"))
    tried = [wanted]
    if merged[1:2] == [env.get("HEAD_SHA", "")]:
        tried.insert(0, merged[0])
    for one in tried:  # of a shallow clone, the merge is here and what it was made of is not
        with suppress(GitError):
            return commit(root, one)
    try:
        fetch(root, wanted)
    except GitError:
        raise NoBaseError(
            N_("planlint finner ikke det endringen skal sammenlignes med. Sett fetch-depth: 0 i actions/checkout.")
        ) from None
    return wanted


def main(env: Mapping[str, str]) -> int:
    """Print the commit, and whether plans or templates are another since; or what is wrong. Gives the exit code."""
    try:
        found = base(env)
        touched = is_touched(Path(env.get("ROOT") or "."), found, "HEAD", ("plans", "templates"))
    except (GitError, NoBaseError) as error:
        print(notice(env, error.melding.in_language(language("nb")), "error"))  # noqa: T201 - the log is what a step says
        return 2
    print(found, "true" if touched else "false")  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
