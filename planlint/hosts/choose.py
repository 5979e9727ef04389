"""Which host a run stands on, and where on it the answer belongs, as the run's own variables tell.

GitHub:    https://docs.github.com/en/actions/reference/workflows-and-actions/variables (GITHUB_API_URL and others)
Gitea:     https://docs.gitea.com/usage/actions/actions-variables, Forgejo: the same names
GitLab:    https://docs.gitlab.com/ci/variables/predefined_variables
Azure:     https://learn.microsoft.com/azure/devops/pipelines/build/variables
Bitbucket: https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from planlint.base import N_, Message
from planlint.hosts import azure, bitbucket, bitbucket_server, gitea, github, gitlab
from planlint.hosts.host_error import HostError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.hosts.host import Comments, TakesForms

KEY, AZURE_KEY = "PLANLINT_TOKEN", "SYSTEM_ACCESSTOKEN"
_NUMBER = re.compile(r"[0-9]+")
_GITEA = "/api/v1"


class Where(NamedTuple):
    """Where a run stands: the change that it is about (None: about none), and the run's own page.

    `fork` tells that the change comes from a copy of the repository: then the run has no key that may write.
    """

    change: Comments | None
    run: str
    fork: bool = False


def key(env: Mapping[str, str], other: str = "GH_TOKEN") -> str:
    """Give the key that a run may write with. Raises HostError where there is none, or it is none."""
    found = (env.get(KEY) or env.get(other, "")).strip()
    if not found or found.startswith("$("):
        raise HostError(N_("nøkkelen mangler. Sett {navn}"), navn=KEY)
    if not found.isascii() or not found.isprintable() or " " in found:
        raise HostError(N_("det som står i {navn}, er ingen nøkkel"), navn=KEY)
    return found


def _number(env: Mapping[str, str], name: str) -> str:
    """Give the number of a pull request; "" where the run is about none (or Azure says only the variable's name)."""
    return env[name] if _NUMBER.fullmatch(env.get(name, "")) else ""


def _said(env: Mapping[str, str], name: str) -> str:
    if not env.get(name):
        raise HostError(N_("variabelen {navn} mangler, så planlint vet ikke hvor svaret skal stå"), navn=name)
    return env[name]


def is_gitea(env: Mapping[str, str]) -> bool:
    """Tell whether what calls itself GitHub Actions is Gitea's or Forgejo's."""
    return env.get("GITHUB_API_URL", "").rstrip("/").endswith(_GITEA)


def _github(env: Mapping[str, str], number: str) -> github.Github:
    rest = github.connect(_said(env, "GITHUB_API_URL"), key(env))
    told = github.rights("pull-requests: write")
    return github.Github(rest, _said(env, "GITHUB_REPOSITORY"), number, env.get("HEAD_SHA", ""), told)


def _gitea(env: Mapping[str, str], number: str) -> gitea.Gitea:
    rest = gitea.connect(_said(env, "GITHUB_API_URL"), key(env))
    told = Message.of_text(N_("Gi nøkkelen lov til å skrive i saker (`write:issue`)."))
    return gitea.Gitea(rest, _said(env, "GITHUB_REPOSITORY"), number, told)


def _on_actions(env: Mapping[str, str]) -> Where:
    number = _number(env, "PULL_REQUEST")
    fork = env.get("HEAD_REPOSITORY", env["GITHUB_REPOSITORY"]) != env["GITHUB_REPOSITORY"]
    run = f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/actions/runs/{env['GITHUB_RUN_ID']}"
    if not number or fork:
        return Where(None, run, fork)
    return Where((_gitea if is_gitea(env) else _github)(env, number), run)


def _gitlab(env: Mapping[str, str], project: str, number: str = "") -> gitlab.Gitlab:
    rest = gitlab.connect(_said(env, "CI_API_V4_URL"), key(env))
    told = Message.of_text(
        N_("Nøkkelen i {navn} må ha omfanget `api` og rollen Reporter eller høyere i prosjektet."), navn=KEY
    )
    return gitlab.Gitlab(rest, _said(env, project), number, told)


def _on_gitlab(env: Mapping[str, str]) -> Where:
    number, run = _number(env, "CI_MERGE_REQUEST_IID"), env.get("CI_JOB_URL", "")
    target = "CI_MERGE_REQUEST_PROJECT_ID"
    fork = bool(number) and env.get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID") != env.get(target)
    return Where(None, run, fork) if not number or fork else Where(_gitlab(env, target, number), run)


def _on_azure(env: Mapping[str, str]) -> Where:
    number, collection = _number(env, "SYSTEM_PULLREQUEST_PULLREQUESTID"), _said(env, "SYSTEM_COLLECTIONURI")
    project = _said(env, "SYSTEM_TEAMPROJECT")
    run = f"{collection.rstrip('/')}/{quote(project)}/_build/results?buildId={env.get('BUILD_BUILDID', '')}"
    fork = env.get("SYSTEM_PULLREQUEST_ISFORK", "").lower() == "true"
    return Where(None if not number or fork else azure_repository(env, number), run, fork)


def azure_repository(env: Mapping[str, str], number: str = "") -> azure.Azure:
    """Give the repository of a run on Azure DevOps, and a pull request of it. Raises HostError."""
    if (provider := env.get("BUILD_REPOSITORY_PROVIDER", "TfsGit")) != "TfsGit":
        raise HostError(N_("repositoriet ligger ikke i Azure Repos ({sted})"), sted=provider)
    told = Message.of_text(N_("Gi byggetjenesten «Contribute to pull requests» i repositoriet."))
    rest = azure.connect(_said(env, "SYSTEM_COLLECTIONURI"), key(env, AZURE_KEY))
    return azure.Azure(rest, _said(env, "SYSTEM_TEAMPROJECT"), _said(env, "BUILD_REPOSITORY_ID"), number, told)


def _on_bitbucket(env: Mapping[str, str]) -> Where:
    number, repository = _number(env, "BITBUCKET_PR_ID"), _said(env, "BITBUCKET_REPO_FULL_NAME")
    run = f"https://bitbucket.org/{repository}/pipelines/results/{env['BITBUCKET_BUILD_NUMBER']}"
    return Where(bitbucket_repository(env, number) if number else None, run)


def bitbucket_repository(env: Mapping[str, str], number: str = "") -> bitbucket.Bitbucket:
    """Give the repository of a run in Bitbucket Cloud, and a pull request of it. Raises HostError."""
    told = Message.of_text(N_("Nøkkelen i {navn} må ha lov til å skrive på endringsforslag (`pullrequest`)."), navn=KEY)
    rest = bitbucket.connect(key(env), env.get("PLANLINT_BITBUCKET_API") or bitbucket.API)
    repository, commit = _said(env, "BITBUCKET_REPO_FULL_NAME"), _said(env, "BITBUCKET_COMMIT")
    return bitbucket.Bitbucket(rest, repository, number, commit, told)


def _on_bitbucket_server(env: Mapping[str, str]) -> Where:
    """Give what whoever runs planlint beside a Data Center tells, for it has no runner of its own."""
    number, run = _number(env, "PLANLINT_PULL_REQUEST"), env.get("BUILD_URL", "")
    if not number:
        return Where(None, run)
    told = Message.of_text(N_("Nøkkelen i {navn} må ha lov til å lese repositoriet."), navn=KEY)
    rest = bitbucket_server.connect(env["PLANLINT_BITBUCKET"], key(env))
    project, repository = _said(env, "PLANLINT_PROJECT"), _said(env, "PLANLINT_REPOSITORY")
    return Where(bitbucket_server.BitbucketServer(rest, project, repository, number, told), run)


_HOSTS: tuple[tuple[str, str, Callable[[Mapping[str, str]], Where]], ...] = (
    ("PLANLINT_BITBUCKET", "", _on_bitbucket_server),
    ("GITHUB_ACTIONS", "true", _on_actions),
    ("GITLAB_CI", "true", _on_gitlab),
    ("TF_BUILD", "true", _on_azure),
    ("BITBUCKET_BUILD_NUMBER", "", _on_bitbucket),
)
"""The variable that tells which host it is, and what it says (empty: anything)."""


def where(env: Mapping[str, str]) -> Where:
    """Give where a run stands. Raises HostError where that is no host that we know, or its key is missing."""
    for name, value, make in _HOSTS:
        if env.get(name) and (not value or env[name].lower() == value):
            return make(env)
    raise HostError(
        N_("dette er ingen kjøring planlint kjenner (GitHub, Gitea, Forgejo, GitLab, Azure DevOps, Bitbucket)")
    )


def issues(env: Mapping[str, str]) -> github.Github | gitea.Gitea | gitlab.Gitlab:
    """Give the issues of the repository that a run is about. Raises HostError where the host has none that we know."""
    if env.get("GITHUB_ACTIONS") == "true":
        on = _gitea(env, "") if is_gitea(env) else _github(env, "")
        if isinstance(on, github.Github):
            on.rights = github.rights("issues: write")
        return on
    if env.get("GITLAB_CI") == "true":
        return _gitlab(env, "CI_PROJECT_ID")
    raise HostError(N_("her er det ingen saker planlint kan skrive (GitHub, Gitea, Forgejo, GitLab)"))


def form_issue(env: Mapping[str, str]) -> TakesForms:
    """Give the issue (NUMBER) that a form came in. Raises HostError where the host has no forms that we know."""
    if env.get("GITHUB_ACTIONS") != "true":
        raise HostError(N_("skjemaer i saker kan bare besvares på GitHub, Gitea og Forgejo"))
    return (_gitea if is_gitea(env) else _github)(env, _said(env, "NUMBER"))


def gitlab_issue(env: Mapping[str, str], number: str) -> gitlab.GitlabIssue:
    """Give the issue on GitLab that a form came in. Raises HostError."""
    on = _gitlab(env, "CI_PROJECT_ID")
    return gitlab.GitlabIssue(on.rest, on.project, number, on.rights)


def files(env: Mapping[str, str]) -> str:
    """Give the address of the repository's files at the commit that is checked."""
    if project := env.get("CI_PROJECT_URL"):
        return f"{project}/-/blob/{env['CI_COMMIT_SHA']}"
    middle = "src/commit" if is_gitea(env) else "blob"
    return f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/{middle}/{env['GITHUB_SHA']}"
