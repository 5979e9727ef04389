"""Indicators, sources and the declaration changed, for tests of the rules on follow-up and sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.helpers import DATE, check, write

INDIKATOR = "tittel: Trivsel\nenhet: prosent\nmål: [trygg-oppvekst]\n"


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give file and variant of what a rule reports."""
    report = check(root, date.fromisoformat(day), select=(code,))
    items = (item.diagnostic for item in report.findings)
    return [(item.place.file.removeprefix("plans/"), item.finding.variant) for item in items if item.code == code]


def change(root: Path, old: str, new: str, path: str = "plansystem.yaml") -> None:
    """Change a file of the plan system."""
    text = (root / "plans" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


TARGET = "retning: opp\nkilder: [{kilde: plandokument}]\n"
