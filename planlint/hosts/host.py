"""What every host of repositories can do for us: one comment on a change, and where it can more, that too.

A change is a pull request, or a merge request. What others have written is never touched: a comment is ours when it
has our mark and our own name on it. `mine` is None where the host does not tell who we are; then it is the host that
says no when a comment is somebody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Message


class HostComment(NamedTuple):
    """A comment on a change or an issue: what the host calls it, its text, and whether it is ours."""

    id: str
    text: str
    mine: bool | None


class HostIssue(NamedTuple):
    """An issue of ours or of others."""

    number: int
    text: str
    is_open: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Lines of a file as they should be, in place of `first` to `last` of it; `said` is why, in the reader's words.

    `mark` is the same for the same lines, wherever they have moved to: by it we know what has been suggested before.
    """

    file: str
    first: int
    last: int
    lines: tuple[str, ...]
    said: str
    mark: str


class Comments(Protocol):
    """Where comments are written: on one change, or on one issue."""

    most: int
    """Characters that a comment may have."""
    html: bool
    """Whether HTML in a text is HTML, and not shown as it is written."""

    @property
    def rights(self) -> Message | None:
        """What to do when the host says that we have no right to write here."""

    def comments(self) -> Iterable[HostComment]:
        """Give every comment. Raises HostError."""

    def write(self, text: str) -> None:
        """Write a new comment. Raises HostError."""

    def rewrite(self, comment: HostComment, text: str) -> None:
        """Give a comment a new text. Raises HostError."""


@runtime_checkable
class TakesSuggestions(Protocol):
    """A host on which a reader takes a change of lines in with one click."""

    most_lines: int
    """Lines that one suggestion may stand in place of."""

    def suggested(self) -> str:
        """Give all that has been suggested on the change, as one text. Raises HostError."""

    def suggest(self, suggestion: Suggestion, text: str) -> None:
        """Put a comment with changed lines on the lines. Raises HostError."""


@runtime_checkable
class TakesReports(Protocol):
    """A host that shows how a check went beside the change."""

    def report(self, title: str, details: str, *, passed: bool) -> None:
        """Say how it went. Raises HostError."""


class Issues(Protocol):
    """A host's issues."""

    @property
    def rights(self) -> Message | None:
        """What to do when the host says that we have no right to write here."""

    def issues(self, label: str) -> Iterable[HostIssue]:
        """Give every issue with a label, open and closed. Raises HostError."""

    def open_issue(self, title: str, text: str, label: str) -> None:
        """Open an issue. Raises HostError."""

    def edit_issue(self, number: int, text: str, *, close: bool = False) -> None:
        """Give an issue a new text, and close it when it is done. Raises HostError."""

    def say(self, number: int, text: str) -> None:
        """Write a comment on an issue. Raises HostError."""


class TakesProposals(Protocol):
    """A host on which a branch becomes a pull request."""

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Open a pull request from a branch, or bring the open one up to date; give its number. Raises HostError."""


class TakesForms(Comments, TakesProposals, Protocol):
    """A host on which an issue with a form becomes a pull request, and gets an answer."""
