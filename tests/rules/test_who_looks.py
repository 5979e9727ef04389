"""Which rules look at a plan, by its type, its status and its age: a change of that is seen in review."""

from __future__ import annotations

from pathlib import Path

from support.who_looks import table

from planlint.rules.all_rules import RULES

SNAPSHOT = Path(__file__).parent / "who_looks.txt"
PAGE = Path(__file__).parents[2] / "docs" / "develop" / "ways-round.md"


def test_who_looks_at_a_plan_is_what_was_reviewed(update_expected: bool) -> None:
    """Plans with every fault, of each type, status and age: the rules that speak of them are those in the snapshot."""
    told = table()
    if update_expected:
        SNAPSHOT.write_text(told, encoding="utf-8")
    assert told == SNAPSHOT.read_text(encoding="utf-8")


def test_every_rule_is_gone_through() -> None:
    """The page about ways round says of each rule which field takes a file out of it; a new rule is added there."""
    page = PAGE.read_text(encoding="utf-8")
    assert [code for code in RULES if code not in page] == []
