"""Where a branch of ours is pushed to, and the proposal made of it, on every host that a run can stand on.

The key goes to the server that the run names as its own, and to no other: git is given it as a header for that server
alone. Who may push, and how a key is shown to git over HTTP:

GitHub:    https://docs.github.com/en/rest/pulls/pulls
Gitea:     https://docs.gitea.com/api (pulls)
GitLab:    https://docs.gitlab.com/api/merge_requests, https://docs.gitlab.com/user/project/settings/project_access_tokens
Azure:     https://learn.microsoft.com/rest/api/azure/devops/git/pull-requests
Bitbucket: https://support.atlassian.com/bitbucket-cloud/docs/using-access-tokens
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from planlint.base import N_, Message
from planlint.hosts import choose
from planlint.hosts.github import Github
from planlint.hosts.host_error import HostError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.hosts.host import TakesProposals

_ACTIONS = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")
_OURS = ("planlint", "planlint@noreply.invalid")
_BITBUCKET = "https://bitbucket.org"
_HEADS = "refs/heads/"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a run may push: the host, the branch that a proposal is to go into, and the server that gets the key.

    `header` is what git sends to that server, `author` name and address of our commits, and `rights` what to do when
    the host says no.
    """

    on: TakesProposals
    base: str
    server: str
    header: str
    author: tuple[str, str]
    rights: Message
    sign: str = "#"


def _basic(user: str, key: str) -> str:
    return f"AUTHORIZATION: basic {base64.b64encode(f'{user}:{key}'.encode()).decode()}"


def _on_actions(env: Mapping[str, str]) -> Target:
    on, header = choose.issues(env), _basic("x-access-token", choose.key(env))
    told = Message.of_text(N_("Jobben trenger pull-requests: write, og repositoriet må la kjøringer lage forslag"))
    if not isinstance(on, Github):
        told = Message.of_text(N_("Nøkkelen må ha lov til å skrive i repositoriet (`write:repository`)"))
    return Target(on, env["GITHUB_REF_NAME"], env["GITHUB_SERVER_URL"], header, _ACTIONS, told)


def _on_gitlab(env: Mapping[str, str]) -> Target:
    on, header = choose.issues(env), _basic("oauth2", choose.key(env))
    told = Message.of_text(
        N_("Nøkkelen i {navn} må ha omfangene `api` og `write_repository`, og rollen Developer eller høyere"),
        navn=choose.KEY,
    )
    return Target(on, env["CI_COMMIT_BRANCH"], env["CI_SERVER_URL"], header, _OURS, told, "!")


def _on_azure(env: Mapping[str, str]) -> Target:
    on = choose.azure_repository(env)
    header = f"AUTHORIZATION: bearer {choose.key(env, choose.AZURE_KEY)}"
    told = Message.of_text(
        N_("Gi byggetjenesten «Contribute», «Create branch» og «Contribute to pull requests» i repositoriet")
    )
    base = env["BUILD_SOURCEBRANCH"].removeprefix(_HEADS)
    return Target(on, base, env["SYSTEM_COLLECTIONURI"], header, _OURS, told, "!")


def _on_bitbucket(env: Mapping[str, str]) -> Target:
    on, header = choose.bitbucket_repository(env), _basic("x-token-auth", choose.key(env))
    told = Message.of_text(
        N_("Nøkkelen i {navn} må ha lov til å skrive i repositoriet og på endringsforslag"), navn=choose.KEY
    )
    return Target(on, env["BITBUCKET_BRANCH"], _BITBUCKET, header, _OURS, told)


_HOSTS: tuple[tuple[str, str, Callable[[Mapping[str, str]], Target]], ...] = (
    ("GITHUB_ACTIONS", "true", _on_actions),
    ("GITLAB_CI", "true", _on_gitlab),
    ("TF_BUILD", "true", _on_azure),
    ("BITBUCKET_BUILD_NUMBER", "", _on_bitbucket),
)


def target(env: Mapping[str, str]) -> Target:
    """Give where a run may push. Raises HostError where that is no host that we know, or its key is missing."""
    for name, value, make in _HOSTS:
        if env.get(name) and (not value or env[name].lower() == value):
            return make(env)
    raise HostError(N_("her kan planlint ikke lage forslag (GitHub, Gitea, Forgejo, GitLab, Azure DevOps, Bitbucket)"))


def git_setting(to: Target) -> tuple[str, str]:
    """Give the setting of git by which the key is sent to its server, and to that alone."""
    parts = urlsplit(to.server)
    return f"http.{parts.scheme}://{parts.netloc}/.extraheader", to.header
