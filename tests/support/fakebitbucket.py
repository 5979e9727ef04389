"""Bitbucket on this machine: Cloud and Data Center, after their published interfaces.

https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests (comments: pages by `next`) and
/api-group-reports; https://developer.atlassian.com/server/bitbucket/rest (activities: pages by `nextPageStart`, and an
edit of another version than the newest is a 409).
"""

from __future__ import annotations

import copy
from typing import Any

from support.localhost import Answer, Asked, LocalHost

COMMENT: dict[str, Any] = {
    "type": "pullrequest_comment",
    "id": 2,
    "created_on": "2013-11-19T21:19:24.138375+00:00",
    "updated_on": "2013-11-19T21:19:24.138375+00:00",
    "content": {"type": "rendered", "raw": "Hei", "markup": "markdown", "html": "<p>Hei</p>"},
    "user": {"type": "user", "display_name": "Erik", "uuid": "{d7dd0e2d-3994-4a50-a9ee-d260b6cefdab}"},
    "deleted": False,
}
ME = "{c788b2da-b7a2-404c-9e26-d3f077557007}"
_MOST = 32_768


class Bitbucket(LocalHost):
    """A repository in Bitbucket Cloud with one pull request (7); `asks`: the token may ask who it is."""

    def __init__(self, *, asks: bool = True) -> None:
        """Begin with nothing."""
        self.asks, self.token = asks, "bb-x"
        self.comments: list[dict[str, Any]] = []
        self.reports: dict[str, Any] = {}
        self.pulls: list[dict[str, Any]] = []
        super().__init__()

    @property
    def api(self) -> str:
        """Give where the interface is."""
        return f"{self.address}/2.0"

    def answer(self, asked: Asked) -> Answer:
        """Give what Bitbucket would."""
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            return (
                401,
                {},
                {"type": "error", "error": {"message": "Token is invalid or not supported for this endpoint."}},
            )
        if asked.path == "/2.0/user":
            missing = {
                "type": "error",
                "error": {"message": "Your credentials lack one or more required privilege scopes."},
            }
            return (200, {}, {"type": "user", "uuid": ME}) if self.asks else (403, {}, missing)
        start = "/2.0/repositories/fjordvik/plan/"
        match asked.path.removeprefix(start).split("/"):
            case ["commit", commit, "reports", name] if asked.method == "PUT":
                self.reports[f"{commit}/{name}"] = asked.fields
                return 200, {}, asked.fields
            case ["pullrequests", "7", "comments", *which]:
                return self._comments(asked, which)
            case ["pullrequests", *which]:
                return self._pull(asked, which)
        return 404, {}, {"type": "error", "error": {"message": "Resource not found"}}

    def _pull(self, asked: Asked, which: list[str]) -> Answer:
        """https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests: list, create, update."""
        if asked.method == "GET":
            found = [it for it in self.pulls if asked.query["q"] == f'source.branch.name = "{_branch(it)}"']
            return 200, {}, {"values": found, "size": len(found), "page": 1, "pagelen": 10}
        if asked.method == "PUT":
            one = next(it for it in self.pulls if [str(it["id"])] == which)
            one.update(asked.fields)
            return 200, {}, one
        self.pulls.append({"id": 8 + len(self.pulls), "state": "OPEN", **asked.fields})
        return 201, {}, self.pulls[-1]

    def _comments(self, asked: Asked, which: list[str]) -> Answer:
        if asked.method == "GET":
            number = int(asked.query.get("page", 1))
            part = self.comments[(number - 1) * 2 : number * 2]
            more = (
                {"next": f"{self.address}{asked.path}?pagelen=100&page={number + 1}"}
                if len(self.comments) > number * 2
                else {}
            )
            return 200, {}, {"values": part, "page": number, "pagelen": 2, "size": len(self.comments), **more}
        if len(asked.fields["content"]["raw"]) > _MOST:
            return (
                400,
                {},
                {"type": "error", "error": {"message": "content.raw: Ensure this value has at most 32768 characters."}},
            )
        if asked.method == "PUT":
            one = next(it for it in self.comments if str(it["id"]) == which[0])
            if one["user"]["uuid"] != ME:
                return 403, {}, {"type": "error", "error": {"message": "You may only edit your own comments."}}
            one["content"] = {**one["content"], **asked.fields["content"]}
            return 200, {}, one
        made = {**copy.deepcopy(COMMENT), "id": 100 + len(self.comments), "user": {"type": "user", "uuid": ME}}
        made["content"] = {**made["content"], **asked.fields["content"]}
        self.comments.append(made)
        return 201, {}, made


def _branch(pull: dict[str, Any]) -> str:
    return str(pull["source"]["branch"]["name"])


class BitbucketServer(LocalHost):
    """A repository in Bitbucket Data Center with one pull request (7)."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.token = "dc-x"  # noqa: S105 - a test's own
        self.comments: list[dict[str, Any]] = []
        super().__init__()

    def answer(self, asked: Asked) -> Answer:
        """Give what the server would."""
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            told = "Authentication failed. Please check your credentials and try again."
            return 401, {}, {"errors": [{"context": None, "message": told}]}
        start = "/rest/api/latest/projects/PLAN/repos/plansystem/pull-requests/7/"
        who = {"X-AUSERNAME": "planlint"}
        match asked.path.removeprefix(start).split("/"):
            case ["activities"]:
                return 200, who, self._activities(int(asked.query["start"]))
            case ["comments"] if asked.method == "POST":
                self.comments.append(
                    {"id": 1 + len(self.comments), "version": 0, "author": {"name": "planlint"}, **asked.fields}
                )
                return 201, who, self.comments[-1]
            case ["comments", number] if asked.method == "PUT":
                one = next(it for it in self.comments if str(it["id"]) == number)
                if asked.fields["version"] != one["version"]:
                    return 409, who, {"errors": [{"message": "The comment was out-of-date."}]}
                one.update(text=asked.fields["text"], version=one["version"] + 1)
                return 200, who, one
        return 404, who, {"errors": [{"message": "No such pull request."}]}

    def _activities(self, start: int) -> dict[str, Any]:
        found = [{"id": 1, "action": "OPENED"}]
        found += [
            {"id": 100 + it["id"], "action": "COMMENTED", "commentAction": "ADDED", "comment": it}
            | ({"commentAnchor": it["anchor"]} if "anchor" in it else {})
            for it in self.comments
        ]
        last = start + 2 >= len(found)
        page = {"size": 2, "limit": 2, "start": start, "isLastPage": last, "values": found[start : start + 2]}
        return {**page, "nextPageStart": None if last else start + 2}
