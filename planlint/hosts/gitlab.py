"""GitLab: gitlab.com or one's own, where the job says that its interface is (CI_API_V4_URL).

https://docs.gitlab.com/api/notes, /api/discussions (a thread on lines of a merge request), /api/issues, /api/users (who
the token is) and https://docs.gitlab.com/user/project/merge_requests/reviews/suggestions. A job's own token may not
write notes, so a project access token is asked for: https://docs.gitlab.com/user/project/settings/project_access_tokens.
Proposals: https://docs.gitlab.com/api/merge_requests.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planlint.hosts.host import HostComment, HostIssue
from planlint.hosts.host_error import HostError
from planlint.hosts.rest import Rest
from planlint.hosts.suggestion_text import MOST_LINES, fenced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.base import Message
    from planlint.hosts.host import Suggestion

_NOT_FOUND, _REPORTER = 404, 20
MOST = 1_000_000
"""Characters in a note; more than we ever write."""


def connect(api: str, token: str) -> Rest:
    """Give GitLab's interface at an address. Raises HostError for an address that is none."""
    return Rest(api, {"PRIVATE-TOKEN": token}, "GitLab")


@dataclass
class Gitlab:
    """A project on GitLab (its number or path): its issues, and what is said on one of its merge requests."""

    rest: Rest
    project: str
    number: str = ""
    rights: Message | None = None
    most = MOST
    html = True
    most_lines = MOST_LINES

    def __post_init__(self) -> None:
        """Know where the project and the merge request are."""
        self._at = f"projects/{quote(self.project, safe='')}"
        self._change = f"{self._at}/merge_requests/{self.number}"

    @cached_property
    def me(self) -> int:
        """Who the token is."""
        return int(self.rest.fields(self.rest.send("GET", "user").data)["id"])

    def is_mine(self, item: Mapping[str, Any]) -> bool:
        """Tell whether we wrote a note or an issue."""
        return bool((item.get("author") or {}).get("id") == self.me)

    def comments(self) -> Iterator[HostComment]:
        """Give every note that a person or a bot has written; GitLab's own are left out."""
        for item in self.rest.pages(f"{self._change}/notes", per_page=100, sort="asc", order_by="created_at"):
            if not item.get("system"):
                yield HostComment(str(item["id"]), item.get("body") or "", self.is_mine(item))

    def write(self, text: str) -> None:
        """Write a note."""
        self.rest.send("POST", f"{self._change}/notes", {"body": text})

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a note a new text."""
        self.rest.send("PUT", f"{self._change}/notes/{comment.id}", {"body": text})

    def suggested(self) -> str:
        """Give the text of all of our notes, those on lines as well."""
        return "\n".join(one.text for one in self.comments() if one.mine)

    @cached_property
    def _versions(self) -> dict[str, Any]:
        """The commits that the newest version of the merge request lies between."""
        return dict(self.rest.fields(self.rest.send("GET", self._change).data).get("diff_refs") or {})

    def suggest(self, suggestion: Suggestion, text: str) -> None:
        """Open a thread on the last of the lines; the suggestion reaches up to the first."""
        above = suggestion.last - suggestion.first
        position = {
            "position_type": "text",
            **{name: self._versions.get(name) for name in ("base_sha", "start_sha", "head_sha")},
            "new_path": suggestion.file,
            "old_path": suggestion.file,
            "new_line": suggestion.last,
        }
        body = f"{text}\n\n{fenced(f'suggestion:-{above}+0', suggestion.lines)}"
        self.rest.send("POST", f"{self._change}/discussions", {"body": body, "position": position})

    def issues(self, label: str) -> Iterator[HostIssue]:
        """Give every issue with a label."""
        for item in self.rest.pages(f"{self._at}/issues", labels=label, per_page=100, scope="all"):
            is_open = item.get("state") == "opened"
            yield HostIssue(int(item["iid"]), item.get("description") or "", is_open, self.is_mine(item))

    def open_issue(self, title: str, text: str, label: str) -> None:
        """Open an issue."""
        self.rest.send("POST", f"{self._at}/issues", {"title": title, "description": text, "labels": label})

    def edit_issue(self, number: int, text: str, *, close: bool = False) -> None:
        """Give an issue a new text, and close it when it is done."""
        closed = {"state_event": "close"} if close else {}
        self.rest.send("PUT", f"{self._at}/issues/{number}", {"description": text, **closed})

    def say(self, number: int, text: str) -> None:
        """Write a note on an issue."""
        self.rest.send("POST", f"{self._at}/issues/{number}/notes", {"body": text})

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Open a merge request from a branch, or bring the open one up to date; give its number. Raises HostError."""
        at, fields = f"{self._at}/merge_requests", {"title": title, "description": text}
        for item in self.rest.pages(at, state="opened", source_branch=branch, target_branch=base, per_page=100):
            self.rest.send("PUT", f"{at}/{item['iid']}", fields)
            return int(item["iid"])
        where = {"source_branch": branch, "target_branch": base, "remove_source_branch": True}
        return int(self.rest.fields(self.rest.send("POST", at, {**where, **fields}).data)["iid"])


@dataclass
class GitlabIssue(Gitlab):
    """An issue of a project: what it says, who wrote it, and what is said on it."""

    def __post_init__(self) -> None:
        """Know where the project and the issue are."""
        super().__post_init__()
        self._change = f"{self._at}/issues/{self.number}"

    def issue(self) -> dict[str, Any]:
        """Give the issue as it is now. Raises HostError."""
        return self.rest.fields(self.rest.send("GET", self._change).data)

    def is_known(self, person: int) -> bool:
        """Tell whether somebody is a member who may do more than look (https://docs.gitlab.com/api/members)."""
        try:
            member = self.rest.fields(self.rest.send("GET", f"{self._at}/members/all/{person}").data)
        except HostError as error:
            if error.status == _NOT_FOUND:
                return False
            raise
        return int(member.get("access_level") or 0) >= _REPORTER
