"""A plan system before and after, for tests of the rules about changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from support.helpers import DATE, PLAN, fjordvik, write

from planlint.base.diagnostic import Diagnostic
from planlint.change.comparison import Comparison
from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.system.system import open_system

Told = Callable[..., list[str]]
KLIMA = "planer/klima.yaml"


def edited(told: Told, *pairs: tuple[str, str], text: str = PLAN, path: str = KLIMA) -> list[str]:
    """Give what is said of a file in which words are exchanged."""
    new = text
    for old_words, new_words in pairs:
        assert old_words in new
        new = new.replace(old_words, new_words)
    return told({path: text}, {path: new})


def compared(root: Path, before: dict[str, str], after: dict[str, str | None], code: str) -> list[Diagnostic]:
    """Give what a rule about changes finds: files before, and those that are others or gone (None) after."""
    systems = []
    for name, files in (("before", before), ("after", {**before, **after})):
        folder = fjordvik(root / name)
        for path, text in files.items():
            if text is not None:
                write(folder, path, text)
        systems.append(open_system(folder, date.fromisoformat(DATE)))
    old, new = systems
    report = report_of(
        new, Request(date.fromisoformat(DATE), base="main", select=(code,)), Comparison(old, new, "main")
    )
    return [item.diagnostic for item in report.findings]


def names(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Give entity and variant of findings."""
    return [(item.entity, item.finding.variant) for item in found]
