"""Gitea and Forgejo on this machine, after their OpenAPI description (https://docs.gitea.com/api, /api/v1/swagger).

A job's own token writes as the runner's user and may not ask who it is; labels are numbers; pages are of `limit`.
"""

from __future__ import annotations

import copy
from typing import Any

from support.localhost import Answer, Asked, LocalHost

REPOSITORY = "fjordvik/plan"
COMMENT = {
    "assets": [],
    "body": "string",
    "created_at": "2019-08-24T14:15:22Z",
    "html_url": "string",
    "id": 0,
    "issue_url": "string",
    "original_author": "string",
    "original_author_id": 0,
    "pull_request_url": "string",
    "updated_at": "2019-08-24T14:15:22Z",
    "user": {"id": 0, "login": "empty", "login_name": "empty", "full_name": "string"},
}
ISSUE = {
    "id": 0,
    "number": 0,
    "body": "string",
    "state": "open",
    "title": "string",
    "labels": [],
    "user": {"id": 0, "login": "empty"},
    "pull_request": None,
}


class Gitea(LocalHost):
    """A repository with one pull request and its issues; `bot` is who the token writes as."""

    def __init__(self, bot: str = "gitea-actions", *, asks: bool = False) -> None:
        """Begin with nothing; `asks`: the token is a person's, and may ask who it is."""
        self.bot, self.asks, self.token = bot, asks, "gitea-x"
        self.comments: list[dict[str, Any]] = []
        self.issues: list[dict[str, Any]] = []
        self.labels: list[dict[str, Any]] = []
        self.pulls: list[dict[str, Any]] = []
        super().__init__()

    @property
    def api(self) -> str:
        """Give GITHUB_API_URL, as Gitea's runner sets it."""
        return f"{self.address}/api/v1"

    def answer(self, asked: Asked) -> Answer:  # noqa: PLR0911 - a line for each kind of answer
        """Give what Gitea would."""
        if asked.headers.get("Authorization") != f"token {self.token}":
            return 401, {}, {"message": "invalid username, password or token", "url": f"{self.address}/api/swagger"}
        if asked.path == "/api/v1/user":
            return (200, {}, {"id": 7, "login": self.bot}) if self.asks else (403, {}, {"message": "token scope"})
        start = f"/api/v1/repos/{REPOSITORY}/"
        match asked.path.removeprefix(start).split("/"):
            case ["issues", _, "comments"] | ["issues", "comments", _]:
                return self._kept(asked, self.comments, COMMENT)
            case ["labels"]:
                return self._kept(asked, self.labels, {"id": 0, "name": "", "color": "00aabb"})
            case ["pulls", *_]:
                return self._kept(asked, self.pulls, ISSUE)
            case ["issues", *_]:
                if asked.method == "POST" and not all(isinstance(label, int) for label in asked.fields["labels"]):
                    return (
                        422,
                        {},
                        {"message": "json: cannot unmarshal string into Go struct field labels of type int64"},
                    )
                return self._kept(asked, self.issues, ISSUE)
        return 404, {}, {"message": "The target couldn't be found.", "errors": []}

    def _kept(self, asked: Asked, kept: list[dict[str, Any]], example: dict[str, Any]) -> Answer:
        if asked.method == "GET":
            return self.paged(asked, kept, "limit", 50) if "limit" in asked.query else (200, {}, kept)
        if asked.method == "PATCH":
            wanted = asked.path.rpartition("/")[2]
            one = next(it for it in kept if str(it.get("number") or it["id"]) == wanted)
            one.update(asked.fields)
            return 200, {}, one
        number = 1 + len(self.comments) + len(self.issues) + len(self.labels)
        if "head" in asked.fields:  # answered as where it is, not as its name
            asked.fields["head"] = {"ref": asked.fields["head"]}
        made = {**copy.deepcopy(example), "id": number, "user": {"id": -2, "login": self.bot}, **asked.fields}
        kept.append({**made, "number": number} if example is ISSUE else made)
        return 201, {}, kept[-1]
