"""Bitbucket Data Center: a comment on the pull request, through the server's own interface.

https://developer.atlassian.com/server/bitbucket/rest (Pull Requests: activities, comments). A comment is edited with
the version that was read, so that nobody's edit is written over. The server names us in a header of every answer. A
block named «suggestion» on a line can be taken in there (since 7.7; on several lines only in the newest servers).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planlint.hosts.host import HostComment
from planlint.hosts.rest import Rest
from planlint.hosts.suggestion_text import fenced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Message
    from planlint.hosts.host import Suggestion

MOST = 32_000
"""Characters in a comment; the server says no at 32,768."""
_PAGES = 200


def connect(server: str, token: str) -> Rest:
    """Give a server's interface. Raises HostError for an address that is none."""
    return Rest(f"{server.rstrip('/')}/rest/api/latest", {"Authorization": f"Bearer {token}"}, "Bitbucket")


@dataclass
class BitbucketServer:
    """A pull request of a repository in a project of Bitbucket Data Center."""

    rest: Rest
    project: str
    repository: str
    number: str
    rights: Message | None = None
    most = MOST
    html = False
    most_lines = 1

    def __post_init__(self) -> None:
        """Know where the pull request is."""
        repository = f"projects/{quote(self.project, safe='~')}/repos/{quote(self.repository, safe='')}"
        self._at = f"{repository}/pull-requests/{self.number}"

    def comments(self) -> Iterator[HostComment]:
        """Give every comment that is about the change as a whole, oldest last as the server has them."""
        for item, comment, mine in self._commented():
            if not item.get("commentAnchor"):
                yield HostComment(f"{comment['id']}?{comment['version']}", comment.get("text") or "", mine)

    def _commented(self) -> Iterator[tuple[dict[str, Any], dict[str, Any], bool]]:
        """Give each comment with what it is part of, and whether it is ours, page by page."""
        start = 0
        for _ in range(_PAGES):
            answer = self.rest.send("GET", f"{self._at}/activities", start=start, limit=100)
            page, me = self.rest.fields(answer.data), answer.headers.get("X-AUSERNAME", "")
            for item in self.rest.listed(page.get("values")):
                comment = item.get("comment") or {}
                if item.get("action") == "COMMENTED" and comment:
                    yield item, comment, bool(me) and (comment.get("author") or {}).get("name") == me
            if page.get("isLastPage", True):
                return
            start = int(page["nextPageStart"])

    def write(self, text: str) -> None:
        """Write a comment."""
        self.rest.send("POST", f"{self._at}/comments", {"text": text})

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text, unless somebody has edited it since it was read."""
        number, _, version = comment.id.partition("?")
        self.rest.send("PUT", f"{self._at}/comments/{number}", {"text": text, "version": int(version)})

    def suggested(self) -> str:
        """Give the text of all of our comments, those on lines as well."""
        found = (comment for _, comment, mine in self._commented() if mine)
        return "\n".join(comment.get("text") or "" for comment in found)

    def suggest(self, suggestion: Suggestion, text: str) -> None:
        """Put a comment on a line that the change has written."""
        anchor = {"path": suggestion.file, "line": suggestion.last, "lineType": "ADDED", "fileType": "TO",
                  "diffType": "EFFECTIVE"}  # fmt: skip
        body = f"{text}\n\n{fenced('suggestion', suggestion.lines)}"
        self.rest.send("POST", f"{self._at}/comments", {"text": body, "anchor": anchor})
