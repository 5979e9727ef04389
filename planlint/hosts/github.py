"""GitHub: github.com, Enterprise Server and ghe.com, each where the run says that its interface is (GITHUB_API_URL).

https://docs.github.com/en/rest/issues/comments, /rest/issues/issues, /rest/pulls/comments and /rest/pulls/pulls. Who a
token writes as is asked of GraphQL, on the same server (https://docs.github.com/en/enterprise-server/graphql/guides).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message
from planlint.hosts.host import HostComment, HostIssue
from planlint.hosts.host_error import HostError
from planlint.hosts.rest import Rest
from planlint.hosts.suggestion_text import MOST_LINES, fenced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.hosts.host import Suggestion

MOST = 65_000
"""Characters in a comment or an issue; GitHub says no at 65,536."""
_BOT = "github-actions[bot]"


def connect(api: str, token: str) -> Rest:
    """Give GitHub's interface at an address. Raises HostError for an address that is none."""
    headers = {
        "Authorization": f"Bearer {token}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    return Rest(api, headers, "GitHub")


@dataclass
class Github:
    """A repository on GitHub: its issues, and what is said on one of its pull requests or issues (`number`)."""

    rest: Rest
    repository: str
    number: str = ""
    head: str = ""
    rights: Message | None = None
    most = MOST
    html = True
    most_lines = MOST_LINES

    def __post_init__(self) -> None:
        """Know where the repository is."""
        self._at = f"repos/{self.repository}"

    @cached_property
    def me(self) -> str:
        """The name that we write under; where GitHub does not tell, the one that workflows have."""
        try:
            answer = self.rest.send("POST", _graphql(self.rest.base), {"query": "query{viewer{login}}"}).data
            return str(answer["data"]["viewer"]["login"])
        except (HostError, KeyError, TypeError):
            return _BOT

    def is_mine(self, item: Mapping[str, Any]) -> bool:
        """Tell whether we wrote a comment or an issue; a bot's name is told with and without «[bot]»."""
        user = item.get("user") or {}
        return user.get("login") == self.me or (user.get("type") == "Bot" and user.get("login") == f"{self.me}[bot]")

    def comments(self) -> Iterator[HostComment]:
        """Give every comment on the pull request or issue."""
        for item in self.rest.pages(f"{self._at}/issues/{self.number}/comments", per_page=100):
            yield HostComment(str(item["id"]), item.get("body") or "", self.is_mine(item))

    def write(self, text: str) -> None:
        """Write a comment."""
        self.say(int(self.number), text)

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text."""
        self.rest.send("PATCH", f"{self._at}/issues/comments/{comment.id}", {"body": text})

    def suggested(self) -> str:
        """Give the text of all of our comments on lines."""
        listed = self.rest.pages(f"{self._at}/pulls/{self.number}/comments", per_page=100)
        return "\n".join(item.get("body") or "" for item in listed if self.is_mine(item))

    def suggest(self, suggestion: Suggestion, text: str) -> None:
        """Put a comment on lines of the newest commit."""
        several = {"start_line": suggestion.first, "start_side": "RIGHT"} if suggestion.first < suggestion.last else {}
        fields = {
            "body": f"{text}\n\n{fenced('suggestion', suggestion.lines)}",
            "commit_id": self.head,
            "path": suggestion.file,
            "line": suggestion.last,
            "side": "RIGHT",
            **several,
        }
        self.rest.send("POST", f"{self._at}/pulls/{self.number}/comments", fields)

    def issues(self, label: str) -> Iterator[HostIssue]:
        """Give every issue with a label; pull requests are no issues."""
        for item in self.rest.pages(f"{self._at}/issues", state="all", labels=label, per_page=100):
            if "pull_request" not in item:
                is_open = item.get("state") == "open"
                yield HostIssue(int(item["number"]), item.get("body") or "", is_open, self.is_mine(item))

    def open_issue(self, title: str, text: str, label: str) -> None:
        """Open an issue; GitHub makes the label where there is none."""
        self.rest.send("POST", f"{self._at}/issues", {"title": title, "body": text, "labels": [label]})

    def edit_issue(self, number: int, text: str, *, close: bool = False) -> None:
        """Give an issue a new text, and close it when it is done."""
        closed = {"state": "closed", "state_reason": "completed"} if close else {}
        self.rest.send("PATCH", f"{self._at}/issues/{number}", {"body": text, **closed})

    def say(self, number: int, text: str) -> None:
        """Write a comment on an issue."""
        self.rest.send("POST", f"{self._at}/issues/{number}/comments", {"body": text})

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Open a pull request from a branch, or bring the open one up to date; give its number. Raises HostError."""
        owner = self.repository.partition("/")[0]
        for item in self.rest.pages(f"{self._at}/pulls", state="open", head=f"{owner}:{branch}", per_page=100):
            self.rest.send("PATCH", f"{self._at}/pulls/{item['number']}", {"title": title, "body": text})
            return int(item["number"])
        fields = {"title": title, "body": text, "head": branch, "base": base}
        return int(self.rest.fields(self.rest.send("POST", f"{self._at}/pulls", fields).data)["number"])


def _graphql(api: str) -> str:
    """Give where GraphQL is, on the server that has the interface: /api/v3 has it beside, the others below."""
    return f"{api.removesuffix('/v3')}/graphql" if api.endswith("/api/v3") else f"{api}/graphql"


def rights(permission: str) -> Message:
    """Give what to do when a workflow's token may not write."""
    return Message.of_text(N_("Gi jobben {rett}."), rett=permission)
