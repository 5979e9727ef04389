"""Azure DevOps on this machine, with the published examples of its pages.

https://learn.microsoft.com/rest/api/azure/devops/git: pull-request-threads (list, create),
pull-request-thread-comments (update) and pull-requests (list, create, update). It answers whom it does not know
with a page to sign in on (203), as the service does.
"""

from __future__ import annotations

import copy
from typing import Any

from support.localhost import Answer, Asked, LocalHost

REPOSITORY = "3411ebc1-d5aa-464f-9615-0b527bc66719"
BUILD = "d6245f20-2af8-44f4-9451-8107cb2767db"
_LONGEST = 4_000
THREAD: dict[str, Any] = {
    "pullRequestThreadContext": None,
    "id": 148,
    "publishedDate": "2016-11-01T16:30:50.083Z",
    "lastUpdatedDate": "2016-11-01T16:30:50.083Z",
    "comments": [
        {
            "id": 1,
            "parentCommentId": 0,
            "author": {
                "displayName": "Normal Paulk",
                "url": "https://dev.azure.com/fabrikam/_apis/Identities/ac5aaba6-a66a-4e1d-b508-b060ec624fa9",
                "id": "ac5aaba6-a66a-4e1d-b508-b060ec624fa9",
                "uniqueName": "fabrikamfiber16@hotmail.com",
            },
            "content": "Should we add a comment about what this value means?",
            "publishedDate": "2016-11-01T16:30:50.083Z",
            "lastUpdatedDate": "2016-11-01T16:30:50.083Z",
            "commentType": "text",
        }
    ],
    "status": "active",
    "threadContext": None,
    "properties": {},
    "identities": None,
    "isDeleted": False,
}


class Azure(LocalHost):
    """A collection with a project, a repository, and one pull request (7)."""

    def __init__(self) -> None:
        """Begin with a person's thread on a line, one that Azure itself wrote, and nothing of ours."""
        self.token, self.contributes = "azure-x", True
        on_line = {**copy.deepcopy(THREAD), "threadContext": {"filePath": "/plans/x.yaml"}}
        vote = {**copy.deepcopy(THREAD), "id": 149}
        vote["comments"] = [{**THREAD["comments"][0], "commentType": "system", "content": "Normal Paulk voted 10"}]
        self.threads = [on_line, vote, {**copy.deepcopy(THREAD), "id": 150, "comments": []}]
        self.pulls: list[dict[str, Any]] = []
        super().__init__()

    def answer(self, asked: Asked) -> Answer:  # noqa: PLR0911 - a line for each kind of answer
        """Give what Azure DevOps would."""
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            return 203, {"Content-Type": "text/html"}, b"<html>Sign In</html>"
        if "api-version" not in asked.query:
            return 400, {}, {"message": "No api-version was supplied for the request."}
        if asked.path == "/kommune/_apis/connectionData":
            return 200, {}, {"authenticatedUser": {"id": BUILD, "providerDisplayName": "Plan Build Service"}}
        pulls = f"/kommune/Plan%20og%20bygg/_apis/git/repositories/{REPOSITORY}/pullrequests"
        if asked.path.startswith(pulls):
            return self._pull(asked)
        start = f"/kommune/Plan%20og%20bygg/_apis/git/repositories/{REPOSITORY}/pullRequests/7/threads"
        if not asked.path.startswith(start):
            return 404, {}, {"message": "TF401180: The requested pull request was not found."}
        if asked.method == "GET":
            return 200, {}, {"value": self.threads, "count": len(self.threads)}
        if not self.contributes:
            told = "TF401027: You need the Git 'PullRequestContribute' permission to perform this action."
            return 403, {}, {"message": told, "typeKey": "GitNeedsPermissionException"}
        if asked.method == "POST":
            comment = {**THREAD["comments"][0], "author": {"id": BUILD}, **asked.fields["comments"][0]}
            number = 200 + len(self.threads)
            place = asked.fields.get("threadContext")
            made = {
                "id": number,
                "status": {1: "active", 4: "closed"}[asked.fields["status"]],
                "comments": [comment],
                "threadContext": place,
            }
            self.threads.append({**copy.deepcopy(THREAD), **made})
            return 200, {}, self.threads[-1]
        number, _, comment_id = asked.path.rsplit("/", 3)[1:]
        thread = next(it for it in self.threads if str(it["id"]) == number)
        thread["comments"][int(comment_id) - 1].update(asked.fields)
        return 200, {}, thread["comments"][0]

    def _pull(self, asked: Asked) -> Answer:
        if asked.method == "GET":
            names = ("sourceRefName", "targetRefName", "status")
            wanted = {name: asked.query[f"searchCriteria.{name}"] for name in names}
            found = [one for one in self.pulls if wanted.items() <= one.items()]
            return 200, {}, {"value": found, "count": len(found)}
        if len(asked.fields["description"]) > _LONGEST:
            return 400, {}, {"message": "Invalid argument value. Parameter name: description", "typeKey": "Invalid"}
        if asked.method == "PATCH":
            one = next(it for it in self.pulls if str(it["pullRequestId"]) == asked.path.rpartition("/")[2])
            one.update(asked.fields)
            return 200, {}, one
        self.pulls.append({"pullRequestId": 22 + len(self.pulls), "status": "active", **asked.fields})
        return 201, {}, self.pulls[-1]
