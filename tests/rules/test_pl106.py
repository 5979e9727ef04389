"""PL106 where a title has two words for the kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.helpers import FELLES, check, fjordvik, write
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


TYPES = """\
plantyper:
  strategi: {navn: strategi, nivå: tema}
  utredning: {navn: Sektorvis utredning, nivå: tema}
  kommunal: {navn: Kommunal plan (egen), nivå: tema}
  intern: {navn: (intern), nivå: tema}
  regnskap: {navn: Regnskap, nivå: tema}
  regnskapsplan: {navn: Regnskap og plan, nivå: tema}
"""


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Utredning av vann", ["utredning"]),  # the last word of its name says what it is
        ("Kommunal plan for vann", ["kommunal plan"]),  # a last word that is short says too little
        ("Plan for vann", []),
        ("Regnskap og plan for vann", ["regnskap og plan"]),  # the longest that fits
        ("Regnskap for vann", ["regnskap"]),
    ],
)
def test_a_type_is_known_in_a_title_by_the_last_word_of_its_name_or_by_all(
    title: str, words: list[str], tmp_path: Path
) -> None:
    """PL106 knows a type by a last word of six letters or more, and otherwise by its whole name."""
    declared = (FELLES / "plans/plansystem.yaml").read_text(encoding="utf-8")
    own = re.sub(r"(?ms)^plantyper:.*?^(?=måltyper:)", TYPES, declared)
    files = titled(title) | {"plansystem.yaml": own}
    assert [args["ord"] for args in told_in(tmp_path, "PL106", files)] == words
