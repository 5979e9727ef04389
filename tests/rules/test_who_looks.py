"""Which rules look at a plan, by its type, its status and its age: a change of that is seen in review."""

from __future__ import annotations

import os
from pathlib import Path

from support.who_looks import cells, read_table, seen_in, table

from planlint.rules.all_rules import RULES

SNAPSHOT = Path(__file__).parent / "who_looks.txt"
PAGE = Path(__file__).parents[2] / "docs" / "develop" / "ways-round.md"


def test_who_looks_at_a_plan_is_what_was_reviewed(update_expected: bool) -> None:
    """Plans with every fault, of each type, status and age: the rules that speak of them are those in the snapshot.

    Each type and status at one age, or in `make deep` at all three.
    """
    if update_expected:
        SNAPSHOT.write_text(table(seen_in(cells())), encoding="utf-8")
    told = SNAPSHOT.read_text(encoding="utf-8")
    reviewed = read_table(told)
    assert table(reviewed) == told
    asked = cells() if os.environ.get("PLANLINT_DEEP") else [cell for n, cell in enumerate(cells()) if n % 3 == n // 3 % 3]
    assert seen_in(asked) == {cell: reviewed[cell] for cell in asked}


def test_every_rule_is_gone_through() -> None:
    """The page about ways round says of each rule which field takes a file out of it; a new rule is added there."""
    page = PAGE.read_text(encoding="utf-8")
    assert [code for code in RULES if code not in page] == []
