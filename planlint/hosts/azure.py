"""Azure DevOps, in the cloud or on a server of one's own: a thread on the pull request (SYSTEM_COLLECTIONURI).

https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads (list, create) and
/git/pull-request-thread-comments (update). Who the job is, is told by the location service (_apis/connectionData).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planlint.hosts.host import HostComment
from planlint.hosts.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Message

MOST = 150_000
"""Characters in a comment."""
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

    def __post_init__(self) -> None:
        """Know where the pull request's threads are."""
        repository = f"{quote(self.project, safe='')}/_apis/git/repositories/{quote(self.repository, safe='')}"
        self._at = f"{repository}/pullRequests/{self.number}/threads"

    @cached_property
    def me(self) -> str:
        """Who the job is."""
        told = self.rest.fields(self.rest.send("GET", "_apis/connectionData", **{"api-version": _WHO}).data)
        return str((told.get("authenticatedUser") or {}).get("id") or "")

    def comments(self) -> Iterator[HostComment]:
        """Give the first comment of every thread that is about the change as a whole."""
        threads = self.rest.fields(self.rest.send("GET", self._at, **{"api-version": _VERSION}).data)
        for thread in self.rest.listed(threads.get("value")):
            first = next(iter(thread.get("comments") or []), None)
            if first and not thread.get("isDeleted") and not first.get("isDeleted") and not thread.get("threadContext"):
                mine = bool(self.me) and (first.get("author") or {}).get("id") == self.me
                yield HostComment(f"{thread['id']}/comments/{first['id']}", first.get("content") or "", mine)

    def write(self, text: str) -> None:
        """Open a thread, closed from the start: where threads must be solved, it is the check that says no."""
        comment = {"parentCommentId": 0, "content": text, "commentType": _TEXT}
        self._send("POST", self._at, {"comments": [comment], "status": _CLOSED})

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text."""
        self._send("PATCH", f"{self._at}/{comment.id}", {"content": text})

    def _send(self, method: str, path: str, fields: dict[str, Any]) -> None:
        self.rest.send(method, path, fields, **{"api-version": _VERSION})
