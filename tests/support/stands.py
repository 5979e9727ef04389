"""Each host as a run on it sees it: its variables, its server on this machine, and what stands on the change there."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from support import fakeazure, fakebitbucket, fakegitea, fakegithub, fakegitlab
from support.localhost import LocalHost

STRANGER = {"login": "kari", "type": "User", "id": 1, "username": "kari", "uuid": "{kari}", "name": "kari"}


@dataclass
class Stand:
    """A host with a pull request, a key, and the list in which it keeps the comments."""

    name: str
    server: Any
    env: dict[str, str]
    kept: list[dict[str, Any]]
    key: str
    advice: str

    @property
    def texts(self) -> list[str]:
        """Give the text of every comment, in order."""
        return [self._text(one) for one in self.kept]

    def _text(self, one: dict[str, Any]) -> str:
        if self.name == "azure":
            return "".join(comment["content"] for comment in one["comments"])
        if self.name.startswith("bitbucket") and "content" in one:
            return str(one["content"]["raw"])
        return str(one.get("text", one.get("body")))

    def of_stranger(self, text: str) -> dict[str, Any]:
        """Let somebody else write a comment."""
        number = 900 + len(self.kept)
        if self.name == "azure":
            made = {**copy.deepcopy(fakeazure.THREAD), "id": number}
            made["comments"][0]["content"] = text
        elif self.name == "bitbucket":
            made = {**copy.deepcopy(fakebitbucket.COMMENT), "id": number, "user": STRANGER}
            made["content"] = {**made["content"], "raw": text}
        else:
            made = {"id": number, "version": 0, "user": STRANGER, "author": STRANGER, "body": text, "text": text}
        self.kept.append(made)
        return made


def _actions(server: Any, key: str) -> dict[str, str]:
    return {
        "GITHUB_ACTIONS": "true", "GITHUB_API_URL": server.api, "GITHUB_REPOSITORY": "fjordvik/plan",
        "GITHUB_SERVER_URL": "https://github.example", "GITHUB_RUN_ID": "42", "GITHUB_SHA": "0" * 40,
        "PULL_REQUEST": "7", "HEAD_REPOSITORY": "fjordvik/plan", "HEAD_SHA": "1" * 40, "PLANLINT_TOKEN": key,
    }  # fmt: skip


def github(prefix: str = "") -> Stand:
    """Give GitHub; `prefix` /api/v3 is an Enterprise Server."""
    server = fakegithub.GitHub(prefix)
    return Stand("github", server, _actions(server, "ghs_x"), server.comments, "PLANLINT_TOKEN", "pull-requests: write")


def enterprise() -> Stand:
    """Give a GitHub Enterprise Server."""
    return github("/api/v3")


def gitea() -> Stand:
    """Give Gitea, or Forgejo."""
    server = fakegitea.Gitea()
    return Stand("gitea", server, _actions(server, "gitea-x"), server.comments, "PLANLINT_TOKEN", "write:issue")


def gitlab_variables(server: fakegitlab.GitLab) -> dict[str, str]:
    """Give the variables of a job on a merge request."""
    return {
        "GITLAB_CI": "true", "CI_API_V4_URL": server.api, "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "11",
        "CI_MERGE_REQUEST_PROJECT_ID": "5", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "5",
        "CI_JOB_URL": "https://gitlab.example/fjordvik/plan/-/jobs/42", "PLANLINT_TOKEN": "glpat-x",
        "CI_PROJECT_URL": "https://gitlab.example/fjordvik/plan", "CI_COMMIT_SHA": "0" * 40,
    }  # fmt: skip


def gitlab() -> Stand:
    """Give GitLab."""
    server = fakegitlab.GitLab()
    return Stand("gitlab", server, gitlab_variables(server), server.notes, "PLANLINT_TOKEN", "Reporter")


def azure() -> Stand:
    """Give Azure DevOps."""
    server = fakeazure.Azure()
    env = {
        "TF_BUILD": "True", "SYSTEM_COLLECTIONURI": f"{server.address}/kommune/", "SYSTEM_TEAMPROJECT": "Plan og bygg",
        "BUILD_REPOSITORY_ID": fakeazure.REPOSITORY, "BUILD_REPOSITORY_PROVIDER": "TfsGit", "BUILD_BUILDID": "42",
        "SYSTEM_PULLREQUEST_PULLREQUESTID": "7", "SYSTEM_PULLREQUEST_ISFORK": "False", "SYSTEM_ACCESSTOKEN": "azure-x",
    }  # fmt: skip
    return Stand("azure", server, env, server.threads, "SYSTEM_ACCESSTOKEN", "Contribute to pull requests")


def bitbucket(*, asks: bool = True) -> Stand:
    """Give Bitbucket Cloud."""
    server = fakebitbucket.Bitbucket(asks=asks)
    env = {
        "BITBUCKET_BUILD_NUMBER": "42", "BITBUCKET_REPO_FULL_NAME": "fjordvik/plan", "BITBUCKET_PR_ID": "7",
        "BITBUCKET_COMMIT": "1" * 40, "PLANLINT_BITBUCKET_API": server.api, "PLANLINT_TOKEN": "bb-x",
    }  # fmt: skip
    return Stand("bitbucket", server, env, server.comments, "PLANLINT_TOKEN", "pullrequest")


def bitbucket_without_a_name() -> Stand:
    """Give Bitbucket Cloud where the key may not ask who it is."""
    return bitbucket(asks=False)


def bitbucket_server() -> Stand:
    """Give Bitbucket Data Center."""
    server = fakebitbucket.BitbucketServer()
    env = {
        "PLANLINT_BITBUCKET": server.address, "PLANLINT_PROJECT": "PLAN", "PLANLINT_REPOSITORY": "plansystem",
        "PLANLINT_PULL_REQUEST": "7", "PLANLINT_TOKEN": "dc-x", "BUILD_URL": "https://jenkins.example/42",
    }  # fmt: skip
    return Stand("bitbucket server", server, env, server.comments, "PLANLINT_TOKEN", "lese repositoriet")


ALL = [github, enterprise, gitea, gitlab, azure, bitbucket, bitbucket_without_a_name, bitbucket_server]


def servers(stand: Stand) -> LocalHost:
    """Give the server of a host."""
    found: LocalHost = stand.server
    return found
