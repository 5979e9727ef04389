"""PL409 where sources have a status that the plan has not."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN
from support.rule_cases import EVENT, told_in


def test_what_the_last_source_says_is_told(tmp_path: Path) -> None:
    """PL409 repeats the source that stands last: the newest is written under the older ones."""
    sources = "kilder: [{kilde: planoversikt-2021, status: igangsatt}, {kilde: aarsmelding-2023, status: vedtatt}]"
    text = PLAN.replace("status: vedtatt\n", "").replace(f"hendelser:\n{EVENT}", "")
    text = text.replace("kilder: [{kilde: plandokument}]", sources)
    [args] = told_in(tmp_path, "PL409", {"planer/a.yaml": text})
    assert str(args["kilde"]).startswith("Årsmeldingen 2023")
