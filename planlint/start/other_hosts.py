"""What a new plan system has where the repository lies elsewhere than on GitHub: that host's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import folder

if TYPE_CHECKING:
    from collections.abc import Mapping

GITHUB = "github"
OTHERS = {
    "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml"),
    "azure": ("azure-pipelines.yml", "azure-pipelines.yml"),
    "gitea": (".gitea/workflows/plansystem.yml", "gitea.yml"),
    "bitbucket": ("bitbucket-pipelines.yml", "bitbucket-pipelines.yml"),
}
"""The place of each host's file in a repository, and the example it is made of. Forgejo reads Gitea's."""
_OF_GITHUB = (".github/workflows/", ".github/ISSUE_TEMPLATE/", ".github/dependabot.yml")


def on_host(files: Mapping[str, bytes], host: str) -> dict[str, bytes]:
    """Give the files of a new plan system as a host reads them; those that only GitHub reads are left out elsewhere."""
    if host == GITHUB:
        return dict(files)
    place, example = OTHERS[host]
    kept = {path: text for path, text in files.items() if not path.startswith(_OF_GITHUB)}
    return dict(sorted({**kept, place: (folder("examples") / example).read_bytes()}.items()))
