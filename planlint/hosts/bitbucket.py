"""Bitbucket Cloud: a comment on the pull request, and a report beside it (Code Insights).

https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests (comments) and /api-group-reports. A
repository access token may not always ask who it is; Bitbucket itself says no (403) to an edit of another's comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from planlint.base import shortened
from planlint.hosts.host import HostComment
from planlint.hosts.host_error import HostError
from planlint.hosts.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Message

API = "https://api.bitbucket.org/2.0"
MOST = 32_000
"""Characters in a comment; Bitbucket says no at 32,768."""
_DETAILS = 2_000
_REPORT = "planlint"
_PAGES = 200


def connect(token: str, api: str = API) -> Rest:
    """Give Bitbucket's interface."""
    return Rest(api, {"Authorization": f"Bearer {token}"}, "Bitbucket")


@dataclass
class Bitbucket:
    """A pull request of a repository (workspace/name) in Bitbucket Cloud, and the commit that was checked."""

    rest: Rest
    repository: str
    number: str
    commit: str = ""
    rights: Message | None = None
    most = MOST
    html = False

    def __post_init__(self) -> None:
        """Know where the repository and the pull request are."""
        self._repository = f"repositories/{quote(self.repository)}"
        self._at = f"{self._repository}/pullrequests/{self.number}/comments"

    @cached_property
    def me(self) -> str:
        """Who the token is; "" where it may not ask."""
        try:
            return str(self.rest.fields(self.rest.send("GET", "user").data).get("uuid") or "")
        except HostError:
            return ""

    def comments(self) -> Iterator[HostComment]:
        """Give every comment that is about the change as a whole and is not deleted, page by page."""
        address = self.rest.address(self._at, pagelen=100)
        for _ in range(_PAGES):
            page = self.rest.fields(self.rest.send("GET", address).data)
            for item in self.rest.listed(page.get("values")):
                if not item.get("deleted") and not item.get("inline"):
                    mine = (item.get("user") or {}).get("uuid") == self.me if self.me else None
                    yield HostComment(str(item["id"]), (item.get("content") or {}).get("raw") or "", mine)
            address = str(page.get("next") or "")
            if not address:
                return

    def write(self, text: str) -> None:
        """Write a comment."""
        self.rest.send("POST", self._at, {"content": {"raw": text}})

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text."""
        self.rest.send("PUT", f"{self._at}/{comment.id}", {"content": {"raw": text}})

    def report(self, title: str, details: str, *, passed: bool) -> None:
        """Show beside the pull request how it went; the same report is brought up to date."""
        fields = {
            "title": title,
            "details": shortened(details, _DETAILS),
            "report_type": "TEST",
            "reporter": "planlint",
            "result": "PASSED" if passed else "FAILED",
        }
        self.rest.send("PUT", f"{self._repository}/commit/{self.commit}/reports/{_REPORT}", fields)

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Open a pull request from a branch, or bring the open one up to date; give its number. Raises HostError."""
        at, fields = f"{self._repository}/pullrequests", {"title": title, "description": text}
        asked = {"state": "OPEN", "q": f'source.branch.name = "{branch}"'}
        listed = self.rest.fields(self.rest.send("GET", at, **asked).data)
        for item in self.rest.listed(listed.get("values")):
            self.rest.send("PUT", f"{at}/{item['id']}", fields)
            return int(item["id"])
        where = {"source": {"branch": {"name": branch}}, "destination": {"branch": {"name": base}}}
        made = self.rest.send("POST", at, {**fields, **where, "close_source_branch": True})
        return int(self.rest.fields(made.data)["id"])
