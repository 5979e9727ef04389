"""PL804, with PL801, where the plan type asks for the same (PL410)."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, fjordvik, write
from support.oppfoelging_cases import change, found


def test_a_summary_that_the_type_demands_is_for_pl410(tmp_path: Path) -> None:
    """One cause, one finding: a missing summary or source is PL410's where the plan type asks for it."""
    text = PLAN.replace("sammendrag: Strategien viser hvordan Fjordvik skal kutte utslipp.\n", "")
    write(fjordvik(tmp_path), "planer/klima.yaml", text.replace("kilder: [{kilde: plandokument}]\n", ""))
    assert [found(tmp_path, code) != [] for code in ("PL801", "PL804")] == [True, True]
    change(tmp_path, "    navn: strategi\n", "    navn: strategi\n    krav: {vedtatt: [sammendrag, kilder]}\n")
    assert [found(tmp_path, code) != [] for code in ("PL801", "PL804")] == [False, False]
