"""GitLab on this machine, after https://docs.gitlab.com/api: /notes, /discussions, /merge_requests, /issues, /users.

The answers are the published examples of those pages, with what a test has written in their place: keyset-free pages
with a Link header (https://docs.gitlab.com/api/rest/#pagination), 401 without a key, 403 `insufficient_scope`.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from support.localhost import Answer, Asked, LocalHost

PROJECT = "5"
NOTE = {
    "id": 301,
    "body": "Comment for MR",
    "attachment": None,
    "author": {
        "id": 1,
        "username": "pipin",
        "email": "admin@example.com",
        "name": "Pip",
        "state": "active",
        "created_at": "2013-09-30T13:46:01Z",
    },
    "created_at": "2013-10-02T08:57:14Z",
    "updated_at": "2013-10-02T08:57:14Z",
    "system": False,
    "noteable_id": 2,
    "noteable_type": "MergeRequest",
    "project_id": 5,
    "noteable_iid": 2,
    "resolvable": False,
    "confidential": False,
    "internal": False,
}
REFS = {
    "base_sha": "1162f719d711319a2efb2a35566f3bfdadee8bab",
    "head_sha": "2d7f4a5c6c0f4dbb7d7c4ae8bfd8f8c4e2a0a0a0",
    "start_sha": "1162f719d711319a2efb2a35566f3bfdadee8bab",
}
ISSUE = {
    "id": 84,
    "iid": 14,
    "project_id": 4,
    "title": "Issues with auth",
    "description": None,
    "state": "opened",
    "labels": ["bug"],
    "author": {"id": 18, "username": "eileen.lowe", "name": "Alexandra Bashirian", "state": "active"},
}


class GitLab(LocalHost):
    """A project with one merge request (11) and its issues; the key belongs to the project's bot."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.me = {"id": 77, "username": "project_5_bot", "name": "planlint", "state": "active", "bot": True}
        self.token, self.scope = "glpat-x", "api"
        self.notes: list[dict[str, Any]] = []
        self.issues: list[dict[str, Any]] = []
        self.threads: list[dict[str, Any]] = []
        self.pulls: list[dict[str, Any]] = []
        self.members = {18: 30}
        super().__init__()

    @property
    def api(self) -> str:
        """Give CI_API_V4_URL."""
        return f"{self.address}/api/v4"

    def answer(self, asked: Asked) -> Answer:  # noqa: PLR0911 - a line for each kind of answer
        """Give what GitLab would."""
        if asked.headers.get("Private-Token", asked.headers.get("PRIVATE-TOKEN")) != self.token:
            return 401, {}, {"message": "401 Unauthorized"}
        if asked.method != "GET" and self.scope != "api":
            told = "The request requires higher privileges than provided by the access token."
            return 403, {}, {"error": "insufficient_scope", "error_description": told, "scope": "api"}
        if asked.path == "/api/v4/user":
            return 200, {}, self.me
        change = f"/api/v4/projects/{PROJECT}/merge_requests/11"
        if asked.path == change:
            return 200, {}, {"id": 155016530, "iid": 11, "project_id": 5, "state": "opened", "diff_refs": REFS}
        if asked.path.startswith(f"{change}/notes"):
            return self._kept(asked, self.notes, NOTE)
        if asked.path == f"{change}/discussions":
            return self._discussion(asked)
        if re.fullmatch(rf"/api/v4/projects/{PROJECT}/merge_requests(/\d+)?", asked.path):
            return self._pull(asked)
        if found := re.fullmatch(rf"/api/v4/projects/{PROJECT}/members/all/(\d+)", asked.path):
            level = self.members.get(int(found[1]))
            return (200, {}, {"id": int(found[1]), "access_level": level}) if level else (404, {}, {"message": "404"})
        if found := re.fullmatch(rf"/api/v4/projects/{PROJECT}/issues(?:/(\d+))?(/notes(?:/\d+)?)?", asked.path):
            kept, example = (self.notes, NOTE) if found[2] else (self.issues, ISSUE)
            return self._kept(asked, kept, example)
        return 404, {}, {"message": "404 Not found"}

    def _pull(self, asked: Asked) -> Answer:
        """https://docs.gitlab.com/api/merge_requests: list by source branch, create, update."""
        if asked.method == "GET":
            wanted = {name: asked.query[name] for name in ("source_branch", "target_branch", "state")}
            return self.paged(asked, [one for one in self.pulls if wanted.items() <= one.items()], default=20)
        if asked.method == "PUT":
            one = next(it for it in self.pulls if str(it["iid"]) == asked.path.rpartition("/")[2])
            one.update(asked.fields)
            return 200, {}, one
        self.pulls.append({"id": 155016530, "iid": 12 + len(self.pulls), "state": "opened", **asked.fields})
        return 201, {}, self.pulls[-1]

    def _discussion(self, asked: Asked) -> Answer:
        position = asked.fields["position"]
        if (
            {key: position[key] for key in REFS} != REFS
            or position["position_type"] != "text"
            or not position["new_line"]
        ):
            return (
                400,
                {},
                {"message": '400 Bad request - Note {:line_code=>["can\'t be blank", "must be a valid line code"]}'},
            )
        note = {**copy.deepcopy(NOTE), "id": 1000 + len(self.threads), "type": "DiffNote", "author": self.me,
                "body": asked.fields["body"], "position": position}  # fmt: skip
        self.notes.append(note)
        self.threads.append(
            {"id": "6a9c1750b37d513a43987b574953fceb50b03ce7", "individual_note": False, "notes": [note]}
        )
        return 201, {}, self.threads[-1]

    def _kept(self, asked: Asked, kept: list[dict[str, Any]], example: dict[str, Any]) -> Answer:
        key = "iid" if example is ISSUE else "id"
        if asked.method == "GET" and key == "iid" and asked.path.rpartition("/")[2] != "issues":
            return 200, {}, next(it for it in kept if str(it[key]) == asked.path.rpartition("/")[2])
        if asked.method == "GET":
            return self.paged(asked, kept, default=20)
        if asked.method == "PUT":
            one = next(it for it in kept if str(it[key]) == asked.path.rpartition("/")[2])
            one.update({name: value for name, value in asked.fields.items() if name != "state_event"})
            one["state"] = "closed" if asked.fields.get("state_event") == "close" else one.get("state")
            return 200, {}, one
        number = 1 + len(self.notes) + len(self.issues)
        made = {**copy.deepcopy(example), "id": number, key: number, "author": self.me, **asked.fields}
        kept.append(made)
        return 201, {}, made
