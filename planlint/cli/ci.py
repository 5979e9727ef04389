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
_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "BITBUCKET_CLONE_DIR")
_ADDRESS = re.compile(r"https?://[\w.:-]+(/[\w.~%-]+)*/?")
_GUIDE = "docs/veiledning/lese-funn.md"


def is_in_actions(env: Mapping[str, str] = os.environ) -> bool:
    """Tell whether this is a run of GitHub Actions."""
    return env.get("GITHUB_ACTIONS") == "true"


def own_format(env: Mapping[str, str] = os.environ) -> str:
    """Give the format that a run's host reads in the log; text where it reads none, and on a machine of one's own."""
    if is_in_actions(env):
        return "github"
    return "azure" if env.get("TF_BUILD", "").lower() == "true" else "text"


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
    told = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "SYSTEM_PULLREQUEST_TARGETBRANCHNAME")
    name = next((env[one] for one in (*told, "BITBUCKET_PR_DESTINATION_BRANCH") if env.get(one)), "")
    return name if _BRANCH.fullmatch(name) else ""


def files_address(env: Mapping[str, str] = os.environ) -> str:
    """Give the address of the repository's files at the version that is checked; "" where it is not known."""
    server, repository = env.get("GITHUB_SERVER_URL", ""), env.get("GITHUB_REPOSITORY", "")
    if _SERVER.fullmatch(server) and _REPOSITORY.fullmatch(repository) and _COMMIT.fullmatch(env.get("GITHUB_SHA", "")):
        middle = "src/commit" if env.get("GITHUB_API_URL", "").endswith("/api/v1") else "blob"  # Gitea and Forgejo
        return f"{server}/{repository}/{middle}/{env['GITHUB_SHA']}"
    project = env.get("CI_PROJECT_URL", "")
    if _SERVER.fullmatch(project) and _COMMIT.fullmatch(env.get("CI_COMMIT_SHA", "")):
        return f"{project}/-/blob/{env['CI_COMMIT_SHA']}"
    return ""


def manual_address(env: Mapping[str, str] = os.environ) -> str:
    """Give where a built manual lies, as PLANLINT_MANUAL says; "" without, or for what is no address."""
    address = env.get("PLANLINT_MANUAL", "").removesuffix("index.html")
    return address.rstrip("/") if _ADDRESS.fullmatch(address) else ""


def guide_address(env: Mapping[str, str] = os.environ) -> str:
    """Give the page on reading findings in the repository that the action was taken from; "" where none is known."""
    server, repository = env.get("GITHUB_SERVER_URL", ""), env.get("GITHUB_ACTION_REPOSITORY", "")
    version = env.get("GITHUB_ACTION_REF", "")
    if _SERVER.fullmatch(server) and _REPOSITORY.fullmatch(repository) and _BRANCH.fullmatch(version):
        return f"{server}/{repository}/blob/{version}/{_GUIDE}"
    return ""
