"""A planner's visit: the plan system of the page, and each state of the form judged as the sent one will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.browser.told import FormPage, told_before, told_change, told_paper, told_refusal
from planlint.forms import FormError, found_before, propose
from planlint.living import listed, replaced
from planlint.system import judgeable, system_of
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.browser.brought import Brought


class Visit:
    """One plan system, read once, and judged again for each change that the form holds.

    What it says of a change is what `planlint form` says when the same form comes in: both ask `propose`.
    """

    def __init__(self, root: Path, brought: Brought, lang: str, labels: Mapping[str, str] | None = None) -> None:
        """Read the plan system; `labels` are what the form calls its fields, by keys with dots between them.

        Raises UsageError where the plan system cannot be judged as it is.
        """
        self.system = system_of(root, listed(brought.contents), brought.contents, brought.today)
        judgeable(self.system)
        self.page, self.today = FormPage(language(lang).for_readers, labels or {}), brought.today
        self.found = found_before(self.system, brought.today)

    def opened(self, file: str) -> dict[str, Any]:
        """Give what is found in a file as it is."""
        return told_before(self.system, self.found.alone, file, self.page)

    def judged(self, body: str) -> dict[str, Any]:
        """Give what a filled-in form leads to: findings and consequences and lines, or why it cannot be used."""
        try:
            return told_change(propose(self.system, body, "endring", self.found), self.page, self.found.alone)
        except FormError as error:
            return told_refusal(error, self.page, self.system)

    def sent(self, body: str) -> dict[str, Any]:
        """Give what is sent of a filled-in form: the files as they become, and the proposal's texts; or why not."""
        try:
            proposal = propose(self.system, body, "endring", self.found)
        except FormError as error:
            return told_refusal(error, self.page, self.system)
        return told_paper(proposal)

    def stale(self, body: str, path: str, text: str) -> dict[str, Any]:
        """Give what is said of a form whose file is another where the files lie: both versions, field by field."""
        newer = replaced(self.system, {path: text.encode()}, self.today)
        try:
            propose(newer, body, "endring")
        except FormError as error:
            return told_refusal(error, self.page, newer)
        return {"problems": [], "findings": []}
