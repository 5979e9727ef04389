"""PL304 where type or adoption is not known."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN
from support.rule_cases import EVENT, judge


def test_a_plan_without_type_or_adoption_has_no_interval(tmp_path: Path) -> None:
    """An unknown type asks for nothing; a known one asks for a day also where the adoption is missing."""
    undated = PLAN.replace("periode: {fra: 2022, til: 2030}\nhendelser:\n" + EVENT, "")
    assert judge(tmp_path, "PL304", undated.replace("type: strategi", "type: ukjent")) == []
    assert judge(tmp_path, "PL304", undated.replace("type: strategi", "type: temaplan")) == [("plan/klimastrategi", "")]
