"""What the worker of a page calls: one plan system opened, and each state of the form judged, as JSON in and out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import Trouble
from planlint.browser.brought import read_register
from planlint.browser.visit import Visit
from planlint.text import language

if TYPE_CHECKING:
    from typing import Any

_ROOT = Path("/register")


class Worker:
    """The plan system that a page has opened; None until then."""

    def __init__(self, root: Path = _ROOT) -> None:
        """Begin with none; `root` is the folder that it would lie in."""
        self.root = root
        self.visit: Visit | None = None

    def open(self, raw: str, lang: str, labels: str = "{}") -> str:
        """Read a plan system; `labels` are what the form calls its fields, as JSON.

        Gives "" or, where the plan system cannot be judged as it is, why.
        """
        brought = read_register(raw)
        (self.root / "schema" if brought.has_schema else self.root).mkdir(parents=True, exist_ok=True)
        try:
            self.visit = Visit(self.root, brought, lang, json.loads(labels))
        except Trouble as error:
            self.visit = None
            return error.melding.in_language(language(lang))
        return ""

    def answer(self, asked: str) -> str:
        """Answer what the page asks, as JSON."""
        question: dict[str, Any] = json.loads(asked)
        if self.visit is None:
            return "{}"
        return json.dumps(_told(self.visit, question), ensure_ascii=False)


def _told(visit: Visit, question: dict[str, Any]) -> dict[str, Any]:
    """Give what is asked for: what stands, what is sent, what has become of the file since, or what a form leads to."""
    if "form" not in question:
        return visit.opened(question["file"])
    if "newer" in question:
        return visit.stale(question["form"], question["file"], question["newer"])
    return visit.sent(question["form"]) if question.get("send") else visit.judged(question["form"])
