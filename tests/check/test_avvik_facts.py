"""PL907: what a known finding says of itself that cannot be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write

TODAY = date.fromisoformat(DATE)
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with three known findings, accepted on the day."""
    for name in ("klima", "skog", "vann"):
        write(fjordvik(tmp_path), f"planer/{name}.yaml", UNANCHORED.replace("Klima", name.title()))
    run("avvik", "add", "--reason", "Venter på sak", "--until", "2025-06-30", "--date", DATE, cwd=tmp_path)
    return tmp_path


def told(root: Path, day: date = TODAY) -> list[str]:
    """Give the variants of PL907 on a day."""
    found = [item.diagnostic for item in check(root, day).findings]
    return [item.finding.variant or "godtatt" for item in found if item.code == "PL907"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"godtatt: {DATE}", "godtatt: 2024-12-01", ["godtatt"]),
        (f"godtatt: {DATE}", "godtatt: 2126-12-01", ["snudd"]),
        (f"godtatt: {DATE}\n", "", []),
        ("til: 2025-06-30", "til: 2034-06-15", []),
        ("til: 2025-06-30", "til: 2034-06-16", ["til"]),
        (f"godtatt: {DATE}", "godtatt: 2015-06-30", []),
        (f"godtatt: {DATE}", "godtatt: 2015-06-29", ["lenge"]),
        ("til: 2025-06-30\n", "", []),
        ("grunn: Venter på sak", "grunn: En", ["grunn"]),
        ("grunn: Venter på sak", "grunn: Venter", []),
        ("gjelder: plan/klima", "gjelder: pla", ["gjelder"]),
    ],
)
def test_its_days_its_reason_and_its_subject(root: Path, old: str, new: str, expected: list[str]) -> None:
    """Accepted ahead or for ever, without a reason, or about something else than the finding that it accepts."""
    file = root / "plans/avvik/PL201-plan-klima.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert told(root) == expected


def test_the_same_finding_is_accepted_once(root: Path) -> None:
    """A copy under another name says nothing."""
    text = (root / "plans/avvik/PL201-plan-klima.yaml").read_text(encoding="utf-8")
    write(root, "avvik/PL201-plan-klima-2.yaml", text)
    assert told(root) == ["to_ganger"]


def test_a_look_at_the_past_finds_nothing(root: Path) -> None:
    """On a day before the list was made, what is accepted later is no fault."""
    assert told(root, date(2024, 6, 1)) == []
    assert told(root, date(2023, 6, 1)) == []
    assert told(root) == []
