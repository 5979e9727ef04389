"""PL603 before the law came, and what counts as a stand."""

from __future__ import annotations

from pathlib import Path

from support.lovkrav_cases import strategi, voted
from support.rule_cases import found


def test_a_planstrategi_before_the_law_took_no_stand(root: Path) -> None:
    """The duty came in July 2009."""
    strategi(root, "2007-2011", voted("2009-03-18"))
    assert found(root, "PL603", "2010-06-15") == []


def test_an_answer_for_one_part_of_the_kommuneplan_is_a_stand(root: Path) -> None:
    """PL603: the law asks of the kommuneplan «eller deler av denne»."""
    strategi(root, "2023-2027", voted("2024-04-24"))
    assert [variant for _, variant in found(root, "PL603")] == [""]
    file = root / "plans/planer/arealdel-2021.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "beslutninger: {planstrategi-2023-2027: {valg: revideres}}\n", encoding="utf-8")
    assert found(root, "PL603") == []
