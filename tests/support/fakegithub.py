"""GitHub on this machine, after https://docs.github.com/en/rest: /issues/comments, /issues/issues, /pulls/comments.

The answers are the published examples of those pages, with what a test has written in their place. Limits as published:
65,536 characters in a body, pages of at most 100, `Bad credentials` (401) without a key, `Resource not accessible by
integration` (403) without the right, `Validation Failed` (422) for a line that is no part of the change.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from support.localhost import Answer, Asked, LocalHost

REPOSITORY = "fjordvik/plan"
COMMENT = {
    "id": 1,
    "node_id": "MDEyOklzc3VlQ29tbWVudDE=",
    "url": "https://api.github.com/repos/octocat/Hello-World/issues/comments/1",
    "html_url": "https://github.com/octocat/Hello-World/issues/1347#issuecomment-1",
    "body": "Me too",
    "user": {"login": "octocat", "id": 1, "node_id": "MDQ6VXNlcjE=", "type": "User", "site_admin": False},
    "created_at": "2011-04-14T16:00:49Z",
    "updated_at": "2011-04-14T16:00:49Z",
    "issue_url": "https://api.github.com/repos/octocat/Hello-World/issues/1347",
    "author_association": "COLLABORATOR",
}
ISSUE = {
    "id": 1,
    "node_id": "MDU6SXNzdWUx",
    "number": 1347,
    "state": "open",
    "title": "Found a bug",
    "body": "I'm having a problem with this.",
    "user": {"login": "octocat", "id": 1, "type": "User"},
    "labels": [{"id": 208045946, "name": "bug", "color": "f29513", "default": True}],
    "locked": True,
    "comments": 0,
    "state_reason": "completed",
}
LINE_COMMENT = {
    "id": 10,
    "pull_request_review_id": 42,
    "diff_hunk": "@@ -16,33 +16,40 @@ public class Connection : IConnection...",
    "path": "file1.txt",
    "position": 1,
    "commit_id": "6dcb09b5b57875f334f61aebed695e2e4193db5e",
    "user": {"login": "octocat", "id": 1, "type": "User"},
    "body": "Great stuff!",
    "start_line": 1,
    "start_side": "RIGHT",
    "line": 2,
    "side": "RIGHT",
}
_MOST = 65_536


def _no(message: str, **more: Any) -> dict[str, Any]:
    return {"message": message, **more, "documentation_url": "https://docs.github.com/rest"}


def _ref(head: Any) -> Any:
    return head.get("ref") if isinstance(head, dict) else head


class GitHub(LocalHost):
    """A repository: comments on its one pull request, comments on lines, issues and pull requests.

    `prefix` is "" as on github.com and ghe.com, or /api/v3 as on an Enterprise Server.
    """

    def __init__(self, prefix: str = "", me: str = "github-actions[bot]") -> None:
        """Begin with nothing."""
        self.prefix, self.me, self.token = prefix, me, "ghs_x"
        self.readonly, self.outside, self.closed = False, False, False
        self.comments: list[dict[str, Any]] = []
        self.on_lines: list[dict[str, Any]] = []
        self.issues: list[dict[str, Any]] = []
        self.pulls: list[dict[str, Any]] = []
        super().__init__()

    @property
    def api(self) -> str:
        """Give GITHUB_API_URL."""
        return f"{self.address}{self.prefix}"

    @property
    def written(self) -> list[tuple[str, str]]:
        """Give the changes that were asked for, as method and path below the repository; then forget them."""
        start = f"{self.prefix}/repos/{REPOSITORY}/"
        return [(method, path.removeprefix(start)) for method, path in super().written]

    def answer(self, asked: Asked) -> Answer:
        """Give what GitHub would."""
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            return 401, {}, _no("Bad credentials")
        graphql = "/api/graphql" if self.prefix else "/graphql"
        if asked.path == graphql:
            return 200, {}, {"data": {"viewer": {"login": self.me}}}
        found = re.fullmatch(rf"{self.prefix}/repos/{REPOSITORY}/(.+)", asked.path)
        if not found:
            return 404, {}, _no("Not Found")
        if asked.method != "GET":
            if self.readonly:
                return 403, {"X-RateLimit-Remaining": "4999"}, _no("Resource not accessible by integration")
            if len(asked.fields.get("body") or "") > _MOST:
                return (
                    422,
                    {},
                    _no("Validation Failed", errors=[{"message": "body is too long (maximum is 65536 characters)"}]),
                )
        return self._below(asked, found[1])

    def _below(self, asked: Asked, path: str) -> Answer:
        match path.split("/"):
            case ["issues", _, "comments"] | ["issues", "comments", _]:
                return self._kept(asked, self.comments, COMMENT)
            case ["pulls", _, "comments"]:
                return self._on_lines(asked)
            case ["issues", *_]:
                return self._kept(asked, self.issues, ISSUE)
            case ["pulls"] if self.closed and asked.method == "POST":
                return 403, {}, _no("GitHub Actions is not permitted to create or approve pull requests.")
            case ["pulls", *_]:
                return self._pulls(asked)
        return 404, {}, _no("Not Found")

    def _pulls(self, asked: Asked) -> Answer:
        """Give the open ones of a branch, or take a new one; `closed`: no workflow may open any."""
        if asked.method == "GET":
            owner, _, branch = asked.query.get("head", "").partition(":")
            found = [it for it in self.pulls if owner == "fjordvik" and branch == _ref(it["head"])]
            return self.paged(asked, found)
        if self.closed:
            return 403, {}, _no("GitHub Actions is not permitted to create or approve pull requests.")
        return self._kept(asked, self.pulls, ISSUE)

    def _on_lines(self, asked: Asked) -> Answer:
        if asked.method == "POST":
            given = asked.fields
            within = given.get("start_line", given["line"]) <= given["line"] and given["side"] == "RIGHT"
            if self.outside or not within or not given["commit_id"]:
                message = "pull_request_review_thread.line must be part of the diff"
                return 422, {}, _no("Validation Failed", errors=[{"code": "custom", "message": message}])
        return self._kept(asked, self.on_lines, LINE_COMMENT)

    def _kept(self, asked: Asked, kept: list[dict[str, Any]], example: dict[str, Any]) -> Answer:
        if asked.method == "GET":
            return self.paged(asked, kept)
        if asked.method == "PATCH":
            wanted = asked.path.rpartition("/")[2]
            one = next((it for it in kept if str(it.get("number", it["id"])) == wanted), None)
            if one is None:
                return 404, {}, _no("Not Found")
            one.update(asked.fields)
            return 200, {}, one
        number = 1 + len(self.issues) + len(self.comments) + len(self.on_lines) + len(self.pulls)
        bot = {"login": self.me, "type": "Bot" if self.me.endswith("[bot]") else "User"}
        made = {**copy.deepcopy(example), "id": number, "user": bot, "state": "open", **asked.fields}
        if "number" in example:
            made["number"] = number
        kept.append(made)
        return 201, {}, made
