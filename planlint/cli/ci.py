"""What a CI run tells about itself, and where the plan system lies in its repository. Only asked by the cli."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SERVER = re.compile(r"https?://[\w.:-]+(/[\w.~-]+)*")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_BRANCH = re.compile(r"\w[\w./-]*")
_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def is_in_actions(env: Mapping[str, str] = os.environ) -> bool:
    """Tell whether this is a run of GitHub Actions."""
    return env.get("GITHUB_ACTIONS") == "true"


def prefix(root: Path, env: Mapping[str, str] = os.environ) -> str:
    """Give the way from the repository's root to the plan system's folder: "" or "folder/".

    The repository is the nearest folder upwards with .git; where there is none, what the CI run says it is.
    """
    here = root.resolve()
    tops = [folder for folder in (here, *here.parents) if (folder / ".git").exists()][:1]
    tops += [Path(env[name]).resolve() for name in _WORKSPACES if env.get(name)]
    for top in tops:
        if here.is_relative_to(top):
            return "" if here == top else f"{here.relative_to(top).as_posix()}/"
    return ""


def target_branch(env: Mapping[str, str] = os.environ) -> str:
    """Give the branch that a pull request is to be merged into; "" elsewhere, and for a name that is no plain word."""
    name = env.get("GITHUB_BASE_REF") or env.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")
    return name if _BRANCH.fullmatch(name) else ""


def files_address(env: Mapping[str, str] = os.environ) -> str:
    """Give the address of the repository's files at the version that is checked; "" where it is not known."""
    server, repository = env.get("GITHUB_SERVER_URL", ""), env.get("GITHUB_REPOSITORY", "")
    if _SERVER.fullmatch(server) and _REPOSITORY.fullmatch(repository) and _COMMIT.fullmatch(env.get("GITHUB_SHA", "")):
        return f"{server}/{repository}/blob/{env['GITHUB_SHA']}"
    project = env.get("CI_PROJECT_URL", "")
    if _SERVER.fullmatch(project) and _COMMIT.fullmatch(env.get("CI_COMMIT_SHA", "")):
        return f"{project}/-/blob/{env['CI_COMMIT_SHA']}"
    return ""
