"""PL701 where goals lie under each other, or an indicator cannot be read."""

from __future__ import annotations

from pathlib import Path

from support.helpers import fjordvik, write
from support.oppfoelging_cases import INDIKATOR, change, found


def test_only_the_lower_of_two_goals_is_to_be_measured(tmp_path: Path) -> None:
    """A goal over another that must be followed up is measured by what measures the lower one."""
    change(fjordvik(tmp_path), "skal_deles: true", "skal_følges_opp: true")
    write(tmp_path, "indikatorer/areal.yaml", INDIKATOR.replace("trygg-oppvekst", "naer-natur"))
    write(tmp_path, "maal/naer-natur.yaml", "tittel: Natur\ntype: arealstrategi\nplan: samfunnsdel-2020\n")
    assert found(tmp_path, "PL701") == [("maal/trygg-oppvekst.yaml", "")]


def test_an_unreadable_indicator_may_measure_the_goal(tmp_path: Path) -> None:
    """Nobody can say that no indicator measures a goal while one cannot be read."""
    write(fjordvik(tmp_path), "indikatorer/areal.yaml", INDIKATOR.replace("trygg-oppvekst", "naer-natur"))
    write(tmp_path, "indikatorer/ulest.yaml", "tittel: [\n")
    assert found(tmp_path, "PL701") == []


def test_an_unknown_goal_to_continue_is_no_help(tmp_path: Path) -> None:
    """A goal that says it continues one that nobody knows is reported without a related indicator."""
    write(fjordvik(tmp_path), "indikatorer/areal.yaml", INDIKATOR.replace("trygg-oppvekst", "naer-natur"))
    change(tmp_path, "overordnet:", "viderefører: [ukjent-maal]\noverordnet:", "maal/trygg-oppvekst.yaml")
    assert found(tmp_path, "PL701") == [("maal/trygg-oppvekst.yaml", "")]
