"""Azure DevOps, in the cloud or on a server of one's own: a thread on the pull request (SYSTEM_COLLECTIONURI).

https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads (list, create) and
/git/pull-request-thread-comments (update), /git/pull-requests (proposals). A thread on lines has a `threadContext`, and
a block named «suggestion» in it is a suggested change:
https://learn.microsoft.com/azure/devops/repos/git/review-pull-requests.
Who the job is, is told by the location service (_apis/connectionData).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planlint.base import shortened
from planlint.hosts.host import HostComment
from planlint.hosts.rest import Rest
from planlint.hosts.suggestion_text import MOST_LINES, fenced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Message
    from planlint.hosts.host import Suggestion

MOST = 150_000
"""Characters in a comment."""
_DESCRIPTION = 4_000
"""Characters that a pull request may be told of in."""
_VERSION, _WHO = "6.0", "6.0-preview"  # what a server of one's own has had since 2020, and the cloud has too
_TEXT, _ACTIVE, _CLOSED = 1, 1, 4
"""A comment that is text; a thread that waits for an answer, and one that does not hold the pull request back."""


def connect(collection: str, token: str) -> Rest:
    """Give the interface of a collection. Raises HostError for an address that is none."""
    return Rest(collection, {"Authorization": f"Bearer {token}", "X-TFS-FedAuthRedirect": "Suppress"}, "Azure DevOps")


@dataclass
class Azure:
    """A pull request of a repository in a project of Azure DevOps."""

    rest: Rest
    project: str
    repository: str
    number: str
    rights: Message | None = None
    most = MOST
    html = True
    most_lines = MOST_LINES

    def __post_init__(self) -> None:
        """Know where the pull request's threads are."""
        repository = f"{quote(self.project, safe='')}/_apis/git/repositories/{quote(self.repository, safe='')}"
        self._pulls = f"{repository}/pullrequests"
        self._at = f"{repository}/pullRequests/{self.number}/threads"

    @cached_property
    def me(self) -> str:
        """Who the job is."""
        told = self.rest.fields(self.rest.send("GET", "_apis/connectionData", **{"api-version": _WHO}).data)
        return str((told.get("authenticatedUser") or {}).get("id") or "")

    def comments(self) -> Iterator[HostComment]:
        """Give the first comment of every thread that is about the change as a whole."""
        for thread, first in self._threads():
            if not thread.get("isDeleted") and not first.get("isDeleted") and not thread.get("threadContext"):
                place = f"{thread['id']}/comments/{first['id']}"
                yield HostComment(place, first.get("content") or "", self._is_mine(first))

    def _threads(self) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Give every thread and the first comment of it; a deleted one has been said all the same."""
        threads = self.rest.fields(self.rest.send("GET", self._at, **{"api-version": _VERSION}).data)
        for thread in self.rest.listed(threads.get("value")):
            if first := next(iter(thread.get("comments") or []), None):
                yield thread, first

    def _is_mine(self, comment: dict[str, Any]) -> bool:
        return bool(self.me) and (comment.get("author") or {}).get("id") == self.me

    def write(self, text: str) -> None:
        """Open a thread, closed from the start: where threads must be solved, it is the check that says no."""
        comment = {"parentCommentId": 0, "content": text, "commentType": _TEXT}
        self._send("POST", self._at, {"comments": [comment], "status": _CLOSED})

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text."""
        self._send("PATCH", f"{self._at}/{comment.id}", {"content": text})

    def suggested(self) -> str:
        """Give the text of all of our threads, those on lines as well."""
        return "\n".join(first.get("content") or "" for _, first in self._threads() if self._is_mine(first))

    def suggest(self, suggestion: Suggestion, text: str) -> None:
        """Open a thread on the lines; it waits for an answer, which is the change taken in."""
        comment = {
            "parentCommentId": 0,
            "content": f"{text}\n\n{fenced('suggestion', suggestion.lines)}",
            "commentType": _TEXT,
        }
        place = {
            "filePath": f"/{suggestion.file}",
            "rightFileStart": {"line": suggestion.first, "offset": 1},
            "rightFileEnd": {"line": suggestion.last, "offset": 1},
        }
        self._send("POST", self._at, {"comments": [comment], "status": _ACTIVE, "threadContext": place})

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Open a pull request from a branch, or bring the active one up to date; give its number. Raises HostError."""
        fields = {"title": title, "description": shortened(text, _DESCRIPTION)}
        names = {"sourceRefName": f"refs/heads/{branch}", "targetRefName": f"refs/heads/{base}"}
        asked = {f"searchCriteria.{name}": value for name, value in {**names, "status": "active"}.items()}
        listed = self.rest.fields(self.rest.send("GET", self._pulls, **asked, **{"api-version": _VERSION}).data)
        for item in self.rest.listed(listed.get("value")):
            self._send("PATCH", f"{self._pulls}/{item['pullRequestId']}", fields)
            return int(item["pullRequestId"])
        made = self.rest.send("POST", self._pulls, {**names, **fields}, **{"api-version": _VERSION})
        return int(self.rest.fields(made.data)["pullRequestId"])

    def _send(self, method: str, path: str, fields: dict[str, Any]) -> None:
        self.rest.send(method, path, fields, **{"api-version": _VERSION})
