"""Gitea and Forgejo, whose interface (/api/v1) is GitHub's with small differences.

https://docs.gitea.com/api, https://forgejo.org/docs/latest/user/api-usage: pages are of `limit`, a label is a number,
and a closed issue has no reason. No suggestion on a line can be taken in with one click.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planlint.hosts.host import HostComment, HostIssue
from planlint.hosts.host_error import HostError
from planlint.hosts.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.base import Message

MOST = 65_000
"""Characters in a comment; the interface has no limit, older databases stop at 65,535."""
_BOTS = frozenset(("gitea-actions", "forgejo-actions"))
_COLOR = "#5319e7"


def connect(api: str, token: str) -> Rest:
    """Give the interface at an address. Raises HostError for an address that is none."""
    return Rest(api, {"Authorization": f"token {token}"}, "Gitea")


@dataclass
class Gitea:
    """A repository on Gitea or Forgejo: its issues, and what is said on one of its pull requests or issues."""

    rest: Rest
    repository: str
    number: str = ""
    rights: Message | None = None
    most = MOST
    html = True

    def __post_init__(self) -> None:
        """Know where the repository is."""
        self._at = f"repos/{self.repository}"

    @cached_property
    def me(self) -> frozenset[str]:
        """The names that we may write under; a job's token may not ask, and writes under the runner's own."""
        try:
            return frozenset((str(self.rest.fields(self.rest.send("GET", "user").data)["login"]),))
        except (HostError, KeyError):
            return _BOTS

    def is_mine(self, item: Mapping[str, Any]) -> bool:
        """Tell whether we wrote a comment or an issue."""
        return (item.get("user") or {}).get("login") in self.me

    def comments(self) -> Iterator[HostComment]:
        """Give every comment on the pull request; it comes on one page, however many there are."""
        for item in self.rest.pages(f"{self._at}/issues/{self.number}/comments"):
            yield HostComment(str(item["id"]), item.get("body") or "", self.is_mine(item))

    def write(self, text: str) -> None:
        """Write a comment."""
        self.say(int(self.number), text)

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text."""
        self.rest.send("PATCH", f"{self._at}/issues/comments/{comment.id}", {"body": text})

    def issues(self, label: str) -> Iterator[HostIssue]:
        """Give every issue with a label."""
        for item in self.rest.pages(f"{self._at}/issues", state="all", type="issues", labels=label, limit=50):
            is_open = item.get("state") == "open"
            yield HostIssue(int(item["number"]), item.get("body") or "", is_open, self.is_mine(item))

    def _label(self, name: str) -> int:
        """Give the number of a label, which is made where there is none."""
        for item in self.rest.pages(f"{self._at}/labels", limit=50):
            if item.get("name") == name:
                return int(item["id"])
        made = self.rest.send("POST", f"{self._at}/labels", {"name": name, "color": _COLOR}).data
        return int(self.rest.fields(made)["id"])

    def open_issue(self, title: str, text: str, label: str) -> None:
        """Open an issue."""
        fields = {"title": title, "body": text, "labels": [self._label(label)]}
        self.rest.send("POST", f"{self._at}/issues", fields)

    def edit_issue(self, number: int, text: str, *, close: bool = False) -> None:
        """Give an issue a new text, and close it when it is done."""
        closed = {"state": "closed"} if close else {}
        self.rest.send("PATCH", f"{self._at}/issues/{number}", {"body": text, **closed})

    def say(self, number: int, text: str) -> None:
        """Write a comment on an issue."""
        self.rest.send("POST", f"{self._at}/issues/{number}/comments", {"body": text})

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Open a pull request from a branch, or bring the open one up to date; give its number. Raises HostError."""
        for item in self.rest.pages(f"{self._at}/pulls", state="open", limit=50):
            if (item.get("head") or {}).get("ref") == branch:
                self.rest.send("PATCH", f"{self._at}/pulls/{item['number']}", {"title": title, "body": text})
                return int(item["number"])
        fields = {"title": title, "body": text, "head": branch, "base": base}
        return int(self.rest.fields(self.rest.send("POST", f"{self._at}/pulls", fields).data)["number"])
