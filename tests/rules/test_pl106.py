"""PL106 where a title has two words for the kind."""

from __future__ import annotations

from pathlib import Path

from support.helpers import check, fjordvik, write
from support.rule_cases import TODAY, plan, titled, told_in


def test_of_two_words_for_the_kind_the_first_is_proposed(tmp_path: Path) -> None:
    """PL106 proposes the type that is named as the first of them."""
    files = {"planer/a.yaml": plan(("Klimastrategi for Fjordvik", "Analyse – handlingsplan for klima"))}
    assert [(args["ord"], args["forslag"]) for args in told_in(tmp_path, "PL106", files)] == [("analyse", "analyse")]


def test_of_two_words_for_the_kind_the_first_is_told(tmp_path: Path) -> None:
    """PL106 names what the title says first."""
    plan = titled("Melding – handlingsplan om klima")["planer/a.yaml"]
    write(fjordvik(tmp_path), "planer/a.yaml", plan)
    told = check(tmp_path, TODAY, select=("PL106",)).findings
    assert [item.diagnostic.finding.args["ord"] for item in told] == ["melding"]
